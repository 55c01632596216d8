// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Every read that a client needs, as a runtime API.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::types::{Books, MintQuote, RedeemQuote, RedeemStatus, Ticket};
use alloc::vec::Vec;
use codec::Codec;
use finch_types::{AssetId, Balance, EraIndex, FixedU128, TicketId};

sp_api::decl_runtime_apis! {
    /// Reads of the staking synth. Amounts are in planck, the rate is 1e-18 fixed point.
    pub trait StakingSynthApi<AccountId: Codec> {
        /// The id of the synth in the assets pallet.
        fn synth_asset_id() -> AssetId;
        /// Native per synth: backing / issuance, rounded down.
        fn rate() -> FixedU128;
        /// The rate when `era` began; kept for 84 eras.
        fn rate_at_era(era: EraIndex) -> Option<FixedU128>;
        /// What `mint(amount)` would give now; `None` if it would fail.
        fn quote_mint(amount: Balance) -> Option<MintQuote>;
        /// What `redeem(synth)` and `redeem_instant(synth)` would give now; `None` if both would fail.
        fn quote_redeem(synth: Balance) -> Option<RedeemQuote>;
        /// Where a ticket stands; `None` if there is no such ticket.
        fn redeem_status(ticket: TicketId) -> Option<RedeemStatus>;
        /// The tickets of an account, in no particular order.
        fn tickets(account: AccountId) -> Vec<(TicketId, Ticket<AccountId>)>;
        /// The books.
        fn books() -> Books;
    }
}
