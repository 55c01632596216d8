// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::{AssetId, FixedU128};

/// What synthetics stand for.
pub trait SynthRates {
    /// Planck of the staked coin behind one unit of the synthetic `asset`, rounded down; it rises by the staking reward.
    /// `None` if `asset` is no synthetic.
    fn rate(asset: AssetId) -> Option<FixedU128>;
}

/// No synthetics.
impl SynthRates for () {
    fn rate(_: AssetId) -> Option<FixedU128> {
        None
    }
}
