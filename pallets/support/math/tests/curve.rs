// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The curve against 50-digit references, against its own inputs, and against what must hold for every curve.

mod common;

use common::{cases, config, Seeded};
use finch_math::{
    curve::{accrue, blend, moved, years, Contract, Curve, MAX_NODES, MILLISECS_PER_YEAR},
    MathError,
};
use primitive_types::U256;
use proptest::{collection::vec, prelude::*};
use sp_arithmetic::{FixedI128, FixedU128};

const ONE: u128 = 1_000_000_000_000_000_000;
const VECTORS: &str = include_str!("../../../../tests/golden/curves.txt");

fn fixed(inner: u128) -> FixedU128 {
    FixedU128::from_inner(inner)
}

fn signed(inner: i128) -> FixedI128 {
    FixedI128::from_inner(inner)
}

/// Millionths.
fn parts(millionths: u128) -> FixedU128 {
    fixed(millionths * (ONE / 1_000_000))
}

fn contract(tau: FixedU128, rate: FixedU128, price: FixedU128) -> Contract {
    Contract {
        time_to_maturity: tau,
        annual_rate: rate,
        price_ratio: price,
        volume: 1,
    }
}

/// The worked example of docs/pricing.md: three contracts of three, six and twelve months.
fn example() -> [Contract; 3] {
    [
        contract(parts(250_000), parts(120_000), parts(1_010_000)),
        contract(parts(500_000), parts(120_000), parts(1_015_000)),
        contract(parts(1_000_000), parts(130_000), parts(1_020_000)),
    ]
}

fn forward_rates(curve: &Curve) -> Vec<i128> {
    curve.forward_rates().map(FixedI128::into_inner).collect()
}

/// `got` is within 2 units or 1e-15 of `want`.
#[track_caller]
fn close(got: u128, want: u128, what: &str) {
    let bound = 2.max(want / 1_000_000_000_000_000);
    assert!(got.abs_diff(want) <= bound, "{what}: {got} instead of {want}");
}

/// One curve of the file.
#[derive(Default)]
struct Vector {
    contracts: Vec<Contract>,
    forwards: Vec<i128>,
    quotes: Vec<Vec<i128>>,
}

fn vectors() -> Vec<Vector> {
    let mut all = vec![Vector::default()];
    for line in VECTORS.lines() {
        let (kind, rest) = line.split_at(2);
        let numbers: Vec<i128> = rest.split(' ').map(|number| number.parse().unwrap()).collect();
        if kind == "c " && !all.last().unwrap().forwards.is_empty() {
            all.push(Vector::default());
        }
        let vector = all.last_mut().unwrap();
        match kind {
            "c " => vector.contracts.push(Contract {
                time_to_maturity: fixed(numbers[0].unsigned_abs()),
                annual_rate: fixed(numbers[1].unsigned_abs()),
                price_ratio: fixed(numbers[2].unsigned_abs()),
                volume: numbers[3].unsigned_abs(),
            }),
            "f " => vector.forwards = numbers,
            "q " => vector.quotes.push(numbers),
            other => panic!("{other}"),
        }
    }
    all
}

/// `a * b / 1e18`, rounded up.
fn times(a: u128, b: u128) -> u128 {
    (U256::from(a) * U256::from(b) / U256::from(ONE) + 1)
        .try_into()
        .unwrap()
}

#[test]
fn there_are_enough_vectors() {
    let all = vectors();
    let count = |of: fn(&Vector) -> usize| all.iter().map(of).sum::<usize>();
    assert!(all.len() >= 200 && count(|v| v.quotes.len()) >= 1_000);
    assert_eq!(all.iter().map(|v| v.forwards.len()).max(), Some(MAX_NODES));
    assert!(all.iter().any(|v| v.forwards.len() < v.contracts.len()));
    assert!(all.iter().any(|v| v.forwards.iter().any(|rate| *rate < 0)));
}

/// A node is within tau / 2 + 1 units; a forward rate has two of them over its length, and its own rounding.
#[test]
fn forward_rates_equal_the_references() {
    for vector in vectors() {
        let curve = Curve::bootstrap(&vector.contracts).unwrap();
        let mut from = 0;
        let rates = forward_rates(&curve);
        assert_eq!(rates.len(), vector.forwards.len());
        for ((node, got), want) in curve.nodes().iter().zip(rates).zip(vector.forwards) {
            let to = node.0.into_inner();
            let nodes = 2 * (to / ONE + 2);
            let off = got.abs_diff(want).saturating_sub(1);
            assert!(off < nodes * ONE / (to - from) + 1, "{got} instead of {want}");
            from = to;
        }
    }
}

/// How many times the error of the last two nodes weighs at `tau`: once inside of the curve.
fn stretch(curve: &Curve, tau: u128) -> u128 {
    let at = |back: usize| {
        let nodes = curve.nodes();
        nodes.len().checked_sub(back).map_or(0, |at| nodes[at].0.into_inner())
    };
    let (from, to) = (at(2), at(1));
    if tau <= to {
        1
    } else {
        2 * (tau - from).div_ceil(to - from)
    }
}

#[test]
fn quotes_equal_the_references() {
    let (mut inside, mut after) = (0, 0);
    for vector in vectors() {
        let curve = Curve::bootstrap(&vector.contracts).unwrap();
        for quote in vector.quotes {
            let tau = quote[0].unsigned_abs();
            let (growth, value, fair) = (quote[2].unsigned_abs(), quote[3].unsigned_abs(), quote[4]);
            let got_growth = curve.growth_factor(fixed(tau)).unwrap().into_inner();
            let got_value = curve
                .contract_value(fixed(tau), fixed(quote[1].unsigned_abs()))
                .unwrap()
                .into_inner();

            let stretch = stretch(&curve, tau);
            // A line through two neighbours a millisecond apart says little about what is far after them.
            if stretch < 10 {
                close(got_growth, growth, "growth");
                close(got_value, value, "value");
                inside += 1;
            } else {
                let units = 2 * stretch * (tau / ONE + 2);
                assert!(got_growth.abs_diff(growth) <= times(growth, units) + 2);
                assert!(got_value.abs_diff(value) <= times(value, units) + 2);
                after += 1;
            }
            // The reference is rounded down too, so one above it can be right.
            assert!(stretch > 1 || got_value <= value + times(value, tau / ONE + 2) + 1);

            if tau > 0 {
                let got = curve.fair_rate(fixed(tau)).unwrap().into_inner();
                let yearly = (fair + 1_000_000_000_000_000_000).unsigned_abs();
                // What a unit of ln growth is in a year, for the first node at least.
                let shortest = curve.nodes()[0].0.into_inner().min(tau);
                let units = stretch * (tau / ONE + 2) * 2 * ONE / shortest;
                assert!(
                    got.abs_diff(fair) <= times(yearly, units) + yearly / 1_000_000_000_000_000 + 2,
                    "fair rate: {got} instead of {fair}"
                );
            }
        }
    }
    assert!(inside > 900 && after > 10, "{inside} {after}");
}

#[test]
fn every_vector_reprices_its_contracts() {
    let mut repriced = 0;
    for vector in vectors() {
        if vector.forwards.len() < vector.contracts.len() {
            continue;
        }
        let curve = Curve::bootstrap(&vector.contracts).unwrap();
        for contract in vector.contracts {
            let value = curve.contract_value(contract.time_to_maturity, contract.annual_rate);
            close(
                value.unwrap().into_inner(),
                contract.price_ratio.into_inner(),
                "repriced",
            );
            repriced += 1;
        }
    }
    assert!(repriced > 500);
}

/// (0.2) by hand: `r_1 = ln(1.12^0.25 / 1.01) / 0.25`, `r_2 = (ln(1.12^0.5 / 1.015) - 0.25 r_1) / 0.25`,
/// `r_3 = (ln(1.13 / 1.02) - 0.25 r_1 - 0.25 r_2) / 0.5`, with 0.018381840473582711, 0.041775730159750932 and
/// 0.102415005428069487 for the three logarithms.
#[test]
fn the_worked_example_of_three_contracts_is_what_0_2_says() {
    let curve = Curve::bootstrap(&example()).unwrap();
    let logs: Vec<_> = curve.nodes().iter().map(|node| node.1.into_inner()).collect();
    for (got, want) in logs.iter().zip([
        18_381_840_473_582_711i128,
        41_775_730_159_750_932,
        102_415_005_428_069_487,
    ]) {
        assert!(got.abs_diff(want) <= 1, "{got} {want}");
    }
    let rates = forward_rates(&curve);
    for (got, want) in rates.iter().zip([
        73_527_361_894_330_843i128,
        93_575_558_744_672_886,
        121_278_550_536_637_109,
    ]) {
        assert!(got.abs_diff(want) <= 8, "{got} {want}");
    }
    for contract in example() {
        let value = curve.contract_value(contract.time_to_maturity, contract.annual_rate);
        close(
            value.unwrap().into_inner(),
            contract.price_ratio.into_inner(),
            "example",
        );
    }
}

/// The table of docs/pricing.md, in millionths, rounded down as a reader would cut them.
#[test]
fn the_numbers_of_the_documentation_are_these() {
    let curve = Curve::bootstrap(&example()).unwrap();
    let cut = |number: u128| number / (ONE / 1_000_000);
    let cut_signed = |number: FixedI128| cut(number.into_inner().unsigned_abs());
    let row = |tau: FixedU128| {
        [
            cut(curve.growth_factor(tau).unwrap().into_inner()),
            cut(curve.discount_factor(tau).unwrap().into_inner()),
            cut_signed(curve.zero_rate(tau).unwrap()),
            cut_signed(curve.fair_rate(tau).unwrap()),
        ]
    };
    assert_eq!(row(parts(250_000)), [1_018_551, 981_786, 73_527, 76_297]);
    assert_eq!(row(parts(500_000)), [1_042_660, 959_084, 83_551, 87_141]);
    assert_eq!(row(parts(1_000_000)), [1_107_843, 902_654, 102_415, 107_843]);
    // Between the second and the third, and after the last.
    assert_eq!(row(parts(750_000)), [1_074_757, 930_442, 96_127, 100_899]);
    assert_eq!(row(parts(2_000_000)), [1_250_687, 799_560, 111_846, 118_341]);
    let forwards: Vec<_> = curve.forward_rates().map(cut_signed).collect();
    assert_eq!(forwards, [73_527, 93_575, 121_278]);
    let value = curve.contract_value(parts(750_000), parts(110_000)).unwrap();
    assert_eq!(cut(value.into_inner()), 1_006_193);
}

/// (0.1) as printed has `V_1/S` in its second line. Then the second contract is worth the price of the first.
#[test]
fn with_the_misprint_of_0_1_the_second_contract_is_not_repriced() {
    let [first, second, _] = example();
    let printed = Curve::bootstrap(&[
        first,
        Contract {
            price_ratio: first.price_ratio,
            ..second
        },
    ])
    .unwrap();
    let value = printed
        .contract_value(second.time_to_maturity, second.annual_rate)
        .unwrap();
    close(value.into_inner(), first.price_ratio.into_inner(), "misprint");
}

/// The last formula of the paper, printed as `V`: it is the growth, not the value.
#[test]
fn the_printed_interpolation_is_the_growth() {
    let curve = Curve::bootstrap(&example()).unwrap();
    let [_, second, third] = example();
    let growth = curve.growth_factor(third.time_to_maturity).unwrap().into_inner();
    // 1.13 / 1.02
    close(growth, 1_107_843_137_254_901_960, "growth");
    assert!(growth > third.price_ratio.into_inner() + ONE / 20);
    // Geometric: halfway between two nodes it is the root of their product.
    let middle = curve.growth_factor(parts(750_000)).unwrap().into_inner();
    let left = curve.growth_factor(second.time_to_maturity).unwrap().into_inner();
    let square = (U256::from(left) * U256::from(growth)).integer_sqrt();
    close(middle, square.try_into().unwrap(), "middle");
}

#[test]
fn one_contract_makes_a_flat_curve() {
    let curve = Curve::bootstrap(&[contract(parts(500_000), parts(100_000), fixed(ONE))]).unwrap();
    for tau in [1, 1_000, ONE / 1_000, ONE / 2, ONE, 30 * ONE] {
        let fair = curve.fair_rate(fixed(tau)).unwrap().into_inner();
        assert!(fair.abs_diff(100_000_000_000_000_000) <= 40, "{tau}: {fair}");
        close(
            curve.contract_value(fixed(tau), parts(100_000)).unwrap().into_inner(),
            ONE,
            "par",
        );
    }
}

#[test]
fn at_the_start_everything_is_worth_its_principal() {
    let curve = Curve::bootstrap(&example()).unwrap();
    assert_eq!(curve.log_growth(fixed(0)), Ok(signed(0)));
    assert_eq!(curve.growth_factor(fixed(0)), Ok(fixed(ONE)));
    assert_eq!(curve.discount_factor(fixed(0)), Ok(fixed(ONE)));
    assert_eq!(curve.contract_value(fixed(0), parts(100_000)), Ok(fixed(ONE)));
    assert_eq!(curve.fair_rate(fixed(0)), Err(MathError::OutOfDomain));
    assert_eq!(curve.zero_rate(fixed(0)), Err(MathError::OutOfDomain));
}

#[test]
fn equal_maturities_are_merged_by_volume() {
    let tau = parts(500_000);
    let sold = |price, volume| Contract {
        volume,
        ..contract(tau, parts(100_000), parts(price))
    };
    let alone = |price| sold(price, 0).log_growth().unwrap().into_inner();
    let merged = |contracts: &[Contract]| {
        let curve = Curve::bootstrap(contracts).unwrap();
        assert_eq!(curve.nodes().len(), 1);
        curve.nodes()[0].1.into_inner()
    };
    let (a, b) = (alone(1_000_000), alone(1_020_000));
    assert_eq!(merged(&[sold(1_000_000, 3), sold(1_020_000, 0)]), a);
    let quarter = merged(&[sold(1_000_000, 3), sold(1_020_000, 1)]);
    assert!((quarter - (3 * a + b) / 4).abs() <= 1);
    // Nobody traded: none counts more.
    let half = merged(&[sold(1_000_000, 0), sold(1_020_000, 0)]);
    assert!((half - (a + b) / 2).abs() <= 1);
    assert_eq!(merged(&[sold(1_000_000, u128::MAX), sold(1_000_000, u128::MAX)]), a);
    // Gains and losses.
    let loss = alone(1_500_000);
    let mixed = merged(&[sold(1_000_000, 1), sold(1_500_000, 1)]);
    assert!(loss < 0 && (mixed - (a + loss) / 2).abs() <= 1, "{mixed}");
}

#[test]
fn what_is_no_contract_is_refused() {
    let good = contract(parts(500_000), parts(100_000), fixed(ONE));
    let refused = |contracts: &[Contract]| Curve::bootstrap(contracts).unwrap_err();
    assert_eq!(refused(&[]), MathError::OutOfDomain);
    assert_eq!(
        refused(&[
            good,
            Contract {
                time_to_maturity: fixed(0),
                ..good
            }
        ]),
        MathError::OutOfDomain
    );
    assert_eq!(
        refused(&[Contract {
            price_ratio: fixed(0),
            ..good
        }]),
        MathError::OutOfDomain
    );
    assert_eq!(
        refused(&[Contract {
            annual_rate: fixed(u128::MAX),
            ..good
        }]),
        MathError::Overflow
    );
    assert_eq!(
        refused(&[Contract {
            time_to_maturity: fixed(u128::MAX),
            annual_rate: fixed(u128::MAX - ONE),
            ..good
        }]),
        MathError::Overflow
    );
}

#[test]
fn a_curve_has_64_nodes_at_most() {
    let many = |count: u128| -> Vec<Contract> {
        (1..=count)
            .map(|at| contract(parts(at * 1_000), parts(100_000), fixed(ONE)))
            .collect()
    };
    assert_eq!(Curve::bootstrap(&many(64)).unwrap().nodes().len(), 64);
    assert_eq!(Curve::bootstrap(&many(65)), Err(MathError::OutOfDomain));
    // Merged contracts do not count.
    let twice = [many(64), many(64)].concat();
    assert_eq!(Curve::bootstrap(&twice).unwrap().nodes().len(), 64);
}

#[test]
fn nodes_out_of_order_are_refused() {
    let node = |tau, log| (fixed(tau), signed(log));
    let refused = |nodes: &[(FixedU128, FixedI128)]| Curve::from_nodes(nodes).unwrap_err();
    assert_eq!(refused(&[]), MathError::OutOfDomain);
    assert_eq!(refused(&[node(0, 1)]), MathError::OutOfDomain);
    assert_eq!(refused(&[node(2, 1), node(2, 1)]), MathError::OutOfDomain);
    assert_eq!(refused(&[node(2, 1), node(1, 1)]), MathError::OutOfDomain);
    let many: Vec<_> = (1..=65).map(|at| node(at, 0)).collect();
    assert_eq!(refused(&many), MathError::OutOfDomain);
    assert!(Curve::from_nodes(&many[..64]).is_ok());
}

/// The steepest line that fits, and one unit more.
#[test]
fn a_forward_rate_that_does_not_fit_is_an_error() {
    let steepest = i128::MAX / 1_000_000_000_000_000_000;
    let steep = |log| Curve::from_nodes(&[(fixed(1), signed(log))]);
    for log in [steepest, -steepest] {
        let curve = steep(log).unwrap();
        assert_eq!(forward_rates(&curve), [log * 1_000_000_000_000_000_000]);
        assert_eq!(curve.growth_factor(fixed(ONE)).is_ok(), log < 0);
    }
    assert_eq!(steep(steepest + 1), Err(MathError::Overflow));
    assert_eq!(steep(-steepest - 1), Err(MathError::Overflow));
    let jump = [(fixed(ONE), signed(i128::MIN)), (fixed(ONE + 1), signed(i128::MAX))];
    assert_eq!(Curve::from_nodes(&jump), Err(MathError::Overflow));
}

#[test]
fn results_that_do_not_fit_are_errors() {
    let up = Curve::from_nodes(&[(fixed(ONE), signed(i128::MAX / 2))]).unwrap();
    assert_eq!(up.growth_factor(fixed(ONE)), Err(MathError::Overflow));
    assert_eq!(up.log_growth(fixed(3 * ONE)), Err(MathError::Overflow));
    assert_eq!(up.fair_rate(fixed(ONE)), Err(MathError::Overflow));
    assert_eq!(up.discount_factor(fixed(ONE)), Ok(fixed(0)));
    assert_eq!(up.contract_value(fixed(ONE), fixed(ONE)), Ok(fixed(0)));
    let down = Curve::from_nodes(&[(fixed(ONE), signed(-i128::MAX / 2))]).unwrap();
    assert_eq!(down.discount_factor(fixed(ONE)), Err(MathError::Overflow));
    assert_eq!(down.contract_value(fixed(ONE), fixed(0)), Err(MathError::Overflow));
    assert_eq!(down.growth_factor(fixed(ONE)), Ok(fixed(0)));
    assert_eq!(down.fair_rate(fixed(ONE)), Ok(signed(-1_000_000_000_000_000_000)));
    let flat = Curve::from_nodes(&[(fixed(ONE), signed(0))]).unwrap();
    assert_eq!(
        flat.contract_value(fixed(ONE), fixed(u128::MAX)),
        Err(MathError::Overflow)
    );
}

#[test]
fn years_are_of_365_days() {
    assert_eq!(years(0), fixed(0));
    assert_eq!(years(MILLISECS_PER_YEAR), fixed(ONE));
    assert_eq!(years(MILLISECS_PER_YEAR / 4), fixed(ONE / 4));
    // A minute: 1 / 525600, to the nearest.
    assert_eq!(years(60_000), fixed(1_902_587_519_026));
    assert_eq!(years(1), fixed(31_709_792));
    assert!(years(u64::MAX) > fixed(584_000_000 * ONE));
}

#[test]
fn a_zero_rate_accrues_over_time() {
    let log = |rate, tau| accrue(signed(rate), fixed(tau)).map(FixedI128::into_inner);
    assert_eq!(log(80_000_000_000_000_000, ONE / 4), Ok(20_000_000_000_000_000));
    assert_eq!(log(-80_000_000_000_000_000, ONE / 4), Ok(-20_000_000_000_000_000));
    // To the nearest.
    assert_eq!(log(3, ONE / 2 + 1), Ok(2));
    assert_eq!(log(3, ONE / 2 - 1), Ok(1));
    assert_eq!(log(-3, ONE / 2 + 1), Ok(-2));
    assert_eq!(log(i128::MAX, 2 * ONE), Err(MathError::Overflow));
}

#[test]
fn a_move_is_bounded_by_its_step() {
    let step = |old, new, most| moved(signed(old), signed(new), fixed(most)).into_inner();
    assert_eq!(step(100, 103, 5), 103);
    assert_eq!(step(100, 105, 5), 105);
    assert_eq!(step(100, 106, 5), 105);
    assert_eq!(step(100, -100, 5), 95);
    assert_eq!(step(-100, -100, 0), -100);
    assert_eq!(step(-2, 2, 3), 1);
    assert_eq!(step(i128::MIN, i128::MAX, 7), i128::MIN + 7);
    assert_eq!(step(i128::MAX, i128::MIN, u128::MAX), i128::MIN);
    assert_eq!(step(0, i128::MAX, u128::MAX), i128::MAX);
}

#[test]
fn a_blend_is_a_weighted_mean() {
    let mean = |old, w, new, v| blend(signed(old), w, signed(new), v).map(FixedI128::into_inner);
    assert_eq!(mean(100, 3, 200, 1), Ok(125));
    assert_eq!(mean(200, 1, 100, 3), Ok(125));
    assert_eq!(mean(100, 0, 200, 1), Ok(200));
    assert_eq!(mean(100, 1, 200, 0), Ok(100));
    assert_eq!(mean(100, 0, 200, 0), Ok(100));
    // Towards the old one.
    assert_eq!(mean(0, 2, 1, 1), Ok(0));
    assert_eq!(mean(0, 2, -1, 1), Ok(0));
    assert_eq!(mean(i128::MIN, 1, i128::MAX, 1), Ok(-1));
    assert_eq!(mean(0, u128::MAX, 0, 1), Err(MathError::Overflow));
}

/// From a minute to 40 years, in milliseconds, all magnitudes alike.
fn term() -> impl Strategy<Value = u64> {
    (16u32..40, any::<u64>()).prop_map(|(bits, noise)| ((1 << bits) | (noise & ((1 << bits) - 1))).max(60_000))
}

/// Promised between 0 and 100 %, sold between 0.5 and 1.5 of the principal.
fn traded() -> impl Strategy<Value = Contract> {
    (term(), 0..=ONE, ONE / 2..=ONE * 3 / 2, any::<u64>()).prop_map(|(term, rate, price, volume)| Contract {
        time_to_maturity: years(term),
        annual_rate: fixed(rate),
        price_ratio: fixed(price),
        volume: volume.into(),
    })
}

/// Positive rates of up to 50 % between the nodes.
fn rising() -> impl Strategy<Value = Curve> {
    vec((1_000_000_000_000..=ONE, 0..=ONE / 2), 1..=MAX_NODES).prop_map(|steps| {
        let (mut tau, mut log) = (0, 0);
        let nodes: Vec<_> = steps
            .into_iter()
            .map(|(length, rate)| {
                tau += length;
                log += i128::try_from(times(length, rate)).unwrap();
                (fixed(tau), signed(log))
            })
            .collect();
        Curve::from_nodes(&nodes).unwrap()
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_contract_is_repriced(mut contracts in vec(traded(), 1..=MAX_NODES)) {
        contracts.sort_by_key(|contract| contract.time_to_maturity);
        contracts.dedup_by_key(|contract| contract.time_to_maturity);
        let curve = Curve::bootstrap(&contracts).unwrap();
        prop_assert_eq!(curve.nodes().len(), contracts.len());
        for contract in contracts {
            let value = curve.contract_value(contract.time_to_maturity, contract.annual_rate).unwrap().into_inner();
            let price = contract.price_ratio.into_inner();
            // 1.5 tau + 4 parts and a unit, as documented; less than 1e-15 in any case. Up only by the node's own error.
            let tau = contract.time_to_maturity.into_inner() / ONE + 1;
            prop_assert!(value <= price + times(price, tau / 2 + 1) + 1, "{} above {}", value, price);
            prop_assert!(value + times(price, 2 * tau + 4) + 1 >= price, "{} below {}", value, price);
        }
    }

    #[test]
    fn the_order_of_the_contracts_makes_no_difference(
        contracts in vec(traded(), 1..40),
        equal in vec(any::<(usize, usize)>(), 0..10),
        seed in any::<u64>(),
    ) {
        let mut contracts = contracts;
        for (a, b) in equal {
            let count = contracts.len();
            contracts[a % count].time_to_maturity = contracts[b % count].time_to_maturity;
        }
        let mut shuffled = contracts.clone();
        let mut random = Seeded(seed);
        for last in (1..shuffled.len()).rev() {
            let other = random.within(0, u64::try_from(last).unwrap());
            shuffled.swap(last, usize::try_from(other).unwrap());
        }
        prop_assert_eq!(Curve::bootstrap(&contracts), Curve::bootstrap(&shuffled));
    }

    #[test]
    fn the_nodes_make_the_same_curve(contracts in vec(traded(), 1..=MAX_NODES), tau in term()) {
        let curve = Curve::bootstrap(&contracts).unwrap();
        let again = Curve::from_nodes(curve.nodes()).unwrap();
        prop_assert_eq!(&curve, &again);
        // The two neighbours are enough for a quote.
        let right = curve.nodes().partition_point(|node| node.0 < years(tau)).min(curve.nodes().len() - 1);
        let near = Curve::from_nodes(&curve.nodes()[right.saturating_sub(1)..=right]).unwrap();
        prop_assert_eq!(curve.log_growth(years(tau)), near.log_growth(years(tau)));
        prop_assert_eq!(curve.zero_rate(years(tau)), near.zero_rate(years(tau)));
    }

    /// Next to a node, on both sides, and on it: one more unit of time changes the growth by the forward rate.
    #[test]
    fn growth_is_continuous(curve in rising()) {
        for (tau, log) in curve.nodes() {
            let at = |inner: u128| curve.log_growth(fixed(inner)).unwrap().into_inner();
            let tau = tau.into_inner();
            prop_assert_eq!(at(tau), log.into_inner());
            prop_assert!((at(tau + 1) - at(tau)).abs() <= 1);
            prop_assert!((at(tau) - at(tau - 1)).abs() <= 1);
        }
    }

    #[test]
    fn discount_factors_fall_while_forward_rates_are_positive(curve in rising(), a in term(), b in term()) {
        let (early, late) = (years(a.min(b)), years(a.max(b)));
        let discount = |tau| curve.discount_factor(tau).unwrap();
        prop_assert!(discount(late) <= discount(early));
        prop_assert!(discount(early) <= fixed(ONE));
        let growth = |tau| curve.growth_factor(tau).unwrap_or(fixed(u128::MAX));
        prop_assert!(growth(late) >= growth(early) && growth(early) >= fixed(ONE));
    }

    /// growth * discount = 1 to the rounding of both.
    #[test]
    fn the_discount_factor_is_one_over_growth(contracts in vec(traded(), 1..10), tau in term()) {
        let curve = Curve::bootstrap(&contracts).unwrap();
        if let (Ok(growth), Ok(discount)) = (curve.growth_factor(years(tau)), curve.discount_factor(years(tau))) {
            let (growth, discount) = (U256::from(growth.into_inner()), U256::from(discount.into_inner()));
            let one = U256::from(ONE) * U256::from(ONE);
            prop_assert!((growth * discount).abs_diff(one) <= (growth + discount + U256::from(ONE)) * 4);
        }
    }

    /// A contract that promises the fair rate is worth its principal, and never more.
    #[test]
    fn at_the_fair_rate_a_contract_is_worth_its_principal(curve in rising(), tau in term()) {
        let tau = years(tau);
        if let Ok(fair) = curve.fair_rate(tau) {
            let rate = fixed(fair.into_inner().unsigned_abs());
            let value = curve.contract_value(tau, rate).unwrap().into_inner();
            prop_assert!(value <= ONE);
            prop_assert!(ONE - value <= 4 * (tau.into_inner() / ONE + 2), "{}", value);
        }
    }

    /// The zero rate between two nodes lies between theirs: to bound the nodes bounds all quotes between them.
    #[test]
    fn zero_rates_lie_between_those_of_the_nodes(contracts in vec(traded(), 1..20), at in 0..=1_000_000u128) {
        let curve = Curve::bootstrap(&contracts).unwrap();
        let zero = |tau| curve.zero_rate(tau).unwrap().into_inner();
        for pair in curve.nodes().windows(2) {
            let (from, to) = (pair[0].0.into_inner(), pair[1].0.into_inner());
            let tau = from + (to - from) / 1_000_000 * at;
            let (a, b) = (zero(pair[0].0), zero(pair[1].0));
            // The rounding of ln growth, over the time.
            let slack = i128::try_from(ONE / tau + 2).unwrap();
            prop_assert!(zero(fixed(tau)) >= a.min(b) - slack && zero(fixed(tau)) <= a.max(b) + slack);
        }
    }
}

/// Terms, rates and prices out of the whole range of their types never panic.
#[test]
fn anything_is_a_curve_or_an_error() {
    let mut random = Seeded(2609);
    let (mut made, mut refused) = (0, 0);
    for _ in 0..cases() {
        let count = random.within(1, 5);
        let contracts: Vec<_> = (0..count)
            .map(|_| Contract {
                time_to_maturity: fixed(random.sized(128)),
                annual_rate: fixed(random.sized(128)),
                price_ratio: fixed(random.sized(128)),
                volume: random.sized(128),
            })
            .collect();
        match Curve::bootstrap(&contracts) {
            Ok(curve) => {
                made += 1;
                let tau = fixed(random.sized(128));
                let rate = fixed(random.sized(128));
                assert_eq!(forward_rates(&curve).len(), curve.nodes().len());
                let _ = (
                    curve.growth_factor(tau),
                    curve.discount_factor(tau),
                    curve.fair_rate(tau),
                );
                let _ = (curve.contract_value(tau, rate), curve.zero_rate(tau));
            }
            Err(error) => {
                refused += 1;
                assert_eq!(error, MathError::Overflow);
            }
        }
    }
    assert!(made > 0 && refused > 0);
}
