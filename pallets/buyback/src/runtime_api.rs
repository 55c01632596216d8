// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{FlowInfo, Preview, Status};
use alloc::vec::Vec;
use codec::Codec;
use finch_types::AssetId;

sp_api::decl_runtime_apis! {
    /// Reads of the buyback. Native is in planck, assets are in their smallest units, prices in planck of native per unit
    /// (1e-18 fixed point).
    pub trait BuybackApi<BlockNumber: Codec> {
        /// The sums since genesis, what waits of every asset, and when the next one has its turn.
        fn buyback_status() -> Status<BlockNumber>;
        /// What came in of every coin and source since genesis, what became of it, and what of it waits; in no particular
        /// order.
        fn flows() -> Vec<FlowInfo>;
        /// What `poke(asset)` would do now, or the error that it would return.
        fn next(asset: AssetId) -> Preview;
    }
}
