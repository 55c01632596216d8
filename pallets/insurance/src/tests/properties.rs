// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations over random times. After each of them every invariant holds and the chain shows what the model does;
//! what fails changes nothing; no account has more or less than the model says; and only losses and claims take the capital
//! below the requirement.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has at least 60 operations.

use super::{
    model::{ceil, Model, ModelStage, TERMS},
    *,
};
use frame_support::storage::with_storage_layer;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use std::collections::{BTreeMap, BTreeSet};

const OPERATIONS: usize = 60;
const PEOPLE: [AccountId; 5] = [ALICE, BOB, CHARLIE, DAVE, EVE];

#[derive(Clone, Debug)]
enum Op {
    Join(AccountId, u128),
    /// So many thousandths of the shares.
    Notice(AccountId, u128),
    Cancel(AccountId),
    Withdraw(AccountId),
    /// So many thousandths of the product's capacity.
    Buy(AccountId, usize, u128, u64),
    /// A planck less than it costs is offered.
    Underpay(AccountId, usize, u128, u64),
    /// The cover so many before the last, by its owner or somebody else.
    Renew(u32, bool, u64),
    Lose(usize, u128),
    Claim(u32),
    Wait(u64),
    /// Idle time with room for so many days and covers.
    Block(u64, u64),
    Idle,
    Poke,
    Pending(bool),
    Gearing(u128),
    Stake(AccountId, u128),
    Unstake(AccountId, u128),
    Release(AccountId),
    /// So many thousandths of the cover.
    Submit(u32, u128),
    Vote(AccountId, u32, Verdict),
    Escalate(u32),
    Resolve(u32, Verdict),
    Finalise(u32),
    Collect(u32, AccountId),
    Donate(u128),
}

fn who() -> impl Strategy<Value = AccountId> {
    proptest::sample::select(PEOPLE.to_vec())
}

fn assessor() -> impl Strategy<Value = AccountId> {
    proptest::sample::select(vec![DAVE, EVE])
}

fn part() -> impl Strategy<Value = u128> {
    prop_oneof![6 => 1u128..=400, 1 => Just(0), 1 => 900u128..=1_001, 1 => Just(1_000)]
}

fn period() -> impl Strategy<Value = u64> {
    prop_oneof![6 => 7u64..40, 1 => 5u64..8, 1 => 360u64..368]
}

/// One of the last few.
fn back() -> impl Strategy<Value = u32> {
    0u32..5
}

fn time() -> impl Strategy<Value = u64> {
    prop_oneof![
        4 => 1u64..DAY,
        4 => (1u64..4).prop_map(|days| days * DAY),
        1 => (5u64..40).prop_map(|days| days * DAY),
        1 => Just(1u64),
    ]
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![Just(Verdict::Accept), Just(Verdict::Reject)]
}

fn money() -> impl Strategy<Value = u128> {
    prop_oneof![4 => 1u128..2_000_000_000, 1 => 1u128..10]
}

fn operation() -> impl Strategy<Value = Op> {
    prop_oneof![
        4 => (who(), money()).prop_map(|(who, amount)| Op::Join(who, amount)),
        3 => (who(), part()).prop_map(|(who, part)| Op::Notice(who, part)),
        1 => who().prop_map(Op::Cancel),
        5 => who().prop_map(Op::Withdraw),
        8 => (who(), 0usize..3, part(), period()).prop_map(|(who, id, part, days)| Op::Buy(who, id, part, days)),
        1 => (who(), 0usize..3, part(), period()).prop_map(|(who, id, part, days)| Op::Underpay(who, id, part, days)),
        4 => (back(), proptest::bool::weighted(0.9), period()).prop_map(|(cover, own, days)| Op::Renew(cover, own, days)),
        5 => (0usize..2, part()).prop_map(|(id, part)| Op::Lose(id, part)),
        5 => back().prop_map(Op::Claim),
        10 => time().prop_map(Op::Wait),
        3 => (0u64..4, 0u64..6).prop_map(|(days, steps)| Op::Block(days, steps)),
        8 => Just(Op::Idle),
        1 => Just(Op::Poke),
        2 => any::<bool>().prop_map(Op::Pending),
        1 => (1u128..4).prop_map(Op::Gearing),
        3 => (assessor(), 1u128..5_000).prop_map(|(who, amount)| Op::Stake(who, amount)),
        2 => (assessor(), 1u128..5_000).prop_map(|(who, amount)| Op::Unstake(who, amount)),
        1 => assessor().prop_map(Op::Release),
        6 => (back(), part()).prop_map(|(cover, part)| Op::Submit(cover, part)),
        6 => (assessor(), 0u32..2, verdict()).prop_map(|(who, claim, verdict)| Op::Vote(who, claim, verdict)),
        1 => (0u32..3).prop_map(Op::Escalate),
        2 => (0u32..3, verdict()).prop_map(|(claim, verdict)| Op::Resolve(claim, verdict)),
        6 => (0u32..3).prop_map(Op::Finalise),
        4 => (0u32..4, assessor()).prop_map(|(claim, who)| Op::Collect(claim, who)),
        1 => money().prop_map(Op::Donate),
    ]
}

/// Single operations, and stories that chance would seldom tell.
fn story() -> impl Strategy<Value = Vec<Op>> {
    let leave = (who(), part(), 0u64..8).prop_map(|(who, part, days)| {
        let late = Op::Wait((30 + days) * DAY);
        vec![Op::Notice(who, part), late, Op::Idle, Op::Withdraw(who)]
    });
    let claim = (who(), part(), part(), verdict(), verdict(), any::<bool>(), verdict()).prop_map(
        |(who, part, lost, dave, eve, escalate, resolve)| {
            let mut story = vec![
                Op::Idle,
                Op::Buy(who, 2, part, 30),
                Op::Submit(0, lost),
                Op::Vote(DAVE, 0, dave),
                Op::Vote(EVE, 0, eve),
                Op::Wait(3 * DAY),
            ];
            if escalate {
                story.extend([Op::Escalate(0), Op::Resolve(0, resolve)]);
            }
            story.extend([
                Op::Wait(DAY),
                Op::Finalise(0),
                Op::Collect(0, DAVE),
                Op::Collect(0, EVE),
            ]);
            story
        },
    );
    let ruin = (who(), part(), 900u128..=1_000).prop_map(|(who, part, lost)| {
        vec![
            Op::Idle,
            Op::Gearing(3),
            Op::Buy(who, 0, 1_000, 30),
            Op::Buy(who, 1, part, 30),
            Op::Lose(0, lost),
            Op::Lose(0, lost),
            Op::Lose(1, 1_000),
        ]
    });
    prop_oneof![
        60 => operation().prop_map(|op| vec![op]),
        2 => leave,
        2 => claim,
        1 => ruin,
    ]
}

/// What sells, takes capital and gives it back.
fn sale() -> impl Strategy<Value = Op> {
    prop_oneof![
        3 => (who(), money()).prop_map(|(who, amount)| Op::Join(who, amount)),
        3 => who().prop_map(Op::Withdraw),
        3 => (who(), 500u128..=1_000).prop_map(|(who, part)| Op::Notice(who, part)),
        8 => (who(), 0usize..3, 100u128..=1_000, period()).prop_map(|(who, id, part, days)| Op::Buy(who, id, part, days)),
        3 => (back(), period()).prop_map(|(cover, days)| Op::Renew(cover, true, days)),
        2 => (0usize..2, 0u128..=200).prop_map(|(id, part)| Op::Lose(id, part)),
        1 => (back(), part()).prop_map(|(cover, part)| Op::Submit(cover, part)),
        2 => (1u64..12).prop_map(|days| Op::Wait(days * DAY)),
        6 => Just(Op::Idle),
        1 => (1u128..4).prop_map(Op::Gearing),
    ]
}

fn operations() -> impl Strategy<Value = Vec<Op>> {
    vec(story(), OPERATIONS).prop_map(|stories| stories.concat())
}

/// What people have beside what is on hold, as the model has it.
type Purses = BTreeMap<AccountId, i128>;

/// Both do it, or both do not.
#[track_caller]
fn agree<R>(
    model: &mut Model,
    expected: impl FnOnce(&mut Model) -> Option<R>,
    call: impl FnOnce() -> DispatchResult,
) -> Option<R> {
    let mut after = model.clone();
    let expected = expected(&mut after);
    let done = with_storage_layer(call);
    assert_eq!(done.is_ok(), expected.is_some(), "{done:?}");
    if expected.is_some() {
        *model = after;
    }
    expected
}

/// What the sweep did: the chain tells which covers it came to, the model what that comes to.
fn follow_sweep(model: &mut Model) {
    for id in model.covers.keys().copied().collect::<Vec<_>>() {
        let seen = Covers::<Test>::get(id).map(|cover| cover.seen as usize);
        let product = model.covers[&id].product;
        let goal = seen.unwrap_or(model.events[product].len());
        while model.seen(id) < goal {
            assert_eq!(model.settle(id), Some(false));
        }
        if seen.is_none() {
            assert_eq!(model.settle(id), Some(true));
        }
    }
}

fn follow_block(model: &mut Model) {
    model.end_days(books().day.into());
    model.day = books().day.into();
    follow_sweep(model);
}

#[derive(Default)]
struct Seen {
    bought: u32,
    renewed: u32,
    paid: u32,
    short: u32,
    withdrawn: u32,
    accepted: u32,
    rejected: u32,
    collected: u32,
    rounds: u32,
}

fn run_op(model: &mut Model, purses: &mut Purses, seen: &mut Seen, op: &Op) {
    let spend = |purses: &mut Purses, who: AccountId, amount: u128| *purses.get_mut(&who).unwrap() -= amount as i128;
    let last_cover = |model: &Model, back: u32| model.next_cover.wrapping_sub(1 + back);
    let last_claim = |model: &Model, back: u32| model.next_claim.wrapping_sub(1 + back);
    match *op {
        Op::Join(who, amount) => {
            let join = || Insurance::join(signed(who), amount, 0);
            if agree(model, |model| model.join(who, amount), join).is_some() {
                spend(purses, who, amount);
            }
        }
        Op::Notice(who, part) => {
            let shares = shares(who) / 1_000 * part;
            let call = || Insurance::request_withdrawal(signed(who), shares);
            agree(model, |model| model.notice(who, shares), call);
        }
        Op::Cancel(who) => {
            agree(
                model,
                |model| model.cancel(who),
                || Insurance::cancel_withdrawal(signed(who)),
            );
        }
        Op::Withdraw(who) => {
            let before = model.withdrawn;
            if agree(
                model,
                |model| model.withdraw(who),
                || Insurance::withdraw(signed(who), 0),
            )
            .is_some()
            {
                *purses.get_mut(&who).unwrap() += (model.withdrawn - before) as i128;
                assert!(model.withdrawn == before || holds(model));
                seen.withdrawn += 1;
            }
        }
        Op::Buy(who, product, part, days) | Op::Underpay(who, product, part, days) => {
            let amount = model.capital / 100 * TERMS[product].0 / 1_000 * part;
            let quote = Insurance::cover_quote(product as u32, amount, days as u32);
            let most = match op {
                Op::Underpay(..) => quote.map_or(0, |quote| quote.premium - 1),
                _ => u128::MAX,
            };
            let call = || Insurance::buy_cover(signed(who), product as u32, amount, days as u32, most);
            let premium = agree(model, |model| model.buy(who, product, amount, days, most), call);
            if let Some(premium) = premium {
                assert_eq!(premium, quote.unwrap().premium);
                spend(purses, who, premium);
                assert!(holds(model));
                assert!(model.active(product) <= model.capital / 100 * TERMS[product].0 + 100);
                seen.bought += 1;
            }
        }
        Op::Renew(cover, own, days) => {
            let id = last_cover(model, cover);
            let owner = model.covers.get(&id).map_or(ALICE, |cover| cover.owner);
            let who = if own { owner } else { (owner + 1).min(EVE) };
            let call = || Insurance::renew_cover(signed(who), id, days as u32, u128::MAX);
            if let Some(premium) = agree(model, |model| model.renew(who, id, days), call) {
                spend(purses, who, premium);
                assert!(holds(model));
                seen.renewed += 1;
            }
        }
        Op::Lose(product, thousandths) => {
            let risk = [Risk::Synth, Risk::Series(7)][product];
            let short = model.capital;
            Insurance::on_loss(Loss {
                risk,
                lost: thousandths * 7,
                of: 7_000,
            });
            model.end_days(books().day.into());
            model.day = books().day.into();
            model.lose(product, thousandths);
            seen.short += u32::from(short > 0 && model.capital == 0);
        }
        Op::Claim(cover) => {
            let id = last_cover(model, cover);
            let before = (model.paid, model.covers.get(&id).map(|cover| cover.owner));
            if agree(model, |model| model.settle(id), || claim(id)).is_some() {
                let paid = model.paid - before.0;
                *purses.get_mut(&before.1.unwrap()).unwrap() += paid as i128;
                seen.paid += u32::from(paid > 0);
            }
        }
        Op::Wait(time) => {
            wait(time);
            model.now = Now::get();
        }
        Op::Block(days, steps) => {
            let room = <() as WeightInfo>::idle_look()
                + <() as WeightInfo>::end_day() * days
                + <() as WeightInfo>::sweep_step() * steps;
            swept(model, purses, seen, || {
                let used = Insurance::on_idle(System::block_number(), room);
                assert!(used.all_lte(room));
            });
        }
        Op::Idle => {
            swept(model, purses, seen, idle);
            assert!(model.day == model.today() || model.unearned() == 0);
            // Nothing waits and nothing that has ended is left.
            for (id, cover) in &model.covers {
                assert_eq!(model.seen(*id), model.events[cover.product].len());
                assert!(cover.end > model.day || cover.claim.is_some());
            }
            assert_eq!(books().events, 0);
        }
        Op::Poke => {
            let day = books().day;
            if with_storage_layer(|| Insurance::poke(signed(ALICE))).is_ok() {
                assert!(books().day > day);
                follow_block(model);
            } else {
                assert_eq!(model.day, model.today());
            }
        }
        Op::Pending(pending) => {
            PendingSynth::set(&u128::from(pending));
            model.pending = pending;
        }
        Op::Gearing(gearing) => {
            Gearing::set(&FixedU128::from_u32(gearing as u32));
            model.gearing = gearing;
        }
        Op::Stake(who, amount) => {
            let call = || Insurance::stake(signed(who), amount);
            if agree(model, |model| model.do_stake(who, amount), call).is_some() {
                spend(purses, who, amount);
            }
        }
        Op::Unstake(who, amount) => {
            let call = || Insurance::unstake(signed(who), amount);
            agree(model, |model| model.unstake(who, amount), call);
        }
        Op::Release(who) => {
            if let Some(amount) = agree(model, |model| model.release(who), || Insurance::release(signed(who))) {
                *purses.get_mut(&who).unwrap() += amount as i128;
            }
        }
        Op::Submit(cover, part) => {
            let id = last_cover(model, cover);
            let (owner, amount) = model.covers.get(&id).map_or((ALICE, 0), |it| (it.owner, it.amount));
            let lost = amount * part / 1_000;
            let call = || Insurance::submit_claim(signed(owner), id, lost, [0; 32]);
            if agree(model, |model| model.submit(owner, id, lost), call).is_some() {
                spend(purses, owner, DEPOSIT);
            }
        }
        Op::Vote(who, claim, verdict) => {
            let id = last_claim(model, claim);
            let call = || Insurance::vote(signed(who), id, verdict);
            agree(model, |model| model.vote(who, id, verdict), call);
        }
        Op::Escalate(claim) => {
            let id = last_claim(model, claim);
            let call = || Insurance::escalate(RuntimeOrigin::root(), id);
            agree(model, |model| model.escalate(id), call);
        }
        Op::Resolve(claim, verdict) => {
            let id = last_claim(model, claim);
            decided(model, purses, seen, id, |model| {
                let call = || Insurance::resolve(RuntimeOrigin::root(), id, verdict);
                agree(model, |model| model.resolve(id, verdict), call);
            });
        }
        Op::Finalise(claim) => {
            let id = last_claim(model, claim);
            decided(model, purses, seen, id, |model| {
                agree(model, |model| model.finalise(id), || finalise(id));
            });
        }
        Op::Collect(claim, who) => {
            let id = last_claim(model, claim);
            if let Some(paid) = agree(model, |model| model.collect(id, who), || collect(id, who)) {
                *purses.get_mut(&who).unwrap() += paid as i128;
                seen.collected += u32::from(paid > 0);
            }
        }
        Op::Donate(amount) => {
            assert_ok!(Balances::transfer_allow_death(signed(BOB), pool_account(), amount));
            spend(purses, BOB, amount);
        }
    }
}

/// A block, and who was paid in it.
fn swept(model: &mut Model, purses: &mut Purses, seen: &mut Seen, block: impl FnOnce()) {
    let before = model.covers.clone();
    block();
    follow_block(model);
    for (id, cover) in before {
        let left = model.covers.get(&id).map(|cover| cover.amount);
        // Of one that is gone the chain tells: the money is compared below.
        let paid = match left {
            Some(left) => cover.amount - left,
            None => paid_in_events(id),
        };
        *purses.get_mut(&cover.owner).unwrap() += paid as i128;
        seen.paid += u32::from(paid > 0);
    }
}

fn paid_in_events(id: CoverId) -> u128 {
    System::read_events_for_pallet::<Event>()
        .into_iter()
        .map(|event| match event {
            Event::CoverPaid { cover, paid, .. } if cover == id => paid,
            _ => 0,
        })
        .sum()
}

/// A claim that may be decided: the deposit and the payout come back.
fn decided(model: &mut Model, purses: &mut Purses, seen: &mut Seen, id: ClaimId, step: impl FnOnce(&mut Model)) {
    let claim = model.claims.get(&id).cloned();
    let before = (model.paid, model.forfeited);
    step(model);
    let Some(claim) = claim.filter(|claim| !matches!(claim.stage, ModelStage::Decided(..))) else {
        return;
    };
    let owner = model.covers[&claim.cover].owner;
    if model.paid > before.0 {
        assert_eq!(model.paid - before.0, claim.payout);
        *purses.get_mut(&owner).unwrap() += (claim.payout + DEPOSIT) as i128;
        seen.accepted += 1;
    } else if model.forfeited > before.1 {
        seen.rejected += 1;
    }
}

/// Capital is at least the requirement.
fn holds(model: &Model) -> bool {
    model.capital >= ceil(model::big(model.all_active()), model::big(model.gearing))
}

/// The chain shows what the model does.
fn compare(model: &Model, purses: &Purses) {
    Insurance::do_try_state().unwrap();
    let it = books();
    assert_eq!(
        [
            it.joined,
            it.withdrawn,
            it.premiums,
            it.fees,
            it.earned,
            it.paid,
            it.forfeited,
            it.rewarded
        ],
        [
            model.joined,
            model.withdrawn,
            model.premiums,
            model.fees,
            model.earned,
            model.paid,
            model.forfeited,
            model.rewarded
        ]
    );
    assert_eq!(
        [it.capital, it.events, it.claims, it.rewards, it.active, it.shares, it.stake],
        [
            model.capital,
            model.reserved(),
            model.contested(),
            model.rewards(),
            model.all_active(),
            model.shares(),
            model.stake()
        ]
    );
    assert_eq!((u64::from(it.day), it.round), (model.day, model.round));
    for who in PEOPLE {
        let member = Members::<Test>::get(who).filter(|member| member.round == it.round);
        let member = member.map(|it| (it.shares, it.notice.map(|notice| (notice.shares, notice.from))));
        let expected = model.members.get(&who).map(|it| (it.shares, it.notice));
        assert_eq!(member, expected);
        let assessor = Assessors::<Test>::get(who).map(|it| (it.stake, it.since, it.leaving, it.from));
        let expected = model
            .assessors
            .get(&who)
            .map(|it| (it.stake, it.since, it.leaving, it.from));
        assert_eq!(assessor, expected);
        assert_eq!(free(who) as i128, purses[&who]);
    }
    let covers: BTreeSet<_> = Covers::<Test>::iter()
        .map(|(id, it)| {
            (
                id,
                it.owner,
                it.product as usize,
                it.amount,
                u64::from(it.end),
                it.seen as usize,
                it.claim,
            )
        })
        .collect();
    let expected: BTreeSet<_> = model
        .covers
        .iter()
        .map(|(id, it)| (*id, it.owner, it.product, it.amount, it.end, model.seen(*id), it.claim))
        .collect();
    assert_eq!(covers, expected);
    for id in 0..3 {
        assert_eq!(product(id).active, model.active(id as usize));
        assert_eq!(
            Insurance::capacity(id).unwrap().rate.into_inner(),
            model.rate(id as usize)
        );
    }
    let claims: Vec<_> = Claims::<Test>::iter().collect();
    assert_eq!(claims.len(), model.claims.len());
    for (id, claim) in claims {
        let expected = &model.claims[&id];
        let stage = match claim.stage {
            Stage::Voting => ModelStage::Voting,
            Stage::Escalated => ModelStage::Escalated,
            Stage::Decided { verdict, reward, left } => ModelStage::Decided(verdict, reward, left),
        };
        assert_eq!(stage, expected.stage);
        assert_eq!((claim.payout, claim.reward), (expected.payout, expected.reward));
        assert_eq!(claim.accept, Model::weight(expected, Verdict::Accept));
        assert_eq!(claim.reject, Model::weight(expected, Verdict::Reject));
    }
    assert_eq!(Fees::taken(FeeSource::Cover), model.fees);
}

fn sequence(operations: &[Op]) -> Seen {
    let mut seen = Seen::default();
    new_test_ext().execute_with(|| {
        let kinds = [
            Kind::Parametric(Risk::Synth),
            Kind::Parametric(Risk::Series(7)),
            Kind::Voted,
        ];
        for (kind, (capacity, pays)) in kinds.into_iter().zip(TERMS) {
            assert_ok!(Insurance::create_product(
                RuntimeOrigin::root(),
                kind,
                Permill::from_percent(capacity as u32),
                Permill::from_percent(pays as u32),
                percent(2),
                percent(2),
            ));
        }
        let mut model = Model::new();
        let mut purses: Purses = PEOPLE.into_iter().map(|who| (who, ENDOWMENT as i128)).collect();
        for op in [
            Op::Join(ALICE, CAPITAL),
            Op::Stake(DAVE, 1_000),
            Op::Stake(EVE, 3_000),
            Op::Wait(1),
        ] {
            run_op(&mut model, &mut purses, &mut seen, &op);
        }
        for op in operations {
            seen.rounds = model.round;
            next_block();
            let before = holds(&model);
            run_op(&mut model, &mut purses, &mut seen, op);
            compare(&model, &purses);
            if !matches!(op, Op::Lose(..) | Op::Submit(..) | Op::Gearing(_)) {
                assert!(!before || holds(&model), "{op:?}");
            }
        }
    });
    seen
}

/// `FINCH_SEQUENCES`, or 60.
fn runs() -> Runs {
    let all: u32 =
        std::env::var("FINCH_SEQUENCES").map_or(60, |text| text.parse().expect("FINCH_SEQUENCES is a number"));
    Runs {
        failure_persistence: None,
        max_shrink_iters: 1_000,
        max_shrink_time: 20_000,
        ..Runs::with_cases(all.max(1))
    }
}

proptest! {
    #![proptest_config(runs())]

    #[test]
    fn any_sequence_of_operations_agrees_with_the_model(operations in operations()) {
        sequence(&operations);
    }

    #[test]
    fn capacity_and_requirement_hold_under_random_operations(operations in vec(sale(), OPERATIONS)) {
        sequence(&operations);
    }
}

/// The random sequences do what they are for: else they would show nothing.
#[test]
fn the_sequences_contain_everything() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut all = [0; 9];
    for _ in 0..60 {
        let seen = sequence(&operations().new_tree(&mut runner).unwrap().current());
        let parts = [
            seen.bought,
            seen.renewed,
            seen.paid,
            seen.short,
            seen.withdrawn,
            seen.accepted,
            seen.rejected,
            seen.collected,
            seen.rounds,
        ];
        for (sum, part) in all.iter_mut().zip(parts) {
            *sum += part;
        }
    }
    assert!(all.iter().all(|sum| *sum > 0), "{all:?}");
}
