// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// A covered put on sFINCH, from outside: two writers, a pool, a holder who exercises, the expiry, and what is left goes home.
// Two minutes on one node, a quarter of an hour on the network. No feed is read, so a feeder may run or not. It can run beside
// the story of the ETF: it uses other accounts.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, single, until } from './lib/chain.mjs';
import { Journal } from './lib/events.mjs';
import { View, down, ok, ours, reclaimed, up } from './lib/options.mjs';
import { argumentsOf, giveUpAfter, steps, unexplained } from './lib/story.mjs';
import { coins, note, printSummary } from './lib/summary.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;
const MINUTE = 60_000;
const NATIVE = 'Native';
const SYNTH = 1;
const SAMPLE_DOT = 600_001;
const coin = (id) => ({ Asset: id });

/** To sell an sFINCH for 0.98 FINCH, which the writers lock. Until the expiry there are ten rounds of extrinsics. */
const COVERED = { strike: 98n * 10n ** 16n, life: (single ? 4 : 10) * MINUTE };
const WRITTEN = { first: 100n * FINCH, second: 50n * FINCH };
const POOL = { options: 60n * FINCH, native: 3n * FINCH };
const EXERCISED = 30n * FINCH;

giveUpAfter(30);
const step = steps();
let api, journal, view, writer, second, holder, keeper;
/** What earlier steps found out. */
const story = {};

after(async () => {
  printSummary();
  await journal?.stop();
  await api?.disconnect();
});

step('the chain has the pallet, and every part of it is explained', async () => {
  api = await connect(endpoints.finch);
  journal = await Journal.open(api);
  view = new View(api, journal);
  // Whose figures are compared does not validate: a reward would come in between.
  [keeper, holder, writer, second] = ['Alice', 'Bob', 'Ferdie', 'Ferdie//second'].map((name) => new Wallet(api, `//${name}`));
  assert.deepEqual(unexplained(api, 'options', 'optionsApi'), []);
  const { create, writeAndSell, exercise } = api.tx.options;
  assert.deepEqual(argumentsOf(create), ['underlying', 'strike_asset', 'collateral', 'kind', 'strike', 'expiry']);
  assert.deepEqual(argumentsOf(writeAndSell), ['series', 'amount', 'min_premium']);
  assert.deepEqual(argumentsOf(exercise), ['series', 'amount']);
  ok(await writer.send(api.tx.balances.transferKeepAlive(second.address, 1_000n * FINCH)));
});

step('anybody makes a covered series; what makes no sense is refused', async () => {
  const { create } = api.tx.options;
  // The account of the pallet keeps the least balance of every coin: the creator has to have it.
  ok(await holder.send(api.tx.stakingSynth.mint(200n * FINCH, 0)));
  const expiry = (await view.clock()) + COVERED.life;
  const put = (underlying, collateral, strike, at) => create(underlying, NATIVE, collateral, 'Put', strike, at);
  const terms = put(coin(SYNTH), NATIVE, COVERED.strike, expiry);
  await view.refused([
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
  const { series } = (await (await view.reads(created.hash)).optionSeries(story.covered)).unwrap();
  assert.equal(series.deposit.toBigInt(), api.consts.options.seriesDeposit.toBigInt());
  const before = await view.free(holder, created.parent);
  const now = await view.free(holder, created.hash);
  assert.equal(now.held - before.held, series.deposit.toBigInt(), 'the deposit is on hold');
  const metadata = await api.query.assets.metadata(story.token);
  assert.deepEqual([metadata.symbol.toUtf8(), metadata.decimals.toNumber()], [`fP${story.covered}`, 12]);
  await view.refused([['AlreadyExists', second, terms]]);
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
  assert.equal(await view.change(writer, paid, minted), -locked - vaultDeposit - paid.fee - minted.fee);
  const health = (await (await view.reads(minted.hash)).vaultHealth(writer.address, story.covered)).unwrap();
  assert.equal(health.collateral.toBigInt(), locked);
  assert.equal(health.needed.unwrap().toBigInt(), locked);
  assert.equal(await view.units(story.token, writer, minted.hash), WRITTEN.first);

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
  const offered = (await (await view.reads()).quotePremium(story.covered, WRITTEN.second)).unwrap().premium.toBigInt();
  await view.refused([
    ['assetConversion.ProvidedMinimumNotSufficientForSwap', second, writeAndSell(story.covered, WRITTEN.second, offered + 1n)],
  ]);
  const sold = ok(await second.send(writeAndSell(story.covered, WRITTEN.second, offered)));
  const quote = (await (await view.reads(sold.parent)).quotePremium(story.covered, WRITTEN.second)).unwrap();
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
  assert.equal(await view.change(second, sold), premium - fee - locked - vaultDeposit - sold.fee);
  note('premium of 50 puts', `${coins(premium)}, of which ${coins(fee)} fee`, sold.number);
});

step('a holder buys puts and exercises: sFINCH for the strike, less the fee', async () => {
  const { swapTokensForExactTokens } = api.tx.assetConversion;
  const path = [NATIVE, { WithId: story.token }];
  ok(await holder.send(swapTokensForExactTokens(path, EXERCISED, POOL.native, holder.address, true)));
  const exercised = ok(await holder.send(api.tx.options.exercise(story.covered, EXERCISED)));
  const quote = (await (await view.reads(exercised.parent)).exercisable(story.covered, EXERCISED)).asOk;
  const event = exercised.event('options.Exercised');
  const [paid, fee] = [down(EXERCISED, COVERED.strike, ONE), up(down(EXERCISED, COVERED.strike, ONE), 1n, 1_000n)];
  assert.deepEqual([event.brought, event.paid, event.fee].map((amount) => amount.toBigInt()), [EXERCISED, paid, fee]);
  const [broughtCoin, brought] = quote.brings.unwrap();
  assert.equal(broughtCoin.asAsset.toNumber(), SYNTH);
  assert.equal(brought.toBigInt(), EXERCISED);
  assert.equal(quote.gets[1].toBigInt(), paid - fee);
  assert.equal(quote.fee.toBigInt(), fee);
  assert.equal(await view.change(holder, exercised), paid - fee - exercised.fee);
  assert.equal((await view.units(SYNTH, holder, exercised.hash)) - (await view.units(SYNTH, holder, exercised.parent)), -EXERCISED);
  assert.equal(await view.units(story.token, holder, exercised.hash), 0n);
  story.paid = paid;
  note('30 puts exercised', `${coins(EXERCISED, 'sFINCH')} for ${coins(paid - fee)}`, exercised.number);
});

step('bad inputs are refused, each with its own error', async () => {
  const { options } = api.tx;
  const { covered } = story;
  await view.refused([
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
  const nothing = await (await view.reads()).exercisable(covered, 0);
  assert.ok(nothing.isErr, 'the read says so too');
});

step('the covered series is over: at the millisecond, with no feed, pro rata', async () => {
  const { options } = api.tx;
  const { covered } = story;
  // What the newest block says: the grace of a development network is a minute.
  await until('the expiry', COVERED.life / 1000 + 60, async () => (await view.clock()) >= story.expiry, 500);
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
  const gone = await (await view.reads(closed.block.hash)).optionSeries(covered);
  assert.ok(gone.isNone);
  note('covered series closed', `${coins(closed.expired.toBigInt(), 'puts')} unused`, closed.block.number);

  const { hash, number } = closed.block;
  await view.nothingStays(hash, [SYNTH]);
  note('fees of options', coins(await view.fees(hash, number)), number);
  note('bad inputs refused', view.refusals);
});
