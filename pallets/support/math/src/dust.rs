// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What an account can give without leaving dust behind.

/// At most `units` of the `held` ones, so that what is left is nothing or at least `least`, the least balance of the asset:
/// what is less than that leaves the account with the rest, and would be missing from the books.
///
/// Never more than `held`; 0 if nothing can be given so.
pub fn payable(units: u128, held: u128, least: u128) -> u128 {
    match held.saturating_sub(units) {
        0 => held.min(units),
        left => units.saturating_sub(least.saturating_sub(left)),
    }
}
