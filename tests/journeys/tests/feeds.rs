// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What operators of feeds do, and what products see of it.

mod world;

use finch_ports::{Feed, PriceFeed};
use finch_runtime::{
    adapters::{feed_rules, OracleFeeds},
    feeds_api, FeedOperators, Oracle, Runtime, RuntimeOrigin,
};
use finch_types::{Coin, FeedKey, FixedU128, Metric};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use pallet_oracle::Error;
use sp_keyring::Sr25519Keyring::{self, AliceStash, BobStash, CharlieStash, DaveStash, EveStash, Ferdie};
use sp_runtime::{FixedPointNumber, MultiAddress};
use world::*;

const OPERATORS: [Sr25519Keyring; 5] = [AliceStash, BobStash, CharlieStash, DaveStash, EveStash];
const PRICE: FeedKey = FeedKey {
    coin: Coin::Native,
    metric: Metric::Price,
};

fn dollars(cents: u128) -> u128 {
    cents * 10_000_000_000_000_000
}

fn feed(who: Sr25519Keyring, cents: u128) -> frame_support::dispatch::DispatchResultWithPostInfo {
    let values = BoundedVec::truncate_from(vec![(PRICE, dollars(cents))]);
    Oracle::feed_values(RuntimeOrigin::signed(who.to_account_id()), values)
}

/// All five say the same in a new block.
fn all_say(cents: u128) {
    next_block();
    for who in OPERATORS {
        assert_ok!(feed(who, cents));
    }
}

fn seen() -> Feed {
    OracleFeeds::read(PRICE)
}

#[test]
fn the_value_is_the_median_once_enough_operators_have_spoken() {
    story(|| {
        assert_eq!(seen(), Feed::Missing);
        assert_ok!(feed(AliceStash, 100));
        assert_ok!(feed(BobStash, 300));
        assert_eq!(seen(), Feed::Missing);
        assert_ok!(feed(CharlieStash, 200));
        assert_eq!(seen(), Feed::Fresh(dollars(200)));
        let [info] = feeds_api::feeds().try_into().unwrap();
        assert_eq!((info.key, info.value, info.at), (PRICE, dollars(200), now()));
        let said: Vec<_> = feeds_api::reports(PRICE)
            .into_iter()
            .map(|report| report.value)
            .collect();
        assert_eq!(said.len(), 3);
        assert_eq!(feeds_api::operators().len(), OPERATORS.len());
    });
}

#[test]
fn only_operators_feed_and_once_in_a_block() {
    story(|| {
        assert_noop!(feed(Ferdie, 100), Error::<Runtime>::NoPermission);
        assert_ok!(feed(AliceStash, 100));
        assert_noop!(feed(AliceStash, 100), Error::<Runtime>::AlreadyFeeded);
        next_block();
        assert_ok!(feed(AliceStash, 100));
    });
}

#[test]
fn one_liar_of_five_cannot_leave_the_range_of_the_honest() {
    for lie in [0, 1, 150, 450, u128::MAX / dollars(1)] {
        story(|| {
            for _ in 0..3 {
                next_block();
                for (who, cents) in OPERATORS.into_iter().zip([299, 300, 301, 302]) {
                    assert_ok!(feed(who, cents));
                }
                assert_ok!(feed(EveStash, lie));
                let Feed::Fresh(value) = seen() else {
                    panic!("not fresh")
                };
                assert!((dollars(299)..=dollars(302)).contains(&value), "{lie}: {value}");
            }
        });
    }
}

#[test]
fn a_value_that_nobody_renews_grows_stale_and_a_new_one_is_free_to_differ() {
    story(|| {
        all_say(100);
        let rules = feed_rules();
        while now() <= feeds_api::feeds()[0].at + rules.max_age {
            assert_eq!(seen(), Feed::Fresh(dollars(100)));
            next_block();
        }
        assert_eq!(seen(), Feed::Stale);
        assert_eq!(feeds_api::feeds()[0].feed, Feed::Stale);
        // Two are not enough to bring it back.
        assert_ok!(feed(AliceStash, 500));
        assert_ok!(feed(BobStash, 500));
        assert_eq!(seen(), Feed::Stale);
        assert_ok!(feed(CharlieStash, 500));
        assert_eq!(seen(), Feed::Fresh(dollars(500)));
    });
}

#[test]
fn a_value_moves_by_a_bounded_step_even_if_all_operators_say_otherwise() {
    story(|| {
        all_say(10_000);
        let rules = feed_rules();
        let began = now();
        let mut last = dollars(10_000);
        while now() < began + rules.step_period {
            all_say(20_000);
            let Feed::Fresh(value) = seen() else {
                panic!("not fresh")
            };
            let most = rules.max_step.saturating_mul_int(last) * 6_000 / u128::from(rules.step_period);
            assert!(value > last && value <= last + most, "{last} to {value}");
            last = value;
        }
        // A tenth in the period, and a little for the steps that build on each other.
        assert!(last > dollars(10_990) && last < dollars(11_060), "{last}");
        assert!(rules.max_step == FixedU128::saturating_from_rational(1, 10));
    });
}

#[test]
fn an_operator_that_is_removed_counts_no_more() {
    story(|| {
        for (who, cents) in OPERATORS.into_iter().zip([100, 100, 100, 900, 900]) {
            assert_ok!(feed(who, cents));
        }
        assert_eq!(seen(), Feed::Fresh(dollars(100)));
        for who in [DaveStash, EveStash] {
            let who = MultiAddress::Id(who.to_account_id());
            assert_ok!(FeedOperators::remove_member(committee(), who));
        }
        next_block();
        assert_noop!(feed(EveStash, 900), Error::<Runtime>::NoPermission);
        assert_ok!(feed(AliceStash, 100));
        assert_eq!(seen(), Feed::Fresh(dollars(100)));
        assert_eq!(feeds_api::reports(PRICE).len(), 3);
        // Whoever is left has to be enough.
        let charlie = MultiAddress::Id(CharlieStash.to_account_id());
        assert_ok!(FeedOperators::remove_member(committee(), charlie));
        for _ in 0..60 {
            next_block();
            assert_ok!(feed(AliceStash, 100));
            assert_ok!(feed(BobStash, 100));
        }
        assert_eq!(seen(), Feed::Stale);
    });
}
