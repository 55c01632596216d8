// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn a_withdrawn_timed_sale_refunds_every_bid() {
    run(|| {
        let id = timed();
        let first = bid(ALICE, id, 5, 100);
        bid(BOB, id, 200, 1_000);
        take_events();
        assert_ok!(House::withdraw(id));
        assert_eq!(take_events(), [Event::Withdrawn { auction: id }]);
        assert_noop!(House::bid(signed(BOB), id, 0, 10), Error::Ended);
        assert_noop!(House::cancel_bid(signed(ALICE), id, first), Error::CancelClosed);
        // The seller hears of it in a step of its own.
        assert_eq!(FakeSeller::closings(LOT), []);
        idle();
        assert_eq!(FakeSeller::closings(LOT)[0].sold, 0);
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
        assert_eq!((free(ALICE), free(BOB)), (ENDOWMENT, ENDOWMENT));
        assert_eq!((held(ALICE), held(BOB)), (0, 0));
    });
}

#[test]
fn a_withdrawn_sale_can_be_settled_by_hand() {
    run(|| {
        let id = timed();
        let number = bid(ALICE, id, 5, 100);
        assert_ok!(House::withdraw(id));
        assert_noop!(House::claim(signed(ALICE), id, number), Error::NotClosed);
        assert_ok!(House::close(signed(ALICE), id));
        assert_ok!(House::claim(signed(ALICE), id, number));
        assert_ok!(House::close(signed(ALICE), id));
        assert_eq!(FakeSeller::endings(LOT), [1_000]);
    });
}

#[test]
fn a_withdrawn_falling_sale_keeps_what_was_bought() {
    run(|| {
        let id = falling();
        assert_ok!(House::buy(signed(ALICE), id, 100, price(1_024)));
        assert_ok!(House::withdraw(id));
        assert_noop!(House::buy(signed(ALICE), id, 100, price(1_024)), Error::Ended);
        idle();
        assert_eq!(FakeSeller::endings(LOT), [900]);
        assert_eq!(FakeSeller::delivered(LOT, ALICE), (100, 102_400));
    });
}

#[test]
fn a_result_cannot_be_withdrawn() {
    run(|| {
        let id = timed();
        bid(ALICE, id, 5, 100);
        end(id);
        assert_noop!(House::withdraw(id), Error::Ended);
        close(id);
        assert_noop!(House::withdraw(id), Error::Ended);
    });
}

#[test]
fn a_sale_is_withdrawn_once() {
    run(|| {
        let id = timed();
        assert_ok!(House::withdraw(id));
        assert_noop!(House::withdraw(id), Error::Ended);
        idle();
        assert_noop!(House::withdraw(id), Error::AuctionNotFound);
    });
}
