// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// The staking ETF and the buyback, from outside: a feeder reports, a month ends, three assets get seats, the treasury
// launches the basket, it is bought in the pools, shares come and go, the fees become burned FINCH, the next month ends.
// About a quarter of an hour. It needs the feeder, which `make devnet` starts, and a network on which it has not run yet: a
// basket is launched once.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, until } from './lib/chain.mjs';
import { Committee } from './lib/committee.mjs';
import { Journal } from './lib/events.mjs';
import { argumentsOf, giveUpAfter, steps, unexplained } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';
import { finchChange } from './lib/supply.mjs';

const FINCH = 10n ** 12n;
const SYNTH = 1;
const SHARE = 2;
const WHOLE = 1_000_000_000;
const LAUNCH = 3_000n * FINCH;
/** What a month of the development network takes on the chain's clock, in milliseconds. */
const MONTH = 300_000;
/** The same in seconds, and a margin. */
const MONTH_SECONDS = 300 + 90;
const NATIVE = 'Native';

giveUpAfter(40);
const step = steps();
let api, journal, committee, maker, holder;
/** What earlier steps found out. */
const story = {};

const reads = async (hash) => (await api.at(hash)).call.etfApi;
const units = async (asset, { address }, hash) => {
  const holding = await (await api.at(hash)).query.assets.account(asset, address);
  return holding.isSome ? holding.unwrap().balance.toBigInt() : 0n;
};
const event = (section) => (name) => (event) => event.name === `${section}.${name}`;
const etf = event('stakingEtf');
const buyback = event('buyback');
const plain = (members) => members.map(({ asset, weight }) => [asset.toNumber(), weight.toNumber()]);
const exact = ({ planck, atto }) => planck.toBigInt() * 10n ** 18n + atto.toBigInt();
const symbol = async (asset) => (await api.query.assets.metadata(asset)).symbol.toUtf8();
const ok = (receipt) => {
  assert.equal(receipt.error, undefined, `${receipt.what}: ${receipt.error}`);
  return receipt;
};
/** Paths by value are closed while the basket changes: waits until it does not, and will not for some blocks. */
const calm = () =>
  until('a time without a rebalance', 2 * MONTH_SECONDS, async () => {
    const [composition, now] = await Promise.all([api.call.etfApi.etfComposition(), api.query.timestamp.now()]);
    return composition.rebalance.isNone && MONTH - (now.toNumber() % MONTH) > 60_000;
  });
/** The events of a name in a receipt that are the only ones. */
const named = (receipt, section, name) => receipt.event(`${section}.${name}`);

after(async () => {
  printSummary();
  await journal?.stop();
  await api?.disconnect();
});

step('the chain has the pallets, and every part of them is explained', async () => {
  api = await connect(endpoints.finch);
  journal = await Journal.open(api);
  committee = new Committee(api);
  maker = new Wallet(api, '//Ferdie//stash');
  holder = new Wallet(api, '//Charlie');
  assert.deepEqual(unexplained(api, 'buyback', 'buybackApi'), []);
  assert.deepEqual(unexplained(api, 'stakingEtf', 'etfApi'), []);
  const { buyback, stakingEtf } = api.tx;
  assert.deepEqual(argumentsOf(buyback.poke), ['asset']);
  assert.deepEqual(argumentsOf(stakingEtf.issue), ['shares']);
  assert.deepEqual(argumentsOf(stakingEtf.redeem), ['shares']);
  assert.deepEqual(argumentsOf(stakingEtf.issueWith), ['coin', 'shares', 'max_amount']);
  assert.deepEqual(argumentsOf(stakingEtf.redeemTo), ['coin', 'shares', 'min_amount']);
});

step('the feeder reports for five operators', async () => {
  const listed = (await api.query.stakingEtf.listings.keys()).map(({ args: [asset] }) => asset.toNumber());
  assert.ok(listed.includes(SYNTH) && listed.length === 6, `${listed}`);
  story.listed = listed;
  const keys = [NATIVE, ...listed.map((Asset) => ({ Asset }))].map((coin) => ({ coin, metric: 'Price' }));
  await until("fresh prices of all coins from all operators; `make devnet` starts the feeder, see .devnet/network/feeder.log", 240, async () => {
    const feeds = await Promise.all(keys.map((key) => api.call.feedsApi.feed(key)));
    const reports = await Promise.all(keys.map((key) => api.call.feedsApi.reports(key)));
    return feeds.every((feed) => feed.isFresh) && reports.every(({ length }) => length === 5);
  });
  note('fresh feeds', `${(await api.call.feedsApi.feeds()).filter(({ feed }) => feed.isFresh).length}`);
});

step('the market maker opens a pool for sFINCH', async () => {
  const { assetConversion, stakingSynth } = api.tx;
  const amount = 100_000n * FINCH;
  const minted = ok(await maker.send(stakingSynth.mint(amount, 0)));
  const synth = named(minted, 'stakingSynth', 'Minted').synth.toBigInt();
  const pair = [NATIVE, { WithId: SYNTH }];
  // The account of sFINCH has to stay.
  const given = synth - FINCH;
  ok(await maker.send(assetConversion.addLiquidity(...pair, given, given, 1, 1, maker.address)));
});

step('a month ends: the members are those that everybody could compute before', async () => {
  const decided = await journal.event('the end of a month with enough samples', 3 * MONTH_SECONDS, etf('MonthDecided'));
  const members = plain(decided.members);
  assert.equal(members.length, 3);
  assert.equal(members.reduce((sum, [, weight]) => sum + weight, 0), WHOLE, 'the weights are a whole');
  const parent = journal.blocks.find(({ number }) => number === decided.block.number - 1);
  const preview = await (await reads(parent.hash)).etfPreview();
  assert.deepEqual(plain(preview.members.unwrap()), members);
  const { members: seated } = await (await reads(decided.block.hash)).etfComposition();
  assert.deepEqual(plain(seated), members);
  story.members = members;
  story.month = decided.month.toNumber();
  for (const [asset, weight] of members) {
    note(`weight of ${await symbol(asset)}`, `${(weight / 1e7).toFixed(7)} %`, decided.block.number);
  }
});

step('the treasury launches the basket, and it is bought in slices', async () => {
  const launched = await committee.decide(api.tx.stakingEtf.allocate(LAUNCH));
  assert.equal(named(launched, 'stakingEtf', 'Launched').shares.toBigInt(), LAUNCH);
  const started = launched.number;
  // The end of a month may come in between: then it goes on in the next rebalance.
  const done = (found) => etf('RebalanceEnded')(found) && found.cash.toBigInt() < FINCH;
  const ended = await journal.event('the cash to be spent', 480, done, started);
  const bought = journal.blocks
    .filter(({ number }) => number >= started && number <= ended.block.number)
    .flatMap(({ events }) => events.filter(etf('Bought')));
  assert.ok(bought.length >= 3, `${bought.length} purchases`);
  const paid = bought.reduce((sum, { native }) => sum + native.toBigInt(), 0n);
  const lost = bought.reduce((sum, trade) => sum + exact(trade.lost) - exact(trade.gained), 0n);
  const { cash, holdings } = await (await reads(ended.block.hash)).etfComposition();
  assert.equal(paid + cash.toBigInt(), LAUNCH, 'every planck was spent, or is there');
  assert.deepEqual(
    holdings.map(({ asset }) => asset.toNumber()).sort(),
    story.members.map(([asset]) => asset).sort(),
  );
  // What was paid is what was bought, at the oracle's prices, and what the trades cost.
  const loss = Number(lost / 10n ** 18n) / Number(LAUNCH);
  assert.ok(loss > 0 && loss < 0.01, `${loss}`);
  note('bought for', `${coins(paid)} in ${bought.length} slices`, ended.block.number);
  note('slippage and pool fees', `${(loss * 100).toFixed(4)} %`, ended.block.number);
  const nav = (await (await reads(ended.block.hash)).etfNav()).asOk;
  note('a share is worth', `${decimal(nav.perShare.toBigInt())} FINCH`, ended.block.number);
});

step('shares for FINCH, and shares in kind', async () => {
  const { stakingEtf, stakingSynth } = api.tx;
  const shares = 100n * FINCH;
  await calm();
  const cost = (await api.call.etfApi.quoteIssueWith(shares)).asOk.toBigInt();
  const [issued, tooMany] = await Promise.all([
    holder.send(stakingEtf.issueWith(NATIVE, shares, (cost * 101n) / 100n)),
    maker.send(stakingEtf.issueWith(NATIVE, LAUNCH, LAUNCH * 2n)),
  ]);
  ok(issued);
  const paid = named(issued, 'stakingEtf', 'IssuedWith').native.toBigInt();
  assert.equal(await units(SHARE, holder, issued.hash), shares);
  assert.equal(tooMany.error, 'stakingEtf.ThrottleExceeded');
  note('100 shares cost', coins(paid), issued.number);

  if (story.members.some(([asset]) => asset === SYNTH)) ok(await holder.send(stakingSynth.mint(200n * FINCH, 0)));
  const inKind = ok(await holder.send(stakingEtf.issue(shares)));
  const taken = named(inKind, 'stakingEtf', 'Issued').items;
  assert.equal(taken.length, 3);
  assert.equal(await units(SHARE, holder, inKind.hash), 2n * shares);
});

step('shares go back, in kind and for FINCH', async () => {
  const { stakingEtf } = api.tx;
  const half = 50n * FINCH;
  const redeemed = ok(await holder.send(stakingEtf.redeem(half)));
  const given = named(redeemed, 'stakingEtf', 'Redeemed');
  assert.equal(given.items.length, 3);
  assert.equal(given.left.length, 0);
  for (const { asset, units: amount } of given.items) {
    const before = await units(asset.toNumber(), holder, redeemed.parent);
    assert.equal((await units(asset.toNumber(), holder, redeemed.hash)) - before, amount.toBigInt());
  }
  await calm();
  const quote = (await api.call.etfApi.quoteRedeemTo(half)).asOk.toBigInt();
  const sold = ok(await holder.send(stakingEtf.redeemTo(NATIVE, half, (quote * 99n) / 100n)));
  const received = named(sold, 'stakingEtf', 'RedeemedTo').received.toBigInt();
  assert.ok(received >= (quote * 99n) / 100n);
  const again = await holder.send(stakingEtf.redeem(LAUNCH));
  assert.equal(again.error, 'stakingEtf.InsufficientShares');
  note('50 shares brought', coins(received), sold.number);
});

step('fees of the basket become burned FINCH', async () => {
  const from = journal.last.number;
  const accrued = await journal.event('an accrual', 240, etf('Accrued'), from);
  assert.ok(accrued.fees.length > 0, 'a streaming fee');
  note('streaming fee', `${accrued.fees.length} assets`, accrued.block.number);
  const bought = await journal.event('a purchase of the buyback', 120, buyback('BoughtBack'), accrued.block.number);
  assert.equal(bought.native.toBigInt(), bought.burned.toBigInt(), 'all of it is burned');
  note('bought back and burned', `${coins(bought.burned.toBigInt())} of ${bought.source.type}`, bought.block.number);
});

step('a second month ends, and the basket is brought to its weights', async () => {
  const decided = await journal.event('the end of the next month', 3 * MONTH_SECONDS, (found) =>
    ['stakingEtf.MonthDecided', 'stakingEtf.MonthKept'].includes(found.name) && found.month.toNumber() > story.month);
  assert.equal(decided.name, 'stakingEtf.MonthDecided');
  // The decision itself ends a rebalance that still ran; the one that it begins ends later.
  const ended = await journal.event('the end of its rebalance', 240, etf('RebalanceEnded'), decided.block.number + 1);
  const read = await reads(ended.block.hash);
  const nav = (await read.etfNav()).asOk;
  const { members } = await read.etfComposition();
  for (const { asset, weight } of members) {
    const value = nav.items.find((item) => item.asset.eq(asset))?.value.toBigInt() ?? 0n;
    const target = (nav.total.toBigInt() * weight.toBigInt()) / BigInt(WHOLE);
    const off = value > target ? value - target : target - value;
    assert.ok(off * 50n <= nav.total.toBigInt(), `${await symbol(asset)}: ${value} of ${target}`);
    note(`${await symbol(asset)} in the basket`, coins(value), ended.block.number);
  }
});

step('every FINCH that was burned is missing from the issuance', async () => {
  const blocks = [...journal.blocks];
  const { hash, number } = blocks.at(-1);
  const at = async (block) => {
    const point = await api.at(block);
    const { totals } = await point.call.buybackApi.buybackStatus();
    return { issuance: (await point.query.balances.totalIssuance()).toBigInt(), totals };
  };
  const [before, now] = [await at(journal.start.hash), await at(hash)];
  const moved = finchChange(blocks);
  const burned = now.totals.burned.toBigInt() - before.totals.burned.toBigInt();
  assert.equal(now.issuance - before.issuance, moved.rewards + moved.treasury - burned);
  const { taken, bought, distributed } = now.totals;
  assert.equal(
    taken.toBigInt() + bought.toBigInt(),
    now.totals.burned.toBigInt() + distributed.toBigInt(),
    'what came in is burned or distributed',
  );
  const flows = await (await api.at(hash)).call.buybackApi.flows();
  for (const { coin, source, flow, pending } of flows) {
    if (coin.isNative) continue;
    assert.equal(flow.taken.toBigInt(), flow.spent.toBigInt() + pending.toBigInt(), `${source}`);
  }
  const sources = [...new Set(flows.map(({ source }) => source.type))].sort();
  note('sources of fees', sources.join(', '), number);
  note('burned since the start of the story', coins(burned), number);
});
