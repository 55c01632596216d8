// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! `ln`, `exp` and `pow` beside those of substrate-fixed, on the same 256 inputs in one run.
//!
//! substrate-fixed has 64 binary places (5e-20). The inputs are multiples of 2^-18, which both represent exactly.
//! Before the times, the largest error of each function is printed, in units of 1e-18; the reference is our own result,
//! which the golden vectors prove.

use criterion::{criterion_group, criterion_main, Criterion};
use finch_math::{
    fixed::{exp, ln, pow},
    Round,
};
use sp_arithmetic::{FixedI128, FixedU128};
use std::{hint::black_box, time::Duration};
use substrate_fixed::{transcendental, types::I64F64};

const ONE: u128 = 1_000_000_000_000_000_000;

/// 2^-18 in units of 1e-18.
const STEP: u128 = ONE >> 18;

/// How many units of 1e-18 `found` is from `expected`.
fn distance(found: I64F64, expected: i128) -> u128 {
    let bits = found.to_bits();
    let rest = (u128::try_from(bits & i128::from(u64::MAX)).expect("positive") * ONE) >> 64;
    let units = (bits >> 64) * 10i128.pow(18) + i128::try_from(rest).expect("below 1e18");
    units.abs_diff(expected)
}

/// 256 numbers below 2^bits, from a fixed sequence, all magnitudes alike.
fn numbers(mut seed: u64, bits: u32) -> Vec<u128> {
    let mut next = || {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        seed >> 11
    };
    let mut number = || {
        let size = u32::try_from(next() % u64::from(bits)).expect("small") + 1;
        ((u128::from(next()) << 64 | u128::from(next()) << 11) >> (117 - size)).max(1)
    };
    (0..256).map(|_| number()).collect()
}

fn group(criterion: &mut Criterion, name: &str, ours: impl Fn(usize) -> bool, theirs: impl Fn(usize) -> bool) {
    let mut group = criterion.benchmark_group(name);
    group
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    let mut turn = 0;
    group.bench_function("finch", |bencher| {
        bencher.iter(|| {
            turn = (turn + 1) % 256;
            black_box(ours(black_box(turn)))
        })
    });
    group.bench_function("substrate-fixed", |bencher| {
        bencher.iter(|| {
            turn = (turn + 1) % 256;
            black_box(theirs(black_box(turn)))
        })
    });
    group.finish();
}

fn compare(criterion: &mut Criterion) {
    let steps = |seed, bits| {
        numbers(seed, bits)
            .into_iter()
            .map(|x| i128::try_from(x).expect("it fits"))
    };
    let logarithms: Vec<i128> = steps(1, 48).collect();
    // -20 to 20: the range in which the other has a use.
    let exponents: Vec<i128> = steps(2, 23)
        .enumerate()
        .map(|(i, x)| x.min(20 << 18) * if i % 2 == 0 { 1 } else { -1 })
        .collect();
    // Bases of 0.01 to 100, exponents up to 4.
    let bases: Vec<i128> = steps(3, 26).map(|x| x.clamp((1 << 18) / 100, 100 << 18)).collect();
    let powers: Vec<i128> = steps(4, 21).map(|x| x.min(4 << 18)).collect();

    let positive = |steps: &i128| FixedU128::from_inner(steps.unsigned_abs() * STEP);
    let our_logarithms: Vec<FixedU128> = logarithms.iter().map(positive).collect();
    let our_exponents: Vec<FixedI128> = exponents
        .iter()
        .map(|&x| FixedI128::from_inner(x * i128::try_from(STEP).expect("small")))
        .collect();
    let our_bases: Vec<FixedU128> = bases.iter().map(positive).collect();
    let our_powers: Vec<FixedU128> = powers.iter().map(positive).collect();
    let our_ln = |i: usize| ln(our_logarithms[i], Round::Down).expect("positive");
    let our_exp = |i: usize| exp(our_exponents[i], Round::Down).expect("it fits");
    let our_pow = |i: usize| pow(our_bases[i], our_powers[i], Round::Down).expect("it fits");

    let theirs = |steps: &i128| I64F64::from_bits(steps << 46);
    let their_logarithms: Vec<I64F64> = logarithms.iter().map(theirs).collect();
    let their_exponents: Vec<I64F64> = exponents.iter().map(theirs).collect();
    let their_bases: Vec<I64F64> = bases.iter().map(theirs).collect();
    let their_powers: Vec<I64F64> = powers.iter().map(theirs).collect();
    let their_ln = |i: usize| transcendental::ln::<I64F64, I64F64>(their_logarithms[i]).ok();
    let their_exp = |i: usize| transcendental::exp::<I64F64, I64F64>(their_exponents[i]).ok();
    let their_pow = |i: usize| transcendental::pow::<I64F64, I64F64>(their_bases[i], their_powers[i]).ok();

    let worst = |name: &str, pairs: Vec<Option<(I64F64, i128)>>| {
        let none = pairs.iter().filter(|pair| pair.is_none()).count();
        let most = pairs
            .into_iter()
            .flatten()
            .map(|(found, expected)| distance(found, expected))
            .max();
        println!("{name}: substrate-fixed is up to {most:?} units of 1e-18 off and fails {none} of 256 times");
    };
    let units = |x: FixedU128| i128::try_from(x.into_inner()).expect("it fits");
    worst(
        "ln",
        (0..256).map(|i| Some((their_ln(i)?, our_ln(i).into_inner()))).collect(),
    );
    worst(
        "exp",
        (0..256).map(|i| Some((their_exp(i)?, units(our_exp(i))))).collect(),
    );
    worst(
        "pow",
        (0..256).map(|i| Some((their_pow(i)?, units(our_pow(i))))).collect(),
    );

    group(
        criterion,
        "ln",
        |i| our_ln(i).into_inner() > 0,
        |i| their_ln(i).is_some(),
    );
    group(
        criterion,
        "exp",
        |i| our_exp(i).into_inner() > 0,
        |i| their_exp(i).is_some(),
    );
    group(
        criterion,
        "pow",
        |i| our_pow(i).into_inner() > 0,
        |i| their_pow(i).is_some(),
    );
}

criterion_group!(benches, compare);
criterion_main!(benches);
