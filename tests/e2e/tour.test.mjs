// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// The tour of Finch, from outside: what a person does in polkadot-js apps, with the library underneath it. A story in
// order: deposit, be refused, leave at once for a fee, queue, restart a collator, earn, be paid. About ten minutes,
// because rewards and unbonding take eras (of two minutes on a development network).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Wallet, connect, endpoints, finalisedHeight, rpc, single, until } from './lib/chain.mjs';
import { Journal } from './lib/events.mjs';
import { argumentsOf, giveUpAfter, keyless, steps, unexplained } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';
import { balances, finchChange, supply, synthChange } from './lib/supply.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;

/** What the tour does, in planck. */
const DEPOSIT = { alice: 50_000n * FINCH, bob: 20_000n * FINCH };
const AT_ONCE = 500n * FINCH;
const QUEUED = { handedOn: 5_000n * FINCH, cancelled: 1_000n * FINCH, rebonded: 2_000n * FINCH };

/** Seconds that so many eras take at most, with a collator down for a while. */
const eras = (count) => count * 240 + 120;

giveUpAfter(40);
const step = steps();

let api, asset, alice, bob, journal, supplyBefore;
/** What earlier steps found out. */
const story = {};

const read = async (hash) => {
  const { call } = await api.at(hash);
  return call.stakingSynthApi;
};

/** The books at a block, all amounts as integers. */
async function books(hash) {
  const all = await (await read(hash)).books();
  const names = ['backing', 'owed', 'unreleased', 'feesDue', 'staked', 'idle', 'buffer', 'issuance', 'rewardPerEra'];
  return Object.fromEntries(names.map((name) => [name, all[name].toBigInt()]));
}

/** How an account's money changed in the block of an extrinsic, or from the first to the last of several. */
async function change(wallet, ...receipts) {
  const ordered = [...receipts].sort((a, b) => a.number - b.number);
  const start = await balances(api, asset, wallet, ordered[0].parent);
  const end = await balances(api, asset, wallet, ordered.at(-1).hash);
  return { finch: end.finch - start.finch, synth: end.synth - start.synth };
}

const fees = (receipts) => receipts.reduce((sum, { fee }) => sum + fee, 0n);

after(async () => {
  printSummary();
  await journal?.stop();
  await api?.disconnect();
});

step('the chain answers and has the pallet StakingSynth', async () => {
  api = await connect(endpoints.finch);
  assert.ok(api.tx.stakingSynth, 'StakingSynth is in the runtime');
  asset = api.consts.stakingSynth.synthAssetId;
  alice = new Wallet(api, '//Alice');
  bob = new Wallet(api, '//Bob');
  journal = await Journal.open(api);
  supplyBefore = await supply(api, asset, journal.start.hash);
});

step('the relay chain and the parachain finalise blocks', async () => {
  const nodes = single ? [endpoints.finch] : [endpoints.relay, endpoints.finch, endpoints.second];
  for (const node of nodes) {
    const height = await finalisedHeight(node);
    const next = await until(`a block after ${height} to be final at ${node}`, 120, async () => {
      const now = await finalisedHeight(node);
      return now > height && now;
    });
    note(`finalised at ${node}`, `block ${next}`);
  }
  if (single) return;
  const height = Math.min(...(await Promise.all([endpoints.finch, endpoints.second].map(finalisedHeight))));
  const [first, second] = await Promise.all(
    [endpoints.finch, endpoints.second].map((node) => rpc(node, 'chain_getBlockHash', height)),
  );
  assert.equal(first, second, `the collators agree on block ${height}`);
});

step('the chain calls its coin FINCH, with 12 decimals and the address prefix 42', async () => {
  const properties = await api.rpc.system.properties();
  assert.deepEqual(properties.tokenSymbol.unwrap().map(String), ['FINCH']);
  assert.deepEqual(properties.tokenDecimals.unwrap().map(Number), [12]);
  assert.equal(properties.ss58Format.unwrap().toNumber(), 42);
  assert.equal(api.registry.chainSS58, 42);
  const metadata = await api.query.assets.metadata(asset);
  assert.equal(metadata.symbol.toUtf8(), 'sFINCH');
  assert.equal(metadata.decimals.toNumber(), 12);
});

step('every call, argument, event, error, constant and read of StakingSynth is there and explained', async () => {
  const calls = {
    mint: ['amount', 'min_synth_out'],
    redeem: ['synth', 'min_native_out'],
    cancel: ['ticket'],
    rebond: ['ticket'],
    transferTicket: ['ticket', 'to'],
    claim: ['ticket'],
    redeemInstant: ['synth', 'min_native_out'],
    poke: [],
  };
  for (const [name, expected] of Object.entries(calls)) {
    assert.deepEqual(argumentsOf(api.tx.stakingSynth[name]), expected, `arguments of ${name}`);
  }
  assert.deepEqual(unexplained(api, 'stakingSynth', 'stakingSynthApi'), []);

  const reads = ['synthAssetId', 'rate', 'rateAtEra', 'quoteMint', 'quoteRedeem', 'redeemStatus', 'tickets', 'books'];
  for (const name of reads) assert.ok(api.call.stakingSynthApi[name], `there is no read ${name}`);
  assert.equal((await api.call.stakingSynthApi.synthAssetId()).toNumber(), asset.toNumber());
});

step('Alice and Bob deposit FINCH and receive sFINCH at the price of the moment', async () => {
  story.rateBefore = (await (await read(journal.start.hash)).rate()).toBigInt();
  const mint = async (wallet, amount) => {
    const quote = (await api.call.stakingSynthApi.quoteMint(amount)).unwrap();
    // A block of accrued reward may pass: a thousandth is far more.
    const tx = api.tx.stakingSynth.mint(amount, (quote.synth.toBigInt() * 999n) / 1000n);
    const estimate = await wallet.estimate(tx);
    const receipt = await wallet.send(tx);
    const event = receipt.event('stakingSynth.Minted');
    const synth = event.synth.toBigInt();

    assert.equal(event.who.toString(), wallet.address);
    assert.equal(event.amount.toBigInt(), amount);
    assert.ok(receipt.fee > 0n && receipt.fee <= estimate + estimate / 100n, `fee ${receipt.fee}, estimate ${estimate}`);
    assert.deepEqual(await change(wallet, receipt), { finch: -amount - receipt.fee, synth });

    note(`${wallet.name} deposited`, `${coins(amount)} for ${coins(synth, 'sFINCH')}`, receipt.number);
    note(`${wallet.name}'s fee`, coins(receipt.fee), receipt.number);
    return { ...receipt, synth, amount };
  };
  story.mints = await Promise.all([mint(alice, DEPOSIT.alice), mint(bob, DEPOSIT.bob)]);

  // Whoever comes pays at least the backing per synth, at most that and the reward of the eras not accounted for.
  for (const { parent, synth, amount } of story.mints) {
    const { backing, issuance, rewardPerEra } = await books(parent);
    assert.ok(synth <= (amount * issuance) / backing, 'never more than the rate gives');
    const dearest = (amount * issuance) / (backing + 3n * rewardPerEra);
    // The other one may be earlier in the same block, and its rounding down makes a few planck of difference.
    assert.ok(synth + 10n >= dearest, 'the price holds no more than the accrued reward');
  }
});

step('each bad input is refused with its own error and costs only the fee', async () => {
  const tx = api.tx.stakingSynth;
  const { minDeposit } = api.consts.stakingSynth;
  const NOWHERE = 2n ** 60n;
  const rich = (await balances(api, asset, alice, journal.last.hash)).finch * 2n;
  const cases = [
    ['AmountZero', tx.mint(0, 0)],
    ['BelowMinDeposit', tx.mint(minDeposit.toBigInt() - 1n, 0)],
    ['InsufficientBalance', tx.mint(rich, 0)],
    ['BelowMinOut', tx.mint(minDeposit, minDeposit.toBigInt() * 10n)],
    ['AmountZero', tx.redeem(0, 0)],
    ['BelowMinRedeem', tx.redeem(1, 0)],
    ['InsufficientBalance', tx.redeem(rich, 0)],
    ['BelowMinOut', tx.redeem(QUEUED.cancelled, QUEUED.cancelled * 10n)],
    ['AmountZero', tx.redeemInstant(0, 0)],
    ['BufferTooLow', tx.redeemInstant(DEPOSIT.alice, 0)],
    ['TicketNotFound', tx.cancel(NOWHERE)],
    ['TicketNotFound', tx.rebond(NOWHERE)],
    ['TicketNotFound', tx.transferTicket(NOWHERE, bob.address)],
    ['TicketNotFound', tx.claim(NOWHERE)],
    ['BadOrigin', tx.pauseMints()],
  ];
  const receipts = await Promise.all(cases.map(([, tx]) => alice.send(tx)));
  cases.forEach(([expected], at) => {
    const name = expected === 'BadOrigin' ? expected : `stakingSynth.${expected}`;
    assert.equal(receipts[at].error, name, `${receipts[at].what}, case ${at}`);
    assert.ok(receipts[at].fee > 0n, 'a refused extrinsic pays its fee');
  });
  assert.deepEqual(await change(alice, ...receipts), { finch: -fees(receipts), synth: 0n });
  note('bad inputs refused', `${cases.length}, for ${coins(fees(receipts))} of fees`, receipts.at(-1).number);
});

step('poke does what is due for free, or says that nothing is', async () => {
  const receipt = await bob.send(api.tx.stakingSynth.poke());
  if (receipt.error) {
    assert.equal(receipt.error, 'stakingSynth.NothingToDo');
    assert.ok(receipt.fee > 0n);
  } else {
    assert.equal(receipt.fee, 0n);
  }
  assert.deepEqual(await change(bob, receipt), { finch: -receipt.fee, synth: 0n });
  note('poke', receipt.error ? `${receipt.error}, for ${coins(receipt.fee)}` : 'done, free of charge', receipt.number);
});

step('when the era ends, upkeep bonds the deposits, fills the buffer and nominates', async () => {
  // Upkeep comes after the extrinsics of a block: that of the last deposit counts.
  const from = Math.max(...story.mints.map(({ number }) => number));
  const bonded = await journal.event(
    'upkeep to bond the deposits when the era ends',
    eras(1),
    ({ name }) => name === 'stakingSynth.Bonded',
    from,
  );
  const finished = await journal.event(
    'upkeep to finish',
    120,
    ({ name }) => name === 'stakingSynth.UpkeepFinished',
    bonded.block.number,
  );
  assert.ok(journal.find(({ name }) => name === 'stakingSynth.Nominated', bonded.block.number), 'the stash nominates');
  assert.ok(!journal.find(({ name }) => name === 'stakingSynth.UpkeepFailed'), 'no step of upkeep failed');
  const now = await books(finished.block.hash);
  assert.ok(now.staked > 0n && now.buffer > 0n);
  assert.equal(now.staked + now.idle + now.buffer, now.backing + now.owed + now.unreleased + now.feesDue);
  note('bonded', coins(bonded.amount.toBigInt()), bonded.block.number);
  note('buffer', coins(now.buffer), finished.block.number);
});

step('leaving at once pays less by the stated fee, leaving through the queue gives tickets', async () => {
  const tx = api.tx.stakingSynth;
  const quote = (await api.call.stakingSynthApi.quoteRedeem(AT_ONCE)).unwrap();
  const next = (await api.query.stakingSynth.redeemQueue()).nextTicket.toBigInt();
  // All in one go, so that the era does not end in between; extrinsics of one account run in this order.
  const [instant, handedOn, cancelled, rebonded, handing, cancelling, rebonding] = await Promise.all(
    [
      tx.redeemInstant(AT_ONCE, (quote.instant.unwrap().toBigInt() * 99n) / 100n),
      tx.redeem(QUEUED.handedOn, 0),
      tx.redeem(QUEUED.cancelled, 0),
      tx.redeem(QUEUED.rebonded, 0),
      tx.transferTicket(next, bob.address),
      tx.cancel(next + 1n),
      tx.rebond(next + 2n),
    ].map((call) => alice.send(call)),
  );

  // At once: what the runtime quotes in the state before the block is what is paid, to the planck.
  const pool = await books(instant.parent);
  const value = (synth) => (synth * pool.backing) / pool.issuance;
  const gross = value(AT_ONCE);
  const before = (await (await read(instant.parent)).quoteRedeem(AT_ONCE)).unwrap();
  const left = instant.event('stakingSynth.InstantRedeemed');
  const [paid, fee] = [left.amount.toBigInt(), left.fee.toBigInt()];
  assert.equal(paid, before.instant.unwrap().toBigInt());
  assert.equal(fee, before.instantFee.toBigInt());
  assert.equal(paid + fee, gross);
  assert.ok(paid < before.queued.toBigInt(), 'the queue pays more');
  assert.ok(fee * 2000n >= gross && fee * 50n <= gross, 'the fee is between 0.05 % and 2 %');
  note('at once, for 500 sFINCH', coins(paid), instant.number);
  note('its fee', `${coins(fee)} (${decimal((fee * 100n * ONE) / gross).slice(0, 6)} %)`, instant.number);

  // Queued: the value at the request, of the pool after the one that left at once.
  pool.backing -= gross;
  pool.issuance -= AT_ONCE;
  const tickets = [handedOn, cancelled, rebonded].map((receipt) => receipt.event('stakingSynth.RedeemRequested'));
  const amounts = [QUEUED.handedOn, QUEUED.cancelled, QUEUED.rebonded];
  tickets.forEach((event, at) => {
    assert.equal(event.ticket.toBigInt(), next + BigInt(at));
    assert.equal(event.synth.toBigInt(), amounts[at]);
    assert.equal(event.value.toBigInt(), value(amounts[at]));
  });
  const handed = handing.event('stakingSynth.TicketTransferred');
  assert.deepEqual([handed.from.toString(), handed.to.toString()], [alice.address, bob.address]);
  assert.equal(cancelling.event('stakingSynth.Cancelled').synth.toBigInt(), QUEUED.cancelled);
  assert.equal(rebonding.error, 'stakingSynth.BatchOpen');

  const all = [instant, handedOn, cancelled, rebonded, handing, cancelling, rebonding];
  assert.deepEqual(await change(alice, ...all), {
    finch: paid - fees(all),
    synth: -AT_ONCE - QUEUED.handedOn - QUEUED.rebonded,
  });
  story.batch = tickets[0].batch.toNumber();
  story.handedOn = { ticket: next, value: tickets[0].value.toBigInt(), number: handedOn.number };
  story.rebonded = { ticket: next + 2n, value: tickets[2].value.toBigInt() };
  note('ticket of Alice, given to Bob', `#${next}, worth ${coins(story.handedOn.value)}`, handing.number);
});

step('a ticket belongs to its owner and is not paid before it is settled', async () => {
  const tx = api.tx.stakingSynth;
  const { ticket, value } = story.handedOn;
  const [stolen, early] = await Promise.all([bob.send(tx.cancel(story.rebonded.ticket)), alice.send(tx.claim(ticket))]);
  assert.equal(stolen.error, 'stakingSynth.NotTicketOwner');
  assert.equal(early.error, 'stakingSynth.NotSettled');
  assert.deepEqual(await change(bob, stolen), { finch: -stolen.fee, synth: 0n });
  assert.deepEqual(await change(alice, early), { finch: -early.fee, synth: 0n });

  const reads = await read(early.hash);
  const owned = async ({ address }) => (await reads.tickets(address)).map(([id]) => id.toBigInt());
  assert.ok((await owned(bob)).includes(ticket));
  assert.ok((await owned(alice)).includes(story.rebonded.ticket));
  assert.ok(!(await owned(alice)).includes(ticket));
  const status = (await reads.redeemStatus(ticket)).unwrap();
  assert.equal(status.payout.toBigInt(), value);
  assert.ok(status.worstCase.toBigInt() <= value);
  assert.ok(status.eta.toBigInt() > 0n);
  note('paid at the latest in', `era ${status.dueEra}, ${status.eta.toBigInt() / 1000n} s from then on`, early.number);
  assert.ok((await reads.redeemStatus(2n ** 60n)).isNone);
});

step('the batch closes with the era: its sFINCH is burned, its FINCH unbonds, a ticket can be turned back', async () => {
  const closed = await journal.event(
    `batch ${story.batch} to close with the era`,
    eras(1),
    (event) => event.name === 'stakingSynth.BatchClosed' && event.batch.toNumber() === story.batch,
    story.handedOn.number,
  );
  // Somebody else may play on the network; the tour's own tickets are the least.
  assert.ok(closed.tickets.toNumber() >= 2);
  if (closed.tickets.toNumber() === 2) {
    assert.equal(closed.synth.toBigInt(), QUEUED.handedOn + QUEUED.rebonded);
    assert.equal(closed.owed.toBigInt(), story.handedOn.value + story.rebonded.value);
  }
  const unbonded = await journal.event(
    'stake to unbond for the queue',
    120,
    ({ name }) => name === 'stakingSynth.Unbonded',
    closed.block.number,
  );
  note('unbonding for the queue', coins(unbonded.amount.toBigInt()), unbonded.block.number);

  const tx = api.tx.stakingSynth;
  const { ticket, value } = story.rebonded;
  const [late, back] = await Promise.all([tx.cancel(ticket), tx.rebond(ticket)].map((call) => alice.send(call)));
  assert.equal(late.error, 'stakingSynth.BatchClosed');
  const event = back.event('stakingSynth.Rebonded');
  const synth = event.synth.toBigInt();
  assert.equal(event.amount.toBigInt(), value);
  const pool = await books(back.parent);
  assert.ok(synth <= (value * pool.issuance) / pool.backing, 'the price of a mint');
  assert.deepEqual(await change(alice, late, back), { finch: -late.fee - back.fee, synth });
  note('turned back into sFINCH', `${coins(value)} for ${coins(synth, 'sFINCH')}`, back.number);

  const status = (await (await read(back.hash)).redeemStatus(story.handedOn.ticket)).unwrap();
  assert.equal(status.stage.type, 'Unbonding');
  assert.equal(status.payout.toBigInt(), story.handedOn.value);
});

step(
  'the chain goes on while a collator is down, and the collator catches up',
  async () => {
    const devnet = (...args) => {
      const script = fileURLToPath(new URL('../../scripts/devnet.sh', import.meta.url));
      execFileSync(script, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    };
    devnet('stop-node', 'dave');
    let start;
    try {
      await assert.rejects(rpc(endpoints.second, 'system_health'), 'dave does not answer');
      start = journal.last.number;
      await journal.until('three more finalised blocks without dave', 180, () => journal.last.number >= start + 3);
    } finally {
      devnet('start-node', 'dave');
    }
    const goal = journal.last;
    const height = () => finalisedHeight(endpoints.second);
    await until(`dave to finalise block ${goal.number}`, 180, async () => (await height()) >= goal.number);
    assert.equal(await rpc(endpoints.second, 'chain_getBlockHash', goal.number), goal.hash);
    note('finalised while dave was down', `blocks ${start} to ${goal.number}`, goal.number);
  },
  { skip: single && 'one node only' },
);

step('after one era a paid staking reward has lifted the rate, which is backing / issuance to the last planck', async () => {
  const from = Math.max(...story.mints.map(({ number }) => number));
  const rewarded = await journal.event(
    'a reward of the stake',
    eras(1),
    (event) => event.name === 'stakingSynth.Rewarded' && event.reward.toBigInt() > 0n,
    from,
  );
  const { hash, number } = rewarded.block;
  const reads = await read(hash);
  const rate = (await reads.rate()).toBigInt();
  const { backing, issuance } = await books(hash);
  const { synth, synthHeld } = await supply(api, asset, hash);
  assert.equal(issuance, synth, 'the books know all sFINCH that the assets pallet knows');
  assert.equal(synth, synthHeld);
  assert.equal(rate, (backing * ONE) / issuance);
  assert.ok(rate > ONE, `the rate is ${decimal(rate)}`);
  assert.ok(rate > story.rateBefore, 'the rate has risen');
  assert.equal((await reads.rateAtEra(rewarded.era)).unwrap().toBigInt(), rewarded.rate.toBigInt());

  // The reward is what staking paid to the stash since the last time, and nothing else.
  const stash = keyless(api.registry, api.consts.stakingSynth.palletId.toU8a(), 'stash');
  const earlier = journal.blocks.filter((block) => block.number < number);
  const last = earlier.findLast(({ events }) => events.some(({ name }) => name === 'stakingSynth.Rewarded'))?.number ?? 0;
  const paid = journal.blocks
    .filter((block) => block.number > last && block.number <= number)
    .flatMap(({ events }) => events)
    .filter((event) => event.name === 'staking.Rewarded' && event.stash.toString() === stash)
    .reduce((sum, { amount }) => sum + amount.toBigInt(), 0n);
  assert.equal(rewarded.reward.toBigInt(), paid);
  assert.equal(rewarded.fee.toBigInt(), rewarded.reward.toBigInt() / 10n, 'a tenth of it is the fee');
  story.firstReward = rewarded.reward.toBigInt();
  note('first reward', `${coins(rewarded.reward.toBigInt())}, of which ${coins(rewarded.fee.toBigInt())} fee`, number);
  note('rate', decimal(rate), number);
});

step('after unbonding, a claim pays the owner the value at the request or at settlement, the lower', async () => {
  const tx = api.tx.stakingSynth;
  const { ticket, value } = story.handedOn;
  const done = await journal.event(
    `batch ${story.batch} to be settled`,
    eras(3),
    (event) => event.name === 'stakingSynth.BatchSettled' && event.batch.toNumber() === story.batch,
    story.handedOn.number,
  );
  assert.ok(
    journal.find(({ name, block }) => name === 'stakingSynth.Withdrawn', story.handedOn.number),
    'unbonded stake was withdrawn',
  );
  const late = await bob.send(tx.rebond(ticket));
  assert.equal(late.error, 'stakingSynth.BatchSettled');

  // The deposits were bonded when their era ended, elected with for the one after, and have earned by now.
  const rewards = journal.blocks
    .flatMap(({ events }) => events)
    .filter(({ name }) => name === 'stakingSynth.Rewarded')
    .map(({ reward }) => reward.toBigInt());
  const most = rewards.reduce((most, reward) => (reward > most ? reward : most), 0n);
  assert.ok(most > 2n * story.firstReward, `the deposits earn too: ${rewards}`);
  note('reward with the deposits', coins(most), done.block.number);

  // Anybody may claim; the owner is paid.
  const claim = await alice.send(tx.claim(ticket));
  const { query } = await api.at(claim.parent);
  const settled = (await query.stakingSynth.settled(story.batch)).unwrap();
  const [paid, all] = [settled.paid.toBigInt(), settled.value.toBigInt()];
  const settlement = (value * paid) / all;
  const expected = settlement < value ? settlement : value;
  const status = (await (await read(claim.parent)).redeemStatus(ticket)).unwrap();
  assert.equal(status.stage.type, 'Settled');
  assert.equal(status.payout.toBigInt(), expected);

  const event = claim.event('stakingSynth.Claimed');
  assert.equal(event.who.toString(), bob.address);
  assert.equal(event.amount.toBigInt(), expected);
  assert.deepEqual(await change(bob, claim), { finch: expected, synth: 0n });
  assert.deepEqual(await change(alice, claim), { finch: -claim.fee, synth: 0n });
  note('settled', `${coins(paid)} for ${settled.tickets} ticket(s)`, done.block.number);
  note('paid to Bob', coins(expected), claim.number);

  const again = await bob.send(tx.claim(ticket));
  assert.equal(again.error, 'stakingSynth.TicketNotFound');
});

step('all FINCH and all sFINCH add up, before and after', async () => {
  const blocks = [...journal.blocks];
  const { hash, number } = blocks.at(-1);
  const supplyAfter = await supply(api, asset, hash);
  for (const [when, all] of Object.entries({ before: supplyBefore, after: supplyAfter })) {
    assert.equal(all.finchHeld, all.finch, `the accounts hold all FINCH ${when}`);
    assert.equal(all.synthHeld, all.synth, `the accounts hold all sFINCH ${when}`);
  }

  const finch = finchChange(blocks);
  assert.equal(supplyAfter.finch - supplyBefore.finch, finch.reported, 'every planck made or burned has an event');
  // All fees end at the buyback, which burns FINCH at once.
  const totals = async (block) => (await (await api.at(block)).call.buybackApi.buybackStatus()).totals;
  const [first, last] = [await totals(journal.start.hash), await totals(hash)];
  const burned = last.burned.toBigInt() - first.burned.toBigInt();
  const taken = last.taken.toBigInt() - first.taken.toBigInt();
  assert.ok(finch.productFees > 0n, 'the products have charged fees');
  assert.equal(taken, finch.fees + finch.productFees, 'every fee came to the buyback');
  assert.equal(finch.reported, finch.rewards + finch.treasury - burned, 'rewards make FINCH, fees burn it');
  const synth = synthChange(blocks);
  assert.equal(supplyAfter.synth - supplyBefore.synth, synth, 'every sFINCH made or burned has an event');

  const { flows, issuance } = await (await read(hash)).books();
  assert.equal(flows.minted.toBigInt() - flows.burned.toBigInt(), issuance.toBigInt());
  assert.equal(issuance.toBigInt(), supplyAfter.synth);

  note('blocks looked at', `${blocks.length}`, `${blocks[0].number}..${number}`);
  note('FINCH before', coins(supplyBefore.finch), journal.start.number);
  note('+ rewards to stakers', coins(finch.rewards));
  note('+ to the treasury', coins(finch.treasury));
  note('- burned', coins(burned));
  note('  of fees of extrinsics', coins(finch.fees));
  note('  of fees of the products', coins(finch.productFees));
  note('FINCH after', coins(supplyAfter.finch), number);
  note('sFINCH before', coins(supplyBefore.synth, 'sFINCH'), journal.start.number);
  note('change by events', coins(synth, 'sFINCH'));
  note('sFINCH after', coins(supplyAfter.synth, 'sFINCH'), number);
});
