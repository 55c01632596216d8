// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn governance_lists_and_delists() {
    run(|| {
        assert_ok!(Etf::list(root(), 1));
        assert_eq!(Listings::<Test>::get(1), Some(Listing::default()));
        happened(Event::Listed { asset: 1 });
        assert_ok!(Etf::delist(root(), 1));
        assert_eq!(Listings::<Test>::count(), 0);
        happened(Event::Delisted { asset: 1 });
    });
}

#[test]
fn nobody_else_lists_or_delists() {
    run(|| {
        assert_noop!(Etf::list(signed(ALICE), 1), DispatchError::BadOrigin);
        assert_ok!(Etf::list(root(), 1));
        assert_noop!(Etf::delist(signed(ALICE), 1), DispatchError::BadOrigin);
    });
}

#[test]
fn an_asset_is_listed_once() {
    run(|| {
        assert_ok!(Etf::list(root(), 1));
        assert_noop!(Etf::list(root(), 1), Error::AlreadyListed);
        assert_noop!(Etf::delist(root(), 2), Error::NotListed);
    });
}

#[test]
fn what_is_no_asset_or_the_share_is_not_listed() {
    run(|| {
        assert_noop!(Etf::list(root(), 77), Error::UnknownAsset);
        assert_noop!(Etf::list(root(), SHARE), Error::UnknownAsset);
    });
}

#[test]
fn sixty_four_assets_fit_on_the_list() {
    run(|| {
        for asset in 1_000..1_000 + MAX_LISTED {
            assert_ok!(Assets::force_create(root(), asset, ALICE, true, 1));
            assert_ok!(Etf::list(root(), asset));
        }
        assert_noop!(Etf::list(root(), 1), Error::TooManyListed);
        assert_ok!(Etf::delist(root(), 1_000));
        assert_ok!(Etf::list(root(), 1));
    });
}

#[test]
fn a_member_that_is_delisted_leaves_with_the_next_month() {
    run(|| {
        launched();
        assert_ok!(Etf::delist(root(), 1));
        assert_eq!(members()[0].0, 1);
        samples(3);
        next_month();
        assert_eq!(members().iter().map(|(asset, _)| *asset).collect::<Vec<_>>(), [2, 3, 4]);
        rebalanced();
        assert_eq!(held(1), 0);
        assert_eq!(Past::<Test>::get(1).net(), Some(0));
    });
}

#[test]
fn an_asset_that_is_delisted_and_listed_again_begins_anew() {
    run(|| {
        universe();
        samples(3);
        assert_eq!(Listings::<Test>::get(2).unwrap().samples, 4);
        assert_ok!(Etf::delist(root(), 2));
        assert_ok!(Etf::list(root(), 2));
        assert_eq!(Listings::<Test>::get(2).unwrap().samples, 0);
    });
}
