// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// Redeems at once and returns what was paid and the fee.
#[track_caller]
fn instant(who: AccountId, synth: Balance) -> (Balance, Balance) {
    let (had, fees) = (native(who), Fees::taken(FeeSource::SynthInstant));
    assert_ok!(Synth::redeem_instant(signed(who), synth, 0));
    (native(who) - had, Fees::taken(FeeSource::SynthInstant) - fees)
}

#[test]
fn redeem_instant_pays_out_of_the_buffer() {
    run(|| {
        start();
        // 0.05 % of everything, 500, and 1.95 % of the mean gap 1/6 on the part below the target, 3_251.
        assert_ok!(Synth::redeem_instant(signed(ALICE), 1_000_000, 996_249));
        assert_eq!(
            take_events(),
            [Event::InstantRedeemed {
                who: ALICE,
                synth: 1_000_000,
                amount: 996_249,
                fee: 3_751
            }]
        );
        let after = books();
        assert_eq!(
            (after.buffer, after.backing, after.issuance),
            (2_000_000, 99_000_000, 99_000_000)
        );
        assert_eq!(
            (after.flows.instant, after.flows.fees, after.flows.burned),
            (996_249, 3_751, 1_000_000)
        );
        assert_eq!(native(ALICE), ENDOWMENT - (BACKING - 1_000) + 996_249);
        assert_eq!(synth(ALICE), BACKING - 1_000 - 1_000_000);
    });
}

#[test]
fn the_fee_sink_gets_exactly_the_fees() {
    run(|| {
        start();
        let (_, first) = instant(ALICE, 123_456);
        let (_, second) = instant(ALICE, 1_234_567);
        assert_eq!(native(Fees::POT), first + second);
        assert_eq!(books().flows.fees, first + second);
        assert_eq!(Fees::taken(FeeSource::SynthReward), 0);
    });
}

#[test]
fn a_full_buffer_costs_a_twentieth_of_a_percent() {
    run(|| {
        start();
        let (paid, fee) = instant(ALICE, 10_000);
        assert_eq!((paid, fee), (9_994, 6));
    });
}

#[test]
fn the_last_of_the_buffer_costs_two_percent() {
    run(|| {
        start();
        instant(ALICE, 2_990_000);
        assert_eq!(instant(ALICE, 10_000), (9_800, 200));
        assert_eq!(books().buffer, 0);
    });
}

#[test]
fn the_whole_buffer_costs_the_mean_fee() {
    run(|| {
        start();
        // (0.05 % + 2 %) / 2
        assert_eq!(instant(ALICE, 3_000_000), (2_969_250, 30_750));
    });
}

#[test]
fn a_buffer_above_its_target_costs_the_least() {
    run(|| {
        start();
        slash(50_000_000);
        // 2_000_000 synth are worth 1_000_000; the buffer stays above 3 % of what is left.
        assert_eq!(instant(ALICE, 2_000_000), (999_500, 500));
    });
}

#[test]
fn the_fee_does_not_depend_on_how_an_amount_is_cut() {
    for (pieces, piece) in [(2, 1_500_000), (30, 100_000), (300, 10_000)] {
        run(|| {
            start();
            let cut: Balance = (0..pieces).map(|_| instant(ALICE, piece).1).sum();
            // Every piece is rounded up three times.
            assert!(
                (30_750..=30_750 + 3 * pieces).contains(&cut),
                "{pieces} pieces cost {cut}"
            );
        });
    }
}

#[test]
fn redeem_instant_never_lowers_the_rate() {
    run(|| {
        start();
        era_earning(77_777);
        for amount in [100, 777, 12_345, 1_000_001] {
            let before = books();
            instant(ALICE, amount);
            let after = books();
            assert!(after.backing * before.issuance >= before.backing * after.issuance);
        }
    });
}

#[test]
fn redeem_instant_above_the_buffer_is_refused() {
    run(|| {
        mint(ALICE, 1_000_000);
        assert_noop!(Synth::redeem_instant(signed(ALICE), 1, 0), Error::BufferTooLow);
        next_era();
        assert_eq!(books().buffer, 30_030);
        assert_noop!(Synth::redeem_instant(signed(ALICE), 30_031, 0), Error::BufferTooLow);
        assert_ok!(Synth::redeem_instant(signed(ALICE), 30_030, 0));
    });
}

#[test]
fn redeem_instant_of_zero_is_refused() {
    run(|| {
        start();
        assert_noop!(Synth::redeem_instant(signed(ALICE), 0, 0), Error::AmountZero);
    });
}

#[test]
fn redeem_instant_of_which_the_fee_leaves_nothing_is_refused() {
    run(|| {
        start();
        assert_noop!(Synth::redeem_instant(signed(ALICE), 1, 0), Error::AmountZero);
    });
}

#[test]
fn redeem_instant_below_the_limit_of_the_caller_is_refused() {
    run(|| {
        start();
        assert_noop!(
            Synth::redeem_instant(signed(ALICE), 1_000_000, 996_250),
            Error::BelowMinOut
        );
        assert_ok!(Synth::redeem_instant(signed(ALICE), 1_000_000, 996_249));
    });
}

#[test]
fn redeem_instant_above_the_balance_is_refused() {
    run(|| {
        start();
        mint(BOB, 1_000);
        assert_noop!(Synth::redeem_instant(signed(BOB), 1_001, 0), Error::InsufficientBalance);
        assert_noop!(
            Synth::redeem_instant(signed(CHARLIE), 1_000, 0),
            Error::InsufficientBalance
        );
        instant(BOB, 1_000);
        assert_eq!(synth(BOB), 0);
    });
}

/// The assets pallet would burn the dust of a reaped account too, outside of the books.
#[test]
fn redeem_instant_that_leaves_dust_is_refused() {
    run(|| {
        start();
        synth_minimum(100);
        mint(BOB, 1_000);
        assert_noop!(Synth::redeem_instant(signed(BOB), 901, 0), Error::InsufficientBalance);
        instant(BOB, 900);
        instant(BOB, 100);
        assert_eq!(synth(BOB), 0);
    });
}

#[test]
fn redeem_instant_of_a_senseless_amount_is_refused() {
    run(|| {
        start();
        assert_noop!(
            Synth::redeem_instant(signed(ALICE), u128::MAX, 0),
            Error::InsufficientBalance
        );
        era_earning(100_000);
        assert_noop!(
            Synth::redeem_instant(signed(ALICE), u128::MAX, 0),
            Error::InsufficientBalance
        );
    });
}

#[test]
fn redeem_instant_needs_a_signature() {
    run(|| {
        start();
        assert_noop!(
            Synth::redeem_instant(RuntimeOrigin::root(), 1_000, 0),
            DispatchError::BadOrigin
        );
        assert_noop!(
            Synth::redeem_instant(RuntimeOrigin::none(), 1_000, 0),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn a_deposit_refills_the_buffer_at_the_next_upkeep() {
    run(|| {
        start();
        instant(ALICE, 3_000_000);
        mint(BOB, 3_000_000);
        next_era();
        assert_eq!((books().buffer, books().staked), (3_000_000, 97_000_000));
    });
}

#[test]
fn without_deposits_unbonding_refills_the_buffer() {
    run(|| {
        start();
        instant(ALICE, 3_000_000);
        next_era();
        happened(Event::Unbonded { amount: 2_910_000 });
        assert_eq!(books().buffer, 0);
        next_era();
        assert_eq!(books().buffer, 0);
        next_era();
        assert_eq!((books().buffer, books().staked), (2_910_000, 94_090_000));
    });
}
