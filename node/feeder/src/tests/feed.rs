// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::{
    decimal::DecimalError,
    feed::{Coin, Metric, UnknownName, ValueError},
};

#[test]
fn coins_have_names() {
    assert_eq!("native".parse(), Ok(Coin::Native));
    assert_eq!("600001".parse(), Ok(Coin::Asset(600_001)));
    assert_eq!("0".parse(), Ok(Coin::Asset(0)));
    assert_eq!("4294967295".parse(), Ok(Coin::Asset(u32::MAX)));
    for odd in ["", "Native", "4294967296", "-1", "+1", "1.0", "DOT", " 1"] {
        assert_eq!(odd.parse::<Coin>(), Err(UnknownName), "{odd:?}");
    }
}

#[test]
fn metrics_have_names_and_units() {
    for metric in Metric::ALL {
        assert_eq!(metric.name().parse(), Ok(metric));
    }
    for odd in ["", "Price", "marketCap", "volume"] {
        assert_eq!(odd.parse::<Metric>(), Err(UnknownName), "{odd:?}");
    }
    assert_eq!(Metric::Price.value("4.21"), Ok(4_210_000_000_000_000_000));
    assert_eq!(Metric::MarketCap.value("1250000000"), Ok(1_250_000_000));
    assert_eq!(Metric::DailyVolume.value("99"), Ok(99));
    assert_eq!(Metric::StakingRatio.value("0.52"), Ok(520_000_000_000_000_000));
    assert_eq!(Metric::RewardRatio.value("1"), Ok(10_u128.pow(18)));
}

#[test]
fn a_ratio_is_no_percentage() {
    assert_eq!(Metric::StakingRatio.value("52"), Err(ValueError::AboveOne));
    assert_eq!(
        Metric::RewardRatio.value("1.000000000000000001"),
        Err(ValueError::AboveOne)
    );
}

#[test]
fn whole_dollars_have_no_cents() {
    let cents = DecimalError::TooManyDecimals { found: 2, unit: 0 };
    assert_eq!(Metric::MarketCap.value("100.25"), Err(cents.into()));
}
