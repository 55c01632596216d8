// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What docs/pricing.md shows of the chain: the worked example, as seeds and as sales.

use super::*;

const EXAMPLE: &str = include_str!("../../../../docs/plots/example.json");

/// The three contracts of docs/pricing.md.
fn contracts() -> [Observation; 3] {
    [
        (YEAR / 4, 1_200, 10_100),
        (YEAR / 2, 1_200, 10_150),
        (YEAR, 1_300, 10_200),
    ]
    .map(|(time_to_maturity, rate, price)| Observation {
        time_to_maturity,
        annual_rate: bp(rate),
        price_ratio: bp(price),
        turnover: 1_000_000_000_000,
    })
}

/// Seeds near the market, so that the sales are within a step of them.
fn example() {
    for (maturity, rate) in [(YEAR / 4, 750), (YEAR / 2, 860), (YEAR, 1_060)] {
        seed(maturity, bp(rate));
    }
    contracts().into_iter().for_each(RateCurve::observe);
}

/// Millionths, cut off.
fn cut(number: u128) -> u128 {
    number / (ONE / 1_000_000)
}

#[test]
fn the_documented_contracts_are_repriced() {
    run(|| {
        example();
        for contract in contracts() {
            let value = RateCurve::contract_value(contract.time_to_maturity, contract.annual_rate).unwrap();
            let off = value.into_inner().abs_diff(contract.price_ratio.into_inner());
            assert!(off <= 8, "{off}");
        }
    });
}

#[test]
fn the_documented_quotes_are_these() {
    run(|| {
        example();
        let forwards: Vec<_> = RateCurve::forward_rates()
            .iter()
            .map(|forward| cut(forward.rate.into_inner().unsigned_abs()))
            .collect();
        assert_eq!(forwards, [73_527, 93_575, 121_278]);
        let nine_months = YEAR / 4 * 3;
        let quote = RateCurve::contract_value(nine_months, bp(1_100)).unwrap();
        assert_eq!(cut(quote.into_inner()), 1_006_193);
        assert_eq!(cut(RateCurve::fair_rate(nine_months).unwrap().into_inner()), 100_899);
        let discount = RateCurve::discount_factor(nine_months).unwrap();
        assert_eq!(cut(discount.into_inner()), 930_442);
    });
}

/// The runtime API's answers as polkadot-js prints them.
fn json() -> String {
    let nodes: Vec<_> = RateCurve::nodes()
        .iter()
        .map(|node| {
            format!(
                concat!(
                    "    {{ \"timeToMaturity\": {}, \"zeroRate\": \"{}\", \"annualRate\": \"{}\", \"logGrowth\": \"{}\", ",
                    "\"growthFactor\": \"{}\", \"discountFactor\": \"{}\", \"weight\": \"{}\", \"allowance\": \"{}\", ",
                    "\"observedAt\": {}, \"seeded\": {}, \"stale\": {} }}"
                ),
                node.time_to_maturity,
                node.zero_rate.into_inner(),
                node.annual_rate.into_inner(),
                node.log_growth.into_inner(),
                node.growth_factor.into_inner(),
                node.discount_factor.into_inner(),
                node.weight,
                node.allowance.into_inner(),
                node.observed_at,
                node.seeded,
                node.stale
            )
        })
        .collect();
    let forwards: Vec<_> = RateCurve::forward_rates()
        .iter()
        .map(|forward| {
            format!(
                "    {{ \"from\": {}, \"to\": {}, \"rate\": \"{}\" }}",
                forward.from,
                forward.to,
                forward.rate.into_inner()
            )
        })
        .collect();
    format!(
        "{{\n  \"curve\": [\n{}\n  ],\n  \"forwardRates\": [\n{}\n  ]\n}}\n",
        nodes.join(",\n"),
        forwards.join(",\n")
    )
}

/// docs/plots/example.json is what the pallet answers. With `FINCH_PRINT=1` it is printed, to be put there.
#[test]
fn the_plotted_example_is_up_to_date() {
    run(|| {
        example();
        if std::env::var("FINCH_PRINT").is_ok() {
            println!("{}", json());
        }
        assert_eq!(json(), EXAMPLE);
    });
}
