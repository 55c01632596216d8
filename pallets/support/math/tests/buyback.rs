// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Slices and floors against exact arithmetic, and against traders on a constant-product pool: a sandwich inside the
//! block, a pool held off its price over the block's end, an oracle that lags or lies.

mod common;

use common::{big, cases, config, fits, floor, wide, Seeded};
use finch_math::{
    buyback::{min_out, slice},
    MathError,
};
use primitive_types::U512;
use proptest::prelude::*;
use sp_arithmetic::{FixedU128, Perbill};

const ONE: u128 = 1_000_000_000_000_000_000;
const BILLION: u128 = 1_000_000_000;
/// 0.3 % of the depth a slice, of a pool with a fee of 0.3 %, for at most 1 % less than the price.
const PART: Perbill = Perbill::from_parts(3_000_000);
const FEE: u128 = 3 * ONE / 1_000;
const TOLERANCE: u128 = ONE / 100;

fn fixed(inner: u128) -> FixedU128 {
    FixedU128::from_inner(inner)
}

fn least(amount: u128, oracle: u128, last: Option<u128>, tolerance: u128) -> Result<u128, MathError> {
    min_out(amount, fixed(oracle), last.map(fixed), fixed(tolerance))
}

/// `amount * price * (1 - tolerance)` before rounding, times 1e36.
fn exact(amount: u128, price: u128, tolerance: u128) -> U512 {
    big(amount) * big(price) * big(ONE - tolerance)
}

/// What a constant-product pool pays for `amount_in`, rounded down, of which it first keeps the part `fee`.
fn constant_product_out(amount_in: u128, reserve_in: u128, reserve_out: u128, fee: u128) -> u128 {
    let counted = big(amount_in) * big(ONE - fee);
    floor(counted * big(reserve_out), big(reserve_in) * big(ONE) + counted)
        .0
        .as_u128()
}

/// Reserves of a pool of an asset and native.
#[derive(Clone, Copy, Debug)]
struct Pool {
    asset: u128,
    native: u128,
    fee: u128,
}

impl Pool {
    /// Between 1e6 and about 1e24 of the asset, a price from 1/1000 to 1000, a fee of up to 1 %.
    fn random(seeded: &mut Seeded) -> Self {
        let asset = 1_000_000 + seeded.sized(80);
        let native = asset / 1_000 * seeded.within(1, 1_000_000);
        let fee = seeded.within(0, 10_000_000_000_000_000);
        Self { asset, native, fee }
    }

    /// Planck a unit as 1e-18 fixed point, rounded down.
    fn price(&self) -> u128 {
        floor(big(self.native) * big(ONE), big(self.asset)).0.as_u128()
    }

    fn sell(&mut self, asset: u128) -> u128 {
        let native = constant_product_out(asset, self.asset, self.native, self.fee);
        self.asset += asset;
        self.native -= native;
        native
    }

    fn buy(&mut self, native: u128) -> u128 {
        let asset = constant_product_out(native, self.native, self.asset, self.fee);
        self.native += native;
        self.asset -= asset;
        asset
    }

    /// Sells if it pays at least `least`; else nothing has happened.
    fn sell_for(&mut self, asset: u128, least: u128) -> Option<u128> {
        let mut after = *self;
        let native = after.sell(asset);
        (native >= least).then(|| {
            *self = after;
            native
        })
    }

    /// Trades somebody's random amount in a random direction.
    fn stir(&mut self, seeded: &mut Seeded, parts: u64) {
        let part = seeded.within(0, parts);
        match seeded.within(0, 1) {
            0 => self.sell(self.asset / 1_000 * part),
            _ => self.buy(self.native / 1_000 * part),
        };
    }
}

fn parts() -> impl Strategy<Value = Perbill> {
    prop_oneof![4 => 0u32..=1_000_000_000, 1 => Just(0), 1 => Just(1), 1 => Just(1_000_000_000)]
        .prop_map(Perbill::from_parts)
}

/// Below 1.
fn tolerance() -> impl Strategy<Value = u128> {
    prop_oneof![4 => 0..ONE, 1 => Just(0), 1 => Just(ONE - 1), 1 => Just(TOLERANCE)]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_slice_is_the_exact_part_of_the_depth_or_all_there_is(pot in wide(), depth in wide(), part in parts()) {
        let most = floor(big(depth) * big(part.deconstruct().into()), big(BILLION)).0.as_u128();
        prop_assert_eq!(slice(pot, depth, part), pot.min(most));
    }

    #[test]
    fn a_slice_never_falls_when_anything_rises(
        (pot, more_pot) in (wide(), wide()), (depth, more_depth) in (wide(), wide()),
        (part, more_part) in (parts(), parts()),
    ) {
        let low = slice(pot.min(more_pot), depth.min(more_depth), part.min(more_part));
        prop_assert!(low <= slice(pot.max(more_pot), depth.max(more_depth), part.max(more_part)));
    }

    #[test]
    fn the_least_is_the_higher_of_the_exact_floors_rounded_up(
        amount in wide(), oracle in wide(), last in proptest::option::of(wide()), tolerance in tolerance(),
    ) {
        prop_assume!(oracle > 0);
        let at = |price| {
            let (down, cut) = floor(exact(amount, price, tolerance), big(ONE) * big(ONE));
            down + u32::from(cut)
        };
        let expected = fits(at(oracle).max(last.map_or(U512::zero(), at))).ok_or(MathError::Overflow);
        prop_assert_eq!(least(amount, oracle, last, tolerance), expected);
    }

    #[test]
    fn the_least_never_falls_when_amount_or_price_rises_or_the_tolerance_falls(
        amounts in (wide(), wide()), oracles in (1..=u128::MAX, wide()), lasts in (wide(), wide()),
        tolerances in (tolerance(), tolerance()),
    ) {
        let oracles = (oracles.0, oracles.1.max(1));
        let bound = |pick: fn(u128, u128) -> u128, tolerance| {
            let picked = |(a, b)| pick(a, b);
            least(picked(amounts), picked(oracles), Some(picked(lasts)), tolerance)
                .map_or(U512::MAX, big)
        };
        let (strict, lax) = (tolerances.0.min(tolerances.1), tolerances.0.max(tolerances.1));
        prop_assert!(bound(u128::min, lax) <= bound(u128::max, strict));
    }

    #[test]
    fn parts_ask_for_no_less_than_the_whole(
        (a, b) in (0..u128::MAX >> 70, 0..u128::MAX >> 70), oracle in 1..u128::MAX >> 60, tolerance in tolerance(),
    ) {
        let least = |amount| least(amount, oracle, None, tolerance).unwrap();
        prop_assert!(least(a) + least(b) >= least(a + b));
        prop_assert!(a == 0 || least(a) > 0, "sold for nothing");
    }
}

/// Somebody sells into the pool before the buyback and buys back after it, with any amount. Either the buyback does not
/// happen, or it costs at most the tolerance, and that is all that the attack can earn.
#[test]
fn a_sandwich_of_any_size_fails_or_costs_at_most_the_tolerance() {
    let mut seeded = Seeded(3);
    let (mut sold, mut refused, mut earned) = (0, 0, 0);
    for _ in 0..cases() {
        let quiet = Pool::random(&mut seeded);
        let amount = slice(seeded.sized(100), quiet.asset, PART);
        let (last, tolerance) = (quiet.price(), seeded.within(0, 50_000_000_000_000_000));
        // Low, so that only the last block's price protects, as often as high.
        let oracle = (last / 100).saturating_mul(seeded.within(50, 101)).max(1);
        let bound = least(amount, oracle, Some(last), tolerance).unwrap();

        let mut pool = quiet;
        let front = match seeded.within(0, 2) {
            0 => quiet.asset / 10_000 * seeded.within(0, 200),
            1 => seeded.sized(100),
            _ => 0,
        };
        let got = pool.sell(front);
        let paid = pool.sell_for(amount, bound);
        let back = pool.buy(got);
        // In native at the price before it all, times the asset's reserve.
        let value = |asset: u128| big(asset) * big(quiet.native);
        match paid {
            Some(paid) => {
                for price in [oracle, last] {
                    assert!(
                        big(paid) * big(ONE) * big(ONE) >= exact(amount, price, tolerance),
                        "{quiet:?} {amount}"
                    );
                }
                let gain = value(back.saturating_sub(front));
                assert!(
                    gain + big(paid) * big(quiet.asset) <= value(amount),
                    "{quiet:?} {amount} {front}"
                );
                earned += u32::from(back > front);
                sold += u32::from(amount > 0);
            }
            None => {
                assert!(back <= front, "an attack that only stops a step costs its fees");
                refused += 1;
            }
        }
    }
    // Nothing of this is shown by attacks that never work, or by a floor that nobody can pay.
    let some = cases() / 100;
    assert!(
        sold > some && refused > some && earned > some,
        "{sold} {refused} {earned}"
    );
}

/// Months of a pot that is filled and sold while traders move the pool and the oracle walks: apart, and together again.
#[test]
fn a_swap_that_is_accepted_never_pays_less_than_either_floor() {
    let mut seeded = Seeded(5);
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..cases().div_ceil(100) {
        let mut pool = Pool::random(&mut seeded);
        let (mut pot, mut filled, mut sold) = (0u128, 0u128, 0u128);
        let mut oracle = pool.price();
        for _ in 0..100 {
            let fee = seeded.within(0, 4) * (pool.asset / 2_000);
            (pot, filled) = (pot + fee, filled + fee);
            oracle = match seeded.within(0, 9) {
                0..5 => pool.price(),
                _ => (oracle / 1_000).saturating_mul(seeded.within(980, 1_020)),
            }
            .max(1);
            let last = pool.price();
            pool.stir(&mut seeded, 8);
            let amount = slice(pot, pool.asset, PART);
            assert!(amount <= pot && big(amount) * big(1_000) <= big(pool.asset) * big(3));
            let bound = least(amount, oracle, Some(last), TOLERANCE).unwrap();
            match pool.sell_for(amount, bound) {
                Some(paid) => {
                    let paid = big(paid) * big(ONE) * big(ONE);
                    assert!(paid >= exact(amount, oracle, TOLERANCE) && paid >= exact(amount, last, TOLERANCE));
                    (pot, sold) = (pot - amount, sold + amount);
                    accepted += u32::from(amount > 0);
                }
                None => refused += 1,
            }
            assert_eq!(pot + sold, filled);
        }
    }
    assert!(
        accepted > cases() / 10 && refused > cases() / 10,
        "{accepted} {refused}"
    );
}

/// The fee, the slippage of a slice and the tolerance fit together: nothing but a moved price stops a buyback.
#[test]
fn a_slice_into_a_quiet_pool_is_accepted() {
    let mut seeded = Seeded(9);
    for _ in 0..cases() {
        let mut pool = Pool::random(&mut seeded);
        // Of a pool so small that a step is a few units the rounding alone may be more than the tolerance.
        (pool.asset, pool.native, pool.fee) = (pool.asset + 1_000_000, pool.native + 1_000_000, FEE);
        let amount = slice(u128::MAX, pool.asset, PART);
        let bound = least(amount, pool.price(), Some(pool.price()), TOLERANCE).unwrap();
        assert!(pool.sell_for(amount, bound).is_some(), "{pool:?}");
    }
}

/// The oracle reads 50 while the pool trades at 100: without the last block's price a sandwich would take half.
#[test]
fn a_low_oracle_is_made_up_for_by_the_last_block() {
    let quiet = Pool {
        asset: 1_000_000 * BILLION,
        native: 100_000_000 * BILLION,
        fee: FEE,
    };
    let amount = slice(u128::MAX, quiet.asset, PART);
    let mut pool = quiet;
    pool.sell(quiet.asset / 3);
    let by_oracle = least(amount, 50 * ONE, None, TOLERANCE).unwrap();
    let by_both = least(amount, 50 * ONE, Some(quiet.price()), TOLERANCE).unwrap();
    let paid = |mut pool: Pool, least| pool.sell_for(amount, least);
    assert!(paid(pool, by_oracle).is_some());
    assert_eq!(paid(pool, by_both), None);
    assert!(paid(quiet, by_both).is_some());
}

/// Whoever holds the pool down over the end of a block has moved the last block's price too.
#[test]
fn a_pool_held_down_for_a_block_is_made_up_for_by_the_oracle() {
    let mut pool = Pool {
        asset: 1_000_000 * BILLION,
        native: 100_000_000 * BILLION,
        fee: FEE,
    };
    let oracle = pool.price();
    pool.sell(pool.asset / 3);
    let amount = slice(u128::MAX, pool.asset, PART);
    let bound = least(amount, oracle, Some(pool.price()), TOLERANCE).unwrap();
    assert_eq!(pool.sell_for(amount, bound), None);
}

#[test]
fn examples_by_hand() {
    assert_eq!(slice(1_000, 100_000, PART), 300);
    assert_eq!(slice(299, 100_000, PART), 299);
    assert_eq!(slice(1_000, 333, PART), 0);
    assert_eq!(slice(0, u128::MAX, Perbill::one()), 0);
    assert_eq!(slice(u128::MAX, u128::MAX, Perbill::one()), u128::MAX);
    assert_eq!(least(1_000, 2 * ONE, None, TOLERANCE), Ok(1_980));
    assert_eq!(least(1_001, 2 * ONE, None, TOLERANCE), Ok(1_982));
    assert_eq!(least(1_000, 2 * ONE, Some(3 * ONE), TOLERANCE), Ok(2_970));
    assert_eq!(least(1_000, 2 * ONE, Some(ONE), TOLERANCE), Ok(1_980));
    assert_eq!(least(1_000, 2 * ONE, Some(0), 0), Ok(2_000));
}

#[test]
fn the_ends_of_the_domain() {
    assert_eq!(least(0, 1, Some(u128::MAX), 0), Ok(0));
    assert_eq!(least(1, 1, None, ONE - 1), Ok(1));
    assert_eq!(least(u128::MAX, ONE, None, 0), Ok(u128::MAX));
    assert_eq!(least(u128::MAX, ONE + 1, None, 0), Err(MathError::Overflow));
    assert_eq!(least(u128::MAX, u128::MAX, None, 0), Err(MathError::Overflow));
    // Fits only because of the tolerance.
    assert_eq!(least(u128::MAX, 2 * ONE, None, ONE / 2), Ok(u128::MAX));
    assert_eq!(least(1, ONE, None, ONE), Err(MathError::OutOfDomain));
    assert_eq!(least(1, ONE, None, u128::MAX), Err(MathError::OutOfDomain));
    assert_eq!(least(1, 0, Some(ONE), 0), Err(MathError::OutOfDomain));
    assert_eq!(least(0, 0, None, 0), Err(MathError::OutOfDomain));
}
