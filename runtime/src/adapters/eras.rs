// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `OnEra` over pallet-session and pallet-staking.

use crate::{adapters::StakingAdapter, AccountId, Runtime, StakingDerivatives, StakingSynth, System};
use alloc::vec::Vec;
use core::marker::PhantomData;
use finch_ports::{OnEra, StakingBackend};
use frame_support::dispatch::DispatchClass;
use pallet_session::SessionManager;
use sp_staking::SessionIndex;

/// Sessions as `Sessions` has them; tells the products when one makes another era the active one.
pub struct EraNews<Sessions>(PhantomData<Sessions>);

impl<Sessions: SessionManager<AccountId>> SessionManager<AccountId> for EraNews<Sessions> {
    fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
        Sessions::new_session(index)
    }

    fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
        Sessions::new_session_genesis(index)
    }

    fn end_session(index: SessionIndex) {
        Sessions::end_session(index)
    }

    fn start_session(index: SessionIndex) {
        let before = StakingAdapter::active_era();
        Sessions::start_session(index);
        if StakingAdapter::active_era() != before {
            StakingSynth::on_era();
            StakingDerivatives::on_era();
            // The session pallet does not know what the news cost: the era twice, and a flag for each product.
            let db = <Runtime as frame_system::Config>::DbWeight::get();
            System::register_extra_weight_unchecked(db.reads_writes(2, 2), DispatchClass::Mandatory);
        }
    }
}
