// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What operators and investors live through with staking derivatives.

mod world;

use finch_ports::StakingBackend;
use finch_runtime::{
    adapters::StakingAdapter, AccountId, AssetConversion, Assets, Auctions, Balances, NativeAsset, Proxy, ProxyType,
    RateCurve, Runtime, RuntimeEvent, RuntimeOrigin, Staking, StakingDerivatives, System,
};
use finch_types::{AuctionId, Balance, BidId, Coin, FeeSource, FixedU128, Lot, Perbill, SeriesId, TrancheId};
use frame_support::{
    assert_noop, assert_ok,
    traits::fungible::{InspectHold, NativeOrWithId},
    BoundedVec,
};
use pallet_auctions::{types::State as AuctionState, Error as AuctionError, Event as AuctionEvent};
use pallet_staking_derivatives::{
    types::{SeriesInfo, State, Terms, TrancheTerms},
    AllSeries, Error, Event,
};
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};
use sp_runtime::MultiAddress;
use world::*;

const MINUTE: u64 = 60_000;
const PRINCIPAL: Balance = 20_000 * FINCH;
const BOND: Balance = 500 * FINCH;
const SENIOR: TrancheId = 0;
const JUNIOR: TrancheId = 1;

fn signed(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

fn ratio(millionths: u128) -> FixedU128 {
    FixedU128::from_rational(millionths, 1_000_000)
}

fn terms() -> Terms {
    Terms {
        term: 6 * MINUTE,
        bidding: 2 * MINUTE,
        contract_size: 10 * FINCH,
        min_turnover: Perbill::from_percent(10),
        agreement: [0x5E; 32],
    }
}

/// Senior: 60 % of the principal at 8 % a year. Junior: 25 % at 12 %.
fn tranches() -> Vec<TrancheTerms> {
    let tranche = |share, rate, ask| TrancheTerms {
        share: Perbill::from_percent(share),
        annual_rate: ratio(rate),
        ask: ratio(ask),
        tick_size: ratio(500),
    };
    vec![tranche(60, 80_000, 998_000), tranche(25, 120_000, 995_000)]
}

fn events() -> Vec<Event<Runtime>> {
    System::read_events_no_consensus()
        .filter_map(|record| match record.event {
            RuntimeEvent::StakingDerivatives(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// Charlie, a collator, proposes a series on its own validator; the committee verifies; Charlie opens it.
fn open_series() -> SeriesId {
    let charlie = Charlie.to_account_id();
    assert_ok!(StakingDerivatives::propose(
        signed(&charlie),
        MultiAddress::Id(charlie.clone()),
        PRINCIPAL,
        BOND,
        terms(),
        BoundedVec::truncate_from(tranches()),
    ));
    let series = events()
        .into_iter()
        .rev()
        .find_map(|event| match event {
            Event::Proposed { series, .. } => Some(series),
            _ => None,
        })
        .expect("a proposal leaves an event");
    assert_noop!(
        StakingDerivatives::open(signed(&charlie), series),
        Error::<Runtime>::NotVerified
    );
    assert_noop!(
        StakingDerivatives::verify(signed(&charlie), series),
        sp_runtime::DispatchError::BadOrigin
    );
    assert_ok!(StakingDerivatives::verify(committee(), series));
    assert_ok!(StakingDerivatives::open(signed(&charlie), series));
    series
}

fn info(series: SeriesId) -> SeriesInfo<AccountId> {
    StakingDerivatives::series_info(series).expect("the series is there")
}

fn auction(series: SeriesId, tranche: TrancheId) -> AuctionId {
    info(series).tranches[usize::from(tranche)].auction.expect("it is open")
}

fn token(series: SeriesId, tranche: TrancheId) -> u32 {
    info(series).tranches[usize::from(tranche)].token.expect("it is open")
}

fn units(series: SeriesId, tranche: TrancheId, who: &AccountId) -> Balance {
    Assets::balance(token(series, tranche), who)
}

fn bid(who: &AccountId, auction: AuctionId, tick: u8, amount: Balance) -> BidId {
    assert_ok!(Auctions::bid(signed(who), auction, tick, amount));
    System::read_events_no_consensus()
        .filter_map(|record| match record.event {
            RuntimeEvent::Auctions(AuctionEvent::BidPlaced { bid, .. }) => Some(bid),
            _ => None,
        })
        .last()
        .expect("a bid leaves an event")
}

fn on_hold(who: &AccountId) -> Balance {
    Balances::total_balance_on_hold(who)
}

/// Three bidders for two tranches; what they should get is easy to do by hand.
fn three_bidders(series: SeriesId) {
    let [alice, bob, ferdie] = [Alice, Bob, Ferdie].map(|key| key.to_account_id());
    let (senior, junior) = (auction(series, SENIOR), auction(series, JUNIOR));
    bid(&alice, senior, 4, 8_000 * FINCH);
    bid(&bob, senior, 2, 6_000 * FINCH);
    bid(&ferdie, senior, 1, 3_000 * FINCH);
    bid(&ferdie, junior, 3, 3_000 * FINCH);
    bid(&alice, junior, 1, 1_000 * FINCH);
    next_block();
}

fn run_to_activation(series: SeriesId) {
    until("the series is active", 60, || info(series).state == State::Active);
}

#[test]
fn an_operator_sells_two_tranches_and_everybody_is_paid() {
    story(|| {
        let [alice, bob, charlie, ferdie] = [Alice, Bob, Charlie, Ferdie].map(|key| key.to_account_id());
        let before = native(&charlie);
        let series = open_series();
        assert!(on_hold(&charlie) >= BOND);
        assert_eq!(StakingAdapter::stake(&info(series).vault).active, PRINCIPAL);
        three_bidders(series);
        let quoted = RateCurve::nodes().len();
        run_to_activation(series);

        // 14,000 are bid for at tick 2 or above, of 12,000 on sale.
        assert_eq!(units(series, SENIOR, &alice), 8_000 * FINCH);
        assert_eq!(units(series, SENIOR, &bob), 4_000 * FINCH);
        assert_eq!(units(series, SENIOR, &ferdie), 0);
        assert_eq!(units(series, JUNIOR, &ferdie), 3_000 * FINCH);
        assert_eq!(units(series, JUNIOR, &alice), 1_000 * FINCH);
        for who in [&alice, &bob, &ferdie] {
            assert_eq!(on_hold(who), 0);
        }
        let state = info(series);
        assert_eq!(state.tranches[0].price, ratio(998_000) + ratio(1_000));
        assert_eq!(state.tranches[1].price, ratio(995_000) + ratio(500));
        assert!(RateCurve::nodes().len() > quoted, "the curve has a node for the term");
        let charged = AllSeries::<Runtime>::get(series).map(|series| series.flows.fees);
        assert!(charged > Some(0), "the sale was charged");
        let taken = fees(Coin::Native, FeeSource::DerivativeSale);
        assert_eq!(Some(taken.burned), charged, "and the fee was burned");

        // Handed on and traded.
        let senior = token(series, SENIOR);
        assert_ok!(Assets::transfer(
            signed(&alice),
            senior.into(),
            MultiAddress::Id(bob.clone()),
            500 * FINCH
        ));
        let pair = || (Box::new(NativeAsset::get()), Box::new(NativeOrWithId::WithId(senior)));
        let (coin, claim) = pair();
        assert_ok!(AssetConversion::create_pool(signed(&alice), coin, claim));
        let (coin, claim) = pair();
        let amount = 1_000 * FINCH;
        assert_ok!(AssetConversion::add_liquidity(
            signed(&alice),
            coin,
            claim,
            amount,
            amount,
            1,
            1,
            alice.clone()
        ));
        let (coin, claim) = pair();
        assert_ok!(AssetConversion::swap_exact_tokens_for_tokens(
            signed(&ferdie),
            vec![coin, claim],
            10 * FINCH,
            1,
            ferdie.clone(),
            true
        ));
        assert!(units(series, SENIOR, &ferdie) > 9 * FINCH);

        assert_noop!(
            StakingDerivatives::redeem(signed(&bob), series, SENIOR, FINCH),
            Error::<Runtime>::NotMatured
        );
        until("the series has matured", 400, || info(series).state == State::Matured);
        let state = info(series);
        assert!(now() >= state.maturity.expect("it is cleared"));
        let paid = state.tranches[0].payout;
        assert_eq!(paid, state.tranches[0].face);

        let had = native(&bob);
        let held = units(series, SENIOR, &bob);
        assert_ok!(StakingDerivatives::redeem(signed(&bob), series, SENIOR, held));
        let share = finch_math::mul_div(held, paid, 12_000 * FINCH, finch_math::Round::Down);
        assert_eq!(Ok(native(&bob) - had), share);
        assert_noop!(
            StakingDerivatives::redeem(signed(&bob), series, SENIOR, held),
            Error::<Runtime>::NothingToRedeem
        );
        // Everybody else, the pool's owner through the pool.
        let (coin, claim) = pair();
        // A pool keeps a minimum on both sides.
        let pool =
            pallet_asset_conversion::Pools::<Runtime>::get((*coin.clone(), *claim.clone())).expect("it is there");
        let shares = finch_runtime::PoolAssets::balance(pool.lp_token, &alice) / 100 * 99;
        assert_ok!(AssetConversion::remove_liquidity(
            signed(&alice),
            coin,
            claim,
            shares,
            1,
            1,
            alice.clone()
        ));
        for (who, tranche) in [(&alice, SENIOR), (&ferdie, SENIOR), (&ferdie, JUNIOR), (&alice, JUNIOR)] {
            let held = units(series, tranche, who);
            assert_ok!(StakingDerivatives::redeem(signed(who), series, tranche, held));
        }
        next_era();
        let earned: Balance = native(&charlie);
        assert!(
            earned > before - BOND,
            "principal, proceeds and bond came back: {earned} of {before}"
        );
        assert_eq!(info(series).bond, 0);
    });
}

#[test]
fn a_slash_before_maturity_hits_bond_residual_and_junior_and_spares_senior() {
    story(|| {
        let [alice, bob, ferdie] = [Alice, Bob, Ferdie].map(|key| key.to_account_id());
        let series = open_series();
        let other = open_series();
        three_bidders(series);
        three_bidders(other);
        run_to_activation(series);
        run_to_activation(other);
        let vault = info(series).vault;
        until("the vault earns", 60, || {
            StakingAdapter::stake(&vault).total > PRINCIPAL
        });
        let worth = info(other).staked;

        // The vault's part of a slash of its validator: 30 %.
        assert_ok!(Staking::manual_slash(
            RuntimeOrigin::root(),
            Charlie.to_account_id(),
            active_era(),
            Perbill::from_percent(30)
        ));
        until("the slash is applied", 80, || info(series).bond < BOND);
        let hit = info(series);
        assert_eq!(hit.bond, 0, "the bond bears it first");
        assert!(hit.redeem_from >= now(), "redemptions wait");
        assert!(
            info(other).staked < worth,
            "the other series nominates the same validator and bears its own part"
        );

        until("the series is settled", 400, || info(series).state == State::Defaulted);
        let end = info(series);
        let [senior, junior] = [&end.tranches[0], &end.tranches[1]];
        assert_eq!(senior.payout, senior.face, "senior is paid in full");
        assert!(
            junior.payout < junior.face && junior.payout > 0,
            "junior bears what bond and residual cannot"
        );
        assert_eq!(end.residual, 0);
        until("the wait is over", 60, || now() >= info(series).redeem_from);
        for (who, tranche) in [(&alice, SENIOR), (&bob, SENIOR), (&ferdie, JUNIOR), (&alice, JUNIOR)] {
            let held = units(series, tranche, who);
            assert_ok!(StakingDerivatives::redeem(signed(who), series, tranche, held));
        }
    });
}

#[test]
fn a_short_turnover_refunds_every_bid_and_the_principal() {
    story(|| {
        let [alice, charlie] = [Alice, Charlie].map(|key| key.to_account_id());
        let (had, principal) = (native(&alice), native(&charlie));
        let series = open_series();
        // A tenth of the reserve value is the least.
        let senior = auction(series, SENIOR);
        bid(&alice, senior, 200, 1_000 * FINCH);
        let at_stake = on_hold(&alice);
        assert!(at_stake > 0);
        until("nothing is sold", 60, || info(series).state == State::Cancelled);
        until("the bid is refunded", 10, || on_hold(&alice) == 0);
        assert_eq!(native(&alice), had);
        assert!(Auctions::auction_info(senior).is_none_or(|auction| auction.state != AuctionState::Open));
        until("the principal is back", 200, || native(&charlie) >= principal - FINCH);
        until("the last reward has left the vault", 200, || {
            StakingDerivatives::close(signed(&alice), series).is_ok()
        });
        assert!(
            native(&charlie) >= principal,
            "principal, bond and deposit are back, with what they earned"
        );
        assert!(StakingDerivatives::series_info(series).is_none());
    });
}

#[test]
fn issuer_validator_and_their_proxies_cannot_bid() {
    story(|| {
        let [bob, charlie, eve] = [Bob, Charlie, Eve].map(|key| key.to_account_id());
        assert_ok!(Proxy::add_proxy(
            signed(&charlie),
            MultiAddress::Id(eve.clone()),
            ProxyType::Any,
            0
        ));
        assert_ok!(Proxy::add_proxy(
            signed(&bob),
            MultiAddress::Id(charlie.clone()),
            ProxyType::Governance,
            0
        ));
        let series = open_series();
        let senior = auction(series, SENIOR);
        for who in [&charlie, &eve, &bob] {
            assert_noop!(
                Auctions::bid(signed(who), senior, 9, 10 * FINCH),
                AuctionError::<Runtime>::Barred
            );
        }
        bid(&Ferdie.to_account_id(), senior, 9, 10 * FINCH);
        let lot = Lot::Derivative {
            series,
            tranche: SENIOR,
        };
        assert_eq!(Auctions::auction_info(senior).map(|auction| auction.lot), Some(lot));
    });
}
