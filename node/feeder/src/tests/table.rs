// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::key;
use crate::{
    feed::{Coin, Metric},
    source::table::{parse, Row, TableError},
};

fn error(text: &str) -> String {
    parse(text).unwrap_err().to_string()
}

#[test]
fn csv_is_read() {
    let text =
        "# what this is\nasset,metric,value\nnative,price,4.21\n\n  1 , staking_ratio , 0.52 \n600001,market_cap,7\n";
    let row = |line, coin, metric, value| Row {
        line,
        key: key(coin, metric),
        value,
        at: None,
        observed: None,
    };
    let expected = vec![
        row(3, Coin::Native, Metric::Price, 4_210_000_000_000_000_000),
        row(5, Coin::Asset(1), Metric::StakingRatio, 520_000_000_000_000_000),
        row(6, Coin::Asset(600_001), Metric::MarketCap, 7),
    ];
    assert_eq!(parse(text), Ok(expected.clone()));
    // As other systems write it, quoted, and with the columns in another order.
    let other = "\u{feff}# what this is\r\nvalue,metric,asset\r\n\"4.21\",price,native\r\n\r\n0.52,staking_ratio,1\r\n7,market_cap,600001";
    assert_eq!(parse(other), Ok(expected));
}

#[test]
fn json_is_read_without_floating_point() {
    let text = r#"
[
  {"asset": "native", "metric": "price", "value": "4.21"},
  {"asset": 600001, "metric": "price", "value": 0.1},
  {"asset": "1", "metric": "market_cap", "value": 340282366920938463463374607431768211455,
   "observed": 1700000000}
]"#;
    let rows = parse(text).unwrap();
    let read: Vec<_> = rows
        .iter()
        .map(|row| (row.line, row.key.coin, row.value, row.observed))
        .collect();
    assert_eq!(
        read,
        vec![
            (3, Coin::Native, 4_210_000_000_000_000_000, None),
            (4, Coin::Asset(600_001), 100_000_000_000_000_000, None),
            (5, Coin::Asset(1), u128::MAX, Some(1_700_000_000)),
        ]
    );
}

#[test]
fn a_recording_is_read() {
    let rows = parse("asset,metric,value,at\n1,price,1,0\n1,price,2,600\n").unwrap();
    assert_eq!(rows.iter().map(|row| row.at).collect::<Vec<_>>(), [Some(0), Some(600)]);
    let rows =
        parse(r#"[{"asset":1,"metric":"price","value":1,"at":0},{"asset":1,"metric":"price","value":1,"at":"7"}]"#);
    assert_eq!(rows.unwrap()[1].at, Some(7));
}

#[test]
fn errors_of_csv_name_the_line() {
    let head = "# comment\nasset,metric,value\n1,price,1\n# another\n\n";
    let cases = [
        ("x,price,1", "line 6: asset `x` is neither `native` nor an asset id from 0 to 4294967295"),
        (
            "2,cost,1",
            "line 6: metric `cost` is none of price, market_cap, daily_volume, staking_ratio, reward_ratio",
        ),
        ("2,price,-1", "line 6: value `-1`: it is negative"),
        ("2,price,", "line 6: value ``: it is empty"),
        ("2,price,0.0", "line 6: value `0.0`: it is zero, which counts as no report; leave the row out"),
        (
            "2,market_cap,1.5",
            "line 6: value `1.5`: digits after the point: 1, and the unit has 0; round it",
        ),
        ("2,price,9999999999999999999999", "line 6: value `9999999999999999999999`: it is too large"),
        (
            "2,staking_ratio,52",
            "line 6: value `52`: it is above 1, and a ratio is a part of one: write 0.52 for 52 %",
        ),
        (
            "2,price,1e3",
            "line 6: value `1e3`: write it in digits with a decimal point, like 4.21: no exponent, no sign, no separators",
        ),
        ("1,price,2", "line 6: says the same as line 3: one value for a feed at a time"),
        ("2,price", "line 6: it has 2 fields, and the header has 3"),
        ("2,price,1,1", "line 6: it has 4 fields, and the header has 3"),
    ];
    for (row, expected) in cases {
        assert_eq!(error(&format!("{head}{row}\n3,price,1\n")), expected, "{row}");
    }
}

#[test]
fn errors_of_headers_and_times_name_the_line() {
    assert_eq!(
        error("# comment\nasset,value\n1,1\n"),
        "line 2: the header has no column `metric`; it reads asset,metric,value and, where needed, at and observed"
    );
    assert_eq!(
        error("asset,metric,value,price\n"),
        "line 1: column `price` is unknown or there twice; the columns are asset, metric, value, at and observed"
    );
    assert!(error("asset,metric,value,value\n").starts_with("line 1: column `value`"));
    let head = "asset,metric,value,at\n1,price,1,0\n";
    assert_eq!(
        error(&format!("{head}1,price,2,\n")),
        "line 3: either every row has `at` or none"
    );
    assert_eq!(
        error(&format!("{head}1,price,2,1.5\n")),
        "line 3: at `1.5` is no whole number of seconds"
    );
    assert_eq!(
        error(&format!("{head}1,price,2,-5\n")),
        "line 3: at `-5` is no whole number of seconds"
    );
    assert!(error(&format!("{head}1,price,2,0\n")).starts_with("line 3: says the same as line 2"));
}

#[test]
fn errors_of_json_name_the_line() {
    let text = |row: &str| format!("[\n {{\"asset\":1,\"metric\":\"price\",\"value\":1}},\n {row}\n]");
    let cases = [
        (r#"{"asset":true,"metric":"price","value":1}"#, "line 3: asset `true`"),
        (r#"{"asset":1.5,"metric":"price","value":1}"#, "line 3: asset `1.5`"),
        (r#"{"asset":2,"metric":7,"value":1}"#, "line 3: metric `7`"),
        (
            r#"{"asset":2,"metric":"price","value":-1}"#,
            "line 3: value `-1`: it is negative",
        ),
        (
            r#"{"asset":2,"metric":"price","value":null}"#,
            "line 3: value `null`: write it",
        ),
        (
            r#"{"asset":2,"metric":"price","value":[1]}"#,
            "line 3: value `[1]`: write it",
        ),
        (
            r#"{"asset":2,"metric":"price","value":1e3}"#,
            "line 3: value `1e3`: write it",
        ),
        (
            r#"{"asset":2,"metric":"price"}"#,
            "line 3: it is no row: missing field `value`",
        ),
        (
            r#"{"asset":2,"metric":"price","value":1,"prize":1}"#,
            "line 3: it is no row: unknown field `prize`",
        ),
        (
            r#"{"asset":1,"metric":"price","value":2}"#,
            "line 3: says the same as line 2",
        ),
        (
            "{\"asset\":2,\n\"metric\":\"price\",\n\"value\":1,}",
            "line 5: it is no array of rows: key must be",
        ),
        ("7", "line 3: it is no row: invalid type"),
    ];
    for (row, expected) in cases {
        let error = error(&text(row));
        assert!(error.starts_with(expected), "{row}: {error}");
    }
    assert!(error("{\"asset\":1}").starts_with("line 1: it is no array of rows"));
    assert!(error("[").starts_with("line 1: it is no array of rows"));
}

#[test]
fn a_table_has_rows() {
    assert_eq!(parse("asset,metric,value\n"), Err(TableError::Empty));
    assert_eq!(parse("[]"), Err(TableError::Empty));
    assert!(error("").starts_with("line 1: the header has no column `asset`"));
    assert!(error("<html>not here</html>").starts_with("line 1: column `<html>not here</html>`"));
}

#[test]
fn the_sample_is_a_table_of_seven_assets_with_five_metrics_and_a_dollar() {
    let rows = parse(include_str!("../../sample/pos-assets.csv")).unwrap();
    assert_eq!(rows.len(), (7 * 5 + 1) * 6);
    let at = |at| rows.iter().filter(|row| row.at == Some(at)).count();
    assert!((0..6).all(|step| at(step * 600) == 36));
    assert!(include_str!("../../sample/pos-assets.csv").starts_with("# SAMPLE DATA, NOT MARKET DATA."));
}
