// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{StakingBackend, TimedSale};
use finch_types::Lot;
use frame_support::traits::fungibles::{metadata::Inspect as _, roles::Inspect as _};

#[test]
fn opening_stakes_the_principal_and_starts_an_auction_for_each_tranche() {
    run(|| {
        FakeCurve::set_rate(Some(ratio(7, 100)));
        let id = verified();
        System::reset_events();
        assert_ok!(Derivatives::open(signed(ALICE), id));

        let vault = Derivatives::vault(id);
        let deposit = ED + 2 * NAME_DEPOSIT;
        assert_eq!(native(ALICE), ENDOWMENT - BOND - PRINCIPAL - deposit);
        assert_eq!(Staking::stake(&vault).active, PRINCIPAL);
        assert_eq!(Staking::nominated_by(vault), [VALIDATOR]);
        let found = series(id);
        assert_eq!(
            (found.state, found.staked, found.deposit),
            (State::Bidding, PRINCIPAL, deposit)
        );
        assert_eq!(Live::<Test>::get().into_inner(), [id]);

        assert_eq!(
            House::sale(auction(id, 1)),
            Some(TimedSale {
                lot: Lot::Derivative { series: id, tranche: 1 },
                units: 300_000,
                min_bid: 100,
                reserve: FixedU128::one(),
                tick_size: ratio(1, 1_000),
                min_turnover: 30_000,
                duration: DAY,
            })
        );
        let offered = |tranche: TrancheId, units, face, coverage| Event::TrancheOffered {
            series: id,
            tranche,
            token: FIRST_TOKEN + u32::from(tranche),
            auction: tranche.into(),
            units,
            face,
            ask: FixedU128::one(),
            fair_ask: Derivatives::fair_ask(id, tranche),
            coverage: Some(coverage),
        };
        assert!(Derivatives::fair_ask(id, 0).unwrap() < FixedU128::one());
        assert!(Derivatives::fair_ask(id, 1).unwrap() > FixedU128::one());
        let value = PRINCIPAL + REWARD;
        assert_eq!(
            take_events(),
            [
                Event::SeriesOpened {
                    series: id,
                    vault,
                    principal: PRINCIPAL,
                    deposit
                },
                offered(0, 600_000, SENIOR_FACE, ratio(value, SENIOR_FACE)),
                offered(1, 300_000, 309_460, ratio(value - SENIOR_FACE, 309_460)),
            ]
        );
    });
}

#[test]
fn tokens_have_readable_names_and_belong_to_the_vault() {
    run(|| {
        let other = opened();
        assert_ok!(Derivatives::propose(
            signed(ALICE),
            VALIDATOR,
            PRINCIPAL,
            BOND,
            terms(),
            list(&[tranche(20, 1), tranche(20, 2), tranche(20, 3), tranche(20, 4)])
        ));
        let id = other + 1;
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), id));
        assert_ok!(Derivatives::open(signed(ALICE), id));
        let expected = ["senior", "mezzanine", "mezzanine", "junior"];
        for (at, rank) in (0u8..).zip(expected) {
            let token = token(id, at);
            assert_eq!(token, FIRST_TOKEN + MAX_TRANCHES + u32::from(at));
            assert_eq!(
                Assets::name(token),
                format!("Finch derivative {id} {rank}").into_bytes()
            );
            assert_eq!(Assets::symbol(token), format!("fD{id}-{at}").into_bytes());
            assert_eq!(Assets::decimals(token), 12);
            assert_eq!(Assets::owner(token), Some(Derivatives::vault(id)));
            assert_eq!(Assets::issuer(token), Some(Derivatives::vault(id)));
        }
        // A single tranche is senior.
        assert_eq!(crate::open::names(3, 0, 1).0, b"Finch derivative 3 senior");
    });
}

#[test]
fn every_vault_is_an_account_of_its_own_that_the_pallet_knows() {
    run(|| {
        for id in [0, 1, 7, u32::MAX] {
            assert_eq!(Derivatives::series_of_vault(&Derivatives::vault(id)), Some(id));
        }
        assert_ne!(Derivatives::vault(0), Derivatives::vault(1));
        for who in [ALICE, VALIDATOR, u128::MAX] {
            assert_eq!(Derivatives::series_of_vault(&who), None);
        }
    });
}

#[test]
fn only_the_issuer_opens_and_only_once_verified() {
    run(|| {
        let id = propose();
        assert_noop!(Derivatives::open(signed(ALICE), id), Error::NotVerified);
        assert_noop!(Derivatives::open(signed(ALICE), 99), Error::SeriesNotFound);
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), id));
        assert_noop!(Derivatives::open(signed(BOB), id), Error::NotIssuer);
        assert_ok!(Derivatives::open(signed(ALICE), id));
        assert_noop!(Derivatives::open(signed(ALICE), id), Error::NotVerified);
    });
}

#[test]
fn opening_asks_again_for_coverage_and_for_the_validator() {
    run(|| {
        assert_ok!(Derivatives::propose(
            signed(ALICE),
            VALIDATOR,
            PRINCIPAL,
            BOND,
            terms(),
            list(&[tranche(100, 5)])
        ));
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), 0));
        Staking::set_yearly_reward(ratio(5, 100));
        assert_noop!(Derivatives::open(signed(ALICE), 0), Error::TooMuchFace);
        Staking::set_yearly_reward(YEARLY_REWARD);
        Staking::set_candidates(vec![]);
        assert_noop!(Derivatives::open(signed(ALICE), 0), Error::UnknownValidator);
    });
}

#[test]
fn opening_is_all_or_nothing() {
    run(|| {
        let id = verified();
        House::set_broken(true);
        assert_noop!(
            Derivatives::open(signed(ALICE), id),
            DispatchError::Other("the house is closed")
        );
        House::set_broken(false);
        Staking::set_broken(true);
        assert_noop!(
            Derivatives::open(signed(ALICE), id),
            DispatchError::Other("the fake is broken")
        );
        Staking::set_broken(false);
        assert_ok!(Balances::transfer_keep_alive(
            signed(ALICE),
            BOB,
            ENDOWMENT - BOND - PRINCIPAL - ED
        ));
        assert_noop!(Derivatives::open(signed(ALICE), id), Error::InsufficientBalance);
    });
}

#[test]
fn a_full_list_of_live_series_takes_no_other() {
    run(|| {
        for _ in 0..MAX_LIVE {
            opened();
        }
        let id = verified();
        assert_noop!(Derivatives::open(signed(ALICE), id), Error::TooManySeries);
        // When the vault of one is empty, another has room.
        assert_ok!(House::close(auction(0, 0), 0, FixedU128::one()));
        assert_ok!(House::close(auction(0, 1), 0, FixedU128::one()));
        for _ in 0..3 {
            next_era();
        }
        assert_ok!(Derivatives::open(signed(ALICE), id));
    });
}

#[test]
fn without_a_free_token_nothing_opens() {
    run(|| {
        EndToken::set(&(FIRST_TOKEN + 2 * MAX_TRANCHES - 1));
        opened();
        let id = verified();
        assert_noop!(Derivatives::open(signed(ALICE), id), Error::NoMoreTokens);
        EndToken::set(&(FIRST_TOKEN + 2 * MAX_TRANCHES));
        assert_ok!(Derivatives::open(signed(ALICE), id));
    });
}
