// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! From the proposal to the last redemption, and how others have lost money.

use super::*;

#[test]
fn an_operator_sells_a_year_of_staking() {
    run(|| {
        let year = Terms {
            term: 365 * DAY,
            ..terms()
        };
        let all = list(&[tranche(70, 5), tranche(20, 10)]);
        assert_ok!(Derivatives::propose(
            signed(DAVE),
            VALIDATOR,
            PRINCIPAL,
            BOND,
            year,
            all
        ));
        assert_ok!(Derivatives::verify(RuntimeOrigin::root(), 0));
        assert_ok!(Derivatives::open(signed(DAVE), 0));
        let deposit = series(0).deposit;

        // Investors pay more than par for 5 % and less for the junior 10 %.
        assert_ok!(House::close(auction(0, 0), 700_000, ratio(1_005, 1_000)));
        assert_ok!(House::close(auction(0, 1), 200_000, FixedU128::one()));
        assert_eq!(House::deliver(auction(0, 0), BOB, 700_000), Ok(703_500));
        assert_eq!(House::deliver(auction(0, 1), CHARLIE, 200_000), Ok(200_000));
        assert_ok!(House::finish(auction(0, 0)));
        assert_ok!(House::finish(auction(0, 1)));
        let fee = Fees::taken(FeeSource::DerivativeSale);
        assert_eq!(fee, 9_035);

        // The stake earns 90_000, loses 1 % to a slash in spring, which the bond pays, and is unbonded in time.
        era_earning(0, 60_000);
        slash(0, 10_600);
        era_earning(0, 30_000);
        mature(0);
        assert_eq!(redeem(BOB, 0, 0, 700_000), 735_000);
        assert_eq!(redeem(CHARLIE, 0, 1, 200_000), 220_000);
        assert_ok!(Derivatives::close(signed(BOB), 0));

        // Dave: the proceeds less the fee, the reward less what it promised, and the slash.
        let promised = 735_000 + 220_000;
        let expected = ENDOWMENT + 903_500 - fee + 90_000 - 10_600 - promised;
        assert_eq!(native(DAVE), expected);
        assert_eq!(native(BOB), ENDOWMENT - 703_500 + 735_000);
        assert!(deposit > 0 && Derivatives::all_series().is_empty());
    });
}

/// Vaults that read their own balance can be talked into a wrong price by a gift (as with many vault tokens,
/// 2022-2024).
#[test]
fn a_gift_to_a_vault_changes_no_price_and_no_payout() {
    run(|| {
        let id = active();
        let before = Derivatives::series_info(id);
        assert_ok!(Balances::transfer_keep_alive(
            signed(DAVE),
            Derivatives::vault(id),
            500_000
        ));
        assert_eq!(Derivatives::series_info(id), before);
        slash(id, 400_000);
        mature(id);
        assert_eq!(
            series(id).tranches[1].payout.unwrap().paid,
            600_000 + BOND - SENIOR_FACE
        );
    });
}

/// Holders of a pool that has lost must not be able to leave before the loss is booked (first out, first paid).
#[test]
fn nobody_leaves_between_a_loss_and_its_share_of_it() {
    run(|| {
        let id = active();
        slash(id, PRINCIPAL);
        assert_noop!(Derivatives::redeem(signed(BOB), id, 0, 600_000), Error::NotMatured);
        mature(id);
        later(2 * DAY);
        // The bond is all there is, and everybody of the senior tranche has the same part of it.
        assert_eq!(redeem(BOB, id, 0, 150_000), BOND / 4);
        assert_eq!(redeem(BOB, id, 0, 450_000), BOND * 3 / 4);
    });
}

/// An issuer that spends everything else cannot keep its bond from the holders.
#[test]
fn a_bond_is_out_of_the_issuers_reach() {
    run(|| {
        let id = active();
        let spare = native(ALICE) - ED;
        assert_noop!(
            Balances::transfer_allow_death(signed(ALICE), BOB, spare + ED + 1),
            sp_runtime::TokenError::FundsUnavailable
        );
        assert_ok!(Balances::transfer_keep_alive(signed(ALICE), BOB, spare));
        slash(id, BOND);
        assert_eq!((series(id).idle, on_hold(ALICE)), (BOND, 0));
    });
}

/// An issuer that sells to itself through the auction could set a mark of its own (wash sales).
#[test]
fn an_issuer_cannot_buy_its_own_series_at_auction() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 600_000, ratio(2, 1)));
        for own in [ALICE, EVE] {
            assert_noop!(House::deliver(auction(id, 0), own, 1), DispatchError::Other("barred"));
        }
    });
}
