// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn the_status_shows_every_pot_with_its_pool_and_its_price() {
    run(|| {
        healthy(DOT);
        asset_fee(DOT, REWARD, 10_000_000);
        asset_fee(DOT, STREAMING, 5);
        marked(DOT);
        in_auction(KSM, REWARD, 1_000_000);
        FakeFeeds::set_price(KSM, Feed::Stale);
        let status = Buyback::buyback_status();
        assert_eq!((status.next_step, status.totals), (0, Totals::default()));
        let of = |asset| status.pots.iter().find(|pot| pot.asset == asset).unwrap().clone();
        assert_eq!(
            of(DOT),
            PotInfo {
                asset: DOT,
                pending: vec![(REWARD, 10_000_000), (STREAMING, 5)],
                pool: Some(Pool {
                    native: DEPTH,
                    asset: DEPTH
                }),
                price: Feed::Fresh(price(1)),
                reference: Some(price(1)),
                mark: Some(Mark {
                    block: 1,
                    price: price(1),
                    depth: DEPTH,
                    decimals: 0,
                    share: Perbill::zero()
                }),
                misses: 0,
                sale: None,
            }
        );
        assert_eq!(
            of(KSM),
            PotInfo {
                asset: KSM,
                pending: vec![(REWARD, 1_000_000)],
                pool: None,
                price: Feed::Stale,
                reference: Some(price(1)),
                mark: None,
                misses: 0,
                sale: Some(Sale {
                    auction: 0,
                    source: REWARD,
                    units: 1_000_000
                }),
            }
        );
    });
}

#[test]
fn the_flows_show_what_became_of_every_fee() {
    run(|| {
        native_fee(TRANSACTION, 7);
        let auction = in_auction(DOT, REWARD, 1_000_000);
        assert_ok!(House::buy(auction, BOB, 300_000, price(1)));
        let flows = Buyback::flows();
        assert_eq!(flows.len(), 2);
        for info in flows {
            assert_eq!(info.flow, Buyback::flow(info.coin, info.source));
            assert_eq!(
                info.pending,
                match info.coin {
                    Coin::Native => 0,
                    Coin::Asset(_) => 700_000,
                }
            );
        }
        assert_eq!(Buyback::buyback_status().totals.burned, 300_007);
    });
}

#[test]
fn the_next_step_is_what_a_poke_does() {
    run(|| {
        healthy(DOT);
        let error = |error: Error| Preview {
            plan: Err(error.into()),
            quote: None,
        };
        assert_eq!(Buyback::next(DOT), error(Error::NothingPending));
        asset_fee(DOT, REWARD, 10_000_000);
        assert_eq!(
            Buyback::next(DOT),
            Preview {
                plan: Ok(Plan::Mark { price: price(1) }),
                quote: None
            }
        );
        assert_ok!(poke(DOT));
        assert_eq!(Buyback::next(DOT), error(Error::StepTooSoon));
        next_block();
        assert_eq!(
            Buyback::next(DOT),
            Preview {
                plan: Ok(Plan::Trade {
                    source: REWARD,
                    units: SLICE,
                    min_native: 2_970_000
                }),
                quote: Some(2_982_080)
            }
        );
        // The plan is by the mark; what the pool pays is the quote.
        Market::set_pool(DOT, 0, 0);
        assert_eq!(Buyback::next(DOT).quote, None);
        Pots::<Test>::mutate(DOT, |pot| pot.as_mut().unwrap().mark = None);
        assert_eq!(Buyback::next(DOT), error(Error::MarketThin));
        Pots::<Test>::mutate(DOT, |pot| pot.as_mut().unwrap().misses = MAX_MISSES);
        assert_eq!(
            Buyback::next(DOT).plan,
            Ok(Plan::Sell {
                source: REWARD,
                units: 10_000_000,
                min_bid: 100_000,
                start: FixedU128::from_rational(11, 10),
                floor: FixedU128::from_rational(9, 10)
            })
        );
        // Looking changes nothing.
        assert_eq!(pot(DOT).sale, None);
    });
}
