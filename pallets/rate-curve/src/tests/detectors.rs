// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Each test breaks one thing and expects the invariant that guards it to say so.

use super::*;

/// Three nodes: an observed one between two seeds; a node that was retired; a report that did not count. Then `corrupt`.
#[track_caller]
fn detected(corrupt: impl FnOnce(&mut Books), text: &str) {
    new_test_ext().execute_with(|| {
        for maturity in [YEAR / 2, YEAR, 2 * YEAR, 4 * YEAR] {
            seed(maturity, bp(800));
        }
        RateCurve::observe(at_par(YEAR, bp(810), 5_000));
        RateCurve::observe(at_par(4 * YEAR, bp(810), 3_000));
        RateCurve::observe(at_par(YEAR, bp(810), 1));
        retire(4 * YEAR);
        RateCurve::do_try_state().unwrap();
        Book::<Test>::mutate(corrupt);
        match RateCurve::do_try_state().unwrap_err() {
            DispatchError::Other(found) => assert_eq!(found, text),
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn every_report_is_in_the_first_equality() {
    const BROKEN: &str = "INV-CURVE-1: counted + ignored != reported";
    detected(|books| books.flows.reported += 1, BROKEN);
    detected(|books| books.flows.counted += 1, BROKEN);
    detected(|books| books.flows.ignored -= 1, BROKEN);
    detected(|books| books.flows.ignored = u64::MAX, BROKEN);
}

#[test]
fn every_node_is_in_the_second_equality() {
    const BROKEN: &str = "INV-CURVE-2: opened - retired != nodes";
    detected(|books| books.flows.opened += 1, BROKEN);
    detected(|books| books.flows.retired += 1, BROKEN);
    detected(|books| books.flows.retired = 9, BROKEN);
    detected(
        |books| {
            books.nodes.remove(0);
        },
        BROKEN,
    );
}

#[test]
fn every_planck_of_turnover_is_in_the_third_equality() {
    const BROKEN: &str = "INV-CURVE-3: the turnover of the nodes + faded != turnover";
    detected(|books| books.flows.turnover += 1, BROKEN);
    detected(|books| books.flows.faded += 1, BROKEN);
    detected(|books| books.nodes[1].turnover -= 1, BROKEN);
    detected(|books| books.flows.faded = u128::MAX, BROKEN);
}

#[test]
fn a_node_beside_the_pillars_is_found() {
    const BROKEN: &str = "INV-CURVE-4: a node beside the pillars";
    detected(|books| books.nodes[1].time_to_maturity += 1, BROKEN);
}

#[test]
fn nodes_out_of_order_are_found() {
    const BROKEN: &str = "INV-CURVE-4: nodes out of order";
    detected(|books| books.nodes.as_mut().swap(0, 1), BROKEN);
    detected(|books| books.nodes[1].time_to_maturity = YEAR / 2, BROKEN);
}

#[test]
fn a_log_growth_that_is_not_that_of_the_rate_is_found() {
    const BROKEN: &str = "INV-CURVE-5: a log growth != zero rate * years";
    detected(|books| books.nodes[0].log_growth = zero(0), BROKEN);
    detected(|books| books.nodes[2].zero_rate = zero(BP), BROKEN);
}

#[test]
fn a_rate_out_of_range_is_found() {
    const BROKEN: &str = "INV-CURVE-6: a rate out of range";
    let rate = |books: &mut Books, rate| {
        books.nodes[1].zero_rate = zero(rate);
        books.nodes[1].log_growth = zero(rate);
    };
    detected(|books| rate(books, 10_000 * BP + 1), BROKEN);
    detected(|books| rate(books, -10_000 * BP - 1), BROKEN);
}

#[test]
fn an_allowance_above_a_step_is_found() {
    const BROKEN: &str = "INV-CURVE-6: an allowance above a step";
    detected(|books| books.nodes[1].allowance = bp(51), BROKEN);
}

#[test]
fn a_seed_that_was_traded_is_found() {
    const BROKEN: &str = "INV-CURVE-6: a seed with a weight, or without its step";
    detected(|books| books.nodes[1].seeded = true, BROKEN);
    detected(|books| books.nodes[0].allowance = bp(49), BROKEN);
}

#[test]
fn a_node_from_the_future_is_found() {
    const BROKEN: &str = "INV-CURVE-6: a node from the future";
    detected(|books| books.nodes[2].observed_at += 1, BROKEN);
}
