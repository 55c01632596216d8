// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Options, from outside. First a covered put on sFINCH: two writers, a pool, a holder who exercises, the expiry, and what is
// left goes home. Then a margined put on a DOT, secured by FINCH: the feeds let FINCH fall, the vault is called, sold in part in
// an auction, cured, and at the expiry settled in cash. A quarter of an hour on one node, half an hour on the network: feeds
// move by bounded steps, except after five minutes of silence, and the story is twice silent.
//
// The story is the feeder: it wants a chain without another one (`make dev`, or `FEEDER=0 make devnet DETACH=1`). It uses
// accounts of the other stories, one after the other.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, single, until } from './lib/chain.mjs';
import { Committee } from './lib/committee.mjs';
import { Journal } from './lib/events.mjs';
import { argumentsOf, giveUpAfter, keyless, steps, unexplained } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;
const DOT = 10n ** 10n;
const MINUTE = 60_000;
const NATIVE = 'Native';
/** The coins of the story: their ids and digits. */
const SYNTH = { id: 1, digits: 12n };
const SAMPLE_DOT = { id: 600_001, digits: 10n };
const SAMPLE_DOLLAR = { id: 600_006, digits: 6n };
const coin = ({ id }) => ({ Asset: id });
const hundredths = (parts) => BigInt(parts) * 10n ** 16n;

/** To sell an sFINCH for 0.98 FINCH, which the writers lock. */
const COVERED = { strike: hundredths(98), life: (single ? 4 : 14) * MINUTE };
/** To sell a DOT for 4 dollars; the writer locks FINCH. */
const MARGINED = { strike: hundredths(400), life: (single ? 16 : 32) * MINUTE };
const WRITTEN = { first: 100n * FINCH, second: 50n * FINCH };
const POOL = { options: 60n * FINCH, native: 3n * FINCH };
const EXERCISED = 30n * FINCH;
const PUTS = 1_000n * DOT;
const HELD = 400n * DOT;
const TAKEN = 300n * DOT;
const SECURITY = 1_200n * FINCH;
const CURE = 200n * FINCH;
const ANY_PRICE = 2n ** 127n;
/** In which governance may replace the price of an expiry, on a development network. */
const LOCK_PERIOD = MINUTE;
/** Seconds after which a feed is stale on a development network, and a margin. */
const SILENCE = 300 + 60;

giveUpAfter(single ? 30 : 60);
const step = steps();
let api, journal, committee, operators, writer, second, holder, keeper, account;
/** What earlier steps found out. */
const story = {};

const reads = async (hash) => (hash ? await api.at(hash) : api).call.optionsApi;
const ours = (name, series) => (event) =>
  event.name === `options.${name}` && (series === undefined || event.series.toNumber() === series);
const reclaimed = (series, { address }) => (event) =>
  ours('Reclaimed', series)(event) && event.owner.toString() === address;
const all = (match) => journal.blocks.flatMap(({ events }) => events.filter(match));
const clock = async (hash) => (await (hash ? await api.at(hash) : api).query.timestamp.now()).toNumber();
const free = async ({ address }, hash) => {
  const { data } = await (await api.at(hash)).query.system.account(address);
  return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
};
const units = async (id, { address }, hash) => {
  const holding = await (await api.at(hash)).query.assets.account(id, address);
  return holding.isSome ? holding.unwrap().balance.toBigInt() : 0n;
};
/** How the free FINCH of an account changed from before the first of some receipts to after the last. */
async function change(wallet, ...receipts) {
  const ordered = [...receipts].sort((a, b) => a.number - b.number);
  return (await free(wallet, ordered.at(-1).hash)).free - (await free(wallet, ordered[0].parent)).free;
}
const ok = (receipt) => {
  assert.equal(receipt.error, undefined, `${receipt.what}: ${receipt.error}`);
  return receipt;
};
/** Sends what has to fail, all at once, and compares the errors; a name alone is one of this pallet. */
async function refused(cases) {
  const receipts = await Promise.all(cases.map(([, wallet, tx]) => wallet.send(tx)));
  cases.forEach(([expected], at) => {
    const name = expected === 'BadOrigin' || expected.includes('.') ? expected : `options.${expected}`;
    assert.equal(receipts[at].error, name, `${receipts[at].what}, case ${at}`);
  });
  story.refused = (story.refused ?? 0) + cases.length;
}

const down = (a, b, c) => (a * b) / c;
const up = (a, b, c) => (a * b + c - 1n) / c;
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
  committee = new Committee(api);
  operators = ['Alice', 'Bob', 'Charlie'].map((name) => new Wallet(api, `//${name}//stash`));
  // Whose figures are compared does not validate: a reward would come in between.
  [keeper, holder, writer, second] = ['Alice', 'Bob', 'Ferdie', 'Ferdie//second'].map((name) => new Wallet(api, `//${name}`));
  account = { address: keyless(api.registry, api.consts.options.palletId.toU8a()) };
  assert.deepEqual(unexplained(api, 'options', 'optionsApi'), []);
  const { create, writeAndSell, exercise, callMargin, dispute, settle } = api.tx.options;
  assert.deepEqual(argumentsOf(create), ['underlying', 'strike_asset', 'collateral', 'kind', 'strike', 'expiry']);
  assert.deepEqual(argumentsOf(writeAndSell), ['series', 'amount', 'min_premium']);
  assert.deepEqual(argumentsOf(exercise), ['series', 'amount']);
  assert.deepEqual(argumentsOf(callMargin), ['series', 'owner']);
  assert.deepEqual(argumentsOf(dispute), ['series', 'underlying', 'strike_asset', 'collateral']);
  assert.deepEqual(argumentsOf(settle), ['series', 'limit']);
  assert.ok(!(await feed(NATIVE)).isFresh, 'a feeder runs: this story is the feeder; FEEDER=0 leaves it out');
  const dollar = await api.query.assets.metadata(SAMPLE_DOLLAR.id);
  assert.equal(dollar.decimals.toNumber(), Number(SAMPLE_DOLLAR.digits));
  ok(await writer.send(api.tx.balances.transferKeepAlive(second.address, 1_000n * FINCH)));
});

step('anybody makes a covered series; what makes no sense is refused', async () => {
  const { create } = api.tx.options;
  // The account of the pallet keeps the least balance of every coin: the creator has to have it.
  ok(await holder.send(api.tx.stakingSynth.mint(200n * FINCH, 0)));
  const expiry = (await clock()) + COVERED.life;
  const put = (underlying, collateral, strike, at) => create(underlying, NATIVE, collateral, 'Put', strike, at);
  const terms = put(coin(SYNTH), NATIVE, COVERED.strike, expiry);
  await refused([
    ['SameCoin', holder, put(NATIVE, NATIVE, COVERED.strike, expiry)],
    ['UnknownCoin', holder, put({ Asset: 4_000_000_000 }, NATIVE, COVERED.strike, expiry)],
    ['BadStrike', holder, put(coin(SYNTH), NATIVE, 0, expiry)],
    ['BadExpiry', holder, put(coin(SYNTH), NATIVE, COVERED.strike, 1)],
    ['BadExpiry', holder, put(coin(SYNTH), NATIVE, COVERED.strike, expiry + 3 * 365 * 86_400_000)],
    ['BadOrigin', holder, put(coin(SYNTH), coin(SAMPLE_DOT), COVERED.strike, expiry)],
  ]);
  const created = ok(await holder.send(terms));
  const event = created.event('options.SeriesCreated');
  story.covered = event.series.toNumber();
  story.token = event.token.toNumber();
  story.expiry = expiry;
  assert.equal(event.terms.style.type, 'American');
  const { series } = (await (await reads(created.hash)).optionSeries(story.covered)).unwrap();
  assert.equal(series.deposit.toBigInt(), api.consts.options.seriesDeposit.toBigInt());
  const before = await free(holder, created.parent);
  const now = await free(holder, created.hash);
  assert.equal(now.held - before.held, series.deposit.toBigInt(), 'the deposit is on hold');
  const metadata = await api.query.assets.metadata(story.token);
  assert.deepEqual([metadata.symbol.toUtf8(), metadata.decimals.toNumber()], [`fP${story.covered}`, 12]);
  await refused([['AlreadyExists', second, terms]]);
  note('covered put', `#${story.covered}, token ${metadata.symbol.toUtf8()}`, created.number);
});

step('a writer locks 98 FINCH for 100 puts and opens a pool', async () => {
  const { deposit, mint } = api.tx.options;
  const locked = down(WRITTEN.first, COVERED.strike, ONE);
  const [paid, minted] = await Promise.all([
    writer.send(deposit(story.covered, locked)),
    writer.send(mint(story.covered, WRITTEN.first)),
    // A vault that its owner forgets: a block sends it home.
    holder.send(deposit(story.covered, FINCH)),
  ]).then((receipts) => receipts.map(ok));
  const vaultDeposit = api.consts.options.vaultDeposit.toBigInt();
  assert.equal(await change(writer, paid, minted), -locked - vaultDeposit - paid.fee - minted.fee);
  const health = (await (await reads(minted.hash)).vaultHealth(writer.address, story.covered)).unwrap();
  assert.equal(health.collateral.toBigInt(), locked);
  assert.equal(health.needed.unwrap().toBigInt(), locked);
  assert.equal(await units(story.token, writer, minted.hash), WRITTEN.first);

  const { createPool, addLiquidity } = api.tx.assetConversion;
  const pair = [NATIVE, { WithId: story.token }];
  await Promise.all([
    writer.send(createPool(...pair)),
    writer.send(addLiquidity(...pair, POOL.native, POOL.options, 1, 1, writer.address)),
  ]).then((receipts) => receipts.map(ok));
  note('locked for 100 puts', coins(locked), minted.number);
});

step('another one writes and sells in one call: the premium is what was quoted, to the planck', async () => {
  const { writeAndSell } = api.tx.options;
  const offered = (await (await reads()).quotePremium(story.covered, WRITTEN.second)).unwrap().premium.toBigInt();
  await refused([
    ['assetConversion.ProvidedMinimumNotSufficientForSwap', second, writeAndSell(story.covered, WRITTEN.second, offered + 1n)],
  ]);
  const sold = ok(await second.send(writeAndSell(story.covered, WRITTEN.second, offered)));
  const quote = (await (await reads(sold.parent)).quotePremium(story.covered, WRITTEN.second)).unwrap();
  const event = sold.event('options.Sold');
  const [premium, fee] = [event.premium.toBigInt(), event.fee.toBigInt()];
  assert.equal(premium, quote.premium.toBigInt());
  assert.equal(fee, quote.fee.toBigInt());
  assert.equal(fee, up(premium, 1n, 100n), 'a hundredth, rounded up');
  // By hand: a constant product, with 0.3 % for the pool.
  const given = WRITTEN.second * 997n;
  assert.equal(premium, down(given, POOL.native, POOL.options * 1_000n + given));
  const locked = down(WRITTEN.second, COVERED.strike, ONE);
  const vaultDeposit = api.consts.options.vaultDeposit.toBigInt();
  assert.equal(await change(second, sold), premium - fee - locked - vaultDeposit - sold.fee);
  note('premium of 50 puts', `${coins(premium)}, of which ${coins(fee)} fee`, sold.number);
});

step('a holder buys puts and exercises: sFINCH for the strike, less the fee', async () => {
  const { swapTokensForExactTokens } = api.tx.assetConversion;
  const path = [NATIVE, { WithId: story.token }];
  ok(await holder.send(swapTokensForExactTokens(path, EXERCISED, POOL.native, holder.address, true)));
  const exercised = ok(await holder.send(api.tx.options.exercise(story.covered, EXERCISED)));
  const quote = (await (await reads(exercised.parent)).exercisable(story.covered, EXERCISED)).asOk;
  const event = exercised.event('options.Exercised');
  const [paid, fee] = [down(EXERCISED, COVERED.strike, ONE), up(down(EXERCISED, COVERED.strike, ONE), 1n, 1_000n)];
  assert.deepEqual([event.brought, event.paid, event.fee].map((amount) => amount.toBigInt()), [EXERCISED, paid, fee]);
  const [broughtCoin, brought] = quote.brings.unwrap();
  assert.equal(broughtCoin.asAsset.toNumber(), SYNTH.id);
  assert.equal(brought.toBigInt(), EXERCISED);
  assert.equal(quote.gets[1].toBigInt(), paid - fee);
  assert.equal(quote.fee.toBigInt(), fee);
  assert.equal(await change(holder, exercised), paid - fee - exercised.fee);
  assert.equal((await units(SYNTH.id, holder, exercised.hash)) - (await units(SYNTH.id, holder, exercised.parent)), -EXERCISED);
  assert.equal(await units(story.token, holder, exercised.hash), 0n);
  story.paid = paid;
  note('30 puts exercised', `${coins(EXERCISED, 'sFINCH')} for ${coins(paid - fee)}`, exercised.number);
});

step('bad inputs are refused, each with its own error', async () => {
  const { options } = api.tx;
  const { covered } = story;
  await refused([
    ['NoSeries', writer, options.mint(4_000_000_000, FINCH)],
    ['AmountZero', holder, options.exercise(covered, 0)],
    ['InsufficientOptions', keeper, options.exercise(covered, FINCH)],
    ['TooLittleCollateral', writer, options.mint(covered, FINCH)],
    ['TooLittleCollateral', writer, options.withdraw(covered, FINCH)],
    ['TooMuch', writer, options.withdraw(covered, 1_000n * FINCH)],
    ['TooMuch', writer, options.burn(covered, 1_000n * FINCH)],
    ['NoVault', keeper, options.withdraw(covered, 1)],
    ['NotMargined', holder, options.redeem(covered, FINCH)],
    ['NotMargined', keeper, options.callMargin(covered, writer.address)],
    ['NotMargined', keeper, options.fixPrice(covered)],
    ['NotExpired', writer, options.reclaim(covered)],
    ['NotExpired', keeper, options.settle(covered, 10)],
    ['BadLimit', keeper, options.settle(covered, 0)],
    ['GraceRunning', keeper, options.release(covered, writer.address)],
    ['BadOrigin', keeper, options.dispute(covered, ONE, ONE, ONE)],
  ]);
  const nothing = await (await reads()).exercisable(covered, 0);
  assert.ok(nothing.isErr, 'the read says so too');
});

step('governance makes a margined series; its puts need 150 % at the prices of the feeds', async () => {
  const { options, assets } = api.tx;
  await report(500, 420);
  const expiry = (await clock()) + MARGINED.life;
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
  await refused([['TooLittleCollateral', writer, options.mint(id, PUTS)]]);
  const [, minted] = await Promise.all([
    writer.send(options.deposit(id, 1)),
    writer.send(options.mint(id, PUTS)),
    writer.send(assets.transfer(story.put, holder.address, HELD)),
  ]).then((receipts) => receipts.map(ok));
  const health = (await (await reads(minted.hash)).vaultHealth(writer.address, id)).unwrap();
  assert.equal(health.ratio.unwrap().toBigInt(), (3n * ONE) / 2n);
  assert.equal(health.needed.unwrap().toBigInt(), SECURITY);
  assert.ok(health.callable.isFalse && health.liquidatable.isFalse);
  await refused([
    ['NotCallable', keeper, options.callMargin(id, writer.address)],
    ['NotLiquidatable', keeper, options.liquidate(id, writer.address)],
    ['TooLittleCollateral', writer, options.withdraw(id, 1)],
    ['NotCovered', holder, options.exercise(id, DOT)],
    ['NotSettled', holder, options.redeem(id, DOT)],
    ['NotExpired', keeper, options.fixPrice(id)],
  ]);
  note('1,000 margined puts', `for ${coins(SECURITY)}, at FINCH 5.00`, minted.number);
});

step('the covered series is over: at the millisecond, with no feed, pro rata', async () => {
  const { options } = api.tx;
  const { covered } = story;
  // What the newest block says: the grace of a development network is a minute.
  await until('the expiry', COVERED.life / 1000 + 60, async () => (await clock()) >= story.expiry, 500);
  // In the order of the account's extrinsics; both owners at once, in an order that the blocks choose.
  const [early, first, other, late] = await Promise.all([
    writer.send(options.release(covered, second.address)),
    writer.send(options.reclaim(covered)),
    second.send(options.reclaim(covered)),
    holder.send(options.exercise(covered, FINCH)),
  ]);
  if (single) assert.equal(early.error, 'options.GraceRunning');
  assert.equal(late.error, 'options.Expired');
  // On the network a block may have been faster.
  for (const { error, what } of [first, other]) {
    assert.ok(!error || (!single && error === 'options.NoVault'), `${what}: ${error}`);
  }

  const [a, b, forgotten] = await Promise.all(
    [writer, second, holder].map((who) => journal.event(`the vault of ${who.name} to be gone`, 240, reclaimed(covered, who))),
  );
  const place = ({ block, owner }) => block.events.findIndex((event) => reclaimed(covered, { address: owner.toString() })(event));
  // By hand: 30 of 150 were exercised. The first one to leave rounds up, the last one takes what is left.
  const shares = [
    [a, WRITTEN.first],
    [b, WRITTEN.second],
  ].sort(([x], [y]) => x.block.number - y.block.number || place(x) - place(y));
  let [left, written, brought] = [story.paid, WRITTEN.first + WRITTEN.second, EXERCISED];
  for (const [event, amount] of shares) {
    const borne = up(left, amount, written);
    const received = down(brought, amount, written);
    assert.equal(event.written.toBigInt(), amount);
    assert.equal(event.borne.toBigInt(), borne);
    assert.equal(event.received.toBigInt(), received);
    assert.equal(event.collateral.toBigInt(), down(amount, COVERED.strike, ONE) - borne);
    [left, written, brought] = [left - borne, written - amount, brought - received];
  }
  assert.deepEqual([left, written, brought], [0n, 0n, 0n], 'all that was exercised is borne, all that was brought is shared');
  assert.equal(forgotten.collateral.toBigInt(), FINCH, 'a block sends the forgotten vault home');
  note('borne by the first writer', `${coins(a.borne.toBigInt())}, for ${coins(a.received.toBigInt(), 'sFINCH')}`, a.block.number);

  const closed = await journal.event('the series to close by itself', 240, ours('SeriesClosed', covered));
  assert.equal(closed.expired.toBigInt(), WRITTEN.first + WRITTEN.second - EXERCISED, 'the others were worth nothing');
  const gone = await (await reads(closed.block.hash)).optionSeries(covered);
  assert.ok(gone.isNone);
  note('covered series closed', `${coins(closed.expired.toBigInt(), 'puts')} unused`, closed.block.number);
});

step('FINCH falls to 4.15 dollars: without a price nothing is called, with it the vault is', async () => {
  const { options } = api.tx;
  const id = story.margined;
  await silence();
  await refused([
    ['PriceStale', keeper, options.callMargin(id, writer.address)],
    ['PriceStale', writer, options.mint(id, DOT)],
  ]);
  const blind = (await (await reads()).vaultHealth(writer.address, id)).unwrap();
  assert.ok(blind.ratio.isNone && blind.needed.isNone);
  await report(415, 350);
  const called = ok(await keeper.send(options.callMargin(id, writer.address)));
  const event = called.event('options.MarginCalled');
  const now = await clock(called.hash);
  assert.equal(event.until.toNumber(), now + 6 * 60 * MINUTE, 'six hours');
  const health = (await (await reads(called.parent)).vaultHealth(writer.address, id)).unwrap();
  const ratio = health.ratio.unwrap().toBigInt();
  assert.equal(ratio, down(SECURITY, ONE, obligation(PUTS, story.dollar)));
  assert.ok(ratio < (125n * ONE) / 100n && ratio > (110n * ONE) / 100n);
  assert.ok(health.callable.isTrue && health.liquidatable.isFalse);
  await refused([
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
      const { sale } = (await (await reads()).vaultHealth(writer.address, id)).unwrap();
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
  assert.equal(await change(holder, bought), collateral - paid - bought.fee);
  assert.equal(await units(story.put, holder, bought.hash), HELD - TAKEN);
  note('300 puts in the liquidation', `${coins(paid)} for ${coins(collateral)}`, bought.number);
  note('reward of the courtesy call', coins(reward), bought.number);

  const ended = await journal.event('the end of the sale', 240, ours('LiquidationEnded', id));
  assert.equal(ended.unsold.toBigInt(), PUTS - TAKEN);
  await report(360, 320);
  await refused([['Resting', keeper, options.liquidate(id, writer.address)]]);
  const cured = ok(await writer.send(options.deposit(id, CURE)));
  cured.event('options.CallDropped');
  story.collateral = SECURITY - collateral + CURE;
  const health = (await (await reads(cured.hash)).vaultHealth(writer.address, id)).unwrap();
  assert.equal(health.collateral.toBigInt(), story.collateral);
  assert.equal(health.ratio.unwrap().toBigInt(), down(story.collateral, ONE, obligation(PUTS - TAKEN, story.dollar)));
  assert.ok(health.calledUntil.isNone && health.callable.isFalse);
  note('ratio after a deposit', decimal(health.ratio.unwrap().toBigInt()), cured.number);
});

step('at the expiry the feeds give the price, and after the lock period every vault is settled', async () => {
  const { options } = api.tx;
  const id = story.margined;
  const ahead = (single ? 20 : 120) * 1000;
  await until('the time to report once more', MARGINED.life / 1000, async () => (await clock()) >= story.settlesAt - ahead);
  await report(360, 320);
  const fixed = await journal.event('the price of the expiry', 400, ours('PriceFixed', id));
  const at = await clock(fixed.block.hash);
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
  assert.ok((await clock(settled.block.hash)) >= fixed.finalAt.toNumber(), 'not before the price is final');
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
  await refused([
    ['AlreadyFixed', keeper, options.fixPrice(id)],
    ['Expired', writer, options.deposit(id, 1)],
  ]);
});

step('holders redeem, the writer takes the rest, nothing stays', async () => {
  const { options } = api.tx;
  const id = story.margined;
  const few = HELD - TAKEN;
  const redeemed = ok(await holder.send(options.redeem(id, few)));
  const quote = (await (await reads(redeemed.parent)).exercisable(id, few)).asOk;
  const share = down(story.owed, few, PUTS - TAKEN);
  const fee = up(share, 1n, 1_000n);
  const event = redeemed.event('options.Redeemed');
  assert.deepEqual([event.paid, event.fee].map((amount) => amount.toBigInt()), [share, fee]);
  assert.ok(quote.brings.isNone);
  assert.equal(quote.gets[1].toBigInt(), share - fee);
  assert.equal(await change(holder, redeemed), share - fee - redeemed.fee);
  await refused([['InsufficientOptions', holder, options.redeem(id, few)]]);

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
  const { query, call } = await api.at(hash);
  const kept = (await query.options.kept(NATIVE)).unwrap().toBigInt();
  assert.equal((await free(account, hash)).free, kept, 'the account has what it keeps and nothing else');
  for (const { id: asset } of [SYNTH, SAMPLE_DOT, SAMPLE_DOLLAR]) {
    assert.equal(await units(asset, account, hash), (await query.options.kept({ Asset: asset })).unwrap().toBigInt());
  }
  // Every fee came to the buyback.
  const fees = [...all(ours('Sold')), ...all(ours('Exercised')), ...all(ours('Redeemed'))]
    .filter(({ series }) => [story.covered, id].includes(series.toNumber()))
    .reduce((sum, { fee: amount }) => sum + amount.toBigInt(), 0n);
  const charged = (flows) =>
    flows.find(({ coin: of, source }) => of.isNative && source.type === 'Options')?.flow.taken.toBigInt() ?? 0n;
  const [first, now] = [await (await api.at(journal.start.hash)).call.buybackApi.flows(), await call.buybackApi.flows()];
  assert.equal(charged(now) - charged(first), fees);
  note('fees of options', coins(fees), number);
  note('bad inputs refused', story.refused);
});
