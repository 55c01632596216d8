// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every call, every upkeep step, and the slash hook. What the staking backend itself costs comes on top, from its own
//! weights: see `hooks.rs`.

use super::{types::*, *};
use alloc::{vec, vec::Vec};
use finch_ports::{Alarm, Candidate, OnSlash, StakingBackend};
use finch_types::{Balance, EraIndex, Perbill, TicketId};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{Inspect, Mutate},
        EnsureOrigin, Get,
    },
    weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_runtime::traits::StaticLookup;

/// What a benchmark user deposits.
fn stake<T: Config<I>, I: 'static>() -> Balance {
    T::MinDeposit::get().max(T::Currency::minimum_balance()) * 1_000
}

/// A user with native.
fn user<T: Config<I>, I: 'static>(index: u32) -> T::AccountId {
    let who: T::AccountId = account("user", index, 0);
    T::Currency::mint_into(&who, stake::<T, I>() * 10).unwrap();
    who
}

/// A user who has minted.
fn holder<T: Config<I>, I: 'static>(index: u32) -> T::AccountId {
    let who = user::<T, I>(index);
    Pallet::<T, I>::do_mint(who.clone(), stake::<T, I>(), 0).unwrap();
    who
}

/// A ticket of `who` for half of what it has.
fn ticket<T: Config<I>, I: 'static>(who: &T::AccountId) -> TicketId {
    let id = RedeemQueue::<T, I>::get().next_ticket;
    Pallet::<T, I>::do_redeem(who.clone(), Pallet::<T, I>::synth_balance(who) / 2, 0).unwrap();
    id
}

/// Runs one step as upkeep would.
fn step<T: Config<I>, I: 'static>(stage: Stage) {
    let round = Upkeep {
        era: 0,
        target: T::Staking::active_era(),
        stage: Some(stage),
    };
    Pallet::<T, I>::run_step(stage, &round).unwrap();
}

/// Closes the open batch without settling it.
fn close_batch<T: Config<I>, I: 'static>() {
    step::<T, I>(Stage::Batch);
}

#[instance_benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn mint() {
        holder::<T, I>(0);
        let who = user::<T, I>(1);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), stake::<T, I>(), 1);
        assert!(Pallet::<T, I>::synth_balance(&who) > 0);
    }

    #[benchmark]
    fn redeem() {
        let who = holder::<T, I>(0);
        ticket::<T, I>(&who);
        let synth = Pallet::<T, I>::synth_balance(&who) / 2;
        #[extrinsic_call]
        _(RawOrigin::Signed(who), synth, 1);
        assert_eq!(RedeemQueue::<T, I>::get().open.tickets, 2);
    }

    #[benchmark]
    fn cancel() {
        let who = holder::<T, I>(0);
        let id = ticket::<T, I>(&who);
        #[extrinsic_call]
        _(RawOrigin::Signed(who), id);
        assert!(!Tickets::<T, I>::contains_key(id));
    }

    #[benchmark]
    fn rebond() {
        let who = holder::<T, I>(0);
        let id = ticket::<T, I>(&who);
        close_batch::<T, I>();
        #[extrinsic_call]
        _(RawOrigin::Signed(who), id);
        assert!(!Tickets::<T, I>::contains_key(id));
    }

    #[benchmark]
    fn transfer_ticket() {
        let who = holder::<T, I>(0);
        let to = user::<T, I>(1);
        let id = ticket::<T, I>(&who);
        #[extrinsic_call]
        _(RawOrigin::Signed(who), id, T::Lookup::unlookup(to.clone()));
        assert!(TicketsOf::<T, I>::contains_key(&to, id));
    }

    #[benchmark]
    fn claim() {
        let who = holder::<T, I>(0);
        let id = ticket::<T, I>(&who);
        ticket::<T, I>(&who);
        close_batch::<T, I>();
        Pallet::<T, I>::settle_front().unwrap();
        let before = T::Currency::balance(&who);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), id);
        assert!(T::Currency::balance(&who) > before);
    }

    #[benchmark]
    fn redeem_instant() {
        let who = holder::<T, I>(0);
        Pool::<T, I>::mutate(|pool| {
            pool.buffer += pool.idle;
            pool.idle = 0;
        });
        let synth = Pallet::<T, I>::synth_balance(&who) / 2;
        let before = T::Currency::balance(&who);
        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), synth, 1);
        assert!(T::Currency::balance(&who) > before);
    }

    #[benchmark]
    fn pause_mints() {
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);
        assert_eq!(Pool::<T, I>::get().entry, Entry::Paused);
    }

    #[benchmark]
    fn resume_mints() {
        let origin = T::AdminOrigin::try_successful_origin().unwrap();
        Pallet::<T, I>::do_pause_mints().unwrap();
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);
        assert_eq!(Pool::<T, I>::get().entry, Entry::Open);
    }

    /// No era has begun.
    #[benchmark]
    fn idle_look() {
        T::Alarm::set(None);
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T, I>::run_idle(&mut meter);
        }
        assert_eq!(meter.consumed(), T::WeightInfo::idle_look());
    }

    #[benchmark]
    fn upkeep_idle() {
        Round::<T, I>::put(Upkeep {
            era: EraIndex::MAX,
            ..Default::default()
        });
        let mut meter = WeightMeter::new();
        #[block]
        {
            Pallet::<T, I>::run_upkeep(&mut meter, u32::MAX);
        }
        assert!(Round::<T, I>::get().stage.is_none());
    }

    #[benchmark]
    fn step_payout() {
        holder::<T, I>(0);
        #[block]
        {
            // The era after the active one has nothing to pay: what is measured is the pallet's part.
            let _ = Pallet::<T, I>::run_step(
                Stage::Payout {
                    era: T::Staking::active_era(),
                    cursor: 0,
                },
                &Upkeep::default(),
            );
        }
    }

    #[benchmark]
    fn step_account() {
        holder::<T, I>(0);
        step::<T, I>(Stage::Rebalance);
        T::Staking::benchmark_reward(&Pallet::<T, I>::stash(), stake::<T, I>() / 1_000);
        let round = Upkeep {
            era: 0,
            target: T::Staking::active_era(),
            stage: None,
        };
        let _ = T::Staking::payout_step(&Pallet::<T, I>::stash(), round.target.saturating_sub(1), 0);
        #[block]
        {
            Pallet::<T, I>::run_step(Stage::Account, &round).unwrap();
        }
        assert!(RateAtEra::<T, I>::contains_key(round.target));
    }

    #[benchmark]
    fn step_batch() {
        let who = holder::<T, I>(0);
        // The last free place: the list of batches is as long as it can be.
        Unsettled::<T, I>::put(waiting_batches::<T, I>(MAX_BATCHES - 1));
        RedeemQueue::<T, I>::mutate(|queue| queue.open.id = MAX_BATCHES);
        ticket::<T, I>(&who);
        #[block]
        {
            step::<T, I>(Stage::Batch);
        }
        assert_eq!(Unsettled::<T, I>::get().len(), MAX_BATCHES as usize);
    }

    /// `t` tickets in the batch: the slope shows what one more ticket costs, which is nothing.
    #[benchmark]
    fn step_settle(t: Linear<1, 100_000>) {
        let who = holder::<T, I>(0);
        let first = Unsettled::<T, I>::get().len();
        for id in 0..TicketId::from(t) {
            Tickets::<T, I>::insert(
                id,
                Ticket {
                    owner: who.clone(),
                    batch: 0,
                    synth: 1,
                    value: 1,
                },
            );
        }
        let mut batches = waiting_batches::<T, I>(MAX_BATCHES);
        batches[0] = Batch {
            id: 0,
            tickets: t,
            value: t.into(),
            owed: t.into(),
            due_era: 0,
        };
        Unsettled::<T, I>::put(batches);
        Pool::<T, I>::mutate(|pool| {
            pool.owed += Balance::from(t);
            pool.idle += Balance::from(t);
        });
        #[block]
        {
            step::<T, I>(Stage::Settle);
        }
        assert!(Unsettled::<T, I>::get().len() > first);
        assert_eq!(Settled::<T, I>::get(0).unwrap().tickets, t);
    }

    #[benchmark]
    fn step_rebalance() {
        holder::<T, I>(0);
        Pool::<T, I>::mutate(|pool| {
            pool.fees_due = T::Currency::minimum_balance();
            pool.backing -= pool.fees_due;
        });
        #[block]
        {
            step::<T, I>(Stage::Rebalance);
        }
        assert_eq!(Pool::<T, I>::get().fees_due, 0);
    }

    /// `c` validators to rank. The nomination itself is the backend's.
    #[benchmark]
    fn step_nominate(c: Linear<1, MAX_CANDIDATES>) {
        let candidates: Vec<_> = (0..c)
            .map(|index| Candidate {
                account: account::<T::AccountId>("validator", index, 0),
                commission: Perbill::from_percent(index % 100),
                points: index * 7 % 100,
                exposure: stake::<T, I>() + Balance::from(index),
                blocked: false,
            })
            .collect();
        let mut chosen = vec![];
        #[block]
        {
            chosen = nominate::best(candidates, MAX_NOMINATIONS as usize);
        }
        assert!(!chosen.is_empty());
    }

    /// `b` batches bear a part of it.
    #[benchmark]
    fn slash(b: Linear<1, MAX_BATCHES>) {
        let who = holder::<T, I>(0);
        ticket::<T, I>(&who);
        Unsettled::<T, I>::put(waiting_batches::<T, I>(b - 1));
        Pool::<T, I>::mutate(|pool| {
            pool.owed += Balance::from(b - 1) * BATCH;
            pool.staked = pool.idle + pool.owed;
            pool.idle = 0;
        });
        RedeemQueue::<T, I>::mutate(|queue| queue.open.id = b);
        let stash = Pallet::<T, I>::stash();
        let amount = Pool::<T, I>::get().staked / 10;
        #[block]
        {
            Pallet::<T, I>::on_slash(&stash, amount);
        }
        assert_eq!(Pool::<T, I>::get().flows.slashed, amount);
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}

/// What a made-up batch owes.
const BATCH: Balance = 1_000;

/// `count` made-up batches.
fn waiting_batches<T: Config<I>, I: 'static>(
    count: u32,
) -> frame_support::BoundedVec<Batch, frame_support::traits::ConstU32<MAX_BATCHES>> {
    (0..count)
        .map(|id| Batch {
            id,
            tickets: 1,
            value: BATCH,
            owed: BATCH,
            due_era: 0,
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}
