// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Where two pallets meet: one file per port, and nothing else joins them.

mod affiliation;
mod auction_seller;
mod fee_sink;
mod price_feed;
mod staking_backend;

pub use affiliation::ProxyAffiliation;
pub use auction_seller::Sellers;
pub use fee_sink::{fee_pot, FeePot};
pub use price_feed::{feed_rules, MedianOfRecent, OracleFeeds, OracleValue};
pub use staking_backend::{SlashToProducts, StakingAdapter};
