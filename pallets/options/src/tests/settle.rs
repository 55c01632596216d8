// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;
use frame_support::traits::fungibles::Inspect as _;

fn settle(id: OptionId, limit: u32) -> DispatchResult {
    Options::settle(signed(KEEPER), id, limit)
}

/// So many vaults of a margined put.
#[track_caller]
fn many(vaults: u128) -> OptionId {
    let id = a_margined_put();
    for who in 1_000..1_000 + vaults {
        assert_ok!(Balances::force_set_balance(root(), who, 20 * FINCH));
        write(id, who, 10 * FINCH, ONE_DOT);
    }
    prices(3);
    id
}

#[test]
fn a_sweep_goes_on_where_it_stopped() {
    run(|| {
        let id = many(7);
        fixed(id);
        for step in 1..=3 {
            assert_ok!(settle(id, 2));
            assert_eq!(flows(id).borne, 2 * step * 2 * FINCH);
            assert_eq!(series(id).stage, Stage::Live);
            assert_noop!(Options::redeem(signed(1_000), id, ONE_DOT), Error::NotSettled);
            Options::do_try_state().unwrap();
        }
        assert_ok!(settle(id, 2));
        assert_eq!(series(id).stage, Stage::Settled);
        happened(Event::SeriesSettled {
            series: id,
            open: 7 * ONE_DOT,
            owed: 14 * FINCH,
            shortfall: 0,
        });
    });
}

#[test]
fn however_it_is_cut_the_result_is_the_same() {
    let results: Vec<Flows> = [1, 2, 3, 50]
        .into_iter()
        .map(|limit| {
            let mut result = Flows::default();
            run(|| {
                let id = many(7);
                milli_prices(3_333);
                fixed(id);
                while series(id).stage == Stage::Live {
                    assert_ok!(settle(id, limit));
                }
                result = flows(id);
            });
            result
        })
        .collect();
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn vaults_that_leave_during_a_sweep_do_not_stop_it() {
    run(|| {
        let id = many(6);
        fixed(id);
        assert_ok!(settle(id, 2));
        let swept: Vec<AccountId> = Vaults::<Test>::iter_prefix(id)
            .filter(|(_, vault)| vault.written == 0)
            .map(|(owner, _)| owner)
            .collect();
        for owner in swept {
            assert_ok!(Options::reclaim(signed(owner), id));
        }
        assert_ok!(settle(id, 2));
        assert_ok!(settle(id, 2));
        assert_eq!(series(id).stage, Stage::Settled);
    });
}

#[test]
fn a_series_is_settled_when_its_price_is_final() {
    run(|| {
        let id = many(1);
        assert_noop!(settle(id, 1), Error::NotExpired);
        expire();
        assert_noop!(settle(id, 1), Error::NotFixed);
        assert_ok!(Options::fix_price(signed(KEEPER), id));
        at(EXPIRY + HOUR - 1);
        assert_noop!(settle(id, 1), Error::PriceNotFinal);
        at(EXPIRY + HOUR);
        assert_noop!(settle(id, 0), Error::BadLimit);
        assert_noop!(settle(id, 51), Error::BadLimit);
        assert_noop!(settle(9, 1), Error::NoSeries);
        assert_ok!(settle(id, 1));
        assert_noop!(settle(id, 1), Error::GraceRunning);
    });
}

#[test]
fn a_series_without_vaults_is_settled_at_once() {
    run(|| {
        let id = a_margined_put();
        fixed(id);
        assert_ok!(settle(id, 1));
        assert_eq!(series(id).stage, Stage::Settled);
        assert_ok!(settle(id, 1));
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

#[test]
fn after_the_grace_all_vaults_are_sent_to_their_owners() {
    run(|| {
        let id = many(7);
        fixed(id);
        assert_ok!(settle(id, 50));
        at(Now::get() + Grace::get() - 1);
        assert_noop!(settle(id, 50), Error::GraceRunning);
        at(Now::get() + 1);
        assert_ok!(settle(id, 5));
        assert_eq!(series(id).vaults, 2);
        assert_ok!(settle(id, 5));
        assert_eq!(series(id).vaults, 0);
        assert_eq!(flows(id).held(), Some(14 * FINCH));
        // 20, less what Bob's vault owed.
        assert_eq!(finch(1_000), 18 * FINCH);
        assert_noop!(settle(id, 5), Error::NothingToDo);
    });
}

#[test]
fn a_closed_series_gives_its_deposits_back() {
    run(|| {
        let before = finch(ALICE);
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        at(EXPIRY + DAY);
        assert_ok!(settle(id, 50));
        assert_eq!(series(id).vaults, 0);
        assert_ok!(settle(id, 50));
        assert!(AllSeries::<Test>::get(id).is_none());
        // What the account keeps is not given back.
        assert_eq!(before - finch(ALICE), ED);
        assert!(!Assets::asset_exists(FIRST + id));
        assert_eq!(Ids::<Test>::iter().count(), 0);
        happened(Event::SeriesClosed {
            series: id,
            expired: ONE_DOT,
        });
        assert_noop!(settle(id, 1), Error::NoSeries);
    });
}

#[test]
fn a_series_that_nobody_used_is_closed_at_the_expiry() {
    run(|| {
        let id = a_put();
        assert_noop!(settle(id, 1), Error::NotExpired);
        expire();
        assert_ok!(settle(id, 1));
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

#[test]
fn a_token_with_many_holders_is_destroyed_in_steps() {
    run(|| {
        let id = a_call();
        write(id, BOB, 1_000, 1_000);
        for who in 2_000..2_120 {
            give(id, BOB, who, 1);
        }
        at(EXPIRY + DAY);
        assert_ok!(settle(id, 1));
        for _ in 0..2 {
            assert_ok!(settle(id, 1));
            happened(Event::CloseUnfinished { series: id });
            assert_eq!((series(id).stage, flows(id).expired), (Stage::Closing, 1_000));
            Options::do_try_state().unwrap();
        }
        assert_ok!(settle(id, 1));
        assert!(AllSeries::<Test>::get(id).is_none());
    });
}

/// Hegic's locked funds: whatever happened, and whatever did not, anybody brings what is locked to 0.
#[test]
fn hegic_locked_funds() {
    run(|| {
        // Every kind, in every state, with no price for ever and owners who never come.
        let covered = a_put();
        write(covered, BOB, 5 * DOLLAR, ONE_DOT);
        let exercised = a_call();
        write(exercised, BOB, ONE_DOT, ONE_DOT);
        write(exercised, CAROL, 3 * ONE_DOT, 2 * ONE_DOT + 1);
        assert_ok!(Options::exercise(signed(CAROL), exercised, ONE_DOT / 3));
        let unused = create(Coin::Asset(DOT), Kind::Call, 7, EXPIRY);
        assert_ok!(Options::deposit(signed(BOB), unused, 12));
        let margined = a_margined_put();
        write(margined, BOB, 8 * FINCH, ONE_DOT);
        write(margined, CAROL, 9 * FINCH, ONE_DOT);
        let called = a_margined_call();
        write(called, BOB, 8 * FINCH, ONE_DOT);
        prices(7);
        assert_ok!(Options::call_margin(signed(KEEPER), called, BOB));
        let sold = create(NATIVE, Kind::Call, 6, EXPIRY);
        prices(5);
        write(sold, BOB, 8 * FINCH, ONE_DOT);
        prices(8);
        assert_ok!(Options::liquidate(signed(KEEPER), sold, BOB));
        assert_ok!(House::buy(0, BOB, ONE_DOT / 3, number(1)));
        FakeFeeds::set_price(DOT, Feed::Missing);
        FakeFeeds::set_price(USD, Feed::Missing);
        EntriesOpen::set(&false);
        House::set_broken(true);
        anybody_ends_it();
        holders_redeem();
        assert_eq!(AllSeries::<Test>::iter().count(), 0);
        assert_eq!((usd(pot()), dot(pot()), finch(pot())), (1, 1, ED));
    });
}

#[test]
fn fees_that_cannot_leave_do_not_keep_a_series() {
    run(|| {
        ExerciseFee::set(&Permill::from_percent(1));
        let id = a_put();
        write(id, BOB, 5 * DOLLAR, ONE_DOT);
        assert_ok!(Options::exercise(signed(BOB), id, ONE_DOT));
        expire();
        assert_ok!(Options::reclaim(signed(BOB), id));
        assert_ok!(Assets::freeze(signed(ALICE), USD, pot()));
        assert_ok!(settle(id, 1));
        assert!(!AllSeries::<Test>::contains_key(id));
        assert_eq!(AssetFees::taken(USD, FeeSource::Options), 0);
        assert_eq!(usd(pot()), 1 + DOLLAR / 20);
    });
}
