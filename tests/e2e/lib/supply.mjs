// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Does the money add up? Once from the chain's own totals, once by adding up accounts, once from the events.

/** What every event of the balances pallet does to the issuance of FINCH. All others only move FINCH. */
const FINCH_EVENTS = {
  'balances.Issued': 1n,
  'balances.Minted': 1n,
  'balances.MintedCredit': 1n,
  'balances.Restored': 1n,
  'balances.Rescinded': -1n,
  'balances.Burned': -1n,
  'balances.BurnedDebt': -1n,
  'balances.BurnedHeld': -1n,
  'balances.Suspended': -1n,
};

/** What every event of the synth pallet does to the supply of sFINCH. */
const SYNTH_EVENTS = {
  'stakingSynth.Minted': 1n,
  'stakingSynth.Rebonded': 1n,
  'stakingSynth.BatchClosed': -1n,
  'stakingSynth.InstantRedeemed': -1n,
};

const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);

/** Adds up `amount` over all events of the blocks, or over those of one name. */
function total(blocks, amount) {
  return sum(blocks.flatMap(({ events }) => events.map((event) => amount(event) ?? 0n)));
}

/** The change of the issuance of FINCH over some blocks: as the balances pallet reports it, and why. */
export function finchChange(blocks) {
  const of = (name, field) => total(blocks, (event) => (event.name === name ? event[field].toBigInt() : 0n));
  return {
    reported: total(blocks, (event) => {
      if (event.name === 'balances.TotalIssuanceForced') return event.new.toBigInt() - event.old.toBigInt();
      return FINCH_EVENTS[event.name] && FINCH_EVENTS[event.name] * event.amount.toBigInt();
    }),
    /** Paid to stakers: new FINCH. */
    rewards: of('staking.Rewarded', 'amount'),
    /** Paid to the treasury at the end of each era: new FINCH. */
    treasury: of('staking.EraPaid', 'remainder'),
    /** Paid for extrinsics and burned; a tip would go to the collator. */
    fees: of('transactionPayment.TransactionFeePaid', 'actualFee') - of('transactionPayment.TransactionFeePaid', 'tip'),
    /** Fees of the products: they only move. */
    productFees:
      of('stakingSynth.FeesPaid', 'amount') +
      of('stakingSynth.InstantRedeemed', 'fee') +
      of('stakingDerivatives.Collected', 'fee'),
  };
}

/** The change of the supply of sFINCH over some blocks. */
export function synthChange(blocks) {
  return total(blocks, (event) => SYNTH_EVENTS[event.name] && SYNTH_EVENTS[event.name] * event.synth.toBigInt());
}

/** The totals at a block, and the sums over all accounts that they must equal. */
export async function supply(api, asset, hash) {
  const { query } = await api.at(hash);
  const [finch, accounts, details, holdings] = await Promise.all([
    query.balances.totalIssuance(),
    query.system.account.entries(),
    query.assets.asset(asset),
    query.assets.account.entries(asset),
  ]);
  return {
    finch: finch.toBigInt(),
    finchHeld: sum(accounts.map(([, { data }]) => data.free.toBigInt() + data.reserved.toBigInt())),
    synth: details.unwrap().supply.toBigInt(),
    synthHeld: sum(holdings.map(([, holding]) => holding.unwrap().balance.toBigInt())),
  };
}

/** What an account can see of its own at a block. */
export async function balances(api, asset, { address }, hash) {
  const { query } = await api.at(hash);
  const [account, holding] = await Promise.all([query.system.account(address), query.assets.account(asset, address)]);
  return { finch: account.data.free.toBigInt(), synth: holding.isSome ? holding.unwrap().balance.toBigInt() : 0n };
}
