// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A cleared sale moves the node of its maturity, by a bounded step.

use crate::{books::*, types::*, *};
use finch_math::curve::{blend, moved, years, Contract};
use finch_ports::Observation;
use finch_types::{Balance, FixedI128, FixedU128, Moment};
use frame_support::traits::{Get, Time};

/// What an observation is held against.
struct Anchor {
    /// The zero rate of the pillar by the curve as it is.
    rate: FixedI128,
    /// What that rate weighs, in planck; nothing where nobody has traded.
    weight: Balance,
    /// How far it may be moved.
    allowance: FixedU128,
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_observe(observation: Observation) {
        let mut books = Book::<T>::get();
        let Observation {
            time_to_maturity,
            annual_rate,
            price_ratio,
            turnover,
        } = observation;
        books.flows.reported = one_more(books.flows.reported);
        match Self::count(&mut books, &observation) {
            Ok((observed_rate, node)) => Self::deposit_event(Event::Observed {
                time_to_maturity,
                annual_rate,
                price_ratio,
                turnover,
                observed_rate,
                pillar: node.time_to_maturity,
                zero_rate: node.zero_rate,
                weight: node.turnover,
                allowance: node.allowance,
            }),
            Err(reason) => {
                books.flows.ignored = one_more(books.flows.ignored);
                Self::deposit_event(Event::Ignored {
                    time_to_maturity,
                    annual_rate,
                    price_ratio,
                    turnover,
                    reason,
                });
            }
        }
        Book::<T>::put(books);
    }

    /// Moves the node and returns the zero rate of the sale with the node as it is now. With a reason against it `books`
    /// stay as they are.
    fn count(books: &mut Books, observation: &Observation) -> Result<(FixedI128, Node), Reason> {
        let turnover = observation.turnover;
        if turnover < T::MinTurnover::get() {
            return Err(Reason::SmallTurnover);
        }
        let pillar = Self::pillar(observation.time_to_maturity).ok_or(Reason::MaturityOutOfRange)?;
        let sale = Contract {
            time_to_maturity: years(observation.time_to_maturity),
            annual_rate: observation.annual_rate,
            price_ratio: observation.price_ratio,
            volume: turnover,
        };
        let observed_rate = sale.zero_rate().map_err(|_| Reason::NoRate)?;

        let now = T::Time::now();
        let anchor = Self::anchor(books, pillar, now)?;
        let target = blend(anchor.rate, anchor.weight, observed_rate, turnover).map_err(|_| Reason::NoRate)?;
        let zero_rate = within_range(moved(anchor.rate, target, anchor.allowance));
        let step = zero_rate.into_inner().abs_diff(anchor.rate.into_inner());
        let allowance = anchor.allowance.into_inner().saturating_sub(step);
        let node = Node {
            time_to_maturity: pillar,
            zero_rate,
            log_growth: log_growth(pillar, zero_rate).map_err(|_| Reason::NoRate)?,
            turnover: anchor.weight.checked_add(turnover).ok_or(Reason::NoRate)?,
            observed_at: now,
            allowance: FixedU128::from_inner(allowance).min(STEP),
            seeded: false,
        };

        books.flows.turnover = books.flows.turnover.checked_add(turnover).ok_or(Reason::NoRate)?;
        books.flows.counted = one_more(books.flows.counted);
        books.put(node, anchor.weight);
        Ok((observed_rate, node))
    }

    /// The node at `pillar`, or the curve of the nodes beside it. A new node is allowed no more than each of those: else
    /// the same sellers could move one node after the other, each from where the one before has just been moved to.
    fn anchor(books: &Books, pillar: Moment, now: Moment) -> Result<Anchor, Reason> {
        let fresh = Self::fresh(books);
        // Stale nodes are still better than nothing to hold a sale against.
        let known = if fresh.is_empty() { &books.nodes } else { &fresh[..] };
        let near = near(known, pillar);
        if let Some(node) = near.iter().find(|node| node.time_to_maturity == pillar) {
            return Ok(Anchor {
                rate: node.zero_rate,
                weight: node.weight(now, T::MaxAge::get()),
                allowance: node.allowance_at(now),
            });
        }
        let Some(allowance) = near.iter().map(|node| node.allowance_at(now)).min() else {
            // The very first: anything within the range.
            return Ok(Anchor {
                rate: FixedI128::default(),
                weight: 0,
                allowance: RATE_MAX,
            });
        };
        let rate = curve(near).and_then(|curve| curve.zero_rate(years(pillar)));
        Ok(Anchor {
            rate: within_range(rate.map_err(|_| Reason::NoRate)?),
            weight: 0,
            allowance,
        })
    }
}
