// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The port `Alarm`: the alarms of all pallets in one value, which every block reads.

use crate::Timestamp;
use finch_ports::Alarm;
use finch_types::Moment;
use frame_support::{pallet_prelude::ValueQuery, storage_alias, traits::Time};

/// How many pallets have one.
const PALLETS: usize = 6;
/// Never.
const NEVER: Moment = Moment::MAX;

/// When each rings. Those of a chain that has none yet ring always, so that every pallet looks and sets its own.
#[storage_alias]
type Times = StorageValue<Alarms, [Moment; PALLETS], ValueQuery>;

/// The alarm with the number `N`, below [`PALLETS`]; each belongs to one pallet.
pub struct Alarms<const N: usize>;

/// Of the synth of FINCH.
pub type SynthAlarm = Alarms<0>;
/// Of the auctions.
pub type AuctionAlarm = Alarms<1>;
/// Of the derivatives.
pub type DerivativesAlarm = Alarms<2>;
/// Of the ETF.
pub type EtfAlarm = Alarms<3>;
/// Of the options.
pub type OptionsAlarm = Alarms<4>;
/// Of the mutual.
pub type InsuranceAlarm = Alarms<5>;

impl<const N: usize> Alarm for Alarms<N> {
    fn set(at: Option<Moment>) {
        let at = at.unwrap_or(NEVER);
        let mut times = Times::get();
        if let Some(time) = times.get_mut(N).filter(|time| **time != at) {
            *time = at;
            Times::put(times);
        }
    }

    fn at() -> Option<Moment> {
        Times::get().get(N).copied().filter(|at| *at < NEVER)
    }

    fn rings() -> bool {
        Self::at().is_some_and(|at| at <= Timestamp::now())
    }
}
