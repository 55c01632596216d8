// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! One file per verb; `attacks` replays exploits, `properties` runs random operations against a model, `detectors`
//! corrupts the books, `example` is what the documentation shows.

mod attacks;
mod constants;
mod detectors;
mod example;
mod model;
mod observe;
mod properties;
mod reads;
mod retire;
mod seed;

use crate::{mock::*, types::*, *};
use finch_ports::{Observation, RateCurve as _};
use finch_types::{Balance, FixedI128};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchError, traits::Hooks};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

const YEAR: Moment = MILLISECS_PER_YEAR;
/// A basis point.
const BP: i128 = 100_000_000_000_000;
const ONE: u128 = 1_000_000_000_000_000_000;

/// Basis points as a fraction.
fn bp(points: u32) -> FixedU128 {
    FixedU128::from_inner(u128::from(points) * BP.unsigned_abs())
}

fn zero(rate: i128) -> FixedI128 {
    FixedI128::from_inner(rate)
}

#[track_caller]
fn seed(time_to_maturity: Moment, annual_rate: FixedU128) {
    assert_ok!(RateCurve::seed(RuntimeOrigin::root(), time_to_maturity, annual_rate));
}

#[track_caller]
fn retire(time_to_maturity: Moment) {
    assert_ok!(RateCurve::retire(RuntimeOrigin::root(), time_to_maturity));
}

/// The node at the pillar of `time_to_maturity`.
#[track_caller]
fn node(time_to_maturity: Moment) -> Node {
    let pillar = RateCurve::pillar(time_to_maturity).unwrap();
    let books = Book::<Test>::get();
    *books
        .nodes
        .iter()
        .find(|node| node.time_to_maturity == pillar)
        .expect("there is such a node")
}

/// A sale at par: the zero rate that it says is `ln(1 + annual_rate)` for whatever maturity.
fn at_par(time_to_maturity: Moment, annual_rate: FixedU128, turnover: Balance) -> Observation {
    Observation {
        time_to_maturity,
        annual_rate,
        price_ratio: FixedU128::from_u32(1),
        turnover,
    }
}

/// `ln(1 + rate)`.
fn continuous(rate: FixedU128) -> i128 {
    let growth = FixedU128::from_inner(rate.into_inner() + ONE);
    finch_math::fixed::ln(growth, finch_math::Round::Nearest)
        .unwrap()
        .into_inner()
}

fn wait(time: Moment) {
    Now::set(&(Now::get() + time));
}

/// The pallet's events since the last call.
fn take_events() -> Vec<Event> {
    let events = System::read_events_for_pallet();
    System::reset_events();
    events
}

fn flows() -> Flows {
    RateCurve::flows()
}
