// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::duties::*;

use subxt::dynamic::Value;

fn series(style: Style, fixing: Option<Value>, next: Option<u64>) -> Series {
    Series {
        terms: Terms {
            collateral: Coin::Native,
            style,
            expiry: 5000,
            decimals: Decimals { collateral: 12 },
        },
        fixing,
        next,
    }
}

#[test]
fn a_series_is_moved_on_when_blocks_would_do_it() {
    let fixed = || Some(Value::u128(1));
    for (style, fixing, next, wanted) in [
        (Style::European, None, Some(5000), Some(Step::FixPrice)),
        (Style::European, None, Some(5001), None),
        (Style::European, fixed(), Some(5000), Some(Step::Settle)),
        (Style::European, fixed(), None, None),
        (Style::American, None, Some(4000), Some(Step::Settle)),
        (Style::American, None, None, None),
    ] {
        let series = series(style, fixing, next);
        assert_eq!(step(&series, 5000), wanted, "{series:?}");
    }
}

#[test]
fn a_cover_is_asked_for_losses_and_removed_at_its_end() {
    let cover = |end, seen, claim| Cover {
        product: 0,
        end,
        seen,
        claim,
    };
    assert!(!wants_cover(&cover(10, 2, None), 2, 9));
    assert!(wants_cover(&cover(10, 1, None), 2, 9), "a loss");
    assert!(wants_cover(&cover(10, 2, None), 2, 10), "its end");
    assert!(!wants_cover(&cover(10, 2, Some(1)), 2, 10), "its claim is open");
}

#[test]
fn the_etf_works_at_its_times() {
    let idle = Agenda {
        month_end: 1000,
        accrue_at: 1000,
        sample_at: 100,
        cursor: None,
        job_at: None,
        allocate_at: Some(100),
    };
    assert!(!wants_etf(&idle, 99) && wants_etf(&idle, 100));
    let later = Agenda {
        sample_at: 1000,
        allocate_at: None,
        ..idle
    };
    assert!(!wants_etf(&later, 100));
    let changes: [fn(&mut Agenda); 4] = [
        |agenda| agenda.month_end = 100,
        |agenda| agenda.accrue_at = 100,
        |agenda| agenda.cursor = Some(1),
        |agenda| agenda.job_at = Some(100),
    ];
    for change in changes {
        let mut agenda = later.clone();
        change(&mut agenda);
        assert!(wants_etf(&agenda, 100), "{agenda:?}");
    }
}

#[test]
fn days_are_counted_from_1970() {
    assert_eq!((day(86_399_999), day(86_400_000)), (0, 1));
}
