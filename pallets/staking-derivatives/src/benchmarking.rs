// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every call, every callback of the auction house, every upkeep step, and the slash hook, with as many tranches as
//! there can be. What staking system, house and curve themselves cost comes on top, from their own weights.

use super::{types::*, *};
use alloc::vec::Vec;
use finch_ports::{Alarm, AuctionSeller, Clearing, OnSlash, StakingBackend};
use finch_types::{Balance, Lot, SeriesId, TrancheId};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{Inspect, Mutate, MutateHold},
        fungibles::{Inspect as _, Mutate as _},
        EnsureOrigin, Get, Time,
    },
    weights::WeightMeter,
    BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::traits::{One, StaticLookup, Zero};

/// What a benchmark series stakes.
fn principal<T: Config>() -> Balance {
    T::MinPrincipal::get()
        .max(T::Staking::min_nominator_bond())
        .max(T::Currency::minimum_balance())
        * 1_000
}

fn rich<T: Config>(name: &'static str, index: u32) -> T::AccountId {
    let who: T::AccountId = account(name, index, 0);
    T::Currency::mint_into(&who, principal::<T>() * 100).unwrap();
    who
}

fn validator<T: Config>() -> T::AccountId {
    T::Staking::candidates(1).pop().expect("somebody validates").account
}

fn terms<T: Config>() -> Terms {
    Terms {
        term: T::MinTerm::get(),
        bidding: 3_600_000,
        contract_size: T::Currency::minimum_balance() * 2,
        min_turnover: Perbill::zero(),
        agreement: [7; 32],
    }
}

/// `count` tranches of a fifth of the principal each, below par for any reward.
fn tranches(count: u32) -> TranchesOf<TrancheTerms> {
    let tranche = TrancheTerms {
        share: Perbill::from_percent(20),
        annual_rate: FixedU128::from_inner(50_000_000_000_000_000),
        ask: FixedU128::from_inner(950_000_000_000_000_000),
        tick_size: FixedU128::from_inner(1_000_000_000_000_000),
    };
    BoundedVec::truncate_from((0..count).map(|_| tranche).collect::<Vec<_>>())
}

fn proposed<T: Config>() -> (T::AccountId, SeriesId) {
    let issuer = rich::<T>("issuer", 0);
    let id = NextSeries::<T>::get();
    let (principal, bond) = (principal::<T>(), principal::<T>() / 10);
    let terms = terms::<T>();
    Pallet::<T>::do_propose(
        issuer.clone(),
        validator::<T>(),
        principal,
        bond,
        terms,
        tranches(MAX_TRANCHES),
    )
    .unwrap();
    (issuer, id)
}

fn opened<T: Config>() -> (T::AccountId, SeriesId) {
    let (issuer, id) = proposed::<T>();
    Pallet::<T>::do_verify(id).unwrap();
    // One place is left for it.
    Live::<T>::put(BoundedVec::truncate_from(
        (1_000_000..1_000_000 + MAX_LIVE - 1).collect::<Vec<_>>(),
    ));
    Pallet::<T>::do_open(issuer.clone(), id).unwrap();
    (issuer, id)
}

fn lot(series: SeriesId, tranche: TrancheId) -> Lot {
    Lot::Derivative { series, tranche }
}

/// A series without stake, half of every tranche sold at par and delivered to `buyer`, who has paid.
fn active<T: Config>(buyer: &T::AccountId) -> SeriesId {
    let id = in_auction::<T>(principal::<T>() / 5, MAX_TRANCHES);
    close_all::<T>(id);
    let series = Pallet::<T>::load(id).unwrap();
    for (at, tranche) in (0u8..).zip(&series.tranches) {
        let units = tranche.pending;
        pay::<T>(id, units);
        Pallet::<T>::deliver(lot(id, at), buyer, units, units).unwrap();
        Pallet::<T>::finished(lot(id, at), tranche.unsold).unwrap();
    }
    id
}

fn close_all<T: Config>(id: SeriesId) {
    for at in 0..MAX_TRANCHES as TrancheId {
        Pallet::<T>::closed(lot(id, at), half::<T>(id, at)).unwrap();
    }
}

fn half<T: Config>(id: SeriesId, at: TrancheId) -> Clearing {
    let sold = Pallet::<T>::load(id).unwrap().tranches[usize::from(at)].units / 2;
    Clearing {
        price: FixedU128::one(),
        sold,
        turnover: sold,
    }
}

/// A buyer's payment arrives.
fn pay<T: Config>(id: SeriesId, amount: Balance) {
    T::Currency::mint_into(&Pallet::<T>::vault(id), amount).unwrap();
}

/// The term is over, and the vault holds less than it promised: a part of the bond is needed.
fn due<T: Config>(id: SeriesId) {
    let now = T::Time::now();
    let mut series = Pallet::<T>::load(id).unwrap();
    let promised: Balance = series.faces::<T>().unwrap().iter().sum();
    series.maturity = Some(now);
    series.accounted_era = T::Staking::active_era();
    series.idle = promised - series.bond / 2;
    pay::<T>(id, series.idle);
    AllSeries::<T>::insert(id, series);
}

fn step<T: Config>(series: SeriesId, stage: Stage) {
    Pallet::<T>::run_step(Step { series, stage }, T::Staking::active_era()).unwrap();
}

/// A series in auction with `count` tranches of at least `units` units each, without any auction: whoever benchmarks
/// opens that.
pub(crate) fn in_auction<T: Config>(units: Balance, count: u32) -> SeriesId {
    let issuer = rich::<T>("issuer", 1);
    let bond = principal::<T>() / 10;
    T::Currency::hold(&HoldReason::IssuerBond.into(), &issuer, bond).unwrap();
    let id = NextSeries::<T>::get();
    NextSeries::<T>::put(id + 1);
    let tranches = tranches(count).into_iter().map(|terms| Tranche {
        terms,
        units,
        factor: FixedU128::one(),
        sale: Sale::Open,
        auction: None,
        price: Zero::zero(),
        unsold: 0,
        pending: 0,
        outstanding: 0,
        payout: None,
        flows: Default::default(),
    });
    let mut series = Series {
        issuer,
        validator: validator::<T>(),
        state: State::Bidding,
        principal: 0,
        terms: terms::<T>(),
        fee_rate: FEE_MAX,
        bond,
        staked: 0,
        idle: 0,
        proceeds: 0,
        residual: 0,
        deposit: 0,
        maturity: None,
        redeem_from: 0,
        accounted_era: T::Staking::active_era(),
        first_token: None,
        tranches: BoundedVec::truncate_from(tranches.collect::<Vec<_>>()),
        flows: Default::default(),
    };
    Pallet::<T>::fund(id, &mut series).unwrap();
    AllSeries::<T>::insert(id, series);
    let others = (id + 1..id + MAX_LIVE).collect::<Vec<_>>();
    Live::<T>::put(BoundedVec::truncate_from([alloc::vec![id], others].concat()));
    id
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn propose() {
        let issuer = rich::<T>("issuer", 0);
        let (principal, bond) = (principal::<T>(), principal::<T>() / 10);
        let validator = T::Lookup::unlookup(validator::<T>());
        #[extrinsic_call]
        _(
            RawOrigin::Signed(issuer),
            validator,
            principal,
            bond,
            terms::<T>(),
            tranches(MAX_TRANCHES),
        );
        assert_eq!(AllSeries::<T>::iter().count(), 1);
    }

    #[benchmark]
    fn verify_proposal() {
        let (_, id) = proposed::<T>();
        let origin = T::VerifierOrigin::try_successful_origin().unwrap();
        #[extrinsic_call]
        verify(origin as T::RuntimeOrigin, id);
        assert_eq!(Pallet::<T>::load(id).unwrap().state, State::Verified);
    }

    #[benchmark]
    fn reject() {
        let (_, id) = proposed::<T>();
        let origin = T::VerifierOrigin::try_successful_origin().unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, id);
        assert!(!AllSeries::<T>::contains_key(id));
    }

    #[benchmark]
    fn withdraw_proposal() {
        let (issuer, id) = proposed::<T>();
        #[extrinsic_call]
        _(RawOrigin::Signed(issuer), id);
        assert!(!AllSeries::<T>::contains_key(id));
    }

    #[benchmark]
    fn open() {
        let (issuer, id) = proposed::<T>();
        Pallet::<T>::do_verify(id).unwrap();
        Live::<T>::put(BoundedVec::truncate_from(
            (1_000_000..1_000_000 + MAX_LIVE - 1).collect::<Vec<_>>(),
        ));
        #[extrinsic_call]
        _(RawOrigin::Signed(issuer), id);
        assert_eq!(Pallet::<T>::load(id).unwrap().state, State::Bidding);
    }

    #[benchmark]
    fn collect() {
        let buyer = rich::<T>("buyer", 0);
        let id = in_auction::<T>(principal::<T>(), MAX_TRANCHES);
        close_all::<T>(id);
        let units = Pallet::<T>::load(id).unwrap().tranches[0].pending;
        pay::<T>(id, units);
        Pallet::<T>::deliver(lot(id, 0), &buyer, units, units).unwrap();
        #[extrinsic_call]
        _(RawOrigin::Signed(buyer), id);
        assert_eq!(Pallet::<T>::load(id).unwrap().proceeds, 0);
    }

    #[benchmark]
    fn buy_back() {
        let issuer: T::AccountId = account("issuer", 1, 0);
        let id = active::<T>(&issuer);
        AllSeries::<T>::mutate(id, |series| series.as_mut().unwrap().maturity = Some(Moment::MAX));
        #[extrinsic_call]
        _(RawOrigin::Signed(issuer), id, 0, 1);
        assert_eq!(Pallet::<T>::load(id).unwrap().tranches[0].flows.bought_back, 1);
    }

    #[benchmark]
    fn settle() {
        let buyer = rich::<T>("buyer", 0);
        let id = active::<T>(&buyer);
        due::<T>(id);
        #[extrinsic_call]
        _(RawOrigin::Signed(buyer), id);
        assert_eq!(Pallet::<T>::load(id).unwrap().state, State::Matured);
    }

    #[benchmark]
    fn redeem() {
        let buyer = rich::<T>("buyer", 0);
        let id = active::<T>(&buyer);
        due::<T>(id);
        Pallet::<T>::do_settle(id).unwrap();
        let token = Pallet::<T>::load(id).unwrap().first_token.unwrap();
        let units = T::Assets::balance(token, &buyer);
        #[extrinsic_call]
        _(RawOrigin::Signed(buyer), id, 0, units);
        assert_eq!(Pallet::<T>::load(id).unwrap().tranches[0].outstanding, 0);
    }

    /// With as many accounts to clear as one call can and still reach the end.
    #[benchmark]
    fn close() {
        let buyer = rich::<T>("buyer", 0);
        let id = active::<T>(&buyer);
        due::<T>(id);
        Pallet::<T>::do_settle(id).unwrap();
        let series = Pallet::<T>::load(id).unwrap();
        for (at, tranche) in (0u8..).zip(&series.tranches) {
            Pallet::<T>::do_redeem(buyer.clone(), id, at, tranche.outstanding).unwrap();
        }
        for index in 0..(CLEAR_ITEMS - 1) * MAX_TRANCHES {
            let token = series.first_token.unwrap() + index % MAX_TRANCHES;
            T::Assets::mint_into(token, &account("stray", index, 0), 1).unwrap();
        }
        #[extrinsic_call]
        _(RawOrigin::Signed(buyer), id);
        assert!(!AllSeries::<T>::contains_key(id));
    }

    #[benchmark]
    fn may_bid() {
        let id = in_auction::<T>(1_000, MAX_TRANCHES);
        let who = rich::<T>("buyer", 0);
        let may;
        #[block]
        {
            may = Pallet::<T>::may_bid(lot(id, 0), &who);
        }
        assert!(may);
    }

    #[benchmark]
    fn closed() {
        let id = in_auction::<T>(1_000, MAX_TRANCHES);
        for at in 1..MAX_TRANCHES as TrancheId {
            Pallet::<T>::closed(lot(id, at), half::<T>(id, at)).unwrap();
        }
        let clearing = half::<T>(id, 0);
        #[block]
        {
            Pallet::<T>::closed(lot(id, 0), clearing).unwrap();
        }
        assert_eq!(Pallet::<T>::load(id).unwrap().state, State::Cleared);
    }

    #[benchmark]
    fn deliver() {
        let id = in_auction::<T>(1_000, MAX_TRANCHES);
        close_all::<T>(id);
        let who = rich::<T>("buyer", 0);
        #[block]
        {
            Pallet::<T>::deliver(lot(id, 0), &who, 500, 500).unwrap();
        }
        assert_eq!(Pallet::<T>::load(id).unwrap().tranches[0].outstanding, 500);
    }

    #[benchmark]
    fn finished() {
        let paid = T::Currency::minimum_balance() * 1_000;
        let id = in_auction::<T>(paid * 2, MAX_TRANCHES);
        close_all::<T>(id);
        let who = rich::<T>("buyer", 0);
        pay::<T>(id, paid);
        Pallet::<T>::deliver(lot(id, 0), &who, paid, paid).unwrap();
        #[block]
        {
            Pallet::<T>::finished(lot(id, 0), paid).unwrap();
        }
        assert_eq!(Pallet::<T>::load(id).unwrap().proceeds, 0);
    }

    #[benchmark]
    fn slash() {
        let (_, id) = opened::<T>();
        let vault = Pallet::<T>::vault(id);
        let amount = principal::<T>() / 20;
        #[block]
        {
            Pallet::<T>::on_slash(&vault, amount);
        }
        assert_eq!(Pallet::<T>::load(id).unwrap().flows.seized, amount);
    }

    /// No era has begun.
    #[benchmark]
    fn idle_look() {
        T::Alarm::set(None);
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_idle(&mut meter);
        }
        assert_eq!(meter.consumed(), T::WeightInfo::idle_look());
    }

    /// A look, and the beginning of a round: active eras cannot be made here, so the parts are run one by one.
    #[benchmark]
    fn upkeep_idle() {
        let series = in_auction::<T>(1_000, MAX_TRANCHES);
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_upkeep(&mut meter, 0);
            Round::<T>::put(Upkeep {
                step: Pallet::<T>::first_step(None, 0),
                ..Default::default()
            });
        }
        assert_eq!(Round::<T>::get().step.map(|step| step.series), Some(series));
    }

    #[benchmark]
    fn step_payout() {
        let (_, series) = opened::<T>();
        // The era after the active one has nothing to pay: what is measured is the pallet's part.
        let era = T::Staking::active_era();
        let stage = Stage::Payout { era, cursor: 0 };
        #[block]
        {
            let _ = Pallet::<T>::run_step(Step { series, stage }, era);
        }
    }

    #[benchmark]
    fn step_account() {
        let (_, id) = opened::<T>();
        let vault = Pallet::<T>::vault(id);
        let reward = principal::<T>() / 1_000;
        T::Staking::benchmark_reward(&vault, reward);
        let _ = T::Staking::payout_step(&vault, T::Staking::active_era().saturating_sub(1), 0);
        #[block]
        {
            step::<T>(id, Stage::Account);
        }
        assert!(Pallet::<T>::load(id).unwrap().flows.rewarded > 0);
    }

    #[benchmark]
    fn step_unbond() {
        let (_, id) = opened::<T>();
        AllSeries::<T>::mutate(id, |series| {
            let series = series.as_mut().unwrap();
            series.state = State::Active;
            series.maturity = Some(0);
        });
        #[block]
        {
            step::<T>(id, Stage::Unbond);
        }
        assert_eq!(T::Staking::stake(&Pallet::<T>::vault(id)).active, 0);
    }

    #[benchmark]
    fn step_settle() {
        let buyer = rich::<T>("buyer", 0);
        let id = active::<T>(&buyer);
        due::<T>(id);
        #[block]
        {
            step::<T>(id, Stage::Settle);
        }
        assert_eq!(Pallet::<T>::load(id).unwrap().state, State::Matured);
        assert!(!Live::<T>::get().contains(&id));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
