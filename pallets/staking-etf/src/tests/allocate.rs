// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

fn pool() -> Pool {
    Allocation::<Test>::get()
}

/// Blocks until the pool waits.
fn spend() {
    for _ in 0..200 {
        block();
    }
}

#[test]
fn the_first_allocation_launches_with_a_share_for_each_planck() {
    run(|| {
        assert_ok!(Etf::allocate(root(), LAUNCH));
        assert_eq!(
            (Etf::supply(), shares(TREASURY), basket().cash),
            (LAUNCH, LAUNCH, LAUNCH)
        );
        // And what the account needs to exist.
        assert_eq!(native(TREASURY), ENDOWMENT - LAUNCH - ED);
        assert_eq!(native(Etf::account_id()), LAUNCH + ED);
        assert_eq!(
            pool(),
            Pool {
                native: 0,
                allocated: LAUNCH,
                spent: 0,
                launched: LAUNCH
            }
        );
        assert_eq!(
            take_events(),
            [Event::Allocated { native: LAUNCH }, Event::Launched { shares: LAUNCH }]
        );
        // Without members the cash stays cash, and can be redeemed.
        assert_eq!(Job::<Test>::get(), None);
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH));
        assert_eq!(native(TREASURY), ENDOWMENT - ED);
    });
}

#[test]
fn a_launch_without_members_is_balanced_when_there_are_some() {
    run(|| {
        assert_ok!(Etf::allocate(root(), LAUNCH));
        decided();
        rebalanced();
        assert_eq!(basket().holdings.len(), 3);
    });
}

#[test]
fn only_governance_allocates_and_only_what_the_treasury_has() {
    run(|| {
        assert_noop!(Etf::allocate(signed(ALICE), LAUNCH), DispatchError::BadOrigin);
        assert_noop!(Etf::allocate(root(), 0), Error::AmountZero);
        assert_noop!(Etf::allocate(root(), 999), Error::BelowMinIssue);
        use sp_runtime::traits::Dispatchable;
        let call = RuntimeCall::Etf(crate::Call::allocate { native: 2 * ENDOWMENT });
        assert!(call.dispatch(root()).is_err());
        assert_eq!((Etf::supply(), pool()), (0, Pool::default()));
    });
}

#[test]
fn a_later_allocation_becomes_shares_slice_by_slice() {
    run(|| {
        launched();
        assert_ok!(Etf::allocate(root(), 40_000_000));
        let before = (value().planck, Etf::supply());
        spend();
        let minted = Etf::supply() - before.1;
        assert_eq!(shares(TREASURY), LAUNCH + minted);
        // Little is left: less than the least issue and the bound of the price cost.
        assert!(pool().native < 10_000 && pool().spent > 39_990_000, "{:?}", pool());
        // The treasury pays for what it gets, and nobody else.
        assert!(value().planck * before.1 >= before.0 * Etf::supply());
        let cost = pool().spent;
        assert!(
            (minted * 99 / 100..minted * 101 / 100).contains(&cost),
            "{minted} {cost}"
        );
        assert!(take_events()
            .iter()
            .any(|event| matches!(event, Event::AllocationSpent { .. })));
    });
}

#[test]
fn an_allocation_is_throttled_as_every_issue_is() {
    run(|| {
        launched();
        assert_ok!(Etf::allocate(root(), LAUNCH));
        block();
        block();
        let minted = Etf::supply() - LAUNCH;
        // Half of a tenth, the same of that, and what ran out of the bucket in a few milliseconds.
        assert!((52_500_000..52_500_100).contains(&minted), "{minted}");
        // The other half is for others.
        assert_noop!(Etf::issue(signed(BOB), 52_751_000), Error::ThrottleExceeded);
        assert_ok!(Etf::issue(signed(BOB), 52_000_000));
        let before = Etf::supply();
        spend();
        assert_eq!(Etf::supply(), before);
    });
}

#[test]
fn a_slice_takes_a_small_part_of_each_pool() {
    run(|| {
        launched();
        // A slice of the pool of 1 is 60,000 units, of which the basket has most for its depth.
        MaxPart::set(&Perbill::from_parts(60));
        assert_ok!(Etf::allocate(root(), 40_000_000));
        let before = held(1);
        block();
        assert!((59_000..=60_000).contains(&(held(1) - before)));
        // Nothing more in the same block.
        assert_eq!(Etf::next_unit(Now::get()), None);
    });
}

#[track_caller]
fn waits(change: impl FnOnce(), repair: impl FnOnce()) {
    run(|| {
        launched();
        change();
        assert_ok!(Etf::allocate(root(), 40_000_000));
        System::reset_events();
        spend();
        assert_eq!((pool().native, Etf::supply()), (40_000_000, LAUNCH));
        repair();
        later(RETRY_AFTER);
        spend();
        assert!(pool().native < 10_000);
    });
}

#[test]
fn an_allocation_waits_for_prices() {
    waits(|| FakeFeeds::set_price(2, Feed::Stale), || market(2));
}

#[test]
fn an_allocation_waits_for_pools() {
    waits(|| Market::set_pool(3, 0, 0), || market(3));
}

#[test]
fn an_allocation_waits_for_pools_that_agree_with_the_oracle() {
    waits(|| Market::set_price(3, DEPTH, ratio(31, 10)), || market(3));
    run(|| {
        launched();
        Market::set_price(3, DEPTH, ratio(31, 10));
        assert_ok!(Etf::allocate(root(), 40_000_000));
        System::reset_events();
        block();
        assert!(matches!(
            take_events()[..],
            [Event::WorkFailed {
                unit: Unit::Allocate,
                ..
            }]
        ));
    });
}

#[test]
fn an_allocation_that_finds_no_share_launches_again() {
    run(|| {
        launched();
        FakeFeeds::set_price(2, Feed::Stale);
        assert_ok!(Etf::allocate(root(), 40_000_000));
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH));
        block();
        assert_eq!((Etf::supply(), pool().native), (40_000_000, 0));
        market(2);
        rebalanced();
    });
}

#[test]
fn native_on_the_account_before_the_launch_is_nobodys() {
    run(|| {
        assert_ok!(<Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(
            &Etf::account_id(),
            77
        ));
        assert_ok!(Etf::allocate(root(), LAUNCH));
        assert_eq!((basket().cash, native(Etf::account_id())), (LAUNCH, LAUNCH + 77));
        assert_ok!(Etf::redeem(signed(TREASURY), LAUNCH));
        assert_eq!(native(Etf::account_id()), 77);
    });
}
