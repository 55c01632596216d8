// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use core::marker::PhantomData;
use finch_ports::Alarm;
use finch_types::Moment;
use frame_support::{pallet_prelude::ValueQuery, storage_alias, traits::Get};

#[storage_alias]
type At = StorageValue<FakeAlarm, Moment, ValueQuery>;

/// The alarm of the only pallet of a mock, by what tells its time.
pub struct FakeAlarm<Clock>(PhantomData<Clock>);

impl<Clock: Get<Moment>> Alarm for FakeAlarm<Clock> {
    fn set(at: Option<Moment>) {
        At::put(at.unwrap_or(Moment::MAX));
    }

    fn at() -> Option<Moment> {
        Some(At::get()).filter(|at| *at < Moment::MAX)
    }

    fn rings() -> bool {
        At::get() <= Clock::get()
    }
}
