// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::FeeSource;

/// Where every product sends its fees.
///
/// The credit is money already taken from somebody: it must end in an account or be burned, never be dropped by mistake.
pub trait FeeSink<Credit> {
    /// Takes `fee`, which was charged for `source`. Cannot fail: a sink that cannot keep money burns it.
    fn deposit(source: FeeSource, fee: Credit);
}

/// Burns: dropping a credit lowers the total issuance.
impl<Credit> FeeSink<Credit> for () {
    fn deposit(_: FeeSource, fee: Credit) {
        drop(fee)
    }
}
