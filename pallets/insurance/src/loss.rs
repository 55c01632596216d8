// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A measured loss: booked with its reserve in the block in which its product books it, paid cover by cover.

use crate::{
    books::{add, begin, count, sub},
    types::*,
    *,
};
use finch_math::{
    cover::{part_of, ratio_down},
    Round,
};
use finch_ports::{Loss, LossObserver};
use finch_types::{CoverId, FixedU128};
use frame_support::{pallet_prelude::DispatchResult, storage::with_storage_layer, traits::Time, weights::Weight};
use sp_runtime::DispatchError;

impl<T: Config> LossObserver for Pallet<T> {
    fn on_loss(loss: Loss) {
        if let Err(error) = with_storage_layer(|| Self::book_loss(loss)) {
            frame_support::defensive!("a loss can be booked", error);
        }
    }

    fn weight_loss() -> Weight {
        T::WeightInfo::on_loss().saturating_add(Self::weight_today())
    }
}

impl<T: Config> Pallet<T> {
    /// Reserves what the covers of the risk are owed, or all there is.
    pub(crate) fn book_loss(loss: Loss) -> Result<(), DispatchError> {
        let Some((_, id)) = Risks::<T>::get().into_iter().find(|(risk, _)| *risk == loss.risk) else {
            return Ok(());
        };
        let mut books = Pool::<T>::get();
        // If that is not all of them, covers that have ended are still active: more is reserved than they are paid.
        Self::end_days(&mut books, CATCH_UP)?;
        let mut product = Products::<T>::get(id).ok_or(Error::<T>::Corrupted)?;
        let lost = match loss.lost {
            0 => FixedU128::from_inner(0),
            lost => ratio_down(lost, loss.of),
        };
        let ratio = FixedU128::from_inner(product.pays.mul_floor(lost.into_inner()));
        let owed = part_of(product.active, ratio, Round::Up).map_err(Error::<T>::from)?;
        let (ratio, reserved) = if owed <= books.capital {
            (ratio, owed)
        } else {
            (ratio_down(books.capital, product.active), books.capital)
        };
        if owed > 0 {
            let event = product.events;
            if reserved > 0 && ratio > FixedU128::from_inner(0) {
                sub::<T>(&mut books.capital, reserved)?;
                add::<T>(&mut books.events, reserved)?;
                product.events = count::<T>(event)?;
                let booked = LossEvent {
                    at: T::Time::now(),
                    ratio,
                    left: reserved,
                    waiting: product.covers,
                };
                Events::<T>::insert(id, event, booked);
                Products::<T>::insert(id, product);
                Self::reschedule(|plan| plan.sweep = plan.sweep.due());
            }
            Self::deposit_event(Event::LossBooked {
                product: id,
                event,
                ratio,
                owed,
                reserved,
            });
        }
        Pool::<T>::put(books);
        Ok(())
    }

    pub(crate) fn do_claim(id: CoverId) -> DispatchResult {
        let cover = Covers::<T>::get(id).ok_or(Error::<T>::NoCover)?;
        Self::settle(id, cover).map(|_| ())
    }

    /// Pays a cover for the oldest loss that it has not been asked for; without one, removes it if it has ended. Whether it
    /// is done with.
    pub(crate) fn settle(id: CoverId, mut cover: Cover<T::AccountId>) -> Result<Settled, DispatchError> {
        let mut product = Products::<T>::get(cover.product).ok_or(Error::<T>::Corrupted)?;
        if cover.seen == product.events {
            return Self::remove_cover(id, cover, product);
        }
        let mut books = Pool::<T>::get();
        let number = cover.seen;
        let mut event = Events::<T>::get(cover.product, number).ok_or(Error::<T>::Corrupted)?;
        let owed = Self::owed(&cover, &event)?;
        let paid = Self::payable(&cover.owner, owed);

        cover.seen = count::<T>(number)?;
        Self::lower_cover(&mut books, &mut product, &mut cover, paid)?;
        sub::<T>(&mut event.left, paid)?;
        sub::<T>(&mut books.events, paid)?;
        add::<T>(&mut books.paid, paid)?;
        event.waiting = event.waiting.checked_sub(1).ok_or(Error::<T>::Corrupted)?;
        if event.waiting > 0 {
            Events::<T>::insert(cover.product, number, event);
        } else {
            sub::<T>(&mut books.events, event.left)?;
            add::<T>(&mut books.capital, event.left)?;
            Events::<T>::remove(cover.product, number);
            Self::deposit_event(Event::LossPaid {
                product: cover.product,
                event: number,
                returned: event.left,
            });
        }
        Products::<T>::insert(cover.product, product);
        Covers::<T>::insert(id, &cover);
        Pool::<T>::put(books);
        if owed > 0 {
            Self::deposit_event(Event::CoverPaid {
                cover: id,
                event: number,
                owed,
                paid,
            });
        }
        Self::pay(&cover.owner, paid)?;
        Ok(Settled::More)
    }

    /// What a loss owes a cover: nothing if it had ended.
    pub(crate) fn owed(cover: &Cover<T::AccountId>, event: &LossEvent) -> Result<Balance, Error<T>> {
        if event.at >= begin(cover.end) {
            return Ok(0);
        }
        Ok(part_of(cover.amount, event.ratio, Round::Down)?)
    }

    /// Forgets a cover that has ended, in the books too, and is not claimed.
    fn remove_cover(id: CoverId, cover: Cover<T::AccountId>, mut product: Product) -> Result<Settled, DispatchError> {
        if cover.end > Pool::<T>::get().day || cover.claim.is_some() {
            return Err(Error::<T>::NothingDue.into());
        }
        product.covers = product.covers.checked_sub(1).ok_or(Error::<T>::Corrupted)?;
        Products::<T>::insert(cover.product, product);
        Covers::<T>::remove(id);
        Self::deposit_event(Event::CoverRemoved { cover: id });
        Ok(Settled::Done)
    }
}

/// What became of a cover.
pub(crate) enum Settled {
    /// There may be more to pay.
    More,
    /// It is removed.
    Done,
}
