// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What members of the mutual, owners of covers and assessors live through.

mod world;

use codec::{Decode, Encode};
use finch_ports::StakingBackend;
use finch_runtime::{
    adapters::StakingAdapter,
    constants::{insurance_account, EXISTENTIAL_DEPOSIT, MILLISECS_PER_DAY},
    AccountId, Auctions, Balance, Balances, ConvictionVoting, Insurance, OriginCaller, Preimage, Referenda, Runtime,
    RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Staking, StakingDerivatives, StakingSynth, System,
};
use finch_types::{ClaimId, Coin, CoverId, FeeSource, FixedU128, Perbill, SeriesId, TrancheId};
use frame_support::{
    assert_ok,
    traits::{fungible::InspectHold, schedule::DispatchTime, StorePreimage},
    BoundedVec,
};
use pallet_insurance::{
    types::{Books, ClaimInfo, Cover, Evidence, ProductId, Stage, Verdict},
    Claims, Covers, Error, Event, Events, HoldReason, VIRTUAL_SHARES,
};
use pallet_staking::UnappliedSlashes;
use pallet_staking_derivatives::types::{State, Terms, TrancheTerms};
use pallet_staking_synth::Event as SynthEvent;
use sp_core::U256;
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};
use sp_runtime::{DispatchError, FixedPointNumber, MultiAddress};
use world::*;

type CoverError = Error<Runtime>;

/// The products of genesis.
const SYNTH_COVER: ProductId = 0;
const SERIES_COVER: ProductId = 1;
const VOTED_COVER: ProductId = 2;
const DAY: u64 = MILLISECS_PER_DAY;
const MINUTE: u64 = 60_000;
const EVIDENCE: Evidence = [7; 32];

fn signed(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

fn events() -> Vec<Event<Runtime>> {
    System::read_events_no_consensus()
        .filter_map(|record| match record.event {
            RuntimeEvent::Insurance(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// The sums of the mutual. Its account has what they say to the planck.
#[track_caller]
fn mutual() -> Books {
    let status = Insurance::pool_status();
    let books = status.books;
    assert_eq!(
        native(&insurance_account()),
        EXISTENTIAL_DEPOSIT + books.capital + books.events + books.claims + books.rewards + status.unearned
    );
    let flow = fees(Coin::Native, FeeSource::Cover);
    assert_eq!(
        (flow.taken, flow.burned),
        (books.fees, books.fees),
        "every fee is burned"
    );
    books
}

#[track_caller]
fn join(who: &AccountId, amount: Balance) {
    assert_ok!(Insurance::join(signed(who), amount, 1));
}

fn shares(who: &AccountId) -> Balance {
    Insurance::member(who.clone()).expect("a member").shares
}

/// Planck that the shares of a member are worth.
fn value(who: &AccountId) -> Balance {
    Insurance::member(who.clone()).expect("a member").value
}

/// The notice of all shares of a member. Returns when it is over.
#[track_caller]
fn give_notice(who: &AccountId) -> u64 {
    assert_ok!(Insurance::request_withdrawal(signed(who), shares(who)));
    let notice = Insurance::member(who.clone()).expect("a member").notice;
    notice.expect("it is given").from
}

#[track_caller]
fn buy(who: &AccountId, product: ProductId, amount: Balance, days: u32) -> CoverId {
    let quote = Insurance::cover_quote(product, amount, days).expect("it is sold");
    let (had, issued) = (native(who), Balances::total_issuance());
    refused(
        || Insurance::buy_cover(signed(who), product, amount, days, quote.premium - 1),
        CoverError::Overpriced,
    );
    assert_ok!(Insurance::buy_cover(signed(who), product, amount, days, quote.premium));
    assert_eq!(native(who), had - quote.premium);
    assert_eq!(Balances::total_issuance(), issued - quote.fee);
    let bought = events().into_iter().rev().find_map(|event| match event {
        Event::CoverBought { cover, .. } => Some(cover),
        _ => None,
    });
    bought.expect("a purchase leaves an event")
}

fn cover(id: CoverId) -> Cover<AccountId> {
    Covers::<Runtime>::get(id).expect("the cover is there")
}

/// `lost` of `of`, times nine tenths, as every sample product pays: cut off after 18 digits, twice.
fn nine_tenths(lost: Balance, of: Balance) -> u128 {
    lost * FixedU128::DIV / of * 9 / 10
}

/// A slash of collators is reported, for what they did in this era.
#[track_caller]
fn report_slash(part: Perbill) {
    for collator in [Charlie, Dave] {
        let collator = collator.to_account_id();
        assert_ok!(Staking::manual_slash(committee(), collator, active_era(), part));
    }
    next_block();
    assert!(StakingAdapter::pending_slash(&StakingSynth::stash()) > 0);
    assert!(Insurance::pool_status().known_loss);
}

#[test]
fn a_slash_pays_covers_in_its_block_and_members_share_the_loss() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        join(&alice, 80_000 * FINCH);
        join(&bob, 20_000 * FINCH);
        for who in [&eve, &ferdie] {
            assert_ok!(StakingSynth::mint(signed(who), 10_000 * FINCH, 0));
        }
        let covers = [&eve, &ferdie].map(|who| buy(who, SYNTH_COVER, 10_000 * FINCH, 30));
        eras(2);
        let due = give_notice(&alice);
        refused(|| Insurance::withdraw(signed(&alice), 1), CoverError::NoticeRunning);
        until("the notice is over", 30, || now() >= due);

        // Everybody knows of the slash now, and nobody gets away from it or cover against it.
        report_slash(Perbill::from_percent(4));
        refused(|| Insurance::withdraw(signed(&alice), 1), CoverError::KnownLoss);
        refused(
            || Insurance::buy_cover(signed(&bob), SYNTH_COVER, 1_000 * FINCH, 30, Balance::MAX),
            CoverError::KnownLoss,
        );
        assert_eq!(
            (mutual().capital, mutual().paid),
            (100_000 * FINCH, 0),
            "it may be cancelled"
        );

        // The block in which it is applied.
        let mut before = (books(), [native(&eve), native(&ferdie)]);
        for _ in 0..60 {
            next_block();
            if books().flows.slashed > before.0.flows.slashed {
                break;
            }
            before = (books(), [native(&eve), native(&ferdie)]);
        }
        let (synth, had) = before;
        let slashes: Vec<_> = synth_events()
            .into_iter()
            .filter_map(|event| match event {
                SynthEvent::Slashed { holders, queue, .. } => Some(holders + queue),
                _ => None,
            })
            .collect();
        assert!(!slashes.is_empty(), "the slash is applied within 60 blocks");
        let mut at_risk = synth.backing + synth.owed;
        let mut left = 10_000 * FINCH;
        let mut booked = Vec::new();
        for lost in slashes {
            let ratio = nine_tenths(lost, at_risk);
            at_risk -= lost;
            left -= left * ratio / FixedU128::DIV;
            // Nothing is paid before all slashes of the block are booked.
            let reserved = (20_000 * FINCH * ratio).div_ceil(FixedU128::DIV);
            booked.push((FixedU128::from_inner(ratio), reserved, reserved));
        }
        let paid = 10_000 * FINCH - left;
        let seen: Vec<_> = events()
            .into_iter()
            .filter_map(|event| match event {
                Event::LossBooked {
                    product: SYNTH_COVER,
                    ratio,
                    owed,
                    reserved,
                    ..
                } => Some((ratio, owed, reserved)),
                _ => None,
            })
            .collect();
        assert_eq!(seen, booked);
        assert_eq!(
            [native(&eve), native(&ferdie)],
            had.map(|had| had + paid),
            "paid in the same block"
        );
        // Nine tenths of what 4 % of the bonded part are.
        assert!(paid > 300 * FINCH && paid < 360 * FINCH, "{paid}");
        for id in covers {
            assert_eq!(cover(id).amount, left);
        }
        let after = mutual();
        assert_eq!((after.paid, after.events, after.active), (2 * paid, 0, 2 * left));
        assert_eq!(after.capital, 100_000 * FINCH - 2 * paid);
        assert_eq!(Events::<Runtime>::iter().count(), 0);

        // Four fifths are Alice's, a fifth is Bob's.
        assert_eq!(value(&alice), 80_000 * FINCH - (2 * paid * 4).div_ceil(5));
        assert_eq!(value(&bob), 20_000 * FINCH - (2 * paid).div_ceil(5));

        // Nothing is known any more. Alice takes all of hers, and Bob what the covers do not need.
        let (had, worth) = (native(&alice), value(&alice));
        assert_ok!(Insurance::withdraw(signed(&alice), worth));
        assert_eq!(native(&alice), had + worth);
        let due = give_notice(&bob);
        until("the notice is over", 30, || now() >= due);
        let free = Insurance::pool_status().free;
        assert_eq!(free, mutual().capital - 2 * left);
        assert!(free < value(&bob));
        let had = native(&bob);
        assert_ok!(Insurance::withdraw(signed(&bob), free));
        assert_eq!(native(&bob), had + free);
        refused(|| Insurance::withdraw(signed(&bob), 1), CoverError::CapitalNeeded);
        let end = mutual();
        assert_eq!(end.joined, end.withdrawn + end.paid + end.capital);
    });
}

#[test]
fn a_slash_that_is_cancelled_pays_nothing() {
    story(|| {
        let [alice, bob, eve] = [Alice, Bob, Eve].map(|key| key.to_account_id());
        join(&alice, 80_000 * FINCH);
        join(&bob, 20_000 * FINCH);
        buy(&eve, SYNTH_COVER, 10_000 * FINCH, 30);
        eras(2);
        let due = give_notice(&alice);
        until("the notice is over", 30, || now() >= due);
        report_slash(Perbill::from_percent(50));
        refused(|| Insurance::withdraw(signed(&alice), 1), CoverError::KnownLoss);

        let (era, found) = UnappliedSlashes::<Runtime>::iter().next().expect("it is deferred");
        let all = (0..).take(found.len()).collect();
        assert_ok!(Staking::cancel_deferred_slash(committee(), era, all));
        assert!(!Insurance::pool_status().known_loss);
        let had = native(&eve);
        eras(3);
        assert_eq!(books().flows.slashed, 0);
        assert_eq!(native(&eve), had);
        let now = mutual();
        assert_eq!((now.capital, now.paid, now.events), (100_000 * FINCH, 0, 0));
        buy(&eve, SYNTH_COVER, 1_000 * FINCH, 30);
        let had = native(&alice);
        assert_ok!(Insurance::withdraw(signed(&alice), 80_000 * FINCH));
        assert_eq!(native(&alice), had + 80_000 * FINCH);
    });
}

#[test]
fn a_premium_is_earned_day_by_day_and_its_fee_is_burned() {
    story(|| {
        let [alice, bob, ferdie] = [Alice, Bob, Ferdie].map(|key| key.to_account_id());
        join(&alice, 100_000 * FINCH);
        // The example of docs/insurance.md, which begins at noon.
        let first = now() / DAY;
        block_at(first * DAY + DAY / 2, || {});
        let issued = Balances::total_issuance();
        buy(&bob, SYNTH_COVER, 10_000 * FINCH, 90);
        let (premium, fee, per_day) = (61_986_301_369_864, 6_198_630_136_986, 613_051_332_229);
        assert_eq!(Balances::total_issuance(), issued - fee);
        let sold = mutual();
        assert_eq!((sold.premiums, sold.fees, sold.per_day), (premium, fee, per_day));
        assert_eq!((sold.capital, sold.active), (100_000 * FINCH, 10_000 * FINCH));
        let again = Insurance::cover_quote(SYNTH_COVER, 10_000 * FINCH, 90).unwrap();
        assert_eq!(
            again.premium, 86_780_821_917_809,
            "a purchase makes the next one dearer"
        );

        let mut capital = 100_000 * FINCH;
        for day in 1..=91 {
            if day == 46 {
                // Whoever comes in the middle gets nothing of the days before.
                join(&ferdie, 50_000 * FINCH);
                capital += 50_000 * FINCH;
                assert_eq!(value(&ferdie), 50_000 * FINCH - 1);
            }
            block_at((first + day) * DAY, || {});
            // The last day earns what the division has left.
            let earned = if day == 91 { per_day + 39 } else { per_day };
            let ended = u32::try_from(first + day).expect("a day of this century");
            assert!(events().contains(&Event::DayEnded { day: ended, earned }));
            capital += earned;
            assert_eq!(mutual().capital, capital);
        }
        let end = mutual();
        assert_eq!((end.earned, end.active, end.per_day), (premium - fee, 0, 0));
        until("the cover is removed", 3, || Covers::<Runtime>::iter().next().is_none());

        // Each share is a share of the capital, but for the virtual ones.
        let all = U256::from(end.shares + VIRTUAL_SHARES);
        let worth = |who| (U256::from(shares(who)) * U256::from(capital + 1) / all).as_u128();
        for who in [&alice, &ferdie] {
            assert_eq!(value(who), worth(who));
        }
        let due = [&alice, &ferdie].map(give_notice);
        until("the notices are over", 30, || now() >= due[1]);
        let mut all_of_it = 0;
        for who in [&alice, &ferdie] {
            // Who leaves first leaves the dust of its quotient to the others.
            let (had, expected) = (native(who), value(who));
            assert_ok!(Insurance::withdraw(signed(who), expected));
            assert_eq!(native(who), had + expected);
            all_of_it += expected;
        }
        assert!(capital - all_of_it <= 2, "{capital} and {all_of_it}");
        assert_eq!(mutual().capital, capital - all_of_it);
    });
}

const PAYOUT: Balance = 4_500 * FINCH;
const DEPOSIT: Balance = 10 * FINCH;

/// Alice insures, Bob has a cover of 10,000 against a loss about which Eve, Ferdie and Alice vote, with stakes of 300, 200
/// and 100. Bob claims a loss of 5,000, of which nine tenths are paid.
fn a_claim() -> (ClaimInfo<AccountId>, CoverId) {
    let [alice, bob, dave, eve, ferdie] = [Alice, Bob, Dave, Eve, Ferdie].map(|key| key.to_account_id());
    join(&alice, 100_000 * FINCH);
    let id = buy(&bob, VOTED_COVER, 10_000 * FINCH, 30);
    for (who, stake) in [(&eve, 300), (&ferdie, 200), (&alice, 100)] {
        assert_ok!(Insurance::stake(signed(who), stake * FINCH));
    }
    next_block();
    refused(
        || Insurance::submit_claim(signed(&eve), id, 5_000 * FINCH, EVIDENCE),
        CoverError::NotOwner,
    );
    let had = native(&bob);
    assert_ok!(Insurance::submit_claim(signed(&bob), id, 5_000 * FINCH, EVIDENCE));
    assert_eq!(native(&bob), had - DEPOSIT);
    assert_eq!(
        (mutual().capital, mutual().claims),
        (100_000 * FINCH - PAYOUT - DEPOSIT, PAYOUT + DEPOSIT),
        "payout and reward are reserved"
    );
    let [info] = Insurance::claims(bob).try_into().expect("there is one");
    // Stake that comes for this claim has no say in it.
    assert_ok!(Insurance::stake(signed(&dave), 100_000 * FINCH));
    refused(
        || Insurance::vote(signed(&dave), info.id, Verdict::Accept),
        CoverError::StakeTooNew,
    );
    (info, id)
}

#[track_caller]
fn vote(claim: ClaimId, votes: &[(&AccountId, Verdict)]) {
    for (who, verdict) in votes {
        assert_ok!(Insurance::vote(signed(who), claim, *verdict));
        refused(
            || Insurance::vote(signed(who), claim, *verdict),
            CoverError::AlreadyVoted,
        );
    }
}

/// What the assessors are paid for their votes, one after the other.
#[track_caller]
fn collect(claim: ClaimId, rewards: &[(&AccountId, Balance)]) {
    for (who, reward) in rewards {
        let had = native(who);
        assert_ok!(Insurance::collect(
            signed(&Charlie.to_account_id()),
            claim,
            MultiAddress::Id((*who).clone())
        ));
        assert_eq!(native(who), had + reward);
    }
    assert!(!Claims::<Runtime>::contains_key(claim), "all votes are collected");
    assert_eq!((mutual().claims, mutual().rewards), (0, 0));
}

fn deposit_of(who: &AccountId) -> Balance {
    Balances::balance_on_hold(&RuntimeHoldReason::Insurance(HoldReason::ClaimDeposit), who)
}

#[test]
fn a_claim_that_most_stake_accepts_is_paid() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        let (claim, id) = a_claim();
        vote(
            claim.id,
            &[
                (&eve, Verdict::Accept),
                (&ferdie, Verdict::Reject),
                (&alice, Verdict::Accept),
            ],
        );
        let finalise = || Insurance::finalise(signed(&ferdie), claim.id);
        refused(finalise, CoverError::VoteRunning);
        block_at(claim.vote_end, || {
            // There is time to look at the decision.
            refused(finalise, CoverError::VoteRunning);
        });
        let had = native(&bob);
        block_at(claim.final_from, || {
            assert_ok!(finalise());
        });
        assert_eq!(native(&bob), had + PAYOUT + DEPOSIT);
        assert_eq!((deposit_of(&bob), cover(id).amount), (0, 5_500 * FINCH));
        collect(
            claim.id,
            &[
                (&eve, 7_500 * FINCH / 1_000),
                (&ferdie, 0),
                (&alice, 2_500 * FINCH / 1_000),
            ],
        );
        let end = mutual();
        assert_eq!((end.paid, end.rewarded, end.forfeited), (PAYOUT, DEPOSIT, 0));
        assert_eq!(end.active, 5_500 * FINCH);
        assert_eq!(end.capital, 100_000 * FINCH + end.earned - PAYOUT - DEPOSIT);
    });
}

#[test]
fn a_claim_that_is_rejected_costs_its_deposit() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        let (claim, id) = a_claim();
        vote(
            claim.id,
            &[
                (&eve, Verdict::Reject),
                (&ferdie, Verdict::Reject),
                (&alice, Verdict::Accept),
            ],
        );
        let had = native(&bob);
        block_at(claim.final_from, || {
            assert_ok!(Insurance::finalise(signed(&ferdie), claim.id));
        });
        assert_eq!((native(&bob), deposit_of(&bob)), (had, 0), "the deposit is lost");
        assert_eq!((cover(id).amount, cover(id).claim), (10_000 * FINCH, None));
        collect(claim.id, &[(&eve, 6 * FINCH), (&ferdie, 4 * FINCH), (&alice, 0)]);
        let end = mutual();
        assert_eq!((end.paid, end.rewarded, end.forfeited), (0, DEPOSIT, DEPOSIT));
        assert_eq!(
            end.capital,
            100_000 * FINCH + end.earned,
            "nothing of the capital is gone"
        );
    });
}

/// A referendum about everything, from its proposal to its enactment.
#[track_caller]
fn the_first_referendum(call: RuntimeCall, proposer: &AccountId, voters: &[&AccountId]) {
    let index = 0;
    assert_ok!(Referenda::submit(
        signed(proposer),
        Box::new(OriginCaller::system(frame_system::RawOrigin::Root)),
        Preimage::bound(call).expect("a short call"),
        DispatchTime::After(0)
    ));
    assert_ok!(Referenda::place_decision_deposit(signed(proposer), index));
    for who in voters {
        // Decoded, as the crate of its type is not among those of the stories: aye, locked for one period, so many planck.
        let (standard, aye) = (0u8, 0x81u8);
        let vote = (standard, aye, 900_000 * FINCH).encode();
        let vote = Decode::decode(&mut &vote[..]).expect("a vote");
        assert_ok!(ConvictionVoting::vote(signed(who), index, vote));
    }
}

#[test]
fn a_claim_without_a_quorum_is_decided_by_a_referendum() {
    story(|| {
        let [alice, bob, dave, eve, ferdie] = [Alice, Bob, Dave, Eve, Ferdie].map(|key| key.to_account_id());
        let (claim, id) = a_claim();
        // A sixth of the stake is not a fifth.
        vote(claim.id, &[(&alice, Verdict::Accept)]);
        block_at(claim.vote_end, || {
            assert_ok!(Insurance::finalise(signed(&bob), claim.id));
        });
        assert!(events().contains(&Event::ClaimEscalated { claim: claim.id }));
        refused(
            || Insurance::vote(signed(&eve), claim.id, Verdict::Reject),
            CoverError::VoteOver,
        );
        refused(
            || Insurance::resolve(signed(&bob), claim.id, Verdict::Accept),
            DispatchError::BadOrigin,
        );
        let resolve = pallet_insurance::Call::resolve {
            claim: claim.id,
            verdict: Verdict::Accept,
        };
        the_first_referendum(RuntimeCall::Insurance(resolve), &eve, &[&alice, &dave, &eve, &ferdie]);
        let had = native(&bob);
        until("the referendum is enacted", 80, || {
            Claims::<Runtime>::get(claim.id).is_none_or(|claim| claim.stage != Stage::Escalated)
        });
        assert_eq!(native(&bob), had + PAYOUT + DEPOSIT);
        assert_eq!(cover(id).amount, 5_500 * FINCH);
        collect(claim.id, &[(&alice, DEPOSIT)]);
        assert_eq!(mutual().paid, PAYOUT);
    });
}

#[test]
fn the_committee_takes_a_decision_away_from_the_votes() {
    story(|| {
        let [alice, bob, eve, ferdie] = [Alice, Bob, Eve, Ferdie].map(|key| key.to_account_id());
        let (claim, id) = a_claim();
        vote(
            claim.id,
            &[
                (&eve, Verdict::Accept),
                (&ferdie, Verdict::Reject),
                (&alice, Verdict::Accept),
            ],
        );
        refused(|| Insurance::escalate(committee(), claim.id), CoverError::NotInCoolDown);
        block_at(claim.vote_end, || {
            refused(|| Insurance::escalate(signed(&bob), claim.id), DispatchError::BadOrigin);
            assert_ok!(Insurance::escalate(committee(), claim.id));
        });
        block_at(claim.final_from, || {
            refused(|| Insurance::finalise(signed(&bob), claim.id), CoverError::VoteOver);
            assert_ok!(Insurance::resolve(committee(), claim.id, Verdict::Reject));
        });
        assert_eq!((deposit_of(&bob), cover(id).amount), (0, 10_000 * FINCH));
        collect(claim.id, &[(&eve, 0), (&ferdie, DEPOSIT), (&alice, 0)]);
        let end = mutual();
        assert_eq!(end.capital, 100_000 * FINCH + end.earned);
    });
}

const PRINCIPAL: Balance = 20_000 * FINCH;
const BOND: Balance = 500 * FINCH;
const SENIOR: TrancheId = 0;

/// Charlie sells a claim on 60 % of a stake on its own validator; Bob buys all of it.
fn a_series() -> SeriesId {
    let [bob, charlie] = [Bob, Charlie].map(|key| key.to_account_id());
    let millionths = |number| FixedU128::from_rational(number, 1_000_000);
    let terms = Terms {
        term: 6 * MINUTE,
        bidding: 2 * MINUTE,
        contract_size: 10 * FINCH,
        min_turnover: Perbill::from_percent(10),
        agreement: [0x5E; 32],
    };
    let senior = TrancheTerms {
        share: Perbill::from_percent(60),
        annual_rate: millionths(80_000),
        ask: millionths(998_000),
        tick_size: millionths(500),
    };
    let series = 0;
    assert_ok!(StakingDerivatives::propose(
        signed(&charlie),
        MultiAddress::Id(charlie.clone()),
        PRINCIPAL,
        BOND,
        terms,
        BoundedVec::truncate_from(vec![senior]),
    ));
    assert_ok!(StakingDerivatives::verify(committee(), series));
    assert_ok!(StakingDerivatives::open(signed(&charlie), series));
    let info = StakingDerivatives::series_info(series).expect("it is the first one");
    let auction = info.tranches[0].auction.expect("it is open");
    assert_ok!(Auctions::bid(signed(&bob), auction, 2, 12_000 * FINCH));
    until("the series is active", 60, || state(series) == State::Active);
    series
}

fn state(series: SeriesId) -> State {
    StakingDerivatives::series_info(series).expect("it is there").state
}

#[test]
fn a_default_of_a_series_pays_its_covers_when_it_is_settled() {
    story(|| {
        let [alice, bob, charlie, eve] = [Alice, Bob, Charlie, Eve].map(|key| key.to_account_id());
        join(&alice, 100_000 * FINCH);
        let series = a_series();
        let vault = StakingDerivatives::series_info(series).expect("it is there").vault;
        let id = buy(&bob, SERIES_COVER, 12_000 * FINCH, 7);
        until("the vault earns", 60, || {
            StakingAdapter::stake(&vault).total > PRINCIPAL
        });

        // Bond, residual and what is left of the stake are less than what the tranche is owed.
        let part = Perbill::from_percent(60);
        assert_ok!(Staking::manual_slash(committee(), charlie, active_era(), part));
        next_block();
        let expected = StakingDerivatives::expected_default(series);
        assert!(expected > 3_000 * FINCH, "{expected}");
        refused(
            || Insurance::buy_cover(signed(&eve), SERIES_COVER, 1_000 * FINCH, 7, Balance::MAX),
            CoverError::KnownLoss,
        );
        let due = give_notice(&alice);
        until("the slash is applied", 80, || {
            StakingAdapter::pending_slash(&vault) == 0 && StakingAdapter::stake(&vault).total < PRINCIPAL / 2
        });
        until("the notice is over", 30, || now() >= due);
        // A default is final at the settlement: until then rewards make up for a part. It is known all the same.
        assert_eq!((mutual().paid, mutual().events), (0, 0));
        refused(|| Insurance::withdraw(signed(&alice), 1), CoverError::KnownLoss);

        let had = native(&bob);
        until("the series is settled", 400, || state(series) == State::Defaulted);
        let tranche = StakingDerivatives::series_info(series).expect("it is there").tranches[0].clone();
        let (face, paid) = (tranche.face, tranche.payout);
        assert!(paid > 0 && paid < face, "{paid} of {face}");
        let ratio = nine_tenths(face - paid, face);
        let payout = 12_000 * FINCH * ratio / FixedU128::DIV;
        let reserved = (12_000 * FINCH * ratio).div_ceil(FixedU128::DIV);
        assert!(events().contains(&Event::LossBooked {
            product: SERIES_COVER,
            event: 0,
            ratio: FixedU128::from_inner(ratio),
            owed: reserved,
            reserved,
        }));
        // Both are idle work, which takes turns: the cover is paid in this block or in the next one.
        until("the cover is paid", 2, || cover(id).seen == 1);
        assert_eq!(native(&bob), had + payout);
        assert_eq!(cover(id).amount, 12_000 * FINCH - payout);
        let end = mutual();
        assert_eq!(
            (end.capital, end.paid, end.events),
            (100_000 * FINCH - payout, payout, 0)
        );
        assert_eq!(
            value(&alice),
            100_000 * FINCH - payout,
            "the only member bears all of it"
        );

        // Beside it Bob gets what the series has.
        until("redemptions are open", 60, || {
            let info = StakingDerivatives::series_info(series).expect("it is there");
            now() >= info.redeem_from
        });
        let had = native(&bob);
        assert_ok!(StakingDerivatives::redeem(signed(&bob), series, SENIOR, 12_000 * FINCH));
        assert_eq!(native(&bob), had + paid);

        // Nothing is known any more. What is left of the cover still runs and needs its capital; the rest is free.
        let due = give_notice(&alice);
        until("the notice is over", 30, || now() >= due);
        let had = native(&alice);
        assert_ok!(Insurance::withdraw(signed(&alice), 88_000 * FINCH));
        assert_eq!(native(&alice), had + 88_000 * FINCH);
        assert_eq!(mutual().capital, mutual().active);
    });
}
