// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// A margined put on a DOT, secured by FINCH, from outside: the feeds let FINCH fall, the vault is called, sold in part in an
// auction, cured, and at the expiry settled in cash. Four minutes on one node, half an hour on the network: feeds move by
// bounded steps, except after five minutes of silence, and the story is twice silent.
//
// The story is the feeder: it wants a chain without another one (`make dev`, or `FEEDER=0 make devnet DETACH=1`). It uses
// accounts of the other stories, one after the other.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, single, until } from './lib/chain.mjs';
import { Committee } from './lib/committee.mjs';
import { Journal } from './lib/events.mjs';
import { View, down, ok, ours, reclaimed, up } from './lib/options.mjs';
import { argumentsOf, giveUpAfter, keyless, steps, unexplained } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;
const DOT = 10n ** 10n;
const MINUTE = 60_000;
const NATIVE = 'Native';
/** The coins of the story: their ids and digits. */
const SAMPLE_DOT = { id: 600_001, digits: 10n };
const SAMPLE_DOLLAR = { id: 600_006, digits: 6n };
const coin = ({ id }) => ({ Asset: id });
const hundredths = (parts) => BigInt(parts) * 10n ** 16n;

/** To sell a DOT for 4 dollars; the writer locks FINCH. */
const MARGINED = { strike: hundredths(400), life: (single ? 16 : 32) * MINUTE };
const PUTS = 1_000n * DOT;
const HELD = 400n * DOT;
const TAKEN = 300n * DOT;
const SECURITY = 1_200n * FINCH;
const CURE = 200n * FINCH;
const ANY_PRICE = 2n ** 127n;
/** In which governance may replace the price of an expiry, on a development network. */
const LOCK_PERIOD = MINUTE;
/** What a call gives the owner of a vault, on a development network. */
const CALL_PERIOD = 2 * MINUTE;
/** Seconds after which a feed is stale on a development network, and a margin. */
const SILENCE = 300 + 60;

giveUpAfter(single ? 30 : 60);
const step = steps();
let api, journal, committee, view, operators, writer, second, holder, keeper;
/** What earlier steps found out. */
const story = {};

/** Planck for a smallest unit, from what a feed says of the coin and of FINCH: rounded down, as the chain does it. */
const unitPrice = (price, digits, finch) => (10n ** 12n * price * ONE) / (10n ** digits * finch);
/** What the margined puts can be asked for, in planck. */
const obligation = (amount, dollar) =>
  up(amount * MARGINED.strike * 10n ** SAMPLE_DOLLAR.digits, dollar, ONE * ONE * 10n ** SAMPLE_DOT.digits);
/** What they pay at the expiry, in planck, rounded up. */
const payoff = (amount, { underlying, strikeAsset }) => {
  const atStrike = MARGINED.strike * 10n ** SAMPLE_DOLLAR.digits * strikeAsset;
  const atMarket = ONE * 10n ** SAMPLE_DOT.digits * underlying;
  return atStrike > atMarket ? up(amount, atStrike - atMarket, ONE * ONE * 10n ** SAMPLE_DOT.digits) : 0n;
};

const priceKey = (of) => ({ coin: of, metric: 'Price' });
const feed = (of) => api.call.feedsApi.feed(priceKey(of));
/** Three operators say what FINCH and a DOT cost, in cents; a dollar is one. */
async function report(finch, dot) {
  const prices = [
    [NATIVE, finch],
    [coin(SAMPLE_DOT), dot],
    [coin(SAMPLE_DOLLAR), 100],
  ];
  const values = prices.map(([of, cents]) => [priceKey(of), hundredths(cents)]);
  await Promise.all(operators.map(async (operator) => ok(await operator.send(api.tx.oracle.feedValues(values)))));
  const said = await Promise.all(prices.map(([of]) => feed(of)));
  said.forEach((value, at) => assert.equal(value.asFresh.toBigInt(), hundredths(prices[at][1]), `feed ${at}`));
  story.dollar = unitPrice(hundredths(100), SAMPLE_DOLLAR.digits, hundredths(finch));
}
/** Nobody reports until the feeds are stale: then the next word counts, however far it is. */
const silence = () =>
  until('the feeds to be stale', SILENCE, async () => (await feed(NATIVE)).isStale && (await feed(coin(SAMPLE_DOT))).isStale);

after(async () => {
  printSummary();
  await journal?.stop();
  await api?.disconnect();
});

step('the chain has the pallet, every part of it is explained, and nobody else reports', async () => {
  api = await connect(endpoints.finch);
  journal = await Journal.open(api);
  view = new View(api, journal);
  committee = new Committee(api);
  operators = ['Alice', 'Bob', 'Charlie'].map((name) => new Wallet(api, `//${name}//stash`));
  // Whose figures are compared does not validate: a reward would come in between.
  [keeper, holder, writer, second] = ['Alice', 'Bob', 'Ferdie', 'Ferdie//second'].map((name) => new Wallet(api, `//${name}`));
  assert.deepEqual(unexplained(api, 'options', 'optionsApi'), []);
  const { callMargin, dispute, settle } = api.tx.options;
  assert.deepEqual(argumentsOf(callMargin), ['series', 'owner']);
  assert.deepEqual(argumentsOf(dispute), ['series', 'underlying', 'strike_asset', 'collateral']);
  assert.deepEqual(argumentsOf(settle), ['series', 'limit']);
  assert.ok(!(await feed(NATIVE)).isFresh, 'a feeder runs: this story is the feeder; FEEDER=0 leaves it out');
  const dollar = await api.query.assets.metadata(SAMPLE_DOLLAR.id);
  assert.equal(dollar.decimals.toNumber(), Number(SAMPLE_DOLLAR.digits));
  ok(await writer.send(api.tx.balances.transferKeepAlive(second.address, 100n * FINCH)));
});

step('governance makes a margined series; its puts need 150 % at the prices of the feeds', async () => {
  const { options, assets } = api.tx;
  await report(500, 420);
  const expiry = (await view.clock()) + MARGINED.life;
  const created = await committee.decide(
    options.create(coin(SAMPLE_DOT), coin(SAMPLE_DOLLAR), NATIVE, 'Put', MARGINED.strike, expiry),
  );
  const event = created.event('options.SeriesCreated');
  assert.equal(event.terms.style.type, 'European');
  assert.equal(event.creator.toString(), keyless(api.registry, api.consts.treasury.palletId.toU8a()));
  story.margined = event.series.toNumber();
  story.put = event.token.toNumber();
  story.settlesAt = expiry;
  const id = story.margined;

  assert.equal(up(obligation(PUTS, story.dollar), 150n, 100n), SECURITY, '1,000 puts need 1,200 FINCH');
  ok(await writer.send(options.deposit(id, SECURITY - 1n)));
  await view.refused([['TooLittleCollateral', writer, options.mint(id, PUTS)]]);
  const [, minted] = await Promise.all([
    writer.send(options.deposit(id, 1)),
    writer.send(options.mint(id, PUTS)),
    writer.send(assets.transfer(story.put, holder.address, HELD)),
  ]).then((receipts) => receipts.map(ok));
  const health = (await (await view.reads(minted.hash)).vaultHealth(writer.address, id)).unwrap();
  assert.equal(health.ratio.unwrap().toBigInt(), (3n * ONE) / 2n);
  assert.equal(health.needed.unwrap().toBigInt(), SECURITY);
  assert.ok(health.callable.isFalse && health.liquidatable.isFalse);
  await view.refused([
    ['NotCallable', keeper, options.callMargin(id, writer.address)],
    ['NotLiquidatable', keeper, options.liquidate(id, writer.address)],
    ['TooLittleCollateral', writer, options.withdraw(id, 1)],
    ['NotCovered', holder, options.exercise(id, DOT)],
    ['NotSettled', holder, options.redeem(id, DOT)],
    ['NotExpired', keeper, options.fixPrice(id)],
  ]);
  note('1,000 margined puts', `for ${coins(SECURITY)}, at FINCH 5.00`, minted.number);
});

step('FINCH falls to 4.15 dollars: without a price nothing is called, with it the vault is', async () => {
  const { options } = api.tx;
  const id = story.margined;
  await silence();
  await view.refused([
    ['PriceStale', keeper, options.callMargin(id, writer.address)],
    ['PriceStale', writer, options.mint(id, DOT)],
  ]);
  const blind = (await (await view.reads()).vaultHealth(writer.address, id)).unwrap();
  assert.ok(blind.ratio.isNone && blind.needed.isNone);
  await report(415, 350);
  const called = ok(await keeper.send(options.callMargin(id, writer.address)));
  const event = called.event('options.MarginCalled');
  const now = await view.clock(called.hash);
  assert.equal(event.until.toNumber(), now + CALL_PERIOD, 'the time that the owner has');
  const health = (await (await view.reads(called.parent)).vaultHealth(writer.address, id)).unwrap();
  const ratio = health.ratio.unwrap().toBigInt();
  assert.equal(ratio, down(SECURITY, ONE, obligation(PUTS, story.dollar)));
  assert.ok(ratio < (125n * ONE) / 100n && ratio > (110n * ONE) / 100n);
  assert.ok(health.callable.isTrue && health.liquidatable.isFalse);
  await view.refused([
    ['AlreadyCalled', second, options.callMargin(id, writer.address)],
    ['NotLiquidatable', keeper, options.liquidate(id, writer.address)],
    ['TooLittleCollateral', writer, options.withdraw(id, 1)],
  ]);
  note('ratio at FINCH 4.15', decimal(ratio), called.number);
});

step('FINCH falls to 3.60 dollars: the vault is sold in an auction, a holder gives options for its collateral', async () => {
  const { options, auctions } = api.tx;
  const id = story.margined;
  await silence();
  await report(360, 320);
  // On a development network the sale lasts a minute: nobody waits until its beginning is final.
  const opening = second.send(options.liquidate(id, writer.address));
  const sold = await until(
    'the auction to be open',
    60,
    async () => {
      const { sale } = (await (await view.reads()).vaultHealth(writer.address, id)).unwrap();
      return sale.isSome && (await api.query.options.sales(sale.unwrap())).unwrap();
    },
    300,
  );
  const auction = sold.auction.toNumber();
  const racing = [
    holder.send(auctions.buy(auction, TAKEN, ANY_PRICE)),
    keeper.send(auctions.buy(auction, TAKEN, ANY_PRICE)),
    writer.send(options.mint(id, DOT)),
    writer.send(options.withdraw(id, 1)),
    keeper.send(options.liquidate(id, writer.address)),
  ];
  const event = ok(await opening).event('options.LiquidationOpened');
  const due = obligation(PUTS, story.dollar);
  const most = down(due, 110n, 100n);
  const start = down(SECURITY, ONE, PUTS);
  const floor = SECURITY > most ? up(SECURITY - most, ONE, PUTS) : 1n;
  assert.equal(event.units.toBigInt(), PUTS);
  assert.equal(event.start.toBigInt(), start);
  assert.equal(event.floor.toBigInt(), floor);
  assert.equal(event.caller.toString(), keeper.address, 'whoever called has the reward');
  assert.equal(event.auction.toNumber(), auction);

  const [bought, nothing, minted, withdrawn, again] = await Promise.all(racing);
  assert.equal(nothing.error, 'options.InsufficientOptions');
  for (const { error, what } of [minted, withdrawn, again]) assert.equal(error, 'options.InLiquidation', what);
  const sale = ok(bought).event('auctions.Bought');
  const price = (await (await api.at(bought.hash)).call.auctionsApi.priceNow(auction)).unwrap().toBigInt();
  assert.equal(sale.price.toBigInt(), price);
  const paid = up(TAKEN, price, ONE);
  assert.equal(sale.paid.toBigInt(), paid);
  const delivered = bought.event('options.Liquidated');
  const [collateral, reward] = [down(SECURITY, TAKEN, PUTS), paid / 100n];
  assert.equal(delivered.units.toBigInt(), TAKEN);
  assert.equal(delivered.collateral.toBigInt(), collateral);
  assert.equal(delivered.reward.toBigInt(), reward);
  assert.equal(await view.change(holder, bought), collateral - paid - bought.fee);
  assert.equal(await view.units(story.put, holder, bought.hash), HELD - TAKEN);
  note('300 puts in the liquidation', `${coins(paid)} for ${coins(collateral)}`, bought.number);
  note('reward of the courtesy call', coins(reward), bought.number);

  const ended = await journal.event('the end of the sale', 240, ours('LiquidationEnded', id));
  assert.equal(ended.unsold.toBigInt(), PUTS - TAKEN);
  await report(360, 320);
  await view.refused([['Resting', keeper, options.liquidate(id, writer.address)]]);
  const cured = ok(await writer.send(options.deposit(id, CURE)));
  cured.event('options.CallDropped');
  story.collateral = SECURITY - collateral + CURE;
  const health = (await (await view.reads(cured.hash)).vaultHealth(writer.address, id)).unwrap();
  assert.equal(health.collateral.toBigInt(), story.collateral);
  assert.equal(health.ratio.unwrap().toBigInt(), down(story.collateral, ONE, obligation(PUTS - TAKEN, story.dollar)));
  assert.ok(health.calledUntil.isNone && health.callable.isFalse);
  note('ratio after a deposit', decimal(health.ratio.unwrap().toBigInt()), cured.number);
});

step('at the expiry the feeds give the price, and after the lock period every vault is settled', async () => {
  const { options } = api.tx;
  const id = story.margined;
  const ahead = (single ? 20 : 120) * 1000;
  await until('the time to report once more', MARGINED.life / 1000, async () => (await view.clock()) >= story.settlesAt - ahead);
  await report(360, 320);
  const fixed = await journal.event('the price of the expiry', 400, ours('PriceFixed', id));
  const at = await view.clock(fixed.block.hash);
  assert.ok(at >= story.settlesAt, 'not before the expiry');
  assert.equal(fixed.source.type, 'Feed');
  const prices = {
    underlying: fixed.prices.underlying.toBigInt(),
    strikeAsset: fixed.prices.strikeAsset.toBigInt(),
    collateral: fixed.prices.collateral.toBigInt(),
  };
  assert.deepEqual(prices, {
    underlying: unitPrice(hundredths(320), SAMPLE_DOT.digits, hundredths(360)),
    strikeAsset: story.dollar,
    collateral: ONE,
  });
  assert.equal(fixed.finalAt.toNumber(), at + LOCK_PERIOD);

  const settled = await journal.event('the settlement, a block does it by itself', 300, ours('SeriesSettled', id));
  assert.ok((await view.clock(settled.block.hash)) >= fixed.finalAt.toNumber(), 'not before the price is final');
  const owed = payoff(PUTS - TAKEN, prices);
  const vault = journal.find(ours('VaultSettled', id));
  assert.equal(vault.written.toBigInt(), PUTS - TAKEN);
  assert.equal(vault.owed.toBigInt(), owed);
  assert.equal(vault.shortfall.toBigInt(), 0n);
  assert.equal(settled.open.toBigInt(), PUTS - TAKEN);
  assert.equal(settled.owed.toBigInt(), owed);
  story.owed = owed;
  note('price of the expiry', `${decimal(prices.underlying)} planck for a unit of DOT`, fixed.block.number);
  note('owed to 700 puts', coins(owed), settled.block.number);
  await view.refused([
    ['AlreadyFixed', keeper, options.fixPrice(id)],
    ['Expired', writer, options.deposit(id, 1)],
  ]);
});

step('holders redeem, the writer takes the rest, nothing stays', async () => {
  const { options } = api.tx;
  const id = story.margined;
  const few = HELD - TAKEN;
  const redeemed = ok(await holder.send(options.redeem(id, few)));
  const quote = (await (await view.reads(redeemed.parent)).exercisable(id, few)).asOk;
  const share = down(story.owed, few, PUTS - TAKEN);
  const fee = up(share, 1n, 1_000n);
  const event = redeemed.event('options.Redeemed');
  assert.deepEqual([event.paid, event.fee].map((amount) => amount.toBigInt()), [share, fee]);
  assert.ok(quote.brings.isNone);
  assert.equal(quote.gets[1].toBigInt(), share - fee);
  assert.equal(await view.change(holder, redeemed), share - fee - redeemed.fee);
  await view.refused([['InsufficientOptions', holder, options.redeem(id, few)]]);

  const rest = ok(await writer.send(options.redeem(id, PUTS - TAKEN - few)));
  const last = rest.event('options.Redeemed');
  assert.equal(last.paid.toBigInt(), story.owed - share, 'the last one takes the dust');
  // The grace of a development network is a minute: a block may have sent the vault home already.
  const taken = await writer.send(options.reclaim(id));
  assert.ok([undefined, 'options.NoVault', 'options.NoSeries'].includes(taken.error), taken.error);
  const home = await journal.event('the vault to be gone', 240, reclaimed(id, writer));
  assert.equal(home.collateral.toBigInt(), story.collateral - story.owed);
  const closed = await journal.event('the margined series to close', 240, ours('SeriesClosed', id));
  assert.equal(closed.expired.toBigInt(), 0n);
  note('100 puts redeemed', coins(share - fee), redeemed.number);
  note('back to the writer', coins(home.collateral.toBigInt()), home.block.number);

  const { hash, number } = closed.block;
  await view.nothingStays(hash, [SAMPLE_DOT, SAMPLE_DOLLAR].map(({ id: asset }) => asset));
  note('fees of options', coins(await view.fees(hash, number)), number);
  note('bad inputs refused', view.refusals);
});
