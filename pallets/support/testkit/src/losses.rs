// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_ports::{Loss, LossObserver, Risk};
use finch_types::Balance;
use frame_support::{pallet_prelude::ValueQuery, storage_alias, weights::Weight};

#[storage_alias]
type Told = StorageValue<FakeLosses, Vec<(Risk, Balance, Balance)>, ValueQuery>;

/// Remembers every loss that it is told of.
pub struct FakeLosses;

impl FakeLosses {
    /// What it was told since it was asked last.
    pub fn take() -> Vec<Loss> {
        let loss = |(risk, lost, of)| Loss { risk, lost, of };
        Told::take().into_iter().map(loss).collect()
    }
}

impl LossObserver for FakeLosses {
    fn on_loss(Loss { risk, lost, of }: Loss) {
        Told::append((risk, lost, of));
    }

    fn weight_loss() -> Weight {
        Weight::from_parts(1_000, 10)
    }
}
