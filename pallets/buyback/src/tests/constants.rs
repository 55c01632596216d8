// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_constants_are_what_the_documentation_promises() {
    assert_eq!(MAX_SHARE, Perbill::from_rational(1u32, 2));
    assert_eq!((MAX_MISSES, MAX_STEPS, MAX_LOT), (5, 1_000, 1 << 95));
    assert_eq!((FRESH_RANGE, STALE_RANGE, BIDS_PER_LOT), ((110, 90), (200, 50), 100));
}

/// A source that is added has to be counted, or its fees in assets are burned.
#[test]
fn the_number_of_sources_is_right() {
    for (at, source) in SOURCES_ALL.into_iter().enumerate() {
        let place = match source {
            FeeSource::SynthReward => 0,
            FeeSource::SynthInstant => 1,
            FeeSource::DerivativeSale => 2,
            FeeSource::Transaction => 3,
            FeeSource::EtfStreaming => 4,
            FeeSource::EtfReward => 5,
            FeeSource::Options => 6,
            FeeSource::Cover => 7,
        };
        assert_eq!(place, at);
    }
    assert_eq!(SOURCES_ALL.len(), SOURCES as usize);
}

#[test]
fn the_constants_of_the_mock_are_accepted() {
    run(Buyback::integrity_test);
}

#[track_caller]
fn refused(change: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        change();
        Buyback::integrity_test();
    });
}

#[test]
#[should_panic(expected = "Tolerance")]
fn a_tolerance_of_everything_is_refused() {
    refused(|| Tolerance::set(&price(1)));
}

#[test]
#[should_panic(expected = "Tolerance")]
fn a_tolerance_of_nothing_is_refused() {
    refused(|| Tolerance::set(&price(0)));
}

#[test]
#[should_panic(expected = "MaxPart")]
fn slices_of_nothing_are_refused() {
    refused(|| MaxPart::set(&Perbill::zero()));
}

#[test]
#[should_panic(expected = "MaxMarkAge")]
fn marks_that_are_always_too_old_are_refused() {
    refused(|| MaxMarkAge::set(&0));
}

#[test]
#[should_panic(expected = "SalePeriod")]
fn auctions_without_time_are_refused() {
    refused(|| SalePeriod::set(&0));
}

#[test]
#[should_panic(expected = "MinSale")]
fn auctions_of_nothing_are_refused() {
    refused(|| MinSale::set(&0));
}

#[test]
fn every_weight_reckons_with_what_the_neighbours_cost() {
    run(|| {
        let (trade, quote) = (Market::weight_trade(), Market::weight_quote());
        let own = <() as WeightInfo>::poke_trade();
        assert_eq!(Buyback::weight_poke(), own + trade + quote);
        assert_eq!(Buyback::weight_turn(), own + trade + quote);
        assert_eq!(Buyback::weight_prepare(), <() as WeightInfo>::idle_prepare() + quote);
        assert_eq!(Buyback::weight_deposit_native(), <() as WeightInfo>::deposit_native());
        assert_eq!(Buyback::weight_deposit_asset(), <() as WeightInfo>::deposit_asset());
        let seller = <Buyback as AuctionSeller<AccountId>>::weight;
        assert_eq!(seller(SellerCall::MayBid), Weight::zero());
        assert_eq!(seller(SellerCall::Deliver), <() as WeightInfo>::deliver());
        assert_eq!(seller(SellerCall::Finished), <() as WeightInfo>::finished());
    });
}
