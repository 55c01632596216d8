// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The chain must show what the model says.

use super::*;

impl Model {
    #[track_caller]
    pub fn check(&self) {
        let books = books();
        let owed = self.owed();
        let settled: u128 = self
            .batches
            .values()
            .filter(|b| b.stage == Stage::Settled)
            .map(|b| b.left)
            .sum();
        assert_eq!(
            (books.backing, books.issuance),
            (self.backing, self.issuance),
            "backing, issuance"
        );
        assert_eq!((books.owed, books.settled), (owed, settled), "owed, settled");
        assert_eq!(
            (books.unreleased, books.fees_due),
            (self.unreleased, self.fees_due),
            "unreleased, fees due"
        );
        assert_eq!(
            (books.staked, books.reward_per_era),
            (self.staked, self.reward_per_era),
            "staked, reward per era"
        );
        assert_eq!((books.accounted_era, books.entry), (self.accounted, self.entry));
        assert_eq!(Synth::rate().unwrap(), rate(self.backing, self.issuance));
        self.check_queue();
        self.check_money(&books);
        self.check_gains();
    }

    fn check_queue(&self) {
        let queue = RedeemQueue::<Test>::get();
        assert_eq!((queue.open.id, queue.next_ticket), (self.open, self.next_ticket));
        assert_eq!(Tickets::<Test>::iter_keys().count(), self.tickets.len());
        for (id, ticket) in &self.tickets {
            let stored = Tickets::<Test>::get(id).unwrap();
            assert_eq!((stored.owner, stored.batch), (ticket.owner, ticket.batch));
            assert_eq!((stored.synth, stored.value), (ticket.synth, ticket.value));
        }
        let waiting = self
            .batches
            .iter()
            .filter(|(_, b)| b.stage == Stage::Waiting)
            .map(|(id, b)| (*id, b.pays));
        assert!(
            Unsettled::<Test>::get().iter().map(|b| (b.id, b.owed)).eq(waiting),
            "batches"
        );
        // One of the tickets, another one each time.
        let at = (self.operations % self.tickets.len().max(1) as u128) as usize;
        if let Some((id, ticket)) = self.tickets.iter().nth(at) {
            let status = Synth::redeem_status(*id).unwrap();
            assert_eq!(status.payout, self.payout(ticket));
            assert!(status.worst_case <= status.payout);
        }
    }

    /// Every planck is where it should be, and there is no other.
    fn check_money(&self, books: &Books) {
        for (who, amount) in &self.native {
            assert_eq!(native(*who), *amount, "native of {who}");
        }
        for (who, amount) in &self.synth {
            assert_eq!(synth(*who), *amount, "synth of {who}");
        }
        let stake = Staking::stake(&Synth::stash()).total;
        let pot = ED + self.donated_to_pot + books.idle + books.buffer + books.settled;
        let stash = ED + self.donated_to_stash + stake;
        assert_eq!(
            (native(Synth::pot()), native(Synth::stash())),
            (pot, stash),
            "pot, stash"
        );
        let unbooked = stake - self.staked;
        assert!(unbooked <= self.earned.values().sum::<u128>() - self.lost);
        assert_eq!(
            Balances::total_issuance(),
            self.issued + self.rewarded + unbooked - self.slashed
        );
        assert_eq!(
            Balances::total_issuance(),
            self.native.values().sum::<u128>() + pot + stash
        );
        assert_eq!(Assets::total_supply(SYNTH), self.issuance);
    }

    /// Nobody has got or could get more than it gave, all rewards, what others paid for rewards to come, and the dust
    /// of roundings. For whole sequences without rewards that is: no attack pays.
    fn check_gains(&self) {
        let dust = self.operations * (2 + self.backing / self.issuance);
        for who in PEOPLE {
            let tickets: u128 = self
                .tickets
                .values()
                .filter(|t| t.owner == who)
                .map(|t| self.payout(t))
                .sum();
            let has = self.got[&who] + tickets + self.value_of(self.synth[&who]).unwrap();
            let gain = has.saturating_sub(self.gave[&who]);
            assert!(
                gain <= self.rewarded + self.bought + dust,
                "{who} gave {} and has {has}",
                self.gave[&who]
            );
        }
    }

    /// Tickets that are settled now pay their share, to the planck.
    pub(super) fn check_shares(&self, tickets: &[Claim]) {
        for ticket in tickets {
            let pays = self.payout(ticket);
            let exact = (ticket.exact >> 32).as_u128();
            assert!(
                pays <= exact + ticket.roundings,
                "{pays} is more than the share: {ticket:?}"
            );
            assert!(
                pays + 1 + ticket.roundings >= exact,
                "{pays} is less than the share: {ticket:?}"
            );
            // The smaller of the values at request and at settlement.
            assert!(pays <= ticket.value);
            let settlement = self.value_of(ticket.synth).unwrap();
            assert!(
                pays <= settlement + ticket.leverage,
                "{pays} is more than {settlement}: {ticket:?}"
            );
            if ticket.roundings == 0 {
                assert_eq!(pays, ticket.value);
            }
        }
    }
}
