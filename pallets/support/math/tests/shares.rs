// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Conversions against exact arithmetic, and the attacks on pools: tiny round trips, first depositors, donations.

mod common;

use common::{amount, big, cases, config, fits, floor, wide, Seeded};
use finch_math::{
    shares::{rate_down, to_assets_down, to_shares_down},
    MathError,
};
use proptest::{collection::vec, prelude::*};
use sp_arithmetic::FixedU128;

/// A pool in pure maths: what anybody can do to it, and nothing else.
#[derive(Clone, Copy, Debug)]
struct Pool {
    backing: u128,
    issuance: u128,
}

impl Pool {
    fn seeded(seed: u128) -> Self {
        Self {
            backing: seed,
            issuance: seed,
        }
    }

    fn deposit(&mut self, assets: u128) -> u128 {
        let shares = to_shares_down(assets, self.backing, self.issuance).unwrap();
        self.backing += assets;
        self.issuance += shares;
        shares
    }

    fn redeem(&mut self, shares: u128) -> u128 {
        let assets = to_assets_down(shares, self.backing, self.issuance).unwrap();
        self.backing -= assets;
        self.issuance -= shares;
        assets
    }

    fn rate_is_at_least(&self, other: &Pool) -> bool {
        big(self.backing) * big(other.issuance) >= big(other.backing) * big(self.issuance)
    }
}

/// A pool whose rate lies between about 1/1000 and 1000.
fn pool() -> impl Strategy<Value = Pool> {
    (amount(), 1u128..=1_000_000, 1u128..=1_000_000).prop_map(|(size, a, b)| Pool {
        backing: (size / 1_000 * a / 1_000).max(1),
        issuance: (size / 1_000 * b / 1_000).max(1),
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn conversions_are_floors_for_any_input(amount in wide(), backing in wide(), issuance in wide()) {
        let down = |a: u128, b: u128, c: u128| match c {
            0 => Err(MathError::DivisionByZero),
            _ => fits(floor(big(a) * big(b), big(c)).0).ok_or(MathError::Overflow),
        };
        prop_assert_eq!(to_shares_down(amount, backing, issuance), down(amount, issuance, backing));
        prop_assert_eq!(to_assets_down(amount, backing, issuance), down(amount, backing, issuance));
        let rate = down(backing, 1_000_000_000_000_000_000, issuance).map(FixedU128::from_inner);
        prop_assert_eq!(rate_down(backing, issuance), rate);
    }

    #[test]
    fn there_and_back_never_gains(pool in pool(), assets in amount(), shares in amount()) {
        let mut there = pool;
        let got = there.deposit(assets);
        let mut back = there;
        prop_assert!(back.redeem(got) <= assets);
        let mut other = pool;
        let shares = shares.min(other.issuance - 1);
        let paid = other.redeem(shares);
        prop_assert!(other.deposit(paid) <= shares);
    }

    #[test]
    fn no_conversion_lowers_the_rate(mut pool in pool(), steps in vec((any::<bool>(), amount()), 1..30)) {
        for (deposit, amount) in steps {
            let before = pool;
            if deposit && pool.backing > 0 && pool.backing < u128::MAX >> 24 {
                pool.deposit(amount);
            } else {
                pool.redeem(amount.min(pool.issuance - 1));
            }
            prop_assert!(pool.rate_is_at_least(&before));
        }
    }

    #[test]
    fn redeeming_in_parts_never_pays_more(pool in pool(), parts in vec(amount(), 1..12)) {
        let mut whole = pool;
        let mut cut = pool;
        let mut sum = 0;
        let mut paid = 0;
        for part in parts {
            let part = part.min(cut.issuance - 1);
            sum += part;
            paid += cut.redeem(part);
        }
        // Dust of an early part belongs to all that remain, later parts among them: never more than the whole.
        prop_assert!(paid <= whole.redeem(sum));
    }
}

#[test]
fn a_million_tiny_round_trips_never_gain() {
    let mut seeded = Seeded(2025);
    let mut purse = 0i128;
    let mut pool = Pool::seeded(1_000);
    for trip in 0..cases() {
        if trip % 50 == 0 {
            // A new pool, of any size and with any rate.
            let size = seeded.sized(90) + 1_000;
            pool = Pool {
                backing: size * seeded.within(1, 5_000) / 1_000,
                issuance: size,
            };
            purse = 0;
        }
        let before = pool;
        let assets = seeded.within(1, 100);
        let shares = pool.deposit(assets);
        let back = pool.redeem(shares);
        assert!(back <= assets, "{assets} planck became {back} in {before:?}");
        assert!(pool.rate_is_at_least(&before));
        // And the other way round, with synth that was there before.
        let shares = seeded.within(1, 100);
        let paid = pool.redeem(shares);
        assert!(pool.deposit(paid) <= shares);
        purse += i128::try_from(back).unwrap() - i128::try_from(assets).unwrap();
        assert!(purse <= 0);
    }
}

/// A donation that is not in the books changes no argument, so there is nothing to pass. What is left of the attack is
/// to be first and to hope for the victim's dust; with a rate of 1 there is none.
#[test]
fn a_first_depositor_never_profits_from_a_victim() {
    let mut seeded = Seeded(2022);
    for _ in 0..cases() {
        let mut pool = Pool::seeded(seeded.within(1, 2_000));
        let (deposit, victim) = (seeded.sized(100), seeded.sized(100));
        let attacker = pool.deposit(deposit);
        let victims = pool.deposit(victim);
        assert_eq!(pool.redeem(attacker), deposit);
        assert_eq!(pool.redeem(victims), victim);
    }
}

/// The stronger attacker pays a reward of any size *into the backing* between its deposit and the victim's, which lifts
/// the price of a share and with it the dust that the victim leaves.
///
/// With a seed of `s` shares, a deposit of `d` and a reward of `r` the seed keeps `r * s / (s + d)` of the reward for
/// ever. A victim leaves less than a share, `1 + r / (s + d)`, and the attacker owns less than all of it. So against
/// `n` victims the profit is below `n + r * (n - s) / (s + d)` planck: never positive against one, below a planck a victim
/// against at most `s` of them, whatever `d` and `r`. `a_seed_of_one_would_be_too_small` shows that the bound on `n` is
/// needed.
#[test]
fn paying_a_reward_to_inflate_the_rate_never_profits() {
    let mut seeded = Seeded(2023);
    for _ in 0..cases() {
        let seed = seeded.within(1, 2_000);
        let mut pool = Pool::seeded(seed);
        let (deposit, reward) = (seeded.sized(60), seeded.sized(90));
        let attacker = pool.deposit(deposit);
        pool.backing += reward;
        let victim = dusty(&mut seeded, &pool);
        pool.deposit(victim);
        let out = pool.redeem(attacker);
        assert!(
            out <= deposit + reward,
            "seed {seed}: {deposit} + {reward} became {out}"
        );
    }
}

/// A deposit that loses almost a share to rounding, or any other.
fn dusty(seeded: &mut Seeded, pool: &Pool) -> u128 {
    let share = pool.backing.div_ceil(pool.issuance);
    match seeded.within(0, 2) {
        0 => seeded.sized(60),
        _ => share * seeded.within(2, 4) - 1,
    }
}

#[test]
fn as_many_victims_as_seed_pay_at_most_their_own_dust() {
    let mut seeded = Seeded(2024);
    for _ in 0..cases() / 20 {
        let seed = seeded.within(1, 120);
        let mut pool = Pool::seeded(seed);
        let (deposit, reward) = (seeded.sized(60), seeded.sized(80));
        let attacker = pool.deposit(deposit);
        pool.backing += reward;
        let victims = seeded.within(1, u64::try_from(seed).unwrap());
        for _ in 0..victims {
            let victim = dusty(&mut seeded, &pool);
            pool.deposit(victim);
        }
        let out = pool.redeem(attacker);
        assert!(
            out < deposit + reward + victims,
            "seed {seed}, {victims} victims: {deposit} + {reward} became {out}"
        );
    }
}

/// Deposit 1e6, pay in 1e18, and let victims come with two shares less a planck each.
fn inflate_and_wait(seed: u128, victims: u32) -> i128 {
    let mut pool = Pool::seeded(seed);
    let (deposit, reward) = (1_000_000u128, 1_000_000_000_000_000_000u128);
    let attacker = pool.deposit(deposit);
    pool.backing += reward;
    for _ in 0..victims {
        let share = pool.backing / pool.issuance;
        pool.deposit(2 * share - 1);
    }
    let out = pool.redeem(attacker);
    i128::try_from(out).unwrap() - i128::try_from(deposit + reward).unwrap()
}

#[test]
fn a_seed_of_one_would_be_too_small() {
    assert!(inflate_and_wait(1, 1) <= 0);
    assert!(
        inflate_and_wait(1, 20) > 1_000_000_000_000,
        "this is what the seed is for"
    );
    for victims in [1, 20, 100, 999] {
        assert!(inflate_and_wait(1_000, victims) <= 0, "{victims} victims");
    }
}

/// Above a rate of 1 a deposit may leave dust, up to a share less a planck. It goes to whoever holds synth, and is the
/// most that one deposit can bring all others together.
#[test]
fn a_deposit_gives_the_others_less_than_a_share() {
    let mut seeded = Seeded(2026);
    for _ in 0..cases() {
        let issuance = seeded.sized(80) + 100;
        let mut pool = Pool {
            backing: issuance + issuance * seeded.within(0, 3_000) / 1_000,
            issuance,
        };
        let share = pool.backing.div_ceil(pool.issuance);
        let held = seeded.next() as u128 % issuance;
        let before = to_assets_down(held, pool.backing, pool.issuance).unwrap();
        let victim = dusty(&mut seeded, &pool);
        pool.deposit(victim);
        let after = to_assets_down(held, pool.backing, pool.issuance).unwrap();
        assert!(
            after >= before && after - before <= share,
            "{} planck from one deposit",
            after - before
        );
    }
}
