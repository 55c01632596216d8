// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the calls cost without the days that they end, the end of a day, a loss, and the steps of the hook. The measurement
//! contains what the runtime's fee sink does; what it costs to ask for known losses is added by the pallet.

use super::{books::begin, types::*, *};
use finch_ports::{Alarm, Loss, LossObserver, Risk};
use finch_types::{ClaimId, CoverId};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{Inspect, InspectHold, Mutate},
        EnsureOrigin, Get,
    },
    weights::WeightMeter,
    BoundedVec,
};
use frame_system::RawOrigin;
use sp_arithmetic::Permill;
use sp_runtime::traits::StaticLookup;

const DAY_ONE: Day = 20_000;

/// More than any least amount.
fn unit<T: Config>() -> Balance {
    [
        T::MinJoin::get(),
        T::MinCover::get(),
        T::MinStake::get(),
        T::ClaimDeposit::get(),
        T::Currency::minimum_balance(),
    ]
    .into_iter()
    .max()
    .unwrap()
        * 1_000
}

fn rich<T: Config>(name: &'static str) -> T::AccountId {
    let who: T::AccountId = account(name, 0, 0);
    T::Currency::mint_into(&who, unit::<T>() * 1_000_000).unwrap();
    who
}

fn at<T: Config>(now: Moment) {
    T::BenchmarkHelper::set_time(now);
}

/// A pool with a member, and as many products as there can be, of which the last is voted.
fn prepare<T: Config>() -> T::AccountId {
    at::<T>(begin(DAY_ONE) + 1);
    // Those of genesis make room.
    let _ = Products::<T>::clear(MAX_PRODUCTS, None);
    Risks::<T>::kill();
    NextProduct::<T>::kill();
    T::Currency::mint_into(&Pallet::<T>::account_id(), T::Currency::minimum_balance()).unwrap();
    let member = rich::<T>("member");
    Pallet::<T>::do_join(member.clone(), unit::<T>() * 10_000, 0).unwrap();
    for id in 0..MAX_PRODUCTS {
        let kind = match id {
            0 => Kind::Parametric(Risk::Synth),
            id if id == MAX_PRODUCTS - 1 => Kind::Voted,
            id => Kind::Parametric(Risk::Series(id)),
        };
        Pallet::<T>::do_create_product(kind, Permill::one(), Permill::one(), MIN_RATE, MIN_RATE).unwrap();
    }
    member
}

const LAST: ProductId = MAX_PRODUCTS - 1;

/// A cover of every product, all of which end on the same day. Returns the owner and the covers of the first and the last.
fn covered<T: Config>() -> (T::AccountId, CoverId, CoverId) {
    prepare::<T>();
    let owner = rich::<T>("owner");
    let first = NextCover::<T>::get();
    for id in 0..MAX_PRODUCTS {
        Pallet::<T>::do_buy_cover(owner.clone(), id, unit::<T>() * 10, T::MinDays::get(), Balance::MAX).unwrap();
    }
    (owner, first, NextCover::<T>::get() - 1)
}

fn half_lost<T: Config>() {
    <Pallet<T> as LossObserver>::on_loss(Loss {
        risk: Risk::Synth,
        lost: 1,
        of: 2,
    });
}

/// An open claim, an assessor of an age to vote on it, and one who has voted for it.
fn claimed<T: Config>() -> (ClaimId, T::AccountId, T::AccountId) {
    let (owner, _, cover) = covered::<T>();
    let (assessor, voter) = (rich::<T>("assessor"), rich::<T>("voter"));
    Pallet::<T>::do_stake(assessor.clone(), unit::<T>()).unwrap();
    Pallet::<T>::do_stake(voter.clone(), unit::<T>() * 10).unwrap();
    at::<T>(begin(DAY_ONE) + 2);
    let claim = NextClaim::<T>::get();
    Pallet::<T>::do_submit_claim(owner, cover, unit::<T>(), [0; 32]).unwrap();
    Pallet::<T>::do_vote(voter.clone(), claim, Verdict::Accept).unwrap();
    (claim, assessor, voter)
}

/// An assessor in a pool that is empty otherwise.
fn assessor<T: Config>() -> T::AccountId {
    at::<T>(begin(DAY_ONE));
    let who = rich::<T>("assessor");
    Pallet::<T>::do_stake(who.clone(), unit::<T>()).unwrap();
    who
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn join() {
        covered::<T>();
        let who = rich::<T>("new");
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), unit::<T>(), 0);
        assert!(Members::<T>::get(&who).unwrap().shares > 0);
    }

    #[benchmark]
    fn request_withdrawal() {
        let who = prepare::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), 1);
        assert!(Members::<T>::get(&who).unwrap().notice.is_some());
    }

    #[benchmark]
    fn cancel_withdrawal() {
        let who = prepare::<T>();
        Pallet::<T>::do_request_withdrawal(who.clone(), 1).unwrap();
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));
        assert!(Members::<T>::get(&who).unwrap().notice.is_none());
    }

    /// Every product has active cover.
    #[benchmark]
    fn withdraw() {
        covered::<T>();
        let who: T::AccountId = account("member", 0, 0);
        let shares = Members::<T>::get(&who).unwrap().shares / 10;
        Pallet::<T>::do_request_withdrawal(who.clone(), shares).unwrap();
        // The days of the notice are not over in the books: they cost nothing here.
        Members::<T>::mutate(&who, |member| {
            member.as_mut().unwrap().notice.as_mut().unwrap().from = begin(DAY_ONE);
        });
        #[extrinsic_call]
        _(RawOrigin::Signed(who), 0);
        assert!(Pool::<T>::get().withdrawn > 0);
    }

    #[benchmark]
    fn create_product() -> Result<(), BenchmarkError> {
        let origin = admin::<T>()?;
        prepare::<T>();
        Pallet::<T>::do_remove_product(1).unwrap();
        let kind = Kind::Parametric(Risk::Series(1_000));
        #[extrinsic_call]
        _(
            origin as T::RuntimeOrigin,
            kind,
            Permill::one(),
            Permill::one(),
            MAX_RATE,
            MIN_RATE,
        );
        assert_eq!(Products::<T>::count(), MAX_PRODUCTS);
        Ok(())
    }

    #[benchmark]
    fn change_product() -> Result<(), BenchmarkError> {
        let origin = admin::<T>()?;
        prepare::<T>();
        #[extrinsic_call]
        _(
            origin as T::RuntimeOrigin,
            LAST,
            Permill::one(),
            MAX_RATE,
            Sales::Closed,
        );
        assert_eq!(Products::<T>::get(LAST).unwrap().target, MAX_RATE);
        Ok(())
    }

    #[benchmark]
    fn remove_product() -> Result<(), BenchmarkError> {
        let origin = admin::<T>()?;
        prepare::<T>();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, LAST - 1);
        assert_eq!(Products::<T>::count(), MAX_PRODUCTS - 1);
        Ok(())
    }

    /// On a day on which covers of every other product end.
    #[benchmark]
    fn buy_cover() {
        covered::<T>();
        let who = rich::<T>("new");
        let id = NextCover::<T>::get();
        #[extrinsic_call]
        _(
            RawOrigin::Signed(who),
            LAST,
            unit::<T>(),
            T::MinDays::get(),
            Balance::MAX,
        );
        assert!(Covers::<T>::contains_key(id));
    }

    /// To a day on which covers of every other product end.
    #[benchmark]
    fn renew_cover() {
        let (owner, first, _) = covered::<T>();
        for id in 1..MAX_PRODUCTS {
            Pallet::<T>::do_buy_cover(owner.clone(), id, unit::<T>(), 2 * T::MinDays::get(), Balance::MAX).unwrap();
        }
        #[extrinsic_call]
        _(RawOrigin::Signed(owner), first, T::MinDays::get(), Balance::MAX);
        assert_eq!(
            Covers::<T>::get(first).unwrap().end,
            DAY_ONE + 1 + 2 * T::MinDays::get()
        );
    }

    /// The last cover that is asked for the loss, on a day on which others end.
    #[benchmark]
    fn claim() {
        let (_, first, _) = covered::<T>();
        half_lost::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(whitelisted_caller()), first);
        assert_eq!(Covers::<T>::get(first).unwrap().amount, unit::<T>() * 5);
        assert_eq!(Events::<T>::iter().count(), 0);
    }

    #[benchmark]
    fn stake() {
        let who = assessor::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(who), unit::<T>());
        assert_eq!(Pool::<T>::get().stake, unit::<T>() * 2);
    }

    #[benchmark]
    fn unstake() {
        let who = assessor::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(who), unit::<T>());
        assert_eq!(Pool::<T>::get().stake, 0);
    }

    #[benchmark]
    fn release() {
        let who = assessor::<T>();
        Pallet::<T>::do_unstake(who.clone(), unit::<T>()).unwrap();
        at::<T>(begin(DAY_ONE) + STAKE_NOTICE);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));
        assert_eq!(T::Currency::balance_on_hold(&HoldReason::Stake.into(), &who), 0);
    }

    #[benchmark]
    fn submit_claim() {
        let (owner, _, cover) = covered::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(owner), cover, unit::<T>(), [1; 32]);
        assert!(Covers::<T>::get(cover).unwrap().claim.is_some());
    }

    #[benchmark]
    fn vote() {
        let (number, assessor, _) = claimed::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(assessor), number, Verdict::Reject);
        assert_eq!(Claims::<T>::get(number).unwrap().votes, 2);
    }

    #[benchmark]
    fn escalate() -> Result<(), BenchmarkError> {
        let origin = admin::<T>()?;
        let (number, ..) = claimed::<T>();
        at::<T>(begin(DAY_ONE) + 2 + T::VotePeriod::get());
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number);
        assert_eq!(Claims::<T>::get(number).unwrap().stage, Stage::Escalated);
        Ok(())
    }

    /// It is paid.
    #[benchmark]
    fn resolve() -> Result<(), BenchmarkError> {
        let origin = admin::<T>()?;
        let (number, ..) = claimed::<T>();
        at::<T>(begin(DAY_ONE) + 2 + T::VotePeriod::get());
        Pallet::<T>::do_escalate(number).unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number, Verdict::Accept);
        assert_eq!(Pool::<T>::get().paid, unit::<T>());
        Ok(())
    }

    /// It is paid.
    #[benchmark]
    fn finalise() {
        let (number, ..) = claimed::<T>();
        at::<T>(begin(DAY_ONE) + 2 + T::VotePeriod::get() + T::CoolDown::get());
        #[extrinsic_call]
        _(RawOrigin::Signed(whitelisted_caller()), number);
        assert_eq!(Pool::<T>::get().paid, unit::<T>());
    }

    #[benchmark]
    fn collect() {
        let (number, _, voter) = claimed::<T>();
        at::<T>(begin(DAY_ONE) + 2 + T::VotePeriod::get() + T::CoolDown::get());
        Pallet::<T>::do_finalise(number).unwrap();
        let voter = T::Lookup::unlookup(voter);
        #[extrinsic_call]
        _(RawOrigin::Signed(whitelisted_caller()), number, voter);
        assert!(!Claims::<T>::contains_key(number));
    }

    /// Without what the days cost.
    #[benchmark]
    fn poke() {
        prepare::<T>();
        at::<T>(begin(DAY_ONE + 1));
        #[extrinsic_call]
        _(RawOrigin::Signed(whitelisted_caller()));
        assert_eq!(Pool::<T>::get().day, DAY_ONE + 1);
    }

    /// Covers of every product end.
    #[benchmark]
    fn end_day() {
        covered::<T>();
        let mut books = Pool::<T>::get();
        let end = books.day + T::MinDays::get();
        let ending = Endings::<T>::take(end + 1).unwrap();
        books.day = end - 1;
        let covers = BoundedVec::try_from(ending.covers.to_vec()).unwrap();
        Endings::<T>::insert(end, Ending { covers, ..ending });
        #[block]
        {
            Pallet::<T>::end_day(&mut books).unwrap();
            Pool::<T>::put(books);
        }
        assert_eq!(Pool::<T>::get().active, 0);
    }

    #[benchmark]
    fn on_loss() {
        covered::<T>();
        #[block]
        {
            half_lost::<T>();
        }
        assert_eq!(Pool::<T>::get().events, unit::<T>() * 5);
    }

    /// There is cover, and its day is not over.
    #[benchmark]
    fn idle_look() {
        covered::<T>();
        // The alarm rings for nothing: the look is complete, and sets it anew.
        T::Alarm::set(Some(0));
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_idle(&mut meter);
        }
        assert_eq!(meter.consumed(), T::WeightInfo::idle_look());
    }

    /// The last cover that is asked for the loss.
    #[benchmark]
    fn sweep_step() {
        let (_, first, _) = covered::<T>();
        half_lost::<T>();
        // The search begins behind the cover before it in the map, and finds it whichever that is.
        let others: alloc::vec::Vec<CoverId> = Covers::<T>::iter_keys().filter(|id| *id != first).collect();
        for other in others {
            Covers::<T>::remove(other);
        }
        #[block]
        {
            let sweep = Pallet::<T>::sweep_step(Schedule::<T>::get().sweep);
            Pallet::<T>::reschedule(|plan| plan.sweep = sweep);
        }
        assert_eq!(Covers::<T>::get(first).unwrap().amount, unit::<T>() * 5);
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
