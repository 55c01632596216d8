// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what it answers.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use crate::MAX_TRANCHES;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_types::{AssetId, AuctionId, Balance, EraIndex, FixedU128, Moment, Perbill, SeriesId, TrancheId};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// How far a series has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum State {
    /// Waits for the verifier.
    Proposed,
    /// The issuer can open it.
    Verified,
    /// The principal earns in the vault, the tranches are in auction.
    Bidding,
    /// Every auction has closed and something is sold; the units are being delivered.
    Cleared,
    /// Every unit that was sold is delivered.
    Active,
    /// Settled, every face met.
    Matured,
    /// Settled, some face not met.
    Defaulted,
    /// Nothing was sold: the vault goes back to the issuer.
    Cancelled,
}

impl State {
    /// Tokens are out or on their way, and not settled.
    pub fn is_running(self) -> bool {
        matches!(self, Self::Cleared | Self::Active)
    }

    /// The payout of every tranche is written.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Matured | Self::Defaulted)
    }

    /// What the vault still gets belongs to the issuer.
    pub fn is_over(self) -> bool {
        self.is_settled() || self == Self::Cancelled
    }
}

/// What an issuer proposes for the series as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Terms {
    /// From the last clearing to maturity, in milliseconds.
    pub term: Moment,
    /// How long each auction is open without extensions, in milliseconds.
    pub bidding: Moment,
    /// The least that can be bid for, in units: planck of principal.
    #[codec(compact)]
    pub contract_size: Balance,
    /// A tranche of which less than this share of its reserve value is bid for is not sold.
    pub min_turnover: Perbill,
    /// Hash of the legal text of the agreement.
    pub agreement: [u8; 32],
}

/// What an issuer proposes for a tranche.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct TrancheTerms {
    /// The part of the principal that it sells.
    pub share: Perbill,
    /// What it promises a year, as effective annual rate (1e-18 fixed point): a unit pays `(1 + annual_rate)^years`.
    pub annual_rate: FixedU128,
    /// The reserve price, in planck of native per unit (1e-18 fixed point).
    pub ask: FixedU128,
    /// From one price level of the auction to the next, in planck of native per unit (1e-18 fixed point).
    pub tick_size: FixedU128,
}

/// The tranches of a proposal, the most senior first.
pub type TranchesOf<Item> = BoundedVec<Item, ConstU32<MAX_TRANCHES>>;

/// How far the auction of a tranche has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Sale {
    /// Not opened.
    Waiting,
    /// Takes bids.
    Open,
    /// Has a price; bids are being settled.
    Closed,
    /// Nothing is open any more.
    Finished,
}

/// What a settlement set aside for a tranche. Written once, then only drawn down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Payout {
    /// What the tranche was promised, in planck.
    pub face: Balance,
    /// What it is paid, in planck. A holder of `u` units gets `floor(u * paid / units)`.
    pub paid: Balance,
    /// The units that share it.
    pub units: Balance,
    /// What is not yet redeemed, in planck.
    pub left: Balance,
}

/// A tranche. Units are planck of principal.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Tranche {
    /// As proposed.
    pub terms: TrancheTerms,
    /// Units for sale: `share` of the principal, rounded down.
    pub units: Balance,
    /// Planck that a unit pays at maturity: `(1 + annual_rate)^years`, rounded down.
    pub factor: FixedU128,
    /// How far its auction has come.
    pub sale: Sale,
    /// Its auction, once it is open.
    pub auction: Option<AuctionId>,
    /// What the winners pay, in planck per unit. Zero before the auction has closed, and where nothing is sold.
    pub price: FixedU128,
    /// Units that nobody buys. Zero before the auction has closed.
    pub unsold: Balance,
    /// Units sold and not yet delivered.
    pub pending: Balance,
    /// Units in the hands of holders: the supply of the token.
    pub outstanding: Balance,
    /// What the settlement gave it.
    pub payout: Option<Payout>,
    /// Everything that ever flowed.
    pub flows: TrancheFlows,
}

impl Tranche {
    /// Units that have a claim on the vault, or will have one if all that is in auction is sold.
    pub fn claims(&self) -> Option<Balance> {
        match self.sale {
            Sale::Waiting | Sale::Open => Some(self.units),
            Sale::Closed | Sale::Finished => self.outstanding.checked_add(self.pending),
        }
    }
}

/// Sums over the life of a tranche. They only grow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct TrancheFlows {
    /// Units delivered to buyers.
    pub delivered: Balance,
    /// Units that the issuer has bought back and burned.
    pub bought_back: Balance,
    /// Units redeemed.
    pub redeemed: Balance,
    /// Planck paid for them.
    pub paid_out: Balance,
    /// Planck of the payout that went to the issuer: of units never delivered, and dust.
    pub forgone: Balance,
}

/// A series: its agreement, its books and its tranches. All amounts in planck of native.
///
/// `staked + idle` is what stands behind the tokens; `proceeds` and `residual` belong to the issuer; what is left of
/// the payouts belongs to holders (INV-DERIV-1).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Series<AccountId> {
    /// Whose coins are staked.
    pub issuer: AccountId,
    /// The validator that the vault nominates.
    pub validator: AccountId,
    /// How far it has come.
    pub state: State,
    /// Native that the issuer stakes.
    pub principal: Balance,
    /// As proposed.
    pub terms: Terms,
    /// The share of the proceeds that is charged for each year of the term.
    pub fee_rate: Perbill,
    /// What is left of the issuer's bond, on hold on its account.
    pub bond: Balance,
    /// Native that the vault has bonded or unbonding, as far as it is accounted for.
    pub staked: Balance,
    /// Native of the vault that is not at stake: withdrawn stake and seized bond.
    pub idle: Balance,
    /// Payments of buyers that the issuer has not collected yet, before the fee.
    pub proceeds: Balance,
    /// What is the issuer's after settlement or cancellation and not collected yet.
    pub residual: Balance,
    /// What the issuer gave for the existence of the vault and of the tokens' names. Returned when the series is
    /// closed.
    pub deposit: Balance,
    /// When the tokens are due, in milliseconds of the chain's clock. Known from the last clearing on.
    pub maturity: Option<Moment>,
    /// Tokens can be redeemed from this time on, if the series is settled. Moved on by slashes.
    pub redeem_from: Moment,
    /// Rewards of all eras before this one are paid and accounted for.
    pub accounted_era: EraIndex,
    /// The token of tranche 0; those of the others have the next ids. Known from the opening on.
    pub first_token: Option<AssetId>,
    /// The tranches, the most senior first.
    pub tranches: TranchesOf<Tranche>,
    /// Everything that ever flowed.
    pub flows: Flows,
}

/// Sums over the life of a series, in planck of native. They only grow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Flows {
    /// Bond that was put on hold.
    pub bonded: Balance,
    /// Bond that went into the vault.
    pub seized: Balance,
    /// Bond that was given back.
    pub released: Balance,
    /// Principal that went into the vault.
    pub staked: Balance,
    /// What the stake earned.
    pub rewarded: Balance,
    /// What slashes took from the stake.
    pub slashed: Balance,
    /// What buyers paid.
    pub paid: Balance,
    /// Fees on that.
    pub fees: Balance,
    /// What the issuer collected: proceeds after fees, and residual.
    pub collected: Balance,
}

/// What upkeep does next for a series, in an era that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
    /// Pay out the rewards of `era`, from position `cursor` on.
    Payout {
        /// The era whose rewards are paid.
        era: EraIndex,
        /// The position in that era.
        cursor: u32,
    },
    /// Withdraw, take the reward into the books.
    Account,
    /// Unbond everything, if maturity is near or the series is over.
    Unbond,
    /// Settle if it is due, and give the issuer what is its own.
    Settle,
}

/// A step of upkeep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Step {
    /// The series whose turn it is.
    pub series: SeriesId,
    /// What is done for it.
    pub stage: Stage,
}

/// How far upkeep has come.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Upkeep {
    /// The active era of the last finished round.
    pub era: EraIndex,
    /// The active era when the running round began.
    pub target: EraIndex,
    /// The next step of the running round; `None` between rounds.
    pub step: Option<Step>,
}

/// Everything about a series. Amounts in planck of native, ratios as 1e-18 fixed point.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SeriesInfo<AccountId> {
    /// Its number.
    pub series: SeriesId,
    /// Whose coins are staked.
    pub issuer: AccountId,
    /// The validator that the vault nominates.
    pub validator: AccountId,
    /// The keyless account that stakes the principal.
    pub vault: AccountId,
    /// How far it has come.
    pub state: State,
    /// Hash of the legal text of the agreement.
    pub agreement: [u8; 32],
    /// Native that the issuer stakes.
    pub principal: Balance,
    /// From the last clearing to maturity, in milliseconds.
    pub term: Moment,
    /// The least that can be bid for, in units.
    pub contract_size: Balance,
    /// The share of the proceeds that is charged for each year of the term.
    pub fee_rate: Perbill,
    /// What is left of the issuer's bond.
    pub bond: Balance,
    /// Native at stake, as far as it is accounted for.
    pub staked: Balance,
    /// Native of the vault that is not at stake.
    pub idle: Balance,
    /// Payments of buyers that the issuer has not collected.
    pub proceeds: Balance,
    /// What else the issuer can collect.
    pub residual: Balance,
    /// What the vault should be worth at maturity at the reward that is measured now.
    pub projected_value: Balance,
    /// When the tokens are due, in milliseconds of the chain's clock.
    pub maturity: Option<Moment>,
    /// Tokens cannot be redeemed before this time, in milliseconds of the chain's clock.
    pub redeem_from: Moment,
    /// The tranches, the most senior first.
    pub tranches: Vec<TrancheInfo>,
}

/// Everything about a tranche. Units are planck of principal, amounts planck of native, ratios 1e-18 fixed point.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TrancheInfo {
    /// 0 is the most senior.
    pub tranche: TrancheId,
    /// Its token in the assets pallet.
    pub token: Option<AssetId>,
    /// Its auction.
    pub auction: Option<AuctionId>,
    /// How far the auction has come.
    pub sale: Sale,
    /// What it promises a year, as effective annual rate.
    pub annual_rate: FixedU128,
    /// The reserve price per unit.
    pub ask: FixedU128,
    /// What the winners pay per unit; zero where nothing is sold yet.
    pub price: FixedU128,
    /// Units for sale at first.
    pub units: Balance,
    /// Units in the hands of holders.
    pub outstanding: Balance,
    /// Units sold and not yet delivered.
    pub pending: Balance,
    /// Units that nobody bought.
    pub unsold: Balance,
    /// Planck that a unit pays at maturity.
    pub factor: FixedU128,
    /// What all its units are promised at maturity.
    pub face: Balance,
    /// Projected value of the vault less the faces before this one, over its face. `None` without units.
    pub coverage: Option<FixedU128>,
    /// What all its units are paid: by the settlement, or as things stand, the bond included.
    pub payout: Balance,
    /// The same if every slash that is reported and not yet applied is applied in full.
    pub worst_case: Balance,
}

/// Tokens that an account holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holding {
    /// The series.
    pub series: SeriesId,
    /// The tranche.
    pub tranche: TrancheId,
    /// The token in the assets pallet.
    pub token: AssetId,
    /// Units that the account holds.
    pub units: Balance,
    /// What they are paid, in planck of native: by the settlement, or as things stand.
    pub payout: Balance,
    /// When they are due, in milliseconds of the chain's clock.
    pub maturity: Option<Moment>,
    /// Whether the settlement has written the payout.
    pub settled: bool,
}
