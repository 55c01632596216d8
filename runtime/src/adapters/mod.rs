// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Where two pallets meet: one file per port, and nothing else joins them.

mod affiliation;
mod alarms;
mod asset_mover;
mod auction_seller;
mod eras;
mod fee_sink;
mod losses;
mod market;
mod price_feed;
mod staking_backend;
mod synth_rates;

pub use affiliation::ProxyAffiliation;
pub use alarms::{AuctionAlarm, DerivativesAlarm, EtfAlarm, InsuranceAlarm, OptionsAlarm, SynthAlarm};
pub use asset_mover::AssetMover;
pub use auction_seller::Sellers;
pub use eras::EraNews;
pub use fee_sink::TransactionFees;
pub use losses::ReportedLosses;
pub use market::Pools;
pub use price_feed::{feed_rules, MedianOfRecent, OracleFeeds, OracleValue};
pub use staking_backend::{SlashToProducts, StakingAdapter};
pub use synth_rates::NativeSynths;
