// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and what it answers.

// The derived codecs number the variants of enums by casts.
#![allow(clippy::as_conversions)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use finch_math::{option, MathError, Round};
use finch_types::{AssetId, AuctionId, Balance, Coin, FixedU128, Moment, OptionId, VaultId};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The right to buy, or to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Kind {
    /// To buy the underlying at the strike.
    Call,
    /// To sell the underlying at the strike.
    Put,
}

/// When and how an option pays. It follows from the collateral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Style {
    /// Until the expiry, by delivery: the collateral is what is delivered.
    American,
    /// After the expiry, in cash: the collateral is something else, and priced by the feed.
    European,
}

/// How many digits a whole coin of each is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Decimals {
    /// Of the underlying and of the option token.
    pub underlying: u8,
    /// Of the strike asset.
    pub strike_asset: u8,
    /// Of the collateral.
    pub collateral: u8,
}

/// The coins of a series that is to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Coins {
    /// What can be bought or sold.
    pub underlying: Coin,
    /// What it is bought with, or sold for.
    pub strike_asset: Coin,
    /// What writers lock.
    pub collateral: Coin,
}

/// What makes a series. No two series have the same terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Terms {
    /// What can be bought or sold.
    pub underlying: Coin,
    /// What it is bought with, or sold for.
    pub strike_asset: Coin,
    /// What writers lock.
    pub collateral: Coin,
    /// Call or put.
    pub kind: Kind,
    /// American or European.
    pub style: Style,
    /// Whole coins of the strike asset for one whole coin of the underlying.
    pub strike: FixedU128,
    /// From then on it is over, in milliseconds of the chain's clock.
    pub expiry: Moment,
    /// As they were when the series was made.
    pub decimals: Decimals,
}

impl Terms {
    /// The strike as the mathematics takes it.
    pub(crate) fn strike(&self) -> option::Strike {
        option::Strike {
            price: self.strike,
            decimals: self.decimals.underlying,
            strike_decimals: self.decimals.strike_asset,
        }
    }

    /// What so many units of a covered vault lock, in units of the collateral: rounded up.
    pub(crate) fn required_up(&self, units: Balance) -> Result<Balance, MathError> {
        match self.kind {
            Kind::Call => Ok(units),
            Kind::Put => self.strike().worth(units, Round::Up),
        }
    }

    /// What a margined vault may have to pay for so many units, in planck: rounded up.
    pub(crate) fn obligation_up(&self, units: Balance, prices: &Prices) -> Result<Balance, MathError> {
        match self.kind {
            Kind::Call => option::value(units, prices.underlying, Round::Up),
            Kind::Put => self.strike().worth_in_native_up(units, prices.strike_asset),
        }
    }

    /// What so many units pay after the expiry, in units of the collateral: rounded up, as the collateral of a vault that
    /// has to pay it.
    pub(crate) fn payoff_up(&self, units: Balance, prices: &Prices) -> Result<Balance, MathError> {
        let kind = match self.kind {
            Kind::Call => option::Kind::Call,
            Kind::Put => option::Kind::Put,
        };
        let prices = option::Prices {
            underlying: prices.underlying,
            strike_asset: prices.strike_asset,
            collateral: prices.collateral,
        };
        self.strike().payoff(kind, units, &prices, Round::Up)
    }

    /// What an exercise brings.
    pub fn brought(&self) -> Coin {
        match self.kind {
            Kind::Call => self.strike_asset,
            Kind::Put => self.underlying,
        }
    }
}

/// What a smallest unit of each coin is worth, in planck of native; positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Prices {
    /// Of the underlying.
    pub underlying: FixedU128,
    /// Of the strike asset.
    pub strike_asset: FixedU128,
    /// Of the collateral.
    pub collateral: FixedU128,
}

/// Who said what the prices of the expiry are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Source {
    /// The feed.
    Feed,
    /// Governance. There is no other change after it.
    Governance,
    /// Nobody in time: they are the last ones that the series had seen.
    Reference,
}

/// The prices of the expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Fixing {
    /// The prices.
    pub prices: Prices,
    /// When they were fixed first, in milliseconds of the chain's clock. The lock period runs from then.
    pub at: Moment,
    /// Who said so.
    pub source: Source,
}

/// What happened in a series since it was made. The sums only grow. Options are in units of the token, money in smallest
/// units of its coin.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Flows {
    /// Options minted.
    pub minted: Balance,
    /// Options burned by writers, to close.
    pub burned: Balance,
    /// Options exercised.
    pub exercised: Balance,
    /// Options burned by the buyers of liquidations.
    pub liquidated: Balance,
    /// Options redeemed after the settlement.
    pub redeemed: Balance,
    /// Options that were worthless when the series was closed.
    pub expired: Balance,
    /// Options of vaults that are settled: they are written no more.
    pub released: Balance,
    /// Collateral that came in.
    pub deposited: Balance,
    /// Collateral that went back to owners.
    pub withdrawn: Balance,
    /// Collateral that buyers of liquidations got.
    pub sold: Balance,
    /// Collateral that vaults gave for what was exercised, or for what they owed at the settlement.
    pub borne: Balance,
    /// Collateral that holders got, fees included.
    pub paid: Balance,
    /// What exercises brought, in the coin that they bring.
    pub received: Balance,
    /// What owners of vaults got of it.
    pub shared: Balance,
    /// What vaults owed at the settlement above their collateral.
    pub shortfall: Balance,
}

/// `first` less all of the others; `None` below 0.
fn less(first: Balance, others: &[Balance]) -> Option<Balance> {
    others.iter().try_fold(first, |left, other| left.checked_sub(*other))
}

impl Flows {
    /// Options that somebody holds: the issuance of the token.
    pub fn open(&self) -> Option<Balance> {
        less(
            self.minted,
            &[
                self.burned,
                self.exercised,
                self.liquidated,
                self.redeemed,
                self.expired,
            ],
        )
    }

    /// Options that vaults have written.
    pub fn written(&self) -> Option<Balance> {
        less(self.minted, &[self.burned, self.liquidated, self.released])
    }

    /// Collateral of all vaults, what was paid and is not borne yet included.
    pub fn collateral(&self) -> Option<Balance> {
        less(self.deposited, &[self.withdrawn, self.sold, self.borne])
    }

    /// Collateral that the account holds for the series: of vaults, and of holders.
    pub fn held(&self) -> Option<Balance> {
        less(self.deposited, &[self.withdrawn, self.sold, self.paid])
    }

    /// Collateral that is owed to holders after the settlement. Of a European series.
    pub fn owed(&self) -> Option<Balance> {
        less(self.borne, &[self.paid])
    }

    /// Collateral that was paid and that no vault has borne yet. Of an American series.
    pub fn unborne(&self) -> Option<Balance> {
        less(self.paid, &[self.borne])
    }

    /// What exercises brought and no owner got yet.
    pub fn unshared(&self) -> Option<Balance> {
        less(self.received, &[self.shared])
    }

    /// Options that were open when the settlement was done.
    pub fn settled(&self) -> Option<Balance> {
        self.open()?.checked_add(self.redeemed)
    }
}

/// Where a series stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
    /// Open, or over and not settled. Whether the expiry has passed is a matter of the clock.
    Live,
    /// What every vault owes is booked. European only.
    Settled,
    /// Nothing is left but tokens that are worth nothing, which are being destroyed.
    Closing,
}

/// A series.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Series<AccountId> {
    /// What it is.
    pub terms: Terms,
    /// Who made it.
    pub creator: AccountId,
    /// Planck of the creator on hold until it is closed.
    pub deposit: Balance,
    /// Planck of the creator that are reserved for the name of the token until it is closed.
    pub naming: Balance,
    /// Where it stands.
    pub stage: Stage,
    /// What happened.
    pub flows: Flows,
    /// The part of what an exercise or a redemption pays that is its fee: what governance asked when the series was made.
    pub exercise_fee: Permill,
    /// Fees that holders have paid and the fee sink has not got yet, in units of the collateral. They are in `flows.paid`.
    pub fees: Balance,
    /// How many vaults there are.
    pub vaults: u32,
    /// The last fresh prices that were seen. European only.
    pub reference: Option<Prices>,
    /// The prices of the expiry.
    pub fixing: Option<Fixing>,
    /// The vault that the running sweep has seen last.
    pub cursor: Option<AccountId>,
    /// When the idle time of blocks looks at it next, in milliseconds of the chain's clock; `None` if it waits for
    /// somebody.
    pub next: Option<Moment>,
}

/// When the idle time of blocks looks at a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Appointment {
    /// Not before, in milliseconds of the chain's clock.
    pub at: Moment,
    /// Its number.
    pub series: OptionId,
}

/// An appointment as the key of a map that is sorted by it: time and number, the highest byte first.
pub type Slot = ([u8; 8], [u8; 4]);

impl Appointment {
    pub(crate) fn slot(&self) -> Slot {
        (self.at.to_be_bytes(), self.series.to_be_bytes())
    }

    pub(crate) fn of((at, series): Slot) -> Self {
        Self {
            at: Moment::from_be_bytes(at),
            series: OptionId::from_be_bytes(series),
        }
    }
}

/// A courtesy call that is not dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct MarginCall<AccountId> {
    /// Who made it, and is paid for it in a liquidation.
    pub caller: AccountId,
    /// When, in milliseconds of the chain's clock.
    pub at: Moment,
}

/// What an account has in a series.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Vault<AccountId> {
    /// Units of the collateral.
    pub collateral: Balance,
    /// Options written and not closed.
    pub written: Balance,
    /// Planck of the owner on hold until it is gone.
    pub deposit: Balance,
    /// The courtesy call, if there is one.
    pub call: Option<MarginCall<AccountId>>,
    /// The sale that runs, if one does.
    pub sale: Option<VaultId>,
    /// Until then it is not sold again, in milliseconds of the chain's clock.
    pub rests_until: Moment,
}

/// A liquidation that runs.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Sale<AccountId> {
    /// The series.
    pub series: OptionId,
    /// Whose vault.
    pub owner: AccountId,
    /// Who gets the reward.
    pub caller: AccountId,
    /// Its number in the auction house.
    pub auction: AuctionId,
}

/// What is known of a series.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct SeriesInfo<AccountId> {
    /// Its number.
    pub id: OptionId,
    /// The asset that the option is.
    pub token: AssetId,
    /// All that is stored.
    pub series: Series<AccountId>,
    /// Units that vaults have written.
    pub written: Balance,
    /// Units that can be exercised or redeemed now or later.
    pub open: Balance,
    /// Units that are worthless, as the expiry has passed.
    pub expired: Balance,
    /// Units of the collateral that the account holds for it.
    pub held: Balance,
    /// Whether the expiry has passed.
    pub over: bool,
}

/// How a vault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Health {
    /// Units of the collateral.
    pub collateral: Balance,
    /// Options written.
    pub written: Balance,
    /// Units of the collateral that minting so many options needs; `None` without fresh prices.
    pub needed: Option<Balance>,
    /// Value of the collateral over the obligation, rounded down; `None` of covered vaults, without an obligation, and
    /// without fresh prices.
    pub ratio: Option<FixedU128>,
    /// A courtesy call can be made now.
    pub callable: bool,
    /// It can be liquidated now.
    pub liquidatable: bool,
    /// Until then the owner can answer a courtesy call, in milliseconds of the chain's clock.
    pub called_until: Option<Moment>,
    /// The sale that runs.
    pub sale: Option<VaultId>,
}

/// What selling options now would bring, in planck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Premium {
    /// What the market pays: to compare with `min_premium`.
    pub premium: Balance,
    /// The fee of it.
    pub fee: Balance,
}

/// What an exercise or a redemption does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Exercise {
    /// What the holder brings; `None` in a redemption, which takes nothing but the options.
    pub brings: Option<(Coin, Balance)>,
    /// What the holder gets, the fee taken off.
    pub gets: (Coin, Balance),
    /// The fee, in the coin that the holder gets.
    pub fee: Balance,
}
