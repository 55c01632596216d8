// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The numbers of the chain: money, time, blocks, asset ids.

#![deny(missing_docs)]

use crate::{AccountId, Balance, BlockNumber};
use frame_support::{
    weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
    PalletId,
};
use sp_runtime::{traits::AccountIdConversion, FixedU128, Perbill};

/// The digits that a FINCH is divided into.
pub const FINCH_DECIMALS: u8 = 12;
/// One FINCH in planck.
pub const FINCH: Balance = 1_000_000_000_000;
/// A thousandth of a FINCH.
pub const MILLIFINCH: Balance = 1_000_000_000;
/// A millionth of a FINCH.
pub const MICROFINCH: Balance = 1_000_000;
/// An account below this balance of FINCH is removed: 0.01 FINCH.
pub const EXISTENTIAL_DEPOSIT: Balance = 10 * MILLIFINCH;

/// What is reserved for keeping `items` entries of `bytes` bytes in all in the state.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
    // Widening a u32: `From` is not const.
    #![allow(clippy::cast_lossless)]
    items as Balance * 100 * MILLIFINCH + bytes as Balance * 100 * MICROFINCH
}

/// How long a block takes, in milliseconds.
pub const MILLISECS_PER_BLOCK: u64 = 6_000;
/// How long a slot of Aura takes, in milliseconds.
pub const SLOT_DURATION: u64 = MILLISECS_PER_BLOCK;
/// Milliseconds in a day.
pub const MILLISECS_PER_DAY: u64 = 86_400_000;
/// Blocks in a minute.
pub const MINUTES: BlockNumber = 10;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// How long a slot of the relay chain takes, in milliseconds.
pub const RELAY_CHAIN_SLOT_DURATION_MILLIS: u32 = 6_000;
/// Blocks per slot of the relay chain.
pub const BLOCK_PROCESSING_VELOCITY: u32 = 1;
/// Blocks that may wait for their inclusion in the relay chain.
pub const UNINCLUDED_SEGMENT_CAPACITY: u32 = 3;
/// Blocks are built on the newest relay block.
pub const RELAY_PARENT_OFFSET: u32 = 0;

/// What a block may take: 2 s of time and all the proof a relay-chain validator accepts.
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2), MAXIMUM_PROOF_SIZE);
/// The most a block's proof of validity may weigh, in bytes.
// Widening a u32: `From` is not const.
pub const MAXIMUM_PROOF_SIZE: u64 = cumulus_primitives_core::relay_chain::MAX_POV_SIZE as u64;
/// The share of a block that ordinary extrinsics may fill.
pub const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(85);
/// The share of a block that hooks are expected to take; bounds a single extrinsic.
pub const AVERAGE_ON_INITIALIZE_RATIO: Perbill = Perbill::from_percent(5);

/// The prefix of addresses: the generic one.
pub const SS58_PREFIX: u16 = 42;
/// The parachain id of the development networks.
pub const DEV_PARA_ID: u32 = 2_000;

/// The id of sFINCH, the synthetic of staked FINCH.
pub const SYNTH_ASSET_ID: u32 = 1;
/// The id of the shares of the staking ETF.
pub const ETF_ASSET_ID: u32 = 2;
/// The ids of staking derivatives begin here: four for every series that is opened.
pub const FIRST_DERIVATIVE_ASSET_ID: u32 = 1_000;
/// The ids of staking derivatives end before this one: enough for 124,750 series.
pub const END_DERIVATIVE_ASSET_ID: u32 = 500_000;
/// The ids of sample assets of development networks, which stand for coins of other chains, begin here.
pub const FIRST_SAMPLE_ASSET_ID: u32 = 600_001;
/// Ids below this one are made by the products only; users make theirs from here on.
pub const FIRST_USER_ASSET_ID: u32 = 1_000_000;
/// The ids of options begin here, one for every series that is made, and with them those of users end. Anybody can make
/// series and ids are not reused: of a range that fills up within years somebody could use up all.
pub const FIRST_OPTION_ASSET_ID: u32 = 1 << 31;

/// Whether users can make assets with this id: no product ever has one of them.
pub fn is_user_asset(id: u32) -> bool {
    (FIRST_USER_ASSET_ID..FIRST_OPTION_ASSET_ID).contains(&id)
}

/// Owner of the synthetic: the pallet whose calls mint and burn it.
pub const SYNTH_PALLET_ID: PalletId = PalletId(*b"fn/synth");
/// Owner of the vaults of staking derivatives, and of their tokens.
pub const DERIVATIVES_PALLET_ID: PalletId = PalletId(*b"fn/deriv");
/// Owner of fees until they are sold.
pub const BUYBACK_PALLET_ID: PalletId = PalletId(*b"fn/fees_");
/// Owner of what the staking ETF holds, and of its shares.
pub const ETF_PALLET_ID: PalletId = PalletId(*b"fn/stetf");
/// Owner of the collateral of options, and of their tokens.
pub const OPTIONS_PALLET_ID: PalletId = PalletId(*b"fn/optns");
/// Owner of what the mutual holds.
pub const INSURANCE_PALLET_ID: PalletId = PalletId(*b"fn/cover");
/// Names the account under which root feeds.
pub const ORACLE_PALLET_ID: PalletId = PalletId(*b"fn/oracl");
/// Owner of what governance may spend.
pub const TREASURY_PALLET_ID: PalletId = PalletId(*b"fn/trsry");
/// Seed of the accounts of liquidity pools.
pub const ASSET_CONVERSION_PALLET_ID: PalletId = PalletId(*b"fn/ascon");

/// The keyless account of the staking synthetic. It owns the asset sFINCH from genesis on, so no key can mint it.
pub fn synth_account() -> AccountId {
    SYNTH_PALLET_ID.into_account_truncating()
}

/// The keyless account of fees.
pub fn buyback_account() -> AccountId {
    BUYBACK_PALLET_ID.into_account_truncating()
}

/// The keyless account of the staking ETF. It owns the shares' asset from genesis on, so no key can mint them.
pub fn etf_account() -> AccountId {
    ETF_PALLET_ID.into_account_truncating()
}

/// The keyless account of options. It gets the existential deposit from whoever makes the first series.
pub fn options_account() -> AccountId {
    OPTIONS_PALLET_ID.into_account_truncating()
}

/// The keyless account of the mutual.
pub fn insurance_account() -> AccountId {
    INSURANCE_PALLET_ID.into_account_truncating()
}

/// The keyless account of the treasury.
pub fn treasury_account() -> AccountId {
    TREASURY_PALLET_ID.into_account_truncating()
}

/// So many operators have to have said something recently before a feed has a value. One that lies among five, or two,
/// cannot move the median beyond what the honest ones say.
pub const FEED_MIN_SOURCES: u32 = 3;
/// A feed's value moves by at most this part of itself in [`FEED_STEP_PERIOD`]: a tenth.
pub const FEED_STEP: FixedU128 = FixedU128::from_inner(100_000_000_000_000_000);
/// In milliseconds: ten minutes.
pub const FEED_STEP_PERIOD: u64 = 600_000;
