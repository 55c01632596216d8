// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// The life of a series of staking derivatives, from outside: an operator proposes, the committee verifies, three bidders
// bid for two tranches, the auctions close by themselves, tokens are handed on and traded, the vault earns, the series
// matures, holders redeem, the residual goes back to the operator. About a quarter of an hour, two minutes on one node. It can
// run beside the tour: it uses other accounts.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, single, until } from './lib/chain.mjs';
import { Committee } from './lib/committee.mjs';
import { Journal } from './lib/events.mjs';
import { argumentsOf, giveUpAfter, steps, unexplained } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;
const MINUTE = 60_000;
/** A 1e-18 fixed point number from parts of a million. */
const millionths = (parts) => BigInt(parts) * 10n ** 12n;

const PRINCIPAL = 20_000n * FINCH;
const BOND = 1_000n * FINCH;
const CONTRACT = 10n * FINCH;
const TERMS = {
  term: 6 * MINUTE,
  bidding: 5 * MINUTE,
  contractSize: CONTRACT,
  minTurnover: 100_000_000, // 10 %
  agreement: `0x${'5e'.repeat(32)}`,
};
const TRANCHES = [
  { share: 600_000_000, annualRate: millionths(80_000), ask: millionths(998_000), tickSize: millionths(500) },
  { share: 250_000_000, annualRate: millionths(120_000), ask: millionths(995_000), tickSize: millionths(500) },
];
const SENIOR = 0;
const JUNIOR = 1;
const units = TRANCHES.map(({ share }) => (PRINCIPAL * BigInt(share)) / 1_000_000_000n);
const price = (tranche, tick) => TRANCHES[tranche].ask + BigInt(tick) * TRANCHES[tranche].tickSize;
const up = (a, b) => (a + b - 1n) / b;

giveUpAfter(40);
const step = steps();

let api, journal, issuer, validator, one, two, three, series;
let committee;
/** What earlier steps found out. */
const story = {};

const reads = async (hash) => (hash ? await api.at(hash) : api).call;
const free = async ({ address }, hash) => {
  const { data } = await (await api.at(hash)).query.system.account(address);
  return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
};
const tokens = async (tranche, { address }, hash) => {
  const holding = await (await api.at(hash)).query.assets.account(story.tokens[tranche], address);
  return holding.isSome ? holding.unwrap().balance.toBigInt() : 0n;
};
const ours = (name) => (event) => event.name === `stakingDerivatives.${name}` && event.series.toNumber() === series;
/** How the free FINCH of an account changed in the block of an extrinsic. */
const change = async (wallet, receipt) =>
  (await free(wallet, receipt.hash)).free - (await free(wallet, receipt.parent)).free;
/** Sends what has to fail, all at once, and compares the errors. */
async function refused(cases) {
  const receipts = await Promise.all(cases.map(([, wallet, tx]) => wallet.send(tx)));
  cases.forEach(([expected], at) => assert.equal(receipts[at].error, expected, `${receipts[at].what}, case ${at}`));
  story.refused = (story.refused ?? 0) + cases.length;
  return receipts;
}

after(async () => {
  printSummary();
  await journal?.stop();
  await api?.disconnect();
});

step('the chain has the pallets, and every part of them is explained', async () => {
  api = await connect(endpoints.finch);
  journal = await Journal.open(api);
  issuer = new Wallet(api, '//Charlie');
  committee = new Committee(api);
  three = new Wallet(api, '//Ferdie');
  one = new Wallet(api, '//Ferdie//one');
  two = new Wallet(api, '//Ferdie//two');
  validator = single ? new Wallet(api, '//Alice').address : issuer.address;
  for (const pallet of ['rateCurve', 'auctions', 'stakingDerivatives']) {
    assert.deepEqual(unexplained(api, pallet, `${pallet}Api`), []);
  }
  const { auctions, stakingDerivatives } = api.tx;
  assert.deepEqual(argumentsOf(auctions.bid), ['auction', 'tick', 'units']);
  assert.deepEqual(argumentsOf(auctions.cancelBid), ['auction', 'bid']);
  assert.deepEqual(argumentsOf(stakingDerivatives.propose), ['validator', 'principal', 'bond', 'terms', 'tranches']);
  assert.deepEqual(argumentsOf(stakingDerivatives.redeem), ['series', 'tranche', 'units']);
});

step('an operator proposes a series; what makes no sense is refused', async () => {
  const { propose } = api.tx.stakingDerivatives;
  const derivatives = (name) => `stakingDerivatives.${name}`;
  const cases = [
    ['ZeroTerm', propose(validator, PRINCIPAL, BOND, { ...TERMS, term: 0 }, TRANCHES)],
    ['TermOutOfRange', propose(validator, PRINCIPAL, BOND, { ...TERMS, term: 1 }, TRANCHES)],
    ['PrincipalOutOfRange', propose(validator, 2n ** 127n, 2n ** 127n, TERMS, TRANCHES)],
    ['BondTooSmall', propose(validator, PRINCIPAL, PRINCIPAL / 100n, TERMS, TRANCHES)],
    ['UnknownValidator', propose(three.address, PRINCIPAL, BOND, TERMS, TRANCHES)],
    ['NoTranches', propose(validator, PRINCIPAL, BOND, TERMS, [])],
    ['TooMuchFace', propose(validator, PRINCIPAL, BOND, TERMS, [{ ...TRANCHES[0], share: 1_000_000_000, annualRate: ONE }])],
  ];
  const funds = api.tx.utility.batchAll(
    [one, two].map(({ address }) => api.tx.balances.transferKeepAlive(address, 50_000n * FINCH)),
  );
  const [, proposed, funded] = await Promise.all([
    refused(cases.map(([error, tx]) => [derivatives(error), issuer, tx])),
    issuer.send(propose(validator, PRINCIPAL, BOND, TERMS, TRANCHES)),
    three.send(funds),
  ]);
  assert.equal(funded.error, undefined);
  const event = proposed.event('stakingDerivatives.Proposed');
  series = event.series.toNumber();
  assert.equal(event.bond.toBigInt(), BOND);
  assert.equal(event.issuer.toString(), issuer.address);
  const before = await free(issuer, proposed.parent);
  const now = await free(issuer, proposed.hash);
  assert.equal(now.held - before.held, BOND, 'the bond is on hold');
  story.coverage = event.coverage.map((ratio) => ratio.toBigInt());
  assert.ok(story.coverage[SENIOR] > story.coverage[JUNIOR] && story.coverage[JUNIOR] > ONE);
  note('series', `#${series}: ${coins(PRINCIPAL)} at stake, bond ${coins(BOND)}`, proposed.number);
  note('coverage, senior and junior', story.coverage.map((ratio) => decimal(ratio).slice(0, 6)).join(', '));
});

step('the committee verifies it, and nobody else can', async () => {
  const call = api.tx.stakingDerivatives.verify(series);
  const [closed] = await Promise.all([
    committee.decide(call),
    refused([
      ['BadOrigin', issuer, call],
      ['stakingDerivatives.NotVerified', issuer, api.tx.stakingDerivatives.open(series)],
    ]),
  ]);
  assert.equal(closed.event('stakingDerivatives.Verified').series.toNumber(), series);
  note('verified', 'by two members of the committee', closed.number);
});

step('the operator opens it: the principal is staked, both tranches are in auction', async () => {
  const opened = await issuer.send(api.tx.stakingDerivatives.open(series));
  const event = opened.event('stakingDerivatives.SeriesOpened');
  story.deposit = event.deposit.toBigInt();
  assert.equal(await change(issuer, opened), -PRINCIPAL - story.deposit - opened.fee);
  const offers = opened.events.filter(({ name }) => name === 'stakingDerivatives.TrancheOffered');
  assert.equal(offers.length, 2);
  story.auctions = offers.map(({ auction }) => auction.toNumber());
  story.tokens = offers.map(({ token }) => token.toNumber());
  story.faces = offers.map(({ face }) => face.toBigInt());
  offers.forEach((offer, tranche) => {
    assert.equal(offer.units.toBigInt(), units[tranche]);
    assert.equal(offer.ask.toBigInt(), TRANCHES[tranche].ask);
    assert.ok(offer.face.toBigInt() > offer.units.toBigInt());
    assert.ok(offer.fairAsk.isSome, 'the curve of the genesis prices it');
  });
  const { stakingDerivativesApi, auctionsApi } = await reads(opened.hash);
  const info = (await stakingDerivativesApi.series(series)).unwrap();
  assert.equal(info.state.type, 'Bidding');
  assert.equal(info.staked.toBigInt(), PRINCIPAL);
  const bonded = await (await api.at(opened.hash)).query.staking.ledger(event.vault.toString());
  assert.equal(bonded.unwrap().total.toBigInt(), PRINCIPAL);
  const auction = (await auctionsApi.auction(story.auctions[SENIOR])).unwrap();
  assert.equal(auction.lowestPrice.toBigInt(), TRANCHES[SENIOR].ask);
  const metadata = await api.query.assets.metadata(story.tokens[SENIOR]);
  story.symbols = await Promise.all(
    story.tokens.map(async (token) => (await api.query.assets.metadata(token)).symbol.toUtf8()),
  );
  assert.equal(metadata.decimals.toNumber(), 12);
  story.vault = event.vault.toString();
  note('open', `${coins(units[SENIOR], story.symbols[SENIOR])} and ${coins(units[JUNIOR], story.symbols[JUNIOR])} for sale`, opened.number);
  note('ask and fair ask, senior', offers.slice(0, 1).map((o) => `${decimal(o.ask.toBigInt()).slice(0, 9)}, ${decimal(o.fairAsk.unwrap().toBigInt()).slice(0, 12)}`)[0]);
});

step('three bidders bid; funds stay on their accounts, on hold', async () => {
  const { bid, buy } = api.tx.auctions;
  const [senior, junior] = story.auctions;
  const bids = [
    [one, SENIOR, 4, 8_000n * FINCH],
    [two, SENIOR, 2, 6_000n * FINCH],
    [three, SENIOR, 1, 3_000n * FINCH],
    [three, JUNIOR, 3, 3_000n * FINCH],
    [one, JUNIOR, 1, 1_000n * FINCH],
    [two, JUNIOR, 9, 500n * FINCH],
  ];
  const receipts = await Promise.all([
    ...bids.map(([who, tranche, tick, amount]) => who.send(bid(story.auctions[tranche], tick, amount))),
    refused([
      ['auctions.Barred', issuer, bid(senior, 5, CONTRACT)],
      ['auctions.BelowMinBid', three, bid(senior, 5, CONTRACT - 1n)],
      ['auctions.TooMuch', three, bid(senior, 5, units[SENIOR] + 1n)],
      ['auctions.AuctionNotFound', three, bid(4_000_000_000, 5, CONTRACT)],
      ['auctions.WrongFormat', three, buy(senior, CONTRACT, ONE)],
      ['auctions.NotEnded', three, api.tx.auctions.close(junior)],
    ]),
  ]);
  story.bids = bids.map(([who, tranche, tick, amount], at) => {
    const placed = receipts[at].event('auctions.BidPlaced');
    const held = up(amount * price(tranche, tick), ONE);
    assert.equal(placed.held.toBigInt(), held, 'units * price, rounded up');
    return { who, tranche, tick, amount, held, id: placed.bid.toNumber() };
  });
  const { hash } = receipts.slice(0, bids.length).reduce((a, b) => (a.number > b.number ? a : b));
  for (const who of [one, two, three]) {
    const held = story.bids.filter((b) => b.who === who).reduce((sum, b) => sum + b.held, 0n);
    assert.equal((await free(who, hash)).held, held, `${who.name} has on hold what it has bid`);
  }
  const { auctionsApi } = await reads(hash);
  const book = await auctionsApi.book(senior);
  assert.deepEqual(book.map(({ tick }) => tick.toNumber()), [1, 2, 4]);
  const projection = (await auctionsApi.projectedClearing(senior)).unwrap().clearing;
  assert.equal(projection.tick.toNumber(), 2);

  // The last one thinks again, in time.
  const { id, held } = story.bids.pop();
  const cancelled = await two.send(api.tx.auctions.cancelBid(junior, id));
  assert.equal(cancelled.event('auctions.BidCancelled').returned.toBigInt(), held);
  note('bids', `${story.bids.length} standing, 1 cancelled`, cancelled.number);
});

step('in the last quarter nothing can be cancelled', async () => {
  const cancelUntil = (await api.call.auctionsApi.auction(story.auctions[SENIOR])).unwrap().cancelUntil.toNumber();
  await until('the last quarter of the auction', 400, async () => (await api.query.timestamp.now()).toNumber() >= cancelUntil);
  const { who, id } = story.bids[0];
  await refused([['auctions.CancelClosed', who, api.tx.auctions.cancelBid(story.auctions[SENIOR], id)]]);
});

step('both auctions close by themselves: one price for all, the margin pro rata, overpayments back', async () => {
  const from = journal.start.number;
  const cleared = await journal.event('both auctions to close', 600, ours('SeriesCleared'), from);
  await journal.event('the units to be delivered', 200, ours('SeriesActivated'), from);
  story.maturity = cleared.maturity.toNumber();
  // By hand: 14,000 are bid for at tick 2 or above, of 12,000 on sale; 4,000 of 5,000 are bid for in the junior tranche.
  const expected = [
    { tick: 2, filled: new Map([[one, 8_000n], [two, 4_000n], [three, 0n]]) },
    { tick: 1, filled: new Map([[three, 3_000n], [one, 1_000n]]) },
  ];
  story.sold = [];
  story.turnover = [];
  for (const [tranche, { tick, filled }] of expected.entries()) {
    const closing = journal.find((e) => ours('TrancheCleared')(e) && e.tranche.toNumber() === tranche, from);
    const uniform = price(tranche, tick);
    assert.equal(closing.price.toBigInt(), uniform);
    assert.ok(uniform >= TRANCHES[tranche].ask, 'nothing sells below the ask');
    let [units, paid] = [0n, 0n];
    for (const bid of story.bids.filter((b) => b.tranche === tranche)) {
      const settled = journal.find(
        ({ name, auction, bid: id }) =>
          name === 'auctions.BidSettled' && auction.toNumber() === story.auctions[tranche] && id.toNumber() === bid.id,
        from,
      );
      const won = filled.get(bid.who) * FINCH;
      const due = up(won * uniform, ONE);
      assert.equal(settled.units.toBigInt(), won, `${bid.who.name} receives its share`);
      assert.equal(settled.paid.toBigInt(), due);
      assert.equal(settled.returned.toBigInt(), bid.held - due);
      units += won;
      paid += due;
    }
    story.sold[tranche] = units;
    story.turnover[tranche] = paid;
    note(`${story.symbols[tranche]} sold`, `${coins(units, story.symbols[tranche])} at ${decimal(uniform).slice(0, 8)}`, closing.block.number);
  }
  const { hash } = journal.last;
  for (const who of [one, two, three]) assert.equal((await free(who, hash)).held, 0n, `nothing of ${who.name} is on hold`);
  assert.equal(await tokens(SENIOR, one, hash), 8_000n * FINCH);
  assert.equal(await tokens(SENIOR, two, hash), 4_000n * FINCH);
  assert.equal(await tokens(JUNIOR, three, hash), 3_000n * FINCH);
});

step('the operator has its proceeds less the fee, and the curve has learnt', async () => {
  const paid = story.turnover.reduce((sum, part) => sum + part, 0n);
  const collected = journal.blocks
    .flatMap(({ events }) => events)
    .filter(ours('Collected'))
    .reduce((sum, { proceeds, fee }) => ({ proceeds: sum.proceeds + proceeds.toBigInt(), fee: sum.fee + fee.toBigInt() }), { proceeds: 0n, fee: 0n });
  assert.equal(collected.proceeds, paid, 'what the buyers paid');
  // Half a percent a year, for six minutes; rounded up in each collection.
  const exact = (paid * 6n) / (200n * 365n * 24n * 60n);
  assert.ok(collected.fee >= exact && collected.fee <= exact + 4n, `a fee of ${collected.fee}`);
  note('proceeds', `${coins(collected.proceeds)}, of which ${coins(collected.fee)} fee`);
  const observed = journal.find(({ name }) => name === 'rateCurve.Observed');
  assert.equal(observed.timeToMaturity.toNumber(), TERMS.term);
  const { rateCurveApi } = await reads();
  assert.ok((await rateCurveApi.quote(0, TERMS.term)).isSome);
  assert.ok((await rateCurveApi.forwardRates()).length >= 3);
  note('zero rate at six minutes', decimal(observed.zeroRate.toBigInt()).slice(0, 9), observed.block.number);
});

step('tokens are handed on and traded in a pool', async () => {
  const token = story.tokens[SENIOR];
  const pair = ['Native', { WithId: token }];
  const { assets, assetConversion } = api.tx;
  const [, , swapped] = await Promise.all([
    one.send(assetConversion.createPool(...pair)),
    one.send(assetConversion.addLiquidity(...pair, 1_000n * FINCH, 1_000n * FINCH, 1, 1, one.address)),
    // In the order of the account's extrinsics: the pool is there by then.
    one.send(assetConversion.swapExactTokensForTokens(['Native', { WithId: token }], 10n * FINCH, 1, one.address, true)),
    one.send(assets.transfer(token, two.address, 500n * FINCH)),
  ]);
  assert.equal(swapped.error, undefined);
  const bought = swapped.event('assetConversion.SwapExecuted').amountOut.toBigInt();
  assert.ok(bought > 9n * FINCH && bought < 10n * FINCH);
  const { hash } = journal.last;
  const handed = await until('the transfer to be final', 60, async () => (await tokens(SENIOR, two, journal.last.hash)) === 4_500n * FINCH);
  assert.ok(handed);
  const held = await (await reads(hash)).stakingDerivativesApi.holdings(two.address);
  assert.equal(held.length, 1);
  note('traded', `10 FINCH for ${coins(bought, story.symbols[SENIOR])}`, swapped.number);
});

step('nothing is paid before maturity, the vault earns', async () => {
  const { redeem } = api.tx.stakingDerivatives;
  await refused([
    ['stakingDerivatives.NotMatured', two, redeem(series, SENIOR, FINCH)],
    ['stakingDerivatives.UnknownTranche', two, redeem(series, 7, FINCH)],
    ['stakingDerivatives.SeriesNotFound', two, redeem(4_000_000_000, SENIOR, FINCH)],
    ['auctions.AuctionNotFound', one, api.tx.auctions.claim(story.auctions[SENIOR], story.bids[0].id)],
  ]);
  const rewarded = await journal.event('a reward of the vault', 900, (e) => ours('Rewarded')(e) && e.amount.toBigInt() > 0n);
  note('reward of the vault', coins(rewarded.amount.toBigInt()), rewarded.block.number);
});

step('the series matures: senior, then junior, then the operator', async () => {
  const settled = await journal.event('the settlement', 1_200, ours('Settled'));
  assert.equal(settled.state.type, 'Matured');
  const now = (await (await api.at(settled.block.hash)).query.timestamp.now()).toNumber();
  assert.ok(now >= story.maturity, 'not before maturity');
  story.payouts = journal.blocks.flatMap(({ events }) => events).filter(ours('TrancheSettled'));
  let shared = 0n;
  for (const payout of story.payouts) {
    const tranche = payout.tranche.toNumber();
    assert.equal(payout.units.toBigInt(), story.sold[tranche]);
    assert.equal(payout.paid.toBigInt(), payout.face.toBigInt(), 'every face is met');
    assert.ok(payout.paid.toBigInt() > payout.units.toBigInt(), 'a unit pays more than its principal');
    shared += payout.paid.toBigInt();
    note(`${story.symbols[tranche]} pays`, `${coins(payout.paid.toBigInt())} for ${coins(payout.units.toBigInt(), story.symbols[tranche])}`, settled.block.number);
  }
  const rewards = journal.blocks
    .flatMap(({ events }) => events)
    .filter(ours('Rewarded'))
    .reduce((sum, { amount }) => sum + amount.toBigInt(), 0n);
  const [value, bond, residual] = [settled.value, settled.bond, settled.residual].map((amount) => amount.toBigInt());
  assert.equal(bond, 0n, 'the bond was not needed');
  assert.equal(value, PRINCIPAL + rewards, 'the vault is worth the principal and what it earned');
  assert.equal(value, shared + residual, 'what is not the holders is the residual, to the planck');
  note('residual of the operator', coins(residual), settled.block.number);
});

step('holders redeem once, the operator has its bond back, the series closes', async () => {
  const { redeem } = api.tx.stakingDerivatives;
  const payout = story.payouts.find(({ tranche }) => tranche.toNumber() === SENIOR);
  const worth = (amount) => (amount * payout.paid.toBigInt()) / payout.units.toBigInt();
  const amount = 4_500n * FINCH;
  const paid = await two.send(redeem(series, SENIOR, amount));
  assert.equal(paid.event('stakingDerivatives.Redeemed').amount.toBigInt(), worth(amount));
  assert.equal(await change(two, paid), worth(amount) - paid.fee);
  assert.equal(await tokens(SENIOR, two, paid.hash), 0n);
  await refused([
    ['stakingDerivatives.NothingToRedeem', two, redeem(series, SENIOR, amount)],
    ['stakingDerivatives.NotWoundUp', two, api.tx.stakingDerivatives.close(series)],
  ]);
  const released = journal.find(ours('BondReleased'));
  assert.equal(released.amount.toBigInt(), BOND);
  const { held } = await free(issuer, journal.last.hash);
  assert.ok(held < BOND + PRINCIPAL);
  note('redeemed', `${coins(amount, story.symbols[SENIOR])} for ${coins(worth(amount))}`, paid.number);
  note('bad inputs refused', story.refused);
});
