// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_constants_are_what_the_documentation_promises() {
    assert_eq!(CANCEL_FREEZE, Perbill::from_rational(25u32, 100));
    assert_eq!(EXTENSION_SHARE, Perbill::from_rational(10u32, 100));
    assert_eq!(MAX_EXTENSION, Perbill::from_rational(50u32, 100));
    assert_eq!(
        (EXTENSION_WINDOW, RETRY_AFTER, SELLER_GRACE),
        (10 * MINUTE, HOUR, 168 * HOUR)
    );
    assert_eq!((MIN_DURATION, MAX_DURATION), (MINUTE, 365 * 24 * HOUR));
    assert_eq!((MAX_AUCTIONS, MAX_LEVELS as usize), (256, EMPTY_BOOK.len()));
    // All bids of an auction, each for everything, are a number.
    assert!(MAX_UNITS.checked_mul(1 << 32).is_some());
}

#[test]
fn the_times_of_an_auction_follow_their_formulas() {
    let auction = |duration| {
        let timed = Timed {
            reserve: price(1),
            tick_size: price(1),
            min_turnover: 0,
            duration,
        };
        let auction = Auction {
            lot: LOT,
            units: 1,
            min_bid: 1,
            opened_at: 1_000,
            ends_at: 1_000 + duration,
            format: Format::Timed(timed),
            phase: Phase::Selling,
            flows: Flows::default(),
        };
        (auction, timed)
    };
    let (hour, timed) = auction(HOUR);
    assert_eq!(timed.window(), 6 * MINUTE);
    assert_eq!(hour.cancel_until(&timed), 1_000 + 45 * MINUTE);
    assert_eq!(hour.latest_end(&timed), 1_000 + 90 * MINUTE);
    assert_eq!(hour.extended_end(&timed, 1_000 + 54 * MINUTE), hour.ends_at);
    assert_eq!(
        hour.extended_end(&timed, 1_000 + 58 * MINUTE),
        hour.ends_at + 4 * MINUTE
    );
    assert_eq!(hour.extended_end(&timed, 1_000 + 88 * MINUTE), hour.latest_end(&timed));
    let (day, timed) = auction(24 * HOUR);
    assert_eq!(timed.window(), 10 * MINUTE);
    assert_eq!(day.latest_end(&timed), 1_000 + 36 * HOUR);
    // Odd lengths round so that the last part is not shorter than promised.
    let (odd, timed) = auction(MINUTE + 1);
    assert_eq!(odd.cancel_until(&timed), 1_000 + 45_000);
}

#[test]
fn every_weight_reckons_with_what_the_seller_costs() {
    run(|| {
        let seller = <FakeSeller as AuctionSeller<AccountId>>::weight;
        let own = <() as WeightInfo>::claim();
        let (closed, deliver, finished) = (
            seller(SellerCall::Closed),
            seller(SellerCall::Deliver),
            seller(SellerCall::Finished),
        );
        assert_eq!(House::step_weight(Stage::Close), own + closed);
        assert_eq!(House::step_weight(Stage::Settle), own + deliver);
        assert_eq!(House::step_weight(Stage::Finish), own + closed + finished);
        assert_eq!(House::weight_bid(), own + seller(SellerCall::MayBid));
        assert_eq!(House::weight_claim(), own + deliver);
        assert_eq!(House::weight_buy(), own + seller(SellerCall::MayBid) + deliver);
        assert_eq!(House::weight_close(), own + own + closed + closed + finished);
        assert_eq!(<House as AuctionHouse>::weight_open(), own);
    });
}
