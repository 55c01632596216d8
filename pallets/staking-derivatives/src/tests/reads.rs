// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_series_is_told_as_a_whole() {
    run(|| {
        assert_eq!(Derivatives::series_info(0), None);
        let id = active();
        let info = Derivatives::series_info(id).unwrap();
        assert_eq!((info.series, info.issuer, info.validator), (id, ALICE, VALIDATOR));
        assert_eq!((info.vault, info.state), (Derivatives::vault(id), State::Active));
        assert_eq!(
            (info.principal, info.bond, info.staked, info.idle),
            (PRINCIPAL, BOND, PRINCIPAL, 0)
        );
        assert_eq!((info.term, info.contract_size, info.agreement), (TERM, 100, [7; 32]));
        assert_eq!(info.maturity, series(id).maturity);
        assert_eq!(info.projected_value, PRINCIPAL + REWARD);
        let junior = &info.tranches[1];
        assert_eq!((junior.tranche, junior.token), (1, Some(FIRST_TOKEN + 1)));
        assert_eq!(
            (junior.units, junior.outstanding, junior.unsold),
            (300_000, 200_000, 100_000)
        );
        assert_eq!((junior.price, junior.ask), (ratio(101, 100), FixedU128::one()));
        assert_eq!(
            (junior.face, junior.payout, junior.worst_case),
            (JUNIOR_FACE, JUNIOR_FACE, JUNIOR_FACE)
        );
        assert_eq!(
            junior.coverage,
            Some(ratio(PRINCIPAL + REWARD - SENIOR_FACE, JUNIOR_FACE))
        );
        assert_eq!(info.tranches.len(), 2);
    });
}

#[test]
fn all_series_are_listed_in_order() {
    run(|| {
        for _ in 0..5 {
            propose();
        }
        assert_ok!(Derivatives::withdraw_proposal(signed(ALICE), 2));
        assert_eq!(Derivatives::all_series(), [0, 1, 3, 4]);
    });
}

#[test]
fn projections_follow_rewards_yields_and_time() {
    run(|| {
        let id = active();
        let projected = || Derivatives::series_info(id).unwrap().projected_value;
        era_earning(id, 10_000);
        // 1_010_000 * 0.09 * (100 d - 5 min) / 365 d = 24_903.2
        assert_eq!(projected(), 1_010_000 + 24_903);
        Now::set(&(series(id).maturity.unwrap() - 4 * ERA));
        assert_eq!(projected(), 1_010_000);
        Now::set(&1_000_000);
        Staking::set_yearly_reward(FixedU128::default());
        assert_eq!(projected(), 1_010_000);
        Staking::set_yearly_reward(YEARLY_REWARD);
        Staking::set_candidates(vec![]);
        assert_eq!(projected(), 1_010_000);
    });
}

#[test]
fn a_slash_that_is_reported_shows_in_the_worst_case_only() {
    run(|| {
        let id = active();
        // 1_024_656 - 814_381 = 210_275 of residual, and 20_000 of bond.
        Staking::report_slash_of(Derivatives::vault(id), 230_275 + 1_000);
        let tranches = Derivatives::series_info(id).unwrap().tranches;
        let seen = |at: usize| (tranches[at].payout, tranches[at].worst_case);
        assert_eq!(
            (seen(0), seen(1)),
            ((SENIOR_FACE, SENIOR_FACE), (JUNIOR_FACE, JUNIOR_FACE - 1_000))
        );
        // All that is at stake, and no more.
        Staking::report_slash_of(Derivatives::vault(id), 100 * PRINCIPAL);
        let tranches = Derivatives::series_info(id).unwrap().tranches;
        assert_eq!((tranches[0].worst_case, tranches[1].worst_case), (REWARD + BOND, 0));
    });
}

#[test]
fn projected_payouts_become_the_payouts_of_the_settlement() {
    run(|| {
        assert_eq!(Derivatives::projected_payout(0), None);
        let id = propose();
        assert_eq!(Derivatives::projected_payout(id), Some(vec![SENIOR_FACE, 309_460]));
        let id = active();
        slash(id, 300_000);
        Staking::set_yearly_reward(FixedU128::default());
        let expected = vec![SENIOR_FACE, 720_000 - SENIOR_FACE];
        assert_eq!(Derivatives::projected_payout(id), Some(expected.clone()));
        mature(id);
        assert_eq!(Derivatives::projected_payout(id), Some(expected));
    });
}

#[test]
fn fair_asks_are_the_curves_for_the_time_that_is_left() {
    run(|| {
        let id = active();
        assert_eq!(Derivatives::fair_ask(id, 1), None);
        FakeCurve::set_rate(Some(ratio(2, 100)));
        // 1 + (12 % - 2 %) * 100 / 365
        let at =
            |left: Moment| FixedU128::from_inner(1_000_000_000_000_000_000 + per_year(12, left) - per_year(2, left));
        assert_eq!(Derivatives::fair_ask(id, 1), Some(at(TERM)));
        later(TERM / 2);
        assert_eq!(Derivatives::fair_ask(id, 1), Some(at(TERM / 2)));
        later(TERM / 2);
        assert_eq!(Derivatives::fair_ask(id, 1), None);
        assert_eq!(
            (Derivatives::fair_ask(id, 2), Derivatives::fair_ask(99, 0)),
            (None, None)
        );
    });
}

/// `percent` a year for a time, as 1e-18 fixed point.
fn per_year(percent: u128, time: Moment) -> u128 {
    percent * 10_000_000_000_000_000 * u128::from(time) / u128::from(finch_types::MILLISECS_PER_YEAR)
}

#[test]
fn holders_see_their_tokens_and_what_they_will_be_paid() {
    run(|| {
        let id = active();
        assert_ok!(Assets::transfer(signed(BOB), token(id, 0), CHARLIE, 60_000));
        let maturity = series(id).maturity;
        let holding = |tranche, units, payout, settled| Holding {
            series: id,
            tranche,
            token: FIRST_TOKEN + u32::from(tranche),
            units,
            payout,
            maturity,
            settled,
        };
        let expected = |settled| {
            vec![
                holding(0, 60_000, SENIOR_FACE / 10, settled),
                holding(1, 200_000, JUNIOR_FACE, settled),
            ]
        };
        assert_eq!(Derivatives::holdings(&CHARLIE), expected(false));
        assert!(Derivatives::holdings(&DAVE).is_empty());
        mature(id);
        assert_eq!(Derivatives::holdings(&CHARLIE), expected(true));
        redeem(CHARLIE, id, 0, 60_000);
        assert_eq!(Derivatives::holdings(&CHARLIE), expected(true)[1..]);
    });
}
