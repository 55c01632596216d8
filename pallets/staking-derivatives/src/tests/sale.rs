// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use finch_ports::{AuctionSeller, Clearing, Observation};
use finch_types::Lot;

fn lot(series: SeriesId, tranche: TrancheId) -> Lot {
    Lot::Derivative { series, tranche }
}

#[track_caller]
fn closed(id: SeriesId, at: TrancheId, sold: Balance) -> Result<(), DispatchError> {
    let clearing = Clearing {
        price: FixedU128::one(),
        sold,
        turnover: sold,
    };
    Derivatives::closed(lot(id, at), clearing)
}

#[test]
fn issuer_validator_and_who_acts_for_them_may_not_bid() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        for barred in [ALICE, EVE, PURE_OF_ALICE, VALIDATOR, PURE_OF_VALIDATOR] {
            assert!(!Derivatives::may_bid(lot(id, 0), &barred));
            assert_noop!(
                House::deliver(auction(id, 0), barred, 1),
                DispatchError::Other("barred")
            );
        }
        for free in [BOB, CHARLIE, DAVE] {
            assert!(Derivatives::may_bid(lot(id, 0), &free));
        }
        assert!(!Derivatives::may_bid(lot(99, 0), &BOB));
    });
}

#[test]
fn payments_go_to_the_vault_of_a_lot_that_is_in_auction() {
    run(|| {
        let id = verified();
        assert_noop!(Derivatives::proceeds_account(lot(id, 0)), Error::NotBidding);
        assert_ok!(Derivatives::open(signed(ALICE), id));
        assert_eq!(Derivatives::proceeds_account(lot(id, 1)), Ok(Derivatives::vault(id)));
        assert_noop!(Derivatives::proceeds_account(lot(id, 2)), Error::UnknownTranche);
        assert_noop!(Derivatives::proceeds_account(lot(99, 0)), Error::SeriesNotFound);
    });
}

#[test]
fn the_term_runs_from_the_last_clearing_and_every_clearing_is_reported() {
    run(|| {
        let id = opened();
        System::reset_events();
        assert_ok!(House::close(auction(id, 1), 200_000, ratio(101, 100)));
        assert_eq!((series(id).state, series(id).maturity), (State::Bidding, None));
        later(DAY);
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        let maturity = Now::get() + TERM;
        assert_eq!(
            (series(id).state, series(id).maturity),
            (State::Cleared, Some(maturity))
        );
        let cleared = |tranche, price, sold, turnover| Event::TrancheCleared {
            series: id,
            tranche,
            price,
            sold,
            turnover,
        };
        assert_eq!(
            take_events(),
            [
                cleared(1, ratio(101, 100), 200_000, 202_000),
                cleared(0, FixedU128::one(), 600_000, 600_000),
                Event::SeriesCleared { series: id, maturity },
            ]
        );
        let observed = |rate, price_ratio, turnover| Observation {
            time_to_maturity: TERM,
            annual_rate: ratio(rate, 100),
            price_ratio,
            turnover,
        };
        assert_eq!(
            FakeCurve::observations(),
            [
                observed(12, ratio(101, 100), 202_000),
                observed(5, FixedU128::one(), 600_000)
            ]
        );
    });
}

#[test]
fn winners_receive_tokens_and_the_issuer_the_proceeds_less_the_fee() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 200_000, ratio(101, 100)));
        System::reset_events();
        assert_ok!(House::deliver(auction(id, 0), BOB, 400_000));
        assert_eq!((native(BOB), units(BOB, id, 0)), (ENDOWMENT - 400_000, 400_000));
        assert_eq!(
            (series(id).proceeds, series(id).tranches[0].pending),
            (400_000, 200_000)
        );
        let delivered = Event::Delivered {
            series: id,
            tranche: 0,
            who: BOB,
            units: 400_000,
            paid: 400_000,
        };
        assert_eq!(take_events(), [delivered]);

        let before = native(ALICE);
        assert_ok!(House::deliver(auction(id, 0), CHARLIE, 200_000));
        assert_ok!(House::finish(auction(id, 0)));
        // 600_000 * 1 % * 100 / 365 = 1_643.8
        assert_eq!(native(ALICE) - before, 600_000 - 1_644);
        assert_eq!(Fees::taken(FeeSource::DerivativeSale), 1_644);
        assert_eq!(series(id).state, State::Cleared);

        assert_ok!(House::deliver(auction(id, 1), CHARLIE, 200_000));
        System::reset_events();
        assert_ok!(House::finish(auction(id, 1)));
        assert_eq!(series(id).state, State::Active);
        // 802_000 * 1 % * 100 / 365 = 2_197.3 in all, 1_644 of it taken.
        assert_eq!(
            take_events(),
            [
                Event::TrancheFinished {
                    series: id,
                    tranche: 1,
                    unsold: 100_000
                },
                Event::SeriesActivated { series: id },
                Event::Collected {
                    series: id,
                    proceeds: 202_000,
                    fee: 554,
                    residual: 0
                },
            ]
        );
    });
}

#[test]
fn units_that_are_sold_and_never_delivered_are_unsold_in_the_end() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 600_000, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 0, FixedU128::one()));
        assert_ok!(House::deliver(auction(id, 0), BOB, 599_998));
        assert_ok!(House::finish(auction(id, 0)));
        let tranche = &series(id).tranches[0];
        assert_eq!((tranche.outstanding, tranche.pending, tranche.unsold), (599_998, 0, 2));
    });
}

#[test]
fn nothing_sold_cancels_the_series_and_gives_everything_back() {
    run(|| {
        let id = opened();
        System::reset_events();
        assert_ok!(House::close(auction(id, 0), 0, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 0, FixedU128::one()));
        assert_eq!(series(id).state, State::Cancelled);
        happened(Event::SeriesCancelled { series: id });
        happened(Event::BondReleased {
            series: id,
            amount: BOND,
        });
        assert_eq!(on_hold(ALICE), 0);
        assert!(FakeCurve::observations().is_empty());

        next_era();
        happened(Event::Unbonded {
            series: id,
            amount: PRINCIPAL,
        });
        next_era();
        next_era();
        assert_eq!(native(ALICE), ENDOWMENT - series(id).deposit);
        happened(Event::WoundUp { series: id });
        assert!(Live::<Test>::get().is_empty());
        assert_noop!(Derivatives::close(signed(BOB), id), Error::NotWoundUp);
        assert_ok!(House::finish(auction(id, 0)));
        assert_ok!(House::finish(auction(id, 1)));
        assert_ok!(Derivatives::close(signed(BOB), id));
        assert_eq!(native(ALICE), ENDOWMENT);
    });
}

#[test]
fn a_callback_at_the_wrong_time_changes_nothing() {
    run(|| {
        let id = verified();
        assert_noop!(closed(id, 0, 1), Error::NotBidding);
        assert_ok!(Derivatives::open(signed(ALICE), id));
        assert_noop!(closed(99, 0, 1), Error::SeriesNotFound);
        assert_noop!(closed(id, 2, 1), Error::UnknownTranche);
        assert_noop!(closed(id, 0, 600_001), Error::TooManyUnits);
        assert_noop!(Derivatives::deliver(lot(id, 0), &BOB, 1, 1), Error::NotClosed);
        assert_noop!(Derivatives::finished(lot(id, 0), 1), Error::NotClosed);

        assert_ok!(closed(id, 0, 500_000));
        assert_noop!(closed(id, 0, 1), Error::NotBidding);
        assert_noop!(Derivatives::deliver(lot(id, 0), &BOB, 500_001, 1), Error::TooManyUnits);
        assert_noop!(
            Derivatives::deliver(lot(id, 0), &BOB, u128::MAX, 1),
            Error::TooManyUnits
        );
        assert_noop!(Derivatives::deliver(lot(id, 9), &BOB, 1, 1), Error::UnknownTranche);
        assert_noop!(Derivatives::deliver(lot(99, 0), &BOB, 1, 1), Error::SeriesNotFound);
        assert_noop!(Derivatives::finished(lot(id, 0), 599_999), Error::TooManyUnits);
        assert_noop!(Derivatives::finished(lot(99, 0), 1), Error::SeriesNotFound);
        assert_noop!(Derivatives::finished(lot(id, 9), 1), Error::UnknownTranche);

        assert_ok!(Derivatives::finished(lot(id, 0), 600_000));
        assert_noop!(Derivatives::deliver(lot(id, 0), &BOB, 1, 1), Error::NotClosed);
        assert_noop!(Derivatives::finished(lot(id, 0), 600_000), Error::NotClosed);
    });
}

#[test]
fn an_issuer_that_cannot_be_paid_does_not_stop_the_auction_house() {
    run(|| {
        let id = opened();
        assert_ok!(House::close(auction(id, 0), 0, FixedU128::one()));
        assert_ok!(House::close(auction(id, 1), 200_000, FixedU128::one()));
        assert_ok!(House::deliver(auction(id, 1), CHARLIE, 200_000));
        // The books say that more was paid than is there.
        Balances::force_set_balance(RuntimeOrigin::root(), Derivatives::vault(id), ED).unwrap();
        assert_ok!(House::finish(auction(id, 1)));
        assert_eq!(
            (series(id).proceeds, native(ALICE)),
            (200_000, ENDOWMENT - BOND - PRINCIPAL - series(id).deposit)
        );
        let missing = PRINCIPAL + 200_000 + ED;
        Balances::force_set_balance(RuntimeOrigin::root(), Derivatives::vault(id), missing).unwrap();
        assert_ok!(Derivatives::collect(signed(BOB), id));
    });
}

#[test]
fn a_payment_that_fits_no_number_is_refused() {
    run(|| {
        let id = opened();
        assert_ok!(closed(id, 0, 600_000));
        AllSeries::<Test>::mutate(id, |found| found.as_mut().unwrap().flows.paid = u128::MAX);
        assert_noop!(Derivatives::deliver(lot(id, 0), &BOB, 1, 1), Error::Overflow);
        AllSeries::<Test>::mutate(id, |found| found.as_mut().unwrap().flows.paid = 0);
    });
}
