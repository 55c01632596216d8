// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The curves and the worked numbers of docs/options.md and docs/insurance.md, as JSON.
//!
//! ```text
//! cargo run -p finch-math --example cover_and_options -- options   > docs/plots/options.json
//! cargo run -p finch-math --example cover_and_options -- insurance > docs/plots/insurance.json
//! ```
//!
//! The test `documentation` compares both files, and the texts, with what this computes.

use finch_math::{
    cover::{self, bump_up, part_of, premium_up, rate_after, requirement_up, stream, DAY},
    falling::price_up,
    feed::unit_price,
    mul_div,
    option::{self, collateral_up, liquidation, Kind, Prices, Strike},
    Round,
};
use sp_arithmetic::FixedU128;

/// What a computation printed: a name and a number, as the documents show it.
pub type Worked = Vec<(&'static str, String)>;
/// A line of a plot: points of two decimal numbers.
type Line = Vec<(String, String)>;

const ONE: u128 = 1_000_000_000_000_000_000;
const FINCH: u128 = 1_000_000_000_000;

/// A part of a whole number.
fn parts(above: u128, below: u128) -> FixedU128 {
    FixedU128::from_rational(above, below)
}

/// `number` smallest units of so many `digits` as a decimal number.
fn decimal(number: u128, digits: u32) -> String {
    let unit = 10u128.pow(digits);
    let part = format!("{:0width$}", number % unit, width = digits as usize);
    match part.trim_end_matches('0') {
        "" => format!("{}", number / unit),
        part => format!("{}.{part}", number / unit),
    }
}

/// The same as texts have it: thousands apart.
fn text(number: u128, digits: u32) -> String {
    let plain = decimal(number, digits);
    let (whole, part) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let grouped: Vec<_> = whole.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    format!("{}{part}", grouped.join(","))
}

/// Planck as text.
fn finch(planck: u128) -> String {
    text(planck, 12)
}

/// A rate or a ratio in per cent, cut off after four digits.
fn percent(ratio: FixedU128) -> String {
    text(ratio.into_inner() / (ONE / 1_000_000), 4)
}

fn line(points: impl Iterator<Item = (u128, u128)>, x_digits: u32, y_digits: u32) -> Line {
    points
        .map(|(x, y)| (decimal(x, x_digits), decimal(y, y_digits)))
        .collect()
}

fn json(lines: &[(&str, Line)], worked: &Worked) -> String {
    let line = |(name, points): &(&str, Line)| {
        let points: Vec<_> = points.iter().map(|(x, y)| format!("[{x}, {y}]")).collect();
        format!("    \"{name}\": [{}]", points.join(", "))
    };
    let lines: Vec<_> = lines.iter().map(line).collect();
    let worked: Vec<_> = worked
        .iter()
        .map(|(name, number)| format!("    \"{name}\": \"{number}\""))
        .collect();
    format!(
        "{{\n  \"lines\": {{\n{}\n  }},\n  \"worked\": {{\n{}\n  }}\n}}\n",
        lines.join(",\n"),
        worked.join(",\n")
    )
}

/// What options are worth, and how vaults are secured.
pub mod options {
    use super::*;

    /// As in pallet-options.
    const MINT_RATIO: u32 = 150;
    const CALL_RATIO: u32 = 125;
    const MOST_FOR_UNIT: u32 = 110;
    /// Of a sale on a live chain.
    const HOUR: u64 = 3_600_000;

    const DOT: u128 = 10_000_000_000;
    const DOLLAR: u128 = 1_000_000;
    const WRITTEN: u128 = 1_000 * DOT;

    /// To sell a DOT for 4 dollars.
    fn put() -> Strike {
        Strike {
            price: FixedU128::from_u32(4),
            decimals: 10,
            strike_decimals: 6,
        }
    }

    /// To sell an sFINCH for 0.98 FINCH.
    fn synth_put() -> Strike {
        Strike {
            price: parts(98, 100),
            decimals: 12,
            strike_decimals: 12,
        }
    }

    /// To buy a FINCH for 6 dollars.
    fn call() -> Strike {
        Strike {
            price: FixedU128::from_u32(6),
            decimals: 12,
            strike_decimals: 6,
        }
    }

    /// Planck for a smallest unit, of what a whole coin costs in cents.
    fn unit(cents: u128, decimals: u8, finch_cents: u128) -> FixedU128 {
        let dollars = |cents| cents * ONE / 100;
        unit_price(dollars(cents), decimals, dollars(finch_cents), 12).unwrap()
    }

    fn prices(dot_cents: u128, finch_cents: u128) -> Prices {
        Prices {
            underlying: unit(dot_cents, 10, finch_cents),
            strike_asset: unit(100, 6, finch_cents),
            collateral: FixedU128::from_u32(1),
        }
    }

    /// Dollars for a DOT, from nothing to twice the strike, and what is paid then for an option, in dollars.
    fn payoffs() -> impl Iterator<Item = (u128, u128, u128)> {
        (0..=16).map(|step| {
            let cents = step * 50;
            let in_dollars = prices(cents, 500);
            let prices = Prices {
                collateral: in_dollars.strike_asset,
                ..in_dollars
            };
            let payoff = |kind| put().payoff(kind, DOT, &prices, Round::Down).unwrap();
            (cents, payoff(Kind::Call), payoff(Kind::Put))
        })
    }

    fn obligation(finch_cents: u128) -> u128 {
        put().worth_in_native_up(WRITTEN, unit(100, 6, finch_cents)).unwrap()
    }

    /// What minting asks for at a price of 5 dollars for a FINCH.
    fn collateral() -> u128 {
        collateral_up(obligation(500), MINT_RATIO, FixedU128::from_u32(1)).unwrap()
    }

    fn ratio(finch_cents: u128) -> FixedU128 {
        option::ratio_down(collateral(), obligation(finch_cents)).unwrap()
    }

    /// What the vault owes at the expiry, and what of it it has.
    fn due(dot_cents: u128, finch_cents: u128) -> (u128, u128) {
        let due = put()
            .payoff(Kind::Put, WRITTEN, &prices(dot_cents, finch_cents), Round::Up)
            .unwrap();
        (due, due.min(collateral()))
    }

    /// Planck for an option in a liquidation that was opened at this price of FINCH.
    fn sale(finch_cents: u128, elapsed: u64) -> FixedU128 {
        let (start, floor) = liquidation(collateral(), obligation(finch_cents), WRITTEN, MOST_FOR_UNIT).unwrap();
        price_up(start, floor, elapsed, HOUR).unwrap()
    }

    /// Planck for a whole option, of which a price is one for a smallest unit.
    fn whole(price: FixedU128) -> u128 {
        option::value(DOT, price, Round::Up).unwrap()
    }

    /// What a pool of pallet-asset-conversion with a fee of 0.3 % pays.
    fn pool_pays(amount: u128, of: u128, out: u128) -> u128 {
        let with_fee = amount * 997;
        mul_div(with_fee, out, of * 1_000 + with_fee, Round::Down).unwrap()
    }

    /// The lines of the plots.
    pub fn lines() -> Vec<(&'static str, super::Line)> {
        let at_expiry = |finch_cents| {
            line(
                (0..=25).map(move |step| (step * 20, due(step * 20, finch_cents).1)),
                2,
                12,
            )
        };
        let falling = |finch_cents| {
            line(
                (0..=60).map(move |minute: u128| {
                    let elapsed = u64::try_from(minute).unwrap() * 60_000;
                    (minute, whole(sale(finch_cents, elapsed)))
                }),
                0,
                12,
            )
        };
        vec![
            ("call", line(payoffs().map(|(x, call, _)| (x, call)), 2, 6)),
            ("put", line(payoffs().map(|(x, _, put)| (x, put)), 2, 6)),
            ("writer", line(payoffs().map(|(x, _, put)| (x, 4 * DOLLAR - put)), 2, 6)),
            (
                "ratio",
                line(
                    (0..=30).map(|step| (300 + step * 10, ratio(300 + step * 10).into_inner() / (ONE / 10_000))),
                    2,
                    2,
                ),
            ),
            ("pays_at_5", at_expiry(500)),
            ("pays_at_4", at_expiry(400)),
            ("pays_at_3", at_expiry(300)),
            ("sale_at_120", falling(400)),
            ("sale_at_108", falling(360)),
        ]
    }

    /// The numbers of the text.
    pub fn worked() -> Worked {
        let hundred = 100 * FINCH;
        let locked = synth_put().worth(hundred, Round::Up).unwrap();
        let third = hundred / 3;
        let exercised = synth_put().worth(50 * FINCH, Round::Down).unwrap();
        let cure = |finch_cents| {
            collateral_up(obligation(finch_cents), CALL_RATIO, FixedU128::from_u32(1)).unwrap() - collateral()
        };
        let (due, booked) = due(320, 420);
        let (at_start, in_half, at_end) = (sale(400, 0), sale(400, HOUR / 2), sale(400, HOUR));
        let paid = option::value(500 * DOT, in_half, Round::Up).unwrap();
        let reward = paid / 100;
        let premium = pool_pays(hundred, 2_000 * FINCH, 60 * FINCH);
        vec![
            ("put_locks", finch(locked)),
            ("third_pays", finch(synth_put().worth(third, Round::Down).unwrap())),
            ("half_takes", finch(exercised)),
            ("first_gives", finch(mul_div(exercised, 60, 100, Round::Up).unwrap())),
            (
                "second_gives",
                finch(exercised - mul_div(exercised, 60, 100, Round::Up).unwrap()),
            ),
            ("call_brings", text(call().worth(hundred, Round::Up).unwrap(), 6)),
            (
                "odd_call_brings",
                text(call().worth(123_456_789_012, Round::Up).unwrap(), 6),
            ),
            ("obligation", finch(obligation(500))),
            ("collateral", finch(collateral())),
            ("ratio_at_5_00", percent(ratio(500))),
            ("ratio_at_4_50", percent(ratio(450))),
            ("ratio_at_4_20", percent(ratio(420))),
            ("ratio_at_4_15", percent(ratio(415))),
            ("ratio_at_4_00", percent(ratio(400))),
            ("ratio_at_3_70", percent(ratio(370))),
            ("ratio_at_3_60", percent(ratio(360))),
            ("cure_at_4_15", finch(cure(415))),
            ("sale_starts", finch(whole(at_start))),
            ("sale_in_half", finch(whole(in_half))),
            ("sale_ends", finch(whole(at_end))),
            ("buyer_pays", finch(paid)),
            (
                "buyer_gets",
                finch(mul_div(collateral(), 500 * DOT, WRITTEN, Round::Down).unwrap()),
            ),
            ("caller_gets", finch(reward)),
            ("owner_gets", finch(paid - reward)),
            ("deep_sale_after_a_minute", finch(whole(sale(360, 60_000)))),
            ("due", finch(due)),
            ("given_back", finch(collateral() - booked)),
            ("holder_gets", finch(mul_div(booked, 400, 1_000, Round::Down).unwrap())),
            ("short_due", finch(self::due(0, 300).0)),
            ("short_pays", finch(self::due(0, 300).1)),
            ("premium", finch(premium)),
            // A hundredth of it, rounded up.
            ("premium_fee", finch(premium.div_ceil(100))),
            ("exercise_fee", finch(locked.div_ceil(1_000))),
        ]
    }
}

/// What cover costs, and what it pays.
pub mod insurance {
    use super::*;

    /// As in pallet-insurance.
    const FULL_BUMP: FixedU128 = FixedU128::from_inner(5 * POINT);
    const FALL_A_DAY: FixedU128 = FixedU128::from_inner(2 * POINT);
    const VIRTUAL_SHARES: u128 = 1_000_000;
    /// 1 % a year.
    const POINT: u128 = ONE / 100;

    const CAPITAL: u128 = 100_000 * FINCH;
    const CAPACITY: u128 = CAPITAL / 2;
    const AMOUNT: u128 = 10_000 * FINCH;
    const TARGET: FixedU128 = FixedU128::from_inner(2 * POINT);
    const HALF_A_DAY: u64 = DAY / 2;

    fn bump(amount: u128) -> FixedU128 {
        bump_up(FULL_BUMP, amount, CAPACITY).unwrap()
    }

    fn sum(a: FixedU128, b: FixedU128) -> FixedU128 {
        FixedU128::from_inner(a.into_inner() + b.into_inner())
    }

    /// Bought at noon, so that it lasts half a day more.
    fn premium(amount: u128, rate: FixedU128, days: u64) -> u128 {
        premium_up(amount, rate, bump(amount), days * DAY + HALF_A_DAY).unwrap()
    }

    /// The least cost of a year of one FINCH of cover, if `amount` of the capacity is bought at once.
    fn mean(amount: u128) -> u128 {
        premium_up(amount, TARGET, bump(amount), 365 * DAY).unwrap() * 1_000_000 / amount
    }

    /// A tenth, as the fee.
    fn net(premium: u128) -> u128 {
        premium - premium / 10
    }

    /// What covers of 90 days from day 0 and of 30 days from day 30 have earned at the end of a day, and what was paid for
    /// them, without the fee.
    fn earned(days: u32) -> (u128, u128) {
        [(0, 90), (30, 30)]
            .into_iter()
            .filter(|(from, _)| *from < days || *from == 0)
            .fold((0, 0), |(earned, paid), (from, length)| {
                let net = net(premium(AMOUNT, TARGET, u64::from(length)));
                // Today counts, and so does the day in which it ends.
                let flow = stream(net, length + 1).unwrap();
                let ended = days.saturating_sub(from).min(length + 1);
                let rest = if ended == length + 1 { flow.rest } else { 0 };
                (earned + flow.per_day * u128::from(ended) + rest, paid + net)
            })
    }

    fn ratio(lost: u128, of: u128) -> FixedU128 {
        // A product that pays nine tenths.
        part_of(cover::ratio_down(lost, of).into_inner(), parts(9, 10), Round::Down)
            .map(FixedU128::from_inner)
            .unwrap()
    }

    /// What a share of the pool is worth to whoever leaves: see the documentation of the pallet.
    fn value(shares: u128, capital: u128, all: u128) -> u128 {
        mul_div(shares, capital + 1, all + VIRTUAL_SHARES, Round::Down).unwrap()
    }

    /// The lines of the plots.
    pub fn lines() -> Vec<(&'static str, super::Line)> {
        let sold = || (0..=20u128).map(|step| (step * 5, CAPACITY / 20 * step));
        let decay = |rate: u128, target: u128| {
            line(
                (0..=20u128).map(move |quarter| {
                    let elapsed = u64::try_from(quarter).unwrap() * (DAY / 4);
                    let rate = rate_after(
                        FixedU128::from_inner(rate * POINT),
                        FixedU128::from_inner(target * POINT),
                        FALL_A_DAY,
                        elapsed,
                    );
                    (quarter * 25, rate.into_inner() / (POINT / 100))
                }),
                2,
                2,
            )
        };
        let days = || 0..=100u32;
        let losses = || (0..=20u128).map(|step| step * 5);
        let active = 4 * AMOUNT;
        vec![
            (
                "rate_after",
                line(
                    sold().map(|(share, amount)| (share, sum(TARGET, bump(amount)).into_inner() / (POINT / 100))),
                    0,
                    2,
                ),
            ),
            (
                "mean_rate",
                line(sold().skip(1).map(|(share, amount)| (share, mean(amount))), 0, 4),
            ),
            ("from_7_to_2", decay(7, 2)),
            ("from_4_to_2", decay(4, 2)),
            ("from_7_to_1", decay(7, 1)),
            ("earned", line(days().map(|day| (day.into(), earned(day).0)), 0, 12)),
            ("paid_in", line(days().map(|day| (day.into(), earned(day).1)), 0, 12)),
            (
                "covers_get",
                line(
                    losses().map(|lost| (lost, part_of(active, ratio(lost, 100), Round::Up).unwrap() / 1_000)),
                    0,
                    12,
                ),
            ),
            (
                "members_keep",
                line(
                    losses().map(|lost| {
                        let paid = part_of(active, ratio(lost, 100), Round::Up).unwrap();
                        (lost, (CAPITAL - paid) / 1_000)
                    }),
                    0,
                    12,
                ),
            ),
        ]
    }

    /// The numbers of the text.
    pub fn worked() -> Worked {
        let first = premium(AMOUNT, TARGET, 90);
        let after_first = sum(TARGET, bump(AMOUNT));
        let second = premium(AMOUNT, after_first, 90);
        let after_second = sum(after_first, bump(AMOUNT));
        let flow = stream(net(first), 91).unwrap();
        let later = |elapsed| rate_after(after_second, TARGET, FALL_A_DAY, elapsed);

        let active = 2 * AMOUNT;
        let slash = ratio(4, 100);
        let reserved = part_of(active, slash, Round::Up).unwrap();
        let paid = part_of(AMOUNT, slash, Round::Down).unwrap();
        let again = part_of(AMOUNT - paid, ratio(2, 100), Round::Down).unwrap();
        let short = cover::ratio_down(15_000 * FINCH, active);

        // The first planck are a million shares each; the second member comes at the same price.
        let shares = |amount: u128| amount * VIRTUAL_SHARES;
        let all = shares(CAPITAL);
        let capital = CAPITAL - reserved;
        vec![
            ("capacity", finch(CAPACITY)),
            ("bump", percent(bump(AMOUNT))),
            (
                "mean",
                percent(FixedU128::from_inner(
                    (TARGET.into_inner() + after_first.into_inner()) / 2,
                )),
            ),
            ("first", finch(first)),
            ("fee", finch(first / 10)),
            ("net", finch(net(first))),
            ("second", finch(second)),
            ("both", finch(first + second)),
            ("at_once", finch(premium(2 * AMOUNT, TARGET, 90))),
            ("rate_after_second", percent(after_second)),
            ("rate_half_a_day_later", percent(later(HALF_A_DAY))),
            ("rate_a_day_later", percent(later(DAY))),
            ("per_day", finch(flow.per_day)),
            ("rest", text(flow.rest, 0)),
            (
                "requirement",
                finch(requirement_up(active, FixedU128::from_u32(1)).unwrap()),
            ),
            ("ratio", percent(slash)),
            ("reserved", finch(reserved)),
            ("paid", finch(paid)),
            ("left", finch(AMOUNT - paid)),
            ("again", finch(again)),
            ("short_ratio", percent(short)),
            ("short_pays", finch(part_of(AMOUNT, short, Round::Down).unwrap())),
            ("large_member", finch(value(shares(80_000 * FINCH), capital, all))),
            ("small_member", finch(value(shares(20_000 * FINCH), capital, all))),
        ]
    }
}

/// What docs/plots/options.json has.
pub fn options_json() -> String {
    json(&options::lines(), &options::worked())
}

/// What docs/plots/insurance.json has.
pub fn insurance_json() -> String {
    json(&insurance::lines(), &insurance::worked())
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("options") => print!("{}", options_json()),
        Some("insurance") => print!("{}", insurance_json()),
        _ => {
            eprintln!("say what to print: options or insurance");
            std::process::exit(2);
        }
    }
}
