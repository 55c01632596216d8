// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::Moment;

/// Wakes a pallet when the idle time of a block has something to do for it.
///
/// The alarms of all pallets are kept together, so that a block in which none of them has anything to do reads one value.
/// A pallet sets its alarm whenever its first appointment changes, and at the end of every look. An alarm that rings too
/// early costs a look; one that rings too late costs the appointment, so each pallet has an invariant against that.
pub trait Alarm {
    /// Rings from the moment `at` on, in milliseconds of the chain's clock, until it is set again; never for `None`.
    fn set(at: Option<Moment>);

    /// When it rings. One that was never set rings always: at moment 0.
    fn at() -> Option<Moment>;

    /// It rings now.
    fn rings() -> bool;
}
