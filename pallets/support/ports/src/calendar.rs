// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use finch_types::Moment;

/// Tells the months apart.
pub trait Calendar {
    /// The number of the month that `now` lies in, which rises by one from month to month; `now` in milliseconds of the
    /// chain's clock.
    fn month(now: Moment) -> u32;

    /// The first millisecond after that month.
    fn month_end(now: Moment) -> Moment;
}
