// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::planck::{NoPlanck, Planck};

#[test]
fn amounts_are_whole_numbers() {
    for (text, planck) in [
        ("0", 0),
        ("1_000", 1000),
        ("340282366920938463463374607431768211455", u128::MAX),
    ] {
        assert_eq!(text.parse(), Ok(Planck(planck)), "{text}");
    }
    for text in [
        "",
        "_1",
        "1_",
        "1__0",
        "+1",
        "-1",
        "1.5",
        "1e3",
        "0x1",
        "340282366920938463463374607431768211456",
    ] {
        assert_eq!(text.parse::<Planck>(), Err(NoPlanck), "{text}");
    }
}

#[test]
fn in_json_they_are_in_quotes() {
    assert_eq!(
        serde_json::to_string(&Planck(u128::MAX)).unwrap(),
        format!("\"{}\"", u128::MAX)
    );
    assert_eq!(serde_json::from_str::<Planck>("\"12\"").unwrap(), Planck(12));
    assert!(serde_json::from_str::<Planck>("12").is_err());
}

#[test]
fn sums_and_metrics_do_not_wrap() {
    assert_eq!(Planck(u128::MAX).plus(Planck(1)), Planck(u128::MAX));
    assert_eq!((Planck(7).metric(), Planck(u128::MAX).metric()), (7, u64::MAX));
}
