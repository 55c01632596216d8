// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn mint_gives_synth_at_the_rate() {
    run(|| {
        assert_ok!(Synth::mint(signed(ALICE), 100_000, 100_000));
        assert_eq!(
            take_events(),
            [Event::Minted {
                who: ALICE,
                amount: 100_000,
                synth: 100_000
            }]
        );
        assert_eq!((native(ALICE), synth(ALICE)), (ENDOWMENT - 100_000, 100_000));
        assert_eq!(native(Synth::pot()), ED + 1_000 + 100_000);
        assert_eq!(
            books(),
            Books {
                backing: 101_000,
                idle: 101_000,
                issuance: 101_000,
                flows: Flows {
                    deposited: 101_000,
                    minted: 101_000,
                    ..Default::default()
                },
                ..Default::default()
            }
        );
    });
}

#[test]
fn mint_rounds_the_synth_down() {
    run(|| {
        start();
        era_earning(100_000);
        // 1_000_000 * 100_000_000 / 100_090_000 = 999_100.8
        assert_eq!(mint(BOB, 1_000_000), 999_100);
    });
}

#[test]
fn mint_price_includes_the_reward_that_has_accrued() {
    run(|| {
        start();
        era_earning(100_000);
        assert_eq!(books().reward_per_era, 90_000);
        Staking::set_progress(Perbill::from_percent(50));
        // 1_000_000 * 100_000_000 / 100_135_000 = 998_651.8
        assert_eq!(Synth::synth_for(&books(), 1_000_000).unwrap(), 998_651);
        Staking::next_era();
        // An era that has ended and is not accounted for counts in full: / 100_180_000 = 998_203.2
        assert_eq!(mint(BOB, 1_000_000), 998_203);
    });
}

#[test]
fn a_deposit_just_before_a_reward_earns_nothing_of_it() {
    for deposit in [100, 9_999, 1_000_000, 33_333_333, 5_000_000_000] {
        run(|| {
            start();
            era_earning(100_000);
            Staking::earn(100_000);
            Staking::set_progress(Perbill::one());
            let synth = mint(BOB, deposit);
            next_era();
            let value = worth(synth);
            assert!(value <= deposit + 1, "{deposit} became {value}");
            assert!(value + 2 >= deposit, "{deposit} became {value}");
        });
    }
}

#[test]
fn a_deposit_between_the_end_of_an_era_and_its_upkeep_earns_nothing_of_it() {
    run(|| {
        start();
        era_earning(100_000);
        Staking::earn(100_000);
        Staking::next_era();
        let synth = mint(BOB, 1_000_000);
        upkeep();
        assert!(worth(synth) <= 1_000_001);
    });
}

#[test]
fn mint_never_lowers_the_rate() {
    run(|| {
        start();
        era_earning(77_777);
        for amount in [100, 101, 777, 12_345, 999_999_999] {
            let before = books();
            mint(BOB, amount);
            let after = books();
            assert!(after.backing * before.issuance >= before.backing * after.issuance);
        }
    });
}

#[test]
fn mint_of_the_minimum_is_accepted() {
    run(|| assert_eq!(mint(ALICE, 100), 100));
}

#[test]
fn mint_below_the_minimum_is_refused() {
    run(|| {
        assert_noop!(Synth::mint(signed(ALICE), 99, 0), Error::BelowMinDeposit);
    });
}

#[test]
fn mint_of_zero_is_refused() {
    run(|| {
        assert_noop!(Synth::mint(signed(ALICE), 0, 0), Error::AmountZero);
    });
}

#[test]
fn mint_that_gives_no_synth_is_refused() {
    run(|| {
        MinDeposit::set(&1);
        start();
        era_earning(100_000);
        assert_noop!(Synth::mint(signed(BOB), 1, 0), Error::AmountZero);
    });
}

#[test]
fn mint_below_the_limit_of_the_caller_is_refused() {
    run(|| {
        start();
        era_earning(100_000);
        assert_noop!(Synth::mint(signed(BOB), 1_000_000, 999_101), Error::BelowMinOut);
        assert_ok!(Synth::mint(signed(BOB), 1_000_000, 999_100));
    });
}

#[test]
fn mint_above_the_balance_is_refused() {
    run(|| {
        assert_noop!(Synth::mint(signed(ALICE), ENDOWMENT + 1, 0), Error::InsufficientBalance);
        assert_noop!(Synth::mint(signed(99), 100, 0), Error::InsufficientBalance);
    });
}

#[test]
fn mint_keeps_the_account_alive() {
    run(|| {
        assert_noop!(Synth::mint(signed(ALICE), ENDOWMENT, 0), Error::InsufficientBalance);
        assert_eq!(mint(ALICE, ENDOWMENT - ED), ENDOWMENT - ED);
        assert_eq!(native(ALICE), ED);
    });
}

#[test]
fn mint_of_a_senseless_amount_is_refused() {
    run(|| {
        assert_noop!(Synth::mint(signed(ALICE), u128::MAX, 0), Error::Overflow);
    });
}

#[test]
fn mint_needs_a_signature() {
    run(|| {
        assert_noop!(Synth::mint(RuntimeOrigin::root(), 100, 0), DispatchError::BadOrigin);
        assert_noop!(Synth::mint(RuntimeOrigin::none(), 100, 0), DispatchError::BadOrigin);
    });
}

/// Books at the end of a story in which `donate` gives something away in the middle.
fn story_with(donate: impl FnOnce()) -> Books {
    new_test_ext().execute_with(|| {
        start();
        era_earning(50_000);
        let (before, rate) = (books(), Synth::rate().unwrap());
        donate();
        assert_eq!((books(), Synth::rate().unwrap()), (before, rate));
        redeem(ALICE, 4_000_000);
        era_earning(50_000);
        mint(BOB, 2_000_000);
        era_earning(50_000);
        next_era();
        claim(0);
        assert_ok!(Synth::do_try_state());
        books()
    })
}

#[test]
fn donated_native_in_the_pot_changes_nothing() {
    let donated = story_with(|| {
        assert_ok!(Balances::transfer_allow_death(signed(BOB), Synth::pot(), 7_000_000));
    });
    assert_eq!(donated, story_with(|| ()));
}

#[test]
fn donated_native_in_the_stash_changes_nothing() {
    let donated = story_with(|| {
        assert_ok!(Balances::transfer_allow_death(signed(BOB), Synth::stash(), 7_000_000));
    });
    assert_eq!(donated, story_with(|| ()));
}

#[test]
fn donated_synth_in_the_pot_changes_nothing() {
    let donated = story_with(|| {
        assert_ok!(Assets::transfer(signed(ALICE), SYNTH, Synth::pot(), 7_000_000));
    });
    assert_eq!(donated, story_with(|| ()));
}

#[test]
fn the_first_depositor_cannot_inflate_the_rate() {
    run(|| {
        mint(ALICE, 100);
        assert_ok!(Balances::transfer_allow_death(
            signed(ALICE),
            Synth::pot(),
            1_000_000_000
        ));
        assert_ok!(Balances::transfer_allow_death(
            signed(ALICE),
            Synth::stash(),
            1_000_000_000
        ));
        next_era();
        assert_eq!(mint(BOB, 100), 100);
        assert_eq!(worth(100), 100);
    });
}

#[test]
fn genesis_plants_a_seed_that_nobody_can_redeem() {
    run(|| {
        assert_eq!(
            (books().backing, books().issuance, Synth::synth_supply()),
            (1_000, 1_000, 1_000)
        );
        assert_eq!((native(Synth::pot()), native(Synth::stash())), (ED + 1_000, ED));
        assert_eq!(synth(Synth::pot()), 1_000);
        assert_eq!(Synth::rate().unwrap(), FixedU128::one());
    });
}

#[test]
fn a_seed_below_the_minimum_deposit_is_refused() {
    run(|| {
        assert_noop!(Synth::plant_seed(99), Error::BelowMinDeposit);
    });
}
