// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Random operations. After each of them every invariant holds and the chain shows what the model does; a call fails
//! where the model says so and nowhere else, and then changes nothing.
//!
//! `FINCH_SEQUENCES` says how many sequences to run; each has 50 operations.

use super::{
    model::{maturity_of, Model},
    *,
};
use crate::Call;
use proptest::{collection::vec, prelude::*, test_runner::Config as Runs};
use sp_io::storage::root as storage_root;
use sp_runtime::{traits::Dispatchable, StateVersion};

const OPERATIONS: usize = 50;

/// How many sequences to run.
pub(super) fn sequences() -> u32 {
    std::env::var("FINCH_SEQUENCES").map_or(100, |text| text.parse().expect("FINCH_SEQUENCES is a number"))
}

#[derive(Clone, Debug)]
enum Op {
    /// Maturity, promised rate and price in millionths, turnover.
    Observe(Moment, u32, u32, Balance),
    /// Maturity, promised rate, zero rate of the market in millionths, turnover.
    Sell(Moment, u32, i32, Balance),
    /// By the admin or by somebody: maturity, rate in millionths.
    Seed(bool, Moment, u32),
    Retire(bool, Moment),
    Wait(Moment),
}

/// Mostly a few common terms, so that nodes meet; else anything.
fn maturity() -> impl Strategy<Value = Moment> {
    prop_oneof![
        6 => (0..8u64).prop_map(|at| (YEAR / 8) << at),
        2 => (1..40u64).prop_map(|months| months * 30 * DAY),
        2 => (1..120u64).prop_map(|minutes| minutes * 60_000),
        1 => (any::<Moment>(), 0u32..64).prop_map(|(bits, shift)| bits >> shift),
    ]
}

fn turnover() -> impl Strategy<Value = Balance> {
    prop_oneof![1 => 0..1_000u128, 6 => 1_000..100_000u128, 1 => (any::<u128>(), 28u32..128).prop_map(|(b, s)| b >> s)]
}

fn operation() -> impl Strategy<Value = Op> {
    let admin = || prop::bool::weighted(0.9);
    let gap = prop_oneof![2 => 0..3_600_000u64, 3 => 0..3 * DAY, 1 => 0..100 * DAY];
    prop_oneof![
        3 => (maturity(), 0..500_000u32, 0..2_000_000u32, turnover())
            .prop_map(|(term, rate, price, turnover)| Op::Observe(term, rate, price, turnover)),
        10 => (maturity(), 0..300_000u32, -100_000..300_000i32, turnover())
            .prop_map(|(term, rate, market, turnover)| Op::Sell(term, rate, market, turnover)),
        3 => (admin(), maturity(), prop_oneof![9 => 0..300_000u32, 1 => 0..3_000_000u32])
            .prop_map(|(admin, term, rate)| Op::Seed(admin, term, rate)),
        2 => (admin(), maturity()).prop_map(|(admin, term)| Op::Retire(admin, term)),
        6 => gap.prop_map(Op::Wait),
    ]
}

fn part(millionths: u32) -> FixedU128 {
    FixedU128::from_inner(u128::from(millionths) * ONE / 1_000_000)
}

fn real(fixed: FixedU128) -> f64 {
    fixed.into_inner() as f64 / 1e18
}

fn real_signed(fixed: FixedI128) -> f64 {
    fixed.into_inner() as f64 / 1e18
}

#[track_caller]
fn close(got: f64, want: f64, what: &str) {
    assert!(
        (got - want).abs() <= 1e-9 * want.abs().max(1.0),
        "{what}: {got} instead of {want}"
    );
}

fn model() -> Model {
    Model {
        now: START,
        max_age: MaxAge::get(),
        min_turnover: MinTurnover::get(),
        ..Model::default()
    }
}

/// Dispatches as the admin or as somebody; a failure changes nothing.
#[track_caller]
fn dispatch(admin: bool, call: Call<Test>, succeeds: bool) {
    let origin = if admin {
        RuntimeOrigin::root()
    } else {
        RuntimeOrigin::signed(7)
    };
    let before = storage_root(StateVersion::V1);
    let result = RuntimeCall::RateCurve(call).dispatch(origin);
    assert_eq!(result.is_ok(), succeeds, "{result:?}");
    if !succeeds {
        assert_eq!(before, storage_root(StateVersion::V1));
    }
}

#[track_caller]
fn run_operation(model: &mut Model, op: &Op) {
    let observe = |model: &mut Model, time_to_maturity, annual_rate, price_ratio, turnover| {
        let counted = flows().counted;
        RateCurve::observe(Observation {
            time_to_maturity,
            annual_rate,
            price_ratio,
            turnover,
        });
        let counts = model.observe(time_to_maturity, real(annual_rate), real(price_ratio), turnover);
        assert_eq!(flows().counted - counted, u64::from(counts));
    };
    match *op {
        Op::Observe(term, rate, price, turnover) => observe(model, term, part(rate), part(price), turnover),
        Op::Sell(term, rate, market, turnover) => {
            let years = term as f64 / YEAR as f64;
            let growth = years * (f64::from(rate) / 1e6).ln_1p() - years * f64::from(market) / 1e6;
            // What does not fit is a sale for next to nothing, or far too dear.
            let price = FixedU128::from_inner((growth.clamp(-40.0, 40.0).exp() * 1e18) as u128);
            observe(model, term, part(rate), price, turnover);
        }
        Op::Seed(admin, time_to_maturity, rate) => {
            let mut next = model.clone();
            let succeeds = next.seed(time_to_maturity, f64::from(rate) / 1e6) && admin;
            let call = Call::seed {
                time_to_maturity,
                annual_rate: part(rate),
            };
            dispatch(admin, call, succeeds);
            if succeeds {
                *model = next;
            }
        }
        Op::Retire(admin, time_to_maturity) => {
            let mut next = model.clone();
            let succeeds = next.retire(time_to_maturity) && admin;
            dispatch(admin, Call::retire { time_to_maturity }, succeeds);
            if succeeds {
                *model = next;
            }
        }
        Op::Wait(time) => {
            wait(time);
            model.now += time;
        }
    }
}

/// Nodes, counters and quotes are those of the model.
#[track_caller]
fn compare(model: &Model) {
    RateCurve::do_try_state().unwrap();
    let nodes = RateCurve::nodes();
    assert_eq!(nodes.len(), model.nodes.len());
    for (node, (place, modelled)) in nodes.iter().zip(&model.nodes) {
        assert_eq!(node.time_to_maturity as f64, maturity_of(*place));
        close(real_signed(node.zero_rate), modelled.rate, "zero rate");
        close(real_signed(node.annual_rate), modelled.rate.exp_m1(), "annual rate");
        close(real(node.allowance), model.allowance(modelled), "allowance");
        assert_eq!(node.weight, model.weight(modelled));
        assert_eq!((node.seeded, node.stale), (modelled.seeded, model.stale(modelled)));
        assert_eq!(node.observed_at, modelled.at);
    }
    assert_eq!(
        flows(),
        Flows {
            reported: model.reported,
            counted: model.reported - model.ignored,
            ignored: model.ignored,
            opened: model.opened,
            retired: model.retired,
            turnover: model.turnover,
            faded: model.faded,
        }
    );

    let fresh = model.fresh();
    assert_eq!(RateCurve::forward_rates().len(), fresh.len());
    for maturity in [61_234, 3_600_000, 40 * DAY, 200 * DAY, YEAR, 3 * YEAR, 12 * YEAR] {
        let years = maturity as f64 / YEAR as f64;
        let log = Model::log_growth(&fresh, years);
        let quotes = (
            RateCurve::discount_factor(maturity),
            RateCurve::contract_value(maturity, part(123_456)),
            RateCurve::fair_annual_rate(maturity),
        );
        let Some(log) = log else {
            assert_eq!(quotes, (None, None, None));
            continue;
        };
        // Where the line after the last node leads out of the numbers, nothing is quoted.
        if log.abs() > 40.0 || (log / years).abs() > 40.0 {
            continue;
        }
        close(real(quotes.0.unwrap()), (-log).exp(), "discount factor");
        let accrued = years * 0.123_456_f64.ln_1p();
        close(real(quotes.1.unwrap()), (accrued - log).exp(), "value");
        close(real_signed(quotes.2.unwrap()), (log / years).exp_m1(), "fair rate");
        let offered = RateCurve::fair_rate(maturity).map(|rate| zero(i128::try_from(rate.into_inner()).unwrap()));
        assert_eq!(offered, quotes.2.filter(|rate| rate.into_inner() >= 0));
    }
}

proptest! {
    #![proptest_config(Runs {
        failure_persistence: None,
        ..Runs::with_cases(sequences())
    })]

    #[test]
    fn the_curve_is_the_model_after_every_operation(operations in vec(operation(), OPERATIONS)) {
        new_test_ext().execute_with(|| {
            let mut model = model();
            for op in &operations {
                run_operation(&mut model, op);
                compare(&model);
            }
        });
    }
}
