// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// finch-keeper against a network: 200 vaults go under at once, and all are called within three blocks, each once. Twice more
// 60 of them do: once the node that the keeper uses is ended while transactions are out, once the keeper itself. At last it
// liquidates one, is paid for it, and its log is compared with the chain. A quarter of an hour: the feeds have to be silent
// once.
//
// The story is the feeder, and wants a network without another one: `FEEDER=0 make devnet DETACH=1`.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, finalisedHeight, rpc, single, until } from './lib/chain.mjs';
import { Committee } from './lib/committee.mjs';
import { Crowd } from './lib/crowd.mjs';
import { devnet } from './lib/devnet.mjs';
import { Journal } from './lib/events.mjs';
import { Keeper, sums } from './lib/keeper.mjs';
import { giveUpAfter, steps } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;
const DOT = 10n ** 10n;
const MINUTE = 60_000;
const NATIVE = 'Native';
const SAMPLE_DOT = { Asset: 600_001 };
const SAMPLE_DOLLAR = { Asset: 600_006 };
const hundredths = (parts) => BigInt(parts) * 10n ** 16n;

/** To sell a DOT for 4 dollars; the writers lock FINCH. Long enough that the expiry is not a part of the story. */
const STRIKE = 400n;
const LIFE = 60 * MINUTE;
const VAULTS = 200;
/** Those that go under again, and that one of them that is liquidated. */
const AGAIN = 60;
const SOLD = 0;
const PUTS = 10n * DOT;
const FUNDS = 40n * FINCH;
const KEEPER_FUNDS = 200n * FINCH;
/** In thousandths of what is owed. At FINCH 5.00 a vault is just above what minting needs, at 4.00 it is at 122 %. */
const AT_FIRST = 1_525n;
const JUST_CURED = 1_256n;
const WELL_CURED = 1_600n;
/** Cents for a FINCH: a fall after a silence, and then falls of a hundredth, which feeds make in a minute. */
const PRICES = [500, 400, 396, 392];
const DOT_PRICE = 350;
const STEP_MILLIS = 70_000;
/** Blocks from the one in which the prices fall to the last call. */
const WITHIN = 3;
const ANY_PRICE = 2n ** 127n;
/** Seconds after which a feed is stale on a development network, and a margin. */
const SILENCE = 300 + 60;
const METRICS_PORT = 9618;

/** As by default, except that nothing is liquidated: the vaults that were called wait for the story. */
const CALLS = '[margin]\nliquidate = false\n';
/** So little goes out at a block that the wave takes several. */
const SLOWLY = `${CALLS}[send]\nbatch = 5\nactions_per_block = 20\n`;

giveUpAfter(60);
const step = steps();
let api, journal, operators, owners, keeper;
/** What earlier steps found out. */
const story = {};

const everybody = Array.from({ length: VAULTS }, (_, at) => at);
const few = everybody.slice(0, AGAIN);
const ours = (name) => (event) => event.name === `options.${name}` && event.series.toNumber() === story.series;
/** The events of a kind of this series from a block on, each with the number of its block. */
const all = (name, from) =>
  journal.blocks
    .filter(({ number }) => number >= from)
    .flatMap(({ number, events }) => events.filter(ours(name)).map((event) => ({ ...event, number })));
const clock = async (hash) => (await (hash ? await api.at(hash) : api).query.timestamp.now()).toNumber();
const account = async (address, hash) => {
  const { nonce, data } = await (await api.at(hash)).query.system.account(address);
  return { nonce: nonce.toNumber(), free: data.free.toBigInt() };
};
const ok = (receipt) => {
  assert.equal(receipt.error, undefined, `${receipt.what}: ${receipt.error}`);
  return receipt;
};
const up = (a, b, c) => (a * b + c - 1n) / c;
/** What the puts of a vault can be asked for, in planck: whole puts, cents and cents. */
const obligation = (finch) => up((PUTS / DOT) * STRIKE, FINCH, BigInt(finch));
const health = async (at, hash) => {
  const { optionsApi } = (hash ? await api.at(hash) : api).call;
  return (await optionsApi.vaultHealth(owners.addresses[at], story.series)).unwrap();
};

const priceKey = (of) => ({ coin: of, metric: 'Price' });
const feed = async (of, hash) => (hash ? await api.at(hash) : api).call.feedsApi.feed(priceKey(of));
/** Three operators say what a FINCH costs, in cents. Returns the block in which the feed says so. */
async function report(finch) {
  const values = [
    [NATIVE, finch],
    [SAMPLE_DOT, DOT_PRICE],
    [SAMPLE_DOLLAR, 100],
  ].map(([of, cents]) => [priceKey(of), hundredths(cents)]);
  const receipts = await Promise.all(operators.map((operator) => operator.send(api.tx.oracle.feedValues(values))));
  const last = receipts.map(ok).reduce((a, b) => (a.number > b.number ? a : b));
  assert.equal((await feed(NATIVE, last.hash)).asFresh.toBigInt(), hundredths(finch));
  story.finch = finch;
  return last;
}

/** Sends something for many owners, and waits for as many events of a kind, each of another owner. Returns them. */
async function together(places, make, name) {
  const from = journal.last.number + 1;
  await owners.send(places, make);
  return waitFor(places, name, from, 240);
}
/** Waits until there is an event of a kind for each of some owners; one that comes twice is a failure. */
async function waitFor(places, name, from, seconds) {
  const wanted = new Set(places.map((at) => owners.addresses[at]));
  const events = await journal.until(`${places.length} events ${name}`, seconds, () => {
    const found = all(name, from);
    const failed = journal.find((event) => ['system.ExtrinsicFailed', 'utility.ItemFailed'].includes(event.name), from);
    assert.ok(!failed, `${failed?.name} in block ${failed?.block.number}: ${failed?.dispatchError ?? failed?.error}`);
    return found.length >= places.length && found;
  });
  const who = events.map(({ owner }) => owner.toString());
  assert.equal(new Set(who).size, who.length, 'each once');
  assert.deepEqual(new Set(who), wanted);
  return events;
}

/** When the feed of FINCH has its value from, in milliseconds of the chain's clock. */
const saidAt = async () => (await api.query.oracle.values(priceKey(NATIVE))).unwrap().timestamp.toNumber();

/** Owners add collateral until their vaults have so many thousandths of what is owed: their calls are dropped. */
async function cure(places, thousandths) {
  // Without a fresh price no call is dropped.
  if ((await clock()) - (await saidAt()) > 2 * MINUTE) await report(story.finch);
  const goal = up(obligation(story.finch), thousandths, 1_000n);
  const amounts = new Map(places.map((at) => [at, goal - story.collateral[at]]));
  await together(places, (at) => api.tx.options.deposit(story.series, amounts.get(at)), 'CallDropped');
  for (const at of places) story.collateral[at] = goal;
}

/** What is said of a wave: in which blocks how many were called. */
const spread = (calls) => {
  const counts = new Map();
  for (const { number } of calls) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].map(([number, count]) => `${count} in ${number}`).join(', ');
};

/** 60 vaults are just secured, FINCH falls by a hundredth, and something happens while the calls are out. */
async function wave(name, finch, disturb) {
  await cure(few, JUST_CURED);
  const said = await saidAt();
  await until('the feeds to be able to move by a hundredth', 180, async () => (await clock()) >= said + STEP_MILLIS);
  const known = new Set(keeper.records().map(({ seq }) => seq));
  const from = journal.last.number + 1;
  const reporting = report(finch);
  const news = ({ type, seq, actions }) =>
    type === 'intent' && !known.has(seq) && actions.some(({ call }) => call === 'Options.call_margin');
  // Whether it goes wrong is seen below; until then nobody waits for it.
  reporting.catch(() => undefined);
  const first = await until('the keeper to send calls', 120, async () => keeper.records().find(news), 20);
  const disturbed = disturb();
  const out = keeper.out();
  const undo = await disturbed;
  let calls, fallen;
  try {
    fallen = await reporting;
    calls = await waitFor(few, 'MarginCalled', from, 300);
    const last = Math.max(...calls.map(({ number }) => number));
    await keeper.settled(last + 1);
  } finally {
    await undo?.();
  }
  assert.ok(out.length > 0, 'nothing was out: it did not happen in the middle of anything');
  assert.ok(out.some(({ hash }) => hash === first.hash));
  assert.ok(calls.every(({ caller }) => caller.toString() === keeper.address));
  const again = all('MarginCalled', from);
  assert.equal(again.length, AGAIN, 'none is called again later');
  const actions = out.reduce((sum, { actions: list }) => sum + list.length, 0);
  note(`${name}: out at that time`, `${out.length} transactions, ${actions} calls`, first.block);
  note(`${name}: called`, spread(calls), fallen.number);
}

after(async () => {
  printSummary();
  if (keeper?.runs) await keeper.crash();
  await journal?.stop();
  await api?.disconnect();
});

step('a network of two collators, and nobody else reports', async () => {
  assert.ok(!single, 'this story ends a node and goes on with the other one: it wants a network');
  api = await connect(endpoints.finch);
  await finalisedHeight(endpoints.second);
  journal = await Journal.open(api);
  operators = ['Alice', 'Bob', 'Charlie'].map((name) => new Wallet(api, `//${name}//stash`));
  const silent = 'the feeds to be silent (a feeder runs? FEEDER=0 leaves it out)';
  await until(silent, SILENCE, async () => !(await feed(NATIVE)).isFresh);
});

step(`${VAULTS} writers of margined puts lock just above 150 %`, async () => {
  const { utility, balances, options } = api.tx;
  const ferdie = new Wallet(api, '//Ferdie');
  keeper = new Keeper('//Ferdie//keeper', [endpoints.second, endpoints.finch], METRICS_PORT);
  owners = await Crowd.open(api, '//Ferdie//vault', VAULTS);
  const pay = (address, amount) => balances.transferKeepAlive(address, amount);
  const [paid] = await Promise.all([
    ferdie.send(
      utility.batchAll([pay(keeper.address, KEEPER_FUNDS), ...owners.addresses.map((address) => pay(address, FUNDS))]),
    ),
    report(PRICES[0]),
  ]);
  ok(paid);
  const created = await new Committee(api).decide(
    options.create(SAMPLE_DOT, SAMPLE_DOLLAR, NATIVE, 'Put', hundredths(STRIKE), (await clock()) + LIFE),
  );
  story.series = created.event('options.SeriesCreated').series.toNumber();

  const collateral = up(obligation(story.finch), AT_FIRST, 1_000n);
  const { deposit, mint } = options;
  const write = () => utility.batchAll([deposit(story.series, collateral), mint(story.series, PUTS)]);
  const minted = await together(everybody, write, 'Minted');
  story.collateral = everybody.map(() => collateral);
  const { ratio, needed } = await health(0);
  assert.ok(needed.unwrap().toBigInt() <= collateral);
  note(`${VAULTS} vaults of 10 puts`, `${coins(collateral)} each, ${decimal(ratio.unwrap().toBigInt())}`, minted.at(-1).number);
});

step(`FINCH falls to 4.00 dollars: all ${VAULTS} are called within ${WITHIN} blocks, each once`, async () => {
  story.start = journal.last;
  story.before = await account(keeper.address, story.start.hash);
  await keeper.start(CALLS);
  const stale = async () => (await feed(NATIVE)).isStale && (await feed(SAMPLE_DOT)).isStale;
  await until('the feeds to be stale', SILENCE, stale);
  const from = journal.last.number + 1;
  const fallen = await report(PRICES[1]);
  const { ratio, liquidatable } = await health(0, fallen.hash);
  const calls = await waitFor(everybody, 'MarginCalled', from, 240);
  assert.ok((await feed(NATIVE, fallen.parent)).isStale, 'nothing could be called in the block before');
  assert.ok(calls.every(({ caller }) => caller.toString() === keeper.address));
  const last = Math.max(...calls.map(({ number }) => number));
  const hash = journal.blocks.find(({ number }) => number === last).hash;
  note(`FINCH at 4.00: ${VAULTS} vaults at`, decimal(ratio.unwrap().toBigInt()), fallen.number);
  note('called', spread(calls), last);
  const seconds = ((await clock(hash)) - (await clock(fallen.hash))) / 1000;
  note('blocks and seconds from the fall', `${last - fallen.number}, ${seconds}`);
  assert.ok(liquidatable.isFalse);
  assert.ok(last <= fallen.number + WITHIN, `the last one is called in block ${last}, the feed fell in ${fallen.number}`);
  const used = (await (await api.at(hash)).query.system.blockWeight()).normal;
  const room = api.consts.system.blockWeights.perClass.normal.maxTotal.unwrap();
  const share = (part, whole) => `${(Number((part.toBigInt() * 1000n) / whole.toBigInt()) / 10).toFixed(1)} %`;
  note(
    'the last block is filled',
    ['refTime', 'proofSize'].map((what) => `${what} ${share(used[what].unwrap(), room[what].unwrap())}`).join(', '),
    last,
  );

  await keeper.settled(last + 1);
  assert.equal(all('MarginCalled', from).length, VAULTS, 'none is called again later');
  const replayed = await keeper.stop();
  assert.deepEqual(replayed.outcomes['Options.call_margin'], { done: VAULTS });
  note('transactions of the keeper', replayed.transactions);
  note('fees', coins(replayed.fees));
});

step('the node that the keeper uses is ended while calls are out: the other one has them all, each once', async () => {
  await cure(everybody.slice(AGAIN), WELL_CURED);
  await keeper.start(SLOWLY);
  assert.equal(await keeper.metric('failovers_total'), 0);
  await wave('a node ends', PRICES[2], async () => {
    await devnet('stop-node', 'dave');
    return () => devnet('start-node', 'dave');
  });
  const failovers = await keeper.metric('failovers_total');
  assert.ok(failovers >= 1, 'it went to the other node');
  note('times another node was taken', failovers);
  const goal = journal.last;
  const height = () => finalisedHeight(endpoints.second);
  await until(`dave to finalise block ${goal.number}`, 240, async () => (await height()) >= goal.number);
  assert.equal(await rpc(endpoints.second, 'chain_getBlockHash', goal.number), goal.hash);
});

step('the keeper is killed while calls are out: started again, it loses none and repeats none', async () => {
  await wave('the keeper ends', PRICES[3], async () => {
    await keeper.crash();
    await keeper.start(SLOWLY);
  });
  await keeper.stop();
});

step('a vault whose call is over is liquidated, and the keeper is paid for it', async () => {
  const callPeriod = api.consts.options.callPeriod.toNumber();
  assert.ok(callPeriod <= 10 * MINUTE, `a call stands for ${callPeriod} ms: this chain is not a fast one`);
  await cure(few.filter((at) => at !== SOLD), WELL_CURED);
  const called = all('MarginCalled', 0).findLast(({ owner }) => owner.toString() === owners.addresses[SOLD]);
  await until('the call to be over', callPeriod / 1000 + 60, async () => (await clock()) >= called.until.toNumber());
  const from = journal.last.number + 1;
  await report(story.finch);
  await keeper.start('');
  // On a development network the sale lasts a minute: nobody waits until its beginning is final.
  const sale = await until('the sale to be open', 60, async () => (await health(SOLD)).sale.unwrap(), 300);
  const auction = (await api.query.options.sales(sale)).unwrap().auction;
  await owners.send([1], () => api.tx.auctions.buy(auction, PUTS, ANY_PRICE));
  const sold = await journal.event('the sale', 120, ours('Liquidated'), from);
  const opened = journal.find(ours('LiquidationOpened'), from);
  assert.equal(opened.caller.toString(), keeper.address);
  assert.equal(sold.reward.toBigInt(), sold.paid.toBigInt() / 100n, 'a hundredth');
  assert.ok(sold.reward.toBigInt() > 0n);
  await keeper.settled(sold.block.number + 1);
  assert.equal(all('LiquidationOpened', from).length, 1, 'once');
  note('reward of a liquidation', coins(sold.reward.toBigInt()), sold.block.number);
});

step('its log, its nonce and its money are what the chain says, to the planck', async () => {
  const replayed = await keeper.stop();
  const seen = keeper.records().findLast(({ type }) => type === 'seen').block;
  await journal.until(`block ${seen}, the last one of the log`, 120, () => journal.last.number >= seen);
  const blocks = journal.blocks.filter(({ number }) => number > story.start.number);
  const end = blocks.at(-1);
  const deeds = await keeper.deeds(api, blocks);
  const paid = all('Liquidated', 0).reduce((sum, { reward }) => sum + reward.toBigInt(), 0n);
  assert.deepEqual(replayed, sums(deeds, paid));

  const own = await account(keeper.address, end.hash);
  assert.equal(own.nonce - story.before.nonce, deeds.length, 'its nonce rose by what is in blocks');
  assert.equal(new Set(deeds.map(({ nonce }) => nonce)).size, deeds.length);
  const intents = keeper.records().filter(({ type }) => type === 'intent');
  const hashes = (list) => list.map(({ hash }) => hash).sort();
  assert.deepEqual(hashes(intents), hashes(deeds), 'all that it sent is in a block, once');
  assert.equal(own.free - story.before.free, replayed.rewards - replayed.fees, 'its money');
  const calls = all('MarginCalled', 0).length;
  assert.deepEqual(replayed.outcomes['Options.call_margin'], { done: calls });
  assert.equal(calls, VAULTS + 2 * AGAIN);
  assert.deepEqual(replayed.outcomes['Options.liquidate'], { done: 1 });
  note('calls in the log and on the chain', calls);
  note('transactions in the log and on the chain', `${deeds.length}, its nonce rose by as many`);
  note('fees, rewards', `${coins(replayed.fees)}, ${coins(replayed.rewards)}`, end.number);
});
