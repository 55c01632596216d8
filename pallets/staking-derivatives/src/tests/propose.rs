// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[track_caller]
fn proposal(principal: Balance, bond: Balance, terms: Terms, tranches: TranchesOf<TrancheTerms>) -> crate::Call<Test> {
    crate::Call::propose {
        validator: VALIDATOR,
        principal,
        bond,
        terms,
        tranches,
    }
}

#[track_caller]
fn refused(principal: Balance, bond: Balance, terms: Terms, tranches: TranchesOf<TrancheTerms>, error: Error) {
    use sp_runtime::traits::Dispatchable;
    let call = RuntimeCall::Derivatives(proposal(principal, bond, terms, tranches));
    assert_noop!(call.dispatch(signed(ALICE)).map_err(|failed| failed.error), error);
}

#[track_caller]
fn bad_terms(change: impl FnOnce(&mut Terms), error: Error) {
    let mut terms = terms();
    change(&mut terms);
    refused(PRINCIPAL, BOND, terms, two(), error);
}

#[track_caller]
fn bad_tranche(change: impl FnOnce(&mut TrancheTerms), error: Error) {
    let mut tranches = two();
    change(&mut tranches[1]);
    refused(PRINCIPAL, BOND, terms(), tranches, error);
}

#[test]
fn a_proposal_records_the_agreement_and_holds_the_bond() {
    run(|| {
        let id = propose();
        assert_eq!((native(ALICE), on_hold(ALICE)), (ENDOWMENT - BOND, BOND));
        let found = series(id);
        assert_eq!(
            (found.issuer, found.validator, found.state),
            (ALICE, VALIDATOR, State::Proposed)
        );
        assert_eq!((found.principal, found.bond, found.terms), (PRINCIPAL, BOND, terms()));
        assert_eq!(found.fee_rate, Perbill::from_percent(1));
        assert_eq!(found.tranches[0].units, 600_000);
        assert_eq!(found.tranches[1].units, 300_000);
        // 1.05^(100/365) and 1.12^(100/365), by hand to 12 digits.
        let digits = |at: usize| found.tranches[at].factor.into_inner() / 1_000_000;
        assert_eq!((digits(0), digits(1)), (1_013_456_908_270, 1_031_536_001_370));
        assert_eq!(found.faces::<Test>().unwrap(), [SENIOR_FACE, 309_460, 0, 0]);
        // (1_000_000 + 24_656) / 608_074, and less 608_074 over 309_460.
        let coverage = vec![
            ratio(PRINCIPAL + REWARD, SENIOR_FACE),
            ratio(PRINCIPAL + REWARD - SENIOR_FACE, 309_460),
        ];
        assert_eq!(
            take_events(),
            [Event::Proposed {
                series: id,
                issuer: ALICE,
                validator: VALIDATOR,
                principal: PRINCIPAL,
                bond: BOND,
                agreement: [7; 32],
                fee_rate: Perbill::from_percent(1),
                coverage,
            }]
        );
    });
}

#[test]
fn a_fee_above_the_bound_counts_as_the_bound() {
    run(|| {
        FeeRate::set(&Perbill::from_percent(50));
        assert_eq!(series(propose()).fee_rate, FEE_MAX);
    });
}

#[test]
fn every_term_out_of_range_has_its_error() {
    run(|| {
        bad_terms(|terms| terms.term = 0, Error::ZeroTerm);
        bad_terms(|terms| terms.term = MinTerm::get() - 1, Error::TermOutOfRange);
        bad_terms(|terms| terms.term = MaxTerm::get() + 1, Error::TermOutOfRange);
        bad_terms(|terms| terms.term = Moment::MAX, Error::TermOutOfRange);
        bad_terms(|terms| terms.bidding = BIDDING_MIN - 1, Error::BiddingOutOfRange);
        bad_terms(|terms| terms.bidding = BIDDING_MAX + 1, Error::BiddingOutOfRange);
        bad_terms(|terms| terms.contract_size = 0, Error::ContractSizeOutOfRange);
        bad_terms(|terms| terms.contract_size = 300_001, Error::ContractSizeOutOfRange);
        // A contract of 1 unit at an ask of less than 1 would cost less than the existential deposit.
        let mut cheap = two();
        cheap[0].ask = ratio(999, 1_000);
        let small = Terms {
            contract_size: 1,
            ..terms()
        };
        refused(PRINCIPAL, BOND, small, cheap, Error::ContractSizeOutOfRange);
    });
}

#[test]
fn every_amount_out_of_range_has_its_error() {
    run(|| {
        refused(
            MinPrincipal::get() - 1,
            BOND,
            terms(),
            two(),
            Error::PrincipalOutOfRange,
        );
        refused(PRINCIPAL_MAX + 1, BOND, terms(), two(), Error::PrincipalOutOfRange);
        refused(u128::MAX, u128::MAX, terms(), two(), Error::PrincipalOutOfRange);
        refused(PRINCIPAL, BOND - 1, terms(), two(), Error::BondTooSmall);
        refused(PRINCIPAL, 0, terms(), two(), Error::BondTooSmall);
        // The share of the bond is rounded up.
        refused(PRINCIPAL + 1, BOND, terms(), two(), Error::BondTooSmall);
        refused(PRINCIPAL, ENDOWMENT, terms(), two(), Error::InsufficientBalance);
        refused(PRINCIPAL, u128::MAX, terms(), two(), Error::InsufficientBalance);
        refused(PRINCIPAL_MAX, PRINCIPAL_MAX, terms(), two(), Error::InsufficientBalance);
    });
}

#[test]
fn every_tranche_out_of_range_has_its_error() {
    run(|| {
        refused(PRINCIPAL, BOND, terms(), list(&[]), Error::NoTranches);
        bad_tranche(|tranche| tranche.share = Perbill::zero(), Error::ContractSizeOutOfRange);
        bad_tranche(
            |tranche| tranche.share = Perbill::from_percent(41),
            Error::SharesTooHigh,
        );
        bad_tranche(
            |tranche| tranche.annual_rate = RATE_MAX + FixedU128::from_inner(1),
            Error::RateOutOfRange,
        );
        bad_tranche(
            |tranche| tranche.annual_rate = FixedU128::from_inner(u128::MAX),
            Error::RateOutOfRange,
        );
        bad_tranche(|tranche| tranche.ask = FixedU128::default(), Error::AskOutOfRange);
        bad_tranche(
            |tranche| tranche.ask = ASK_MAX + FixedU128::from_inner(1),
            Error::AskOutOfRange,
        );
        bad_tranche(
            |tranche| tranche.tick_size = FixedU128::default(),
            Error::TickSizeOutOfRange,
        );
        bad_tranche(
            |tranche| tranche.tick_size = tranche.ask + FixedU128::from_inner(1),
            Error::TickSizeOutOfRange,
        );
    });
}

#[test]
fn tranches_promise_at_most_the_principal_and_nine_tenths_of_its_reward() {
    run(|| {
        // 24_656 - 2_466 = 22_190 count. At 8.3 % a unit pays 1.022086 and at 8.4 % 1.022344.
        let of = |permille| {
            let mut tranche = tranche(100, 0);
            tranche.annual_rate = ratio(permille, 1_000);
            list(&[tranche])
        };
        refused(PRINCIPAL, BOND, terms(), of(84), Error::TooMuchFace);
        assert_ok!(Derivatives::propose(
            signed(ALICE),
            VALIDATOR,
            PRINCIPAL,
            BOND,
            terms(),
            of(83)
        ));
    });
}

#[test]
fn without_a_measured_yield_only_the_principal_can_be_promised() {
    run(|| {
        Staking::set_yearly_reward(FixedU128::default());
        let all = |rate| list(&[tranche(100, rate)]);
        refused(PRINCIPAL, BOND, terms(), all(1), Error::TooMuchFace);
        assert_ok!(Derivatives::propose(
            signed(ALICE),
            VALIDATOR,
            PRINCIPAL,
            BOND,
            terms(),
            all(0)
        ));
    });
}

#[test]
fn a_term_shorter_than_the_unbonding_earns_nothing() {
    run(|| {
        MinTerm::set(&1);
        let short = Terms {
            term: 4 * ERA,
            ..terms()
        };
        // Four minutes at 100 % promise 527 planck more than a hundred million.
        let principal = 100 * PRINCIPAL;
        let all = list(&[tranche(100, 100)]);
        refused(principal, 100 * BOND, short, all.clone(), Error::TooMuchFace);
        let hour = Terms {
            term: 60 * ERA,
            ..terms()
        };
        Staking::set_yearly_reward(FixedU128::one());
        assert_ok!(Derivatives::propose(
            signed(ALICE),
            VALIDATOR,
            principal,
            100 * BOND,
            hour,
            list(&[tranche(100, 80)])
        ));
    });
}

#[test]
fn an_account_that_does_not_validate_is_refused() {
    run(|| {
        let call = || Derivatives::propose(signed(ALICE), BOB, PRINCIPAL, BOND, terms(), two());
        assert_noop!(call(), Error::UnknownValidator);
    });
}

#[test]
fn only_the_verifier_verifies_and_rejects() {
    run(|| {
        let id = propose();
        assert_noop!(Derivatives::verify(signed(ALICE), id), DispatchError::BadOrigin);
        assert_noop!(Derivatives::reject(signed(ALICE), id), DispatchError::BadOrigin);
        assert_noop!(Derivatives::verify(RuntimeOrigin::root(), 99), Error::SeriesNotFound);
        assert_noop!(Derivatives::reject(RuntimeOrigin::root(), 99), Error::SeriesNotFound);
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), id));
        happened(Event::Verified { series: id });
        assert_noop!(Derivatives::verify(RuntimeOrigin::root(), id), Error::NotProposed);
    });
}

#[test]
fn a_rejected_proposal_is_gone_and_its_bond_is_back() {
    for proposal in [propose, verified] {
        run(|| {
            let id = proposal();
            System::reset_events();
            assert_ok!(Derivatives::reject(RuntimeOrigin::root(), id));
            let events = [
                Event::BondReleased {
                    series: id,
                    amount: BOND,
                },
                Event::Rejected { series: id },
            ];
            assert_eq!(take_events(), events);
            assert_eq!((native(ALICE), on_hold(ALICE)), (ENDOWMENT, 0));
            assert!(!AllSeries::<Test>::contains_key(id));
        });
    }
}

#[test]
fn the_issuer_withdraws_what_is_not_open() {
    for proposal in [propose, verified] {
        run(|| {
            let id = proposal();
            assert_noop!(Derivatives::withdraw_proposal(signed(BOB), id), Error::NotIssuer);
            assert_noop!(Derivatives::withdraw_proposal(signed(ALICE), 99), Error::SeriesNotFound);
            assert_ok!(Derivatives::withdraw_proposal(signed(ALICE), id));
            happened(Event::Withdrawn { series: id });
            assert_eq!((native(ALICE), on_hold(ALICE)), (ENDOWMENT, 0));
        });
    }
}

#[test]
fn an_open_series_is_neither_withdrawn_nor_rejected() {
    run(|| {
        let id = opened();
        assert_noop!(Derivatives::withdraw_proposal(signed(ALICE), id), Error::AlreadyOpen);
        assert_noop!(Derivatives::reject(RuntimeOrigin::root(), id), Error::AlreadyOpen);
    });
}

#[test]
fn the_numbers_of_series_are_never_used_twice() {
    run(|| {
        let first = propose();
        assert_ok!(Derivatives::withdraw_proposal(signed(ALICE), first));
        assert_eq!(propose(), first + 1);
    });
}
