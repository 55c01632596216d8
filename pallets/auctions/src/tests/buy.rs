// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

/// `planck` and so many units in the last place.
fn just_above(planck: u32, units: u128) -> FixedU128 {
    FixedU128::from_inner(price(planck).into_inner() + units)
}

#[test]
fn buy_pays_the_price_of_the_moment() {
    run(|| {
        let id = falling();
        pass(3 * HOUR);
        take_events();
        // 1024 / 2^3, rounded up in the last place.
        let now = House::price_now(id).unwrap();
        assert!(now >= price(128) && now <= just_above(128, 1_000));
        assert_ok!(House::buy(signed(ALICE), id, 100, price(129)));
        assert_eq!(
            take_events(),
            [Event::Bought {
                auction: id,
                who: ALICE,
                units: 100,
                price: now,
                paid: 12_801
            }]
        );
        assert_eq!(free(ALICE), ENDOWMENT - 12_801);
        assert_eq!(free(FakeSeller::POT), 12_801);
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (100, 12_801));
    });
}

#[test]
fn the_price_starts_and_ends_exactly() {
    run(|| {
        let id = falling();
        assert_eq!(House::price_now(id), Some(price(1_024)));
        pass(10 * HOUR - 1);
        let last = House::price_now(id).unwrap();
        assert!(last >= price(1) && last < just_above(1, 1_000_000_000_000));
        pass(1);
        assert_eq!(House::price_now(id), None);
    });
}

#[test]
fn selling_out_ends_the_auction() {
    run(|| {
        let id = falling();
        assert_ok!(House::buy(signed(ALICE), id, 400, price(2_000)));
        assert_ok!(House::buy(signed(BOB), id, 600, price(2_000)));
        assert_noop!(House::buy(signed(BOB), id, 10, price(2_000)), Error::Ended);
        idle();
        assert_eq!(FakeSeller::endings(LOT), [0]);
        assert!(Auctions::<Test>::get(id).is_none());
    });
}

#[test]
fn the_rest_can_be_bought_however_small() {
    run(|| {
        let id = falling();
        assert_ok!(House::buy(signed(ALICE), id, 995, price(2_000)));
        assert_noop!(House::buy(signed(BOB), id, 4, price(2_000)), Error::BelowMinBid);
        assert_ok!(House::buy(signed(BOB), id, 5, price(2_000)));
    });
}

#[test]
fn buy_of_zero_or_too_little_is_refused() {
    run(|| {
        let id = falling();
        assert_noop!(House::buy(signed(ALICE), id, 0, price(2_000)), Error::AmountZero);
        assert_noop!(House::buy(signed(ALICE), id, 9, price(2_000)), Error::BelowMinBid);
    });
}

#[test]
fn buy_of_more_than_is_left_is_refused() {
    run(|| {
        let id = falling();
        assert_noop!(House::buy(signed(ALICE), id, 1_001, price(2_000)), Error::TooMuch);
        assert_ok!(House::buy(signed(ALICE), id, 500, price(2_000)));
        assert_noop!(House::buy(signed(ALICE), id, 501, price(2_000)), Error::TooMuch);
        assert_noop!(House::buy(signed(ALICE), id, u128::MAX, price(2_000)), Error::TooMuch);
    });
}

#[test]
fn buy_above_the_limit_of_the_caller_is_refused() {
    run(|| {
        let id = falling();
        let below = FixedU128::from_inner(price(1_024).into_inner() - 1);
        assert_noop!(House::buy(signed(ALICE), id, 100, below), Error::Overpriced);
        assert_ok!(House::buy(signed(ALICE), id, 100, price(1_024)));
        // It falls below the limit with time.
        pass(1);
        assert_ok!(House::buy(signed(ALICE), id, 100, below));
    });
}

#[test]
fn buy_above_the_balance_is_refused() {
    run(|| {
        let id = falling();
        assert_noop!(House::buy(signed(99), id, 10, price(2_000)), Error::InsufficientBalance);
        assert_ok!(Balances::set_freeze(&0, &ALICE, ENDOWMENT - 10_239));
        assert_noop!(
            House::buy(signed(ALICE), id, 10, price(2_000)),
            Error::InsufficientBalance
        );
        assert_ok!(Balances::set_freeze(&0, &ALICE, ENDOWMENT - 10_240));
        assert_ok!(House::buy(signed(ALICE), id, 10, price(2_000)));
    });
}

#[test]
fn buy_keeps_the_account_alive() {
    run(|| {
        let id = falling();
        assert_ok!(Balances::transfer_allow_death(signed(ALICE), 99, 10_240));
        assert_noop!(House::buy(signed(99), id, 10, price(2_000)), Error::InsufficientBalance);
        assert_ok!(Balances::transfer_allow_death(signed(ALICE), 99, ED));
        assert_ok!(House::buy(signed(99), id, 10, price(2_000)));
    });
}

#[test]
fn barred_buyers_are_refused() {
    run(|| {
        let id = falling();
        FakeSeller::bar(BOB);
        assert_noop!(House::buy(signed(BOB), id, 10, price(2_000)), Error::Barred);
    });
}

#[test]
fn buy_in_no_auction_or_a_timed_one_is_refused() {
    run(|| {
        assert_noop!(House::buy(signed(ALICE), 0, 10, price(20)), Error::AuctionNotFound);
        let id = timed();
        assert_noop!(House::buy(signed(ALICE), id, 10, price(20)), Error::WrongFormat);
    });
}

#[test]
fn buy_after_the_period_is_refused() {
    run(|| {
        let id = falling();
        end(id);
        assert_noop!(House::buy(signed(ALICE), id, 10, price(2_000)), Error::Ended);
    });
}

#[test]
fn a_failed_delivery_undoes_the_payment() {
    run(|| {
        let id = falling();
        FakeSeller::set_broken(SellerCall::Deliver, true);
        assert_noop!(
            House::buy(signed(ALICE), id, 10, price(2_000)),
            DispatchError::Other("the fake is broken")
        );
        assert_eq!(free(ALICE), ENDOWMENT);
    });
}

#[test]
fn buy_needs_a_signature() {
    run(|| {
        let id = falling();
        assert_noop!(
            House::buy(RuntimeOrigin::root(), id, 10, price(2_000)),
            DispatchError::BadOrigin
        );
    });
}
