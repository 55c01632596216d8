// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, one function each. They run on chain with try-runtime, after every unit test, and in
//! the property tests.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{types::*, *};
use alloc::{collections::BTreeMap, vec::Vec};
use finch_ports::{Alarm, Risk};
use finch_types::{ClaimId, CoverId};
use frame_support::traits::fungible::{Inspect, InspectHold};
use sp_runtime::DispatchError;

/// Fails with the text, which names the invariant.
fn hold(condition: bool, broken: &'static str) -> Result<(), DispatchError> {
    condition.then_some(()).ok_or(DispatchError::Other(broken))
}

/// A sum that must fit.
fn sum(parts: impl IntoIterator<Item = Balance>) -> Result<Balance, DispatchError> {
    parts
        .into_iter()
        .try_fold(0u128, |total, part| total.checked_add(part))
        .ok_or(DispatchError::Other("INV-COVER: a sum does not fit"))
}

type CoversRead<T> = BTreeMap<CoverId, Cover<<T as frame_system::Config>::AccountId>>;
type ClaimsRead<T> = BTreeMap<ClaimId, Claim<<T as frame_system::Config>::AccountId>>;
type ProductsRead = BTreeMap<ProductId, Product>;
type EndingsRead = BTreeMap<Day, Ending>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant in the order of the README.
    pub fn do_try_state() -> Result<(), DispatchError> {
        let books = Pool::<T>::get();
        let products: ProductsRead = Products::<T>::iter().collect();
        let covers: CoversRead<T> = Covers::<T>::iter().collect();
        let claims: ClaimsRead<T> = Claims::<T>::iter().collect();
        let endings: EndingsRead = Endings::<T>::iter().collect();
        Self::inv_1_flows(&books)?;
        Self::inv_2_premium(&books, &endings)?;
        Self::inv_3_shares(&books)?;
        Self::inv_4_active(&books, &products, &covers, &endings)?;
        Self::inv_5_events(&books, &products, &covers)?;
        Self::inv_6_claims(&books, &covers, &claims)?;
        Self::inv_7_holds(&books, &claims)?;
        Self::inv_8_account(&books)?;
        Self::inv_9_products(&products)?;
        Self::inv_10_time(&books, &endings)
    }

    /// INV-COVER-1.
    fn inv_1_flows(books: &Books) -> Result<(), DispatchError> {
        let came = sum([books.joined, books.earned, books.forfeited])?;
        let went = sum([books.withdrawn, books.paid, books.rewarded])?;
        let stays = sum([books.capital, books.events, books.claims, books.rewards])?;
        hold(
            came == sum([went, stays])?,
            "INV-COVER-1: joined + earned + forfeited != withdrawn + paid + rewarded + what is there",
        )
    }

    /// INV-COVER-2.
    fn inv_2_premium(books: &Books, endings: &EndingsRead) -> Result<(), DispatchError> {
        let unearned = books.unearned().ok_or(DispatchError::Other(
            "INV-COVER-2: more is earned and taken as fees than was paid",
        ))?;
        let mut to_come = 0u128;
        for (day, ending) in endings {
            let days = u128::from(day.saturating_sub(books.day));
            let flow = ending.per_day.saturating_mul(days);
            to_come = sum([to_come, flow, ending.rest])?;
        }
        hold(unearned == to_come, "INV-COVER-2: unearned != what days to come earn")?;
        hold(
            books.per_day == sum(endings.values().map(|ending| ending.per_day))?,
            "INV-COVER-2: what a day earns != what ends",
        )
    }

    /// INV-COVER-3.
    fn inv_3_shares(books: &Books) -> Result<(), DispatchError> {
        let mut shares = 0u128;
        for (_, member) in Members::<T>::iter() {
            hold(member.round <= books.round, "INV-COVER-3: a member of a round to come")?;
            if member.round == books.round {
                shares = sum([shares, member.shares])?;
            }
            let notice = member.notice.map_or(1, |notice| notice.shares);
            hold(
                notice > 0 && member.shares > 0 && (member.notice.is_none() || notice <= member.shares),
                "INV-COVER-3: a notice for more shares than the member has, or for none",
            )?;
        }
        hold(shares == books.shares, "INV-COVER-3: shares != the sum of the members'")
    }

    /// INV-COVER-4.
    fn inv_4_active(
        books: &Books,
        products: &ProductsRead,
        covers: &CoversRead<T>,
        endings: &EndingsRead,
    ) -> Result<(), DispatchError> {
        for (id, product) in products {
            let running = sum(covers
                .values()
                .filter(|cover| cover.product == *id && cover.end > books.day)
                .map(|cover| cover.amount))?;
            hold(
                product.active == running,
                "INV-COVER-4: active of a product != its covers that run",
            )?;
        }
        let mut ends: BTreeMap<(Day, ProductId), Balance> = BTreeMap::new();
        for cover in covers
            .values()
            .filter(|cover| cover.end > books.day && cover.amount > 0)
        {
            let of = ends.entry((cover.end, cover.product)).or_default();
            *of = sum([*of, cover.amount])?;
        }
        let listed: Vec<((Day, ProductId), Balance)> = endings
            .iter()
            .flat_map(|(day, ending)| ending.covers.iter().map(|(id, amount)| ((*day, *id), *amount)))
            .collect();
        hold(
            listed.len() == ends.len() && listed.into_iter().collect::<BTreeMap<_, _>>() == ends,
            "INV-COVER-4: what days end != the covers",
        )?;
        hold(
            books.active == sum(products.values().map(|product| product.active))?,
            "INV-COVER-4: active of all != the sum of the products",
        )
    }

    /// INV-COVER-5.
    fn inv_5_events(books: &Books, products: &ProductsRead, covers: &CoversRead<T>) -> Result<(), DispatchError> {
        for cover in covers.values() {
            let product = products
                .get(&cover.product)
                .ok_or(DispatchError::Other("INV-COVER-5: a cover without a product"))?;
            hold(
                cover.seen <= product.events,
                "INV-COVER-5: a cover was asked for a loss to come",
            )?;
            hold(
                (cover.seen..product.events).all(|event| Events::<T>::contains_key(cover.product, event)),
                "INV-COVER-5: a loss that a cover waits for is gone",
            )?;
        }
        for (id, product) in products {
            let count = covers.values().filter(|cover| cover.product == *id).count();
            hold(
                u32::try_from(count) == Ok(product.covers),
                "INV-COVER-5: the count of a product's covers != the covers",
            )?;
        }
        let mut left = 0u128;
        for (id, number, event) in Events::<T>::iter() {
            left = sum([left, event.left])?;
            let waiting = covers
                .values()
                .filter(|cover| cover.product == id && cover.seen <= number)
                .count();
            hold(
                u32::try_from(waiting) == Ok(event.waiting) && event.waiting > 0,
                "INV-COVER-5: covers that a loss waits for != those not asked",
            )?;
            hold(
                products.get(&id).is_some_and(|product| number < product.events),
                "INV-COVER-5: a loss to come",
            )?;
        }
        hold(books.events == left, "INV-COVER-5: events != what they have left")
    }

    /// INV-COVER-6.
    fn inv_6_claims(books: &Books, covers: &CoversRead<T>, claims: &ClaimsRead<T>) -> Result<(), DispatchError> {
        let (mut reserved, mut rewards) = (0u128, 0u128);
        let mut open = BTreeMap::new();
        for (id, claim) in claims {
            match claim.stage {
                Stage::Voting | Stage::Escalated => {
                    reserved = sum([reserved, claim.payout, claim.reward])?;
                    open.insert(claim.cover, *id);
                }
                Stage::Decided { reward, left, .. } => {
                    rewards = sum([rewards, left])?;
                    hold(left <= reward, "INV-COVER-6: more is left of a reward than it was")?;
                    hold(
                        claim.votes > 0,
                        "INV-COVER-6: a decided claim that nobody collects from",
                    )?;
                }
            }
            let votes: Vec<Vote> = Votes::<T>::iter_prefix_values(id).collect();
            hold(
                u32::try_from(votes.len()) == Ok(claim.votes),
                "INV-COVER-6: the count of votes != the votes",
            )?;
            for verdict in [Verdict::Accept, Verdict::Reject] {
                let weight = sum(votes
                    .iter()
                    .filter(|vote| vote.verdict == verdict)
                    .map(|vote| vote.weight))?;
                let tally = claim.weight_of(verdict);
                // Votes go as they are collected.
                let agrees = match claim.stage {
                    Stage::Voting | Stage::Escalated => weight == tally,
                    Stage::Decided { .. } => weight <= tally,
                };
                hold(agrees, "INV-COVER-6: the tally of a claim != its votes")?;
            }
            hold(
                sum([claim.accept, claim.reject])? <= claim.electorate,
                "INV-COVER-6: more stake has voted than there was",
            )?;
        }
        let named: BTreeMap<CoverId, ClaimId> = covers
            .iter()
            .filter_map(|(id, cover)| cover.claim.map(|claim| (*id, claim)))
            .collect();
        hold(named == open, "INV-COVER-6: covers and claims do not name each other")?;
        hold(
            books.claims == reserved,
            "INV-COVER-6: claims != what they have reserved",
        )?;
        hold(books.rewards == rewards, "INV-COVER-6: rewards != what is left of them")
    }

    /// INV-COVER-7.
    fn inv_7_holds(books: &Books, claims: &ClaimsRead<T>) -> Result<(), DispatchError> {
        let mut stake = 0u128;
        for (who, assessor) in Assessors::<T>::iter() {
            stake = sum([stake, assessor.stake])?;
            let held = sum([assessor.stake, assessor.leaving])?;
            hold(
                held > 0 && T::Currency::balance_on_hold(&HoldReason::Stake.into(), &who) == held,
                "INV-COVER-7: the stake of an assessor is not on hold",
            )?;
        }
        hold(books.stake == stake, "INV-COVER-7: stake != the sum of the assessors'")?;
        let undecided = |claim: &&Claim<T::AccountId>| !matches!(claim.stage, Stage::Decided { .. });
        for claim in claims.values().filter(undecided) {
            let deposits = sum(claims
                .values()
                .filter(undecided)
                .filter(|other| other.owner == claim.owner)
                .map(|other| other.deposit))?;
            hold(
                T::Currency::balance_on_hold(&HoldReason::ClaimDeposit.into(), &claim.owner) == deposits,
                "INV-COVER-7: the deposits of a claimant are not on hold",
            )?;
        }
        Ok(())
    }

    /// INV-COVER-8.
    fn inv_8_account(books: &Books) -> Result<(), DispatchError> {
        let owed = sum([
            books.capital,
            books.events,
            books.claims,
            books.rewards,
            books.unearned().unwrap_or_default(),
            T::Currency::minimum_balance(),
        ])?;
        hold(
            T::Currency::balance(&Self::account_id()) >= owed,
            "INV-COVER-8: the account holds less than the books say",
        )
    }

    /// INV-COVER-9.
    fn inv_9_products(products: &ProductsRead) -> Result<(), DispatchError> {
        hold(
            u32::try_from(products.len()) == Ok(Products::<T>::count()),
            "INV-COVER-9: the count of the products != the products",
        )?;
        let mut insured: BTreeMap<Risk, ProductId> = BTreeMap::new();
        for (id, product) in products {
            hold(
                *id < NextProduct::<T>::get() && product.pays > sp_arithmetic::Permill::zero(),
                "INV-COVER-9: a product to come, or one that pays nothing",
            )?;
            hold(
                product.target >= MIN_RATE && product.target <= MAX_RATE && product.rate >= MIN_RATE,
                "INV-COVER-9: a rate out of range",
            )?;
            if let Kind::Parametric(risk) = product.kind {
                hold(
                    insured.insert(risk, *id).is_none(),
                    "INV-COVER-9: two products of a risk",
                )?;
            }
        }
        let listed = Risks::<T>::get();
        hold(
            listed.len() == insured.len() && listed.into_iter().collect::<BTreeMap<_, _>>() == insured,
            "INV-COVER-9: the risks != those of the products",
        )
    }

    /// INV-COVER-10.
    fn inv_10_time(books: &Books, endings: &EndingsRead) -> Result<(), DispatchError> {
        hold(books.day <= Self::today(), "INV-COVER-10: a day has ended too early")?;
        hold(
            endings.keys().all(|day| *day > books.day),
            "INV-COVER-10: a day to come is past",
        )?;
        let plan = Schedule::<T>::get();
        hold(
            books.next_day() == Some(plan.day),
            "INV-COVER-10: the day that ends next is not scheduled, or another is",
        )?;
        let in_time = |next| T::Alarm::at().is_some_and(|at| at <= next);
        hold(
            plan.next_look().is_none_or(in_time),
            "INV-COVER-10: the alarm rings too late",
        )?;
        hold(
            plan != Plan::default() || !Schedule::<T>::exists(),
            "INV-COVER-10: a schedule without anything to do",
        )?;
        hold(
            plan.sweep != Sweep::Idle || Events::<T>::iter().next().is_none(),
            "INV-COVER-10: a loss waits and nobody sweeps",
        )
    }
}
