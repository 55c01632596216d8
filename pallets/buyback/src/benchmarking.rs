// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What fees cost, every kind of step by a poke and by the hook, and what the auction house calls back. The measurement
//! contains what the runtime's market, house and feeds do meanwhile.

use super::{types::*, *};
use finch_ports::{AuctionSeller, FeeSink, Market, Reserves};
use finch_types::{Coin, FeeSource, FixedU128, Lot};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{self, Inspect as _, Mutate as _},
        fungibles::{self, metadata::Inspect as _, Inspect as _},
        Get,
    },
    weights::WeightMeter,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_runtime::traits::{One, Zero};

const ASSET: AssetId = 4_000_000_000;
const SOURCE: FeeSource = FeeSource::EtfStreaming;

/// Worth several lots at a price of 1, and a slice of a pool of so much is worth more than an account needs to live.
fn amount<T: Config>() -> Balance {
    T::MinSale::get().max(T::Currency::minimum_balance()) * 10_000
}

/// An asset of which a planck is worth a unit, some native in the account of the pallet, and no pool.
fn prepare<T: Config>() {
    frame_system::Pallet::<T>::set_block_number(100u32.into());
    T::BenchmarkHelper::prepare(ASSET, FixedU128::one());
    T::Currency::mint_into(&Pallet::<T>::account_id(), T::Currency::minimum_balance()).unwrap();
    T::Currency::mint_into(&T::Distribution::get(), T::Currency::minimum_balance()).unwrap();
}

/// A fee in the asset.
fn fee<T: Config>(source: FeeSource, units: Balance) {
    let credit = <T::Assets as fungibles::Balanced<T::AccountId>>::issue(ASSET, units);
    Pallet::<T>::deposit(source, credit);
}

/// Every other source has a fee waiting behind the first, of which so much waits.
fn fill<T: Config>(first: Balance) {
    fee::<T>(SOURCE, first);
    for source in [
        FeeSource::SynthReward,
        FeeSource::SynthInstant,
        FeeSource::DerivativeSale,
        FeeSource::Transaction,
        FeeSource::Options,
        FeeSource::Cover,
        FeeSource::EtfReward,
    ] {
        fee::<T>(source, amount::<T>());
    }
}

/// As much as is sold of the pool at once.
fn slice<T: Config>() -> Balance {
    T::MaxPart::get().mul_floor(amount::<T>())
}

/// Nothing waits any more of a source.
fn settle<T: Config>(source: FeeSource) {
    let mut pot = Pots::<T>::get(ASSET).unwrap();
    let units = pot.pending_of(source);
    let nothing = Retired {
        burned: 0,
        distributed: 0,
    };
    Pallet::<T>::count_bought(ASSET, &mut pot, source, (units, 0), &nothing)
        .map_err(|_| "the source waits")
        .unwrap();
    Pots::<T>::insert(ASSET, pot);
}

/// A deep pool, of which the price is known from the last block.
fn with_pool<T: Config>() {
    let reserves = Reserves {
        native: amount::<T>(),
        asset: amount::<T>(),
    };
    T::Market::benchmark_pool(ASSET, reserves);
    Pots::<T>::mutate(ASSET, |pot| {
        pot.as_mut().unwrap().mark = Some(Mark {
            block: frame_system::Pallet::<T>::block_number() - One::one(),
            price: FixedU128::one(),
            depth: amount::<T>(),
            decimals: T::Assets::decimals(ASSET),
            share: T::DistributionShare::get(),
        });
    });
}

/// The asset had the last turn, and has the next.
fn turn_of<T: Config>(at: BlockNumberFor<T>) -> Turns<BlockNumberFor<T>> {
    Turns {
        at,
        last: Some(ASSET),
        next: Some(ASSET),
    }
}

/// A lot of at least `units`, in an auction of which only this pallet knows.
pub(crate) fn in_auction<T: Config>(units: Balance) -> Lot {
    prepare::<T>();
    let units = units.max(amount::<T>());
    fee::<T>(SOURCE, units);
    Pots::<T>::mutate(ASSET, |pot| {
        pot.as_mut().unwrap().sale = Some(Sale {
            auction: 0,
            source: SOURCE,
            units,
        });
    });
    Lot::Fees { asset: ASSET }
}

/// What was sold of a source that has nothing left: its flow is in the books again.
fn sold_out<T: Config>() -> Balance {
    Flows::<T>::get((Coin::Asset(ASSET), SOURCE)).spent
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// A transaction fee, with a share for the distribution if the runtime has one.
    #[benchmark]
    fn deposit_native() {
        prepare::<T>();
        let fee = amount::<T>();
        let credit = <T::Currency as fungible::Balanced<T::AccountId>>::issue(fee);
        #[block]
        {
            Pallet::<T>::deposit(FeeSource::Transaction, credit);
        }
        assert_eq!(Flows::<T>::get((Coin::Native, FeeSource::Transaction)).taken, fee);
    }

    /// The last of all sources, of which nothing waits any more.
    #[benchmark]
    fn deposit_asset() {
        prepare::<T>();
        fill::<T>(amount::<T>());
        settle::<T>(FeeSource::EtfReward);
        let credit = <T::Assets as fungibles::Balanced<T::AccountId>>::issue(ASSET, amount::<T>());
        #[block]
        {
            Pallet::<T>::deposit(FeeSource::EtfReward, credit);
        }
        let flow = Pallet::<T>::flow(Coin::Asset(ASSET), FeeSource::EtfReward);
        assert_eq!((flow.taken, flow.spent), (2 * amount::<T>(), amount::<T>()));
    }

    #[benchmark]
    fn poke_mark() {
        let caller: T::AccountId = whitelisted_caller();
        prepare::<T>();
        fill::<T>(amount::<T>());
        with_pool::<T>();
        Pots::<T>::mutate(ASSET, |pot| pot.as_mut().unwrap().mark = None);
        #[extrinsic_call]
        poke(RawOrigin::Signed(caller), ASSET);
        assert!(Pots::<T>::get(ASSET).unwrap().mark.is_some());
    }

    /// All of the first source is sold.
    #[benchmark]
    fn poke_trade() {
        let caller: T::AccountId = whitelisted_caller();
        prepare::<T>();
        fill::<T>(slice::<T>());
        with_pool::<T>();
        #[extrinsic_call]
        poke(RawOrigin::Signed(caller), ASSET);
        assert_eq!(sold_out::<T>(), slice::<T>());
    }

    /// Trades have failed too often.
    #[benchmark]
    fn poke_sale() {
        let caller: T::AccountId = whitelisted_caller();
        prepare::<T>();
        fill::<T>(amount::<T>());
        with_pool::<T>();
        Pots::<T>::mutate(ASSET, |pot| pot.as_mut().unwrap().misses = MAX_MISSES);
        #[extrinsic_call]
        poke(RawOrigin::Signed(caller), ASSET);
        assert!(Pots::<T>::get(ASSET).unwrap().sale.is_some());
    }

    #[benchmark]
    fn deliver() {
        let lot = in_auction::<T>(1);
        let paid = amount::<T>();
        let buyer: T::AccountId = account("buyer", 0, 0);
        T::Currency::mint_into(&buyer, T::Currency::minimum_balance()).unwrap();
        T::Currency::mint_into(&Pallet::<T>::account_id(), paid).unwrap();
        #[block]
        {
            <Pallet<T> as AuctionSeller<T::AccountId>>::deliver(lot, &buyer, amount::<T>() / 2, paid).unwrap();
        }
        assert_eq!(T::Assets::balance(ASSET, &buyer), amount::<T>() / 2);
    }

    #[benchmark]
    fn finished() {
        let lot = in_auction::<T>(1);
        #[block]
        {
            <Pallet<T> as AuctionSeller<T::AccountId>>::finished(lot, amount::<T>()).unwrap();
        }
        assert!(Pots::<T>::get(ASSET).unwrap().sale.is_none());
    }

    /// Nothing waits, so that also the number of pots is read.
    #[benchmark]
    fn idle_look() {
        let now = 100u32.into();
        Turn::<T>::put(turn_of::<T>(1_000u32.into()));
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T>::run_idle(now, &mut meter);
        }
        assert_eq!(meter.consumed(), T::WeightInfo::idle_look());
    }

    /// All of the first source is sold. The turn alone: the look before it and what prepares the next one are measured by themselves.
    #[benchmark]
    fn idle_trade() {
        prepare::<T>();
        fill::<T>(slice::<T>());
        with_pool::<T>();
        let (turn, now) = (turn_of::<T>(Zero::zero()), frame_system::Pallet::<T>::block_number());
        #[block]
        {
            Pallet::<T>::serve(ASSET, turn, now);
        }
        assert_eq!(sold_out::<T>(), slice::<T>());
    }

    /// There is no pool.
    #[benchmark]
    fn idle_sale() {
        prepare::<T>();
        fill::<T>(amount::<T>());
        let (turn, now) = (turn_of::<T>(Zero::zero()), frame_system::Pallet::<T>::block_number());
        #[block]
        {
            Pallet::<T>::serve(ASSET, turn, now);
        }
        assert!(Pots::<T>::get(ASSET).unwrap().sale.is_some());
    }

    /// The asset had the last turn and is the only one, so that the map is searched to its end and from its beginning.
    #[benchmark]
    fn idle_prepare() {
        prepare::<T>();
        fill::<T>(amount::<T>());
        with_pool::<T>();
        let now = frame_system::Pallet::<T>::block_number();
        let turn = Turns {
            at: now,
            last: Some(ASSET),
            next: None,
        };
        #[block]
        {
            Pallet::<T>::prepare(turn, now);
        }
        assert_eq!(Turn::<T>::get().next, Some(ASSET));
        assert_eq!(Pots::<T>::get(ASSET).unwrap().mark.unwrap().block, now);
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
