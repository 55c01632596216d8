// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// The mutual, from outside: two members join, a slash of the synth is covered, one slash is reported and cancelled and pays
// nothing, another one is applied and pays both covers, the members share the loss, one of them leaves; then two losses that the
// chain cannot measure are claimed and voted about. Half an hour, five minutes on one node. It uses the committee and accounts of
// its own, and wants a network on which nobody has been slashed yet and nobody else joins the mutual meanwhile.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints, single, until } from './lib/chain.mjs';
import { Committee } from './lib/committee.mjs';
import { Journal } from './lib/events.mjs';
import { argumentsOf, giveUpAfter, steps, unexplained } from './lib/story.mjs';
import { coins, decimal, note, printSummary } from './lib/summary.mjs';

const FINCH = 10n ** 12n;
const ONE = 10n ** 18n;
const DAY = 86_400_000n;
const YEAR = 365n * DAY;
const VIRTUAL_SHARES = 1_000_000n;
const FULL_BUMP = 5n * 10n ** 16n;
const FALL_A_DAY = 2n * 10n ** 16n;

const FUNDS = 100_000n * FINCH;
const JOINED = { member: 60_000n * FINCH, partner: 40_000n * FINCH };
const COVERED = { owner: 10_000n * FINCH, partner: 5_000n * FINCH };
const DAYS = { owner: 60, partner: 7 };
const VOTED = 1_000n * FINCH;
const STAKE = { member: 300n * FINCH, assessor: 200n * FINCH };
/** Of the stake of every collator, in parts of a thousand million; below what stops mints. */
const SLASH = 40_000_000;
/** Seconds that an era takes at most. */
const ERA = single ? 60 : 240;
/** Whether losses are claimed and voted about: seven minutes on the network. */
const claims = process.env.FINCH_CLAIMS !== '0';
/** A vote that ends within so many milliseconds is waited for. */
const PATIENCE = 15 * 60_000;
const PROOF = `0x${'c0'.repeat(32)}`;

giveUpAfter(single ? 30 : 60);
const step = steps();
let api, journal, committee, ferdie, member, partner, owner, assessor;
/** What earlier steps found out. */
const story = {};

const reads = async (hash) => (hash ? await api.at(hash) : api).call.insuranceApi;
const ours = (name) => (event) => event.name === `insurance.${name}`;
const clock = async (hash) => (await (hash ? await api.at(hash) : api).query.timestamp.now()).toBigInt();
const free = async ({ address }, hash) => {
  const { data } = await (await api.at(hash)).query.system.account(address);
  return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
};
/** How the free FINCH of an account changed in the block of an extrinsic. */
const change = async (wallet, { hash, parent }) => (await free(wallet, hash)).free - (await free(wallet, parent)).free;
const ok = (receipt) => {
  assert.equal(receipt.error, undefined, `${receipt.what}: ${receipt.error}`);
  return receipt;
};
/** Sends what has to fail, all at once, and compares the errors; a name alone is one of this pallet. */
async function refused(cases) {
  const receipts = await Promise.all(cases.map(([, wallet, tx]) => wallet.send(tx)));
  cases.forEach(([expected], at) => {
    const name = expected === 'BadOrigin' ? expected : `insurance.${expected}`;
    assert.equal(receipts[at].error, name, `${receipts[at].what}, case ${at}`);
  });
  story.refused = (story.refused ?? 0) + cases.length;
}

const ceil = (a, b) => (a + b - 1n) / b;
const product = async (id, hash) => {
  const found = (await (await reads(hash)).products()).find(([number]) => number.toNumber() === id);
  return found[1];
};
const books = async (hash) => (await (await reads(hash)).poolStatus()).books;
/** What a share is worth to whoever leaves: rounded down. */
const worth = (shares, { capital, shares: all }) =>
  (shares * (capital.toBigInt() + 1n)) / (all.toBigInt() + VIRTUAL_SHARES);
/** By hand: what a purchase at the time `now` costs, with the product and the capacity before it. */
function priced({ rate, target, rateAt }, total, amount, days, now) {
  const fallen = (FALL_A_DAY * (now - rateAt.toBigInt())) / DAY;
  const before = rate.toBigInt() - fallen > target.toBigInt() ? rate.toBigInt() - fallen : target.toBigInt();
  const bump = ceil(FULL_BUMP * amount, total);
  const end = ceil(now + BigInt(days) * DAY, DAY);
  const premium = ceil(amount * (2n * before + bump) * (end * DAY - now), 2n * ONE * YEAR);
  return { premium, fee: premium / 10n, before, after: before + bump, end };
}
/** What days that ended between two books have brought to the capital: in the same block as anything else. */
const earned = (was, is) => is.earned.toBigInt() - was.earned.toBigInt();
/** The equation of all money: what came in is what went out and what there is. */
function balanced(all) {
  const sum = (...names) => names.reduce((total, name) => total + all[name].toBigInt(), 0n);
  assert.equal(
    sum('joined', 'earned', 'forfeited'),
    sum('withdrawn', 'paid', 'rewarded', 'capital', 'events', 'claims', 'rewards'),
    'INV-COVER-1',
  );
  assert.ok(sum('premiums') >= sum('fees', 'earned'), 'INV-COVER-2');
}

const activeEra = async () => (await api.query.staking.activeEra()).unwrap().index.toNumber();
/** Waits for an era to begin, if it has not. */
const begun = (era) => until(`era ${era} to begin`, ERA, async () => (await activeEra()) >= era);
/** What reports a slash of all collators in an era. */
async function slashOf(era) {
  const collators = await api.query.session.validators();
  story.collators = collators.length;
  return api.tx.utility.batchAll(collators.map((collator) => api.tx.staking.manualSlash(collator, era, SLASH)));
}
/** What is refused while a loss is known. */
async function known(hash) {
  const read = await reads(hash);
  assert.ok((await read.poolStatus()).knownLoss.isTrue);
  assert.equal((await read.capacity(story.synth)).unwrap().available.toBigInt(), 0n);
  assert.ok((await read.coverQuote(story.synth, COVERED.owner, 30)).isErr);
}

after(async () => {
  printSummary();
  await journal?.stop();
  await api?.disconnect();
});

step('the chain has the pallet and its first products, and every part of it is explained', async () => {
  api = await connect(endpoints.finch);
  journal = await Journal.open(api);
  committee = new Committee(api);
  ferdie = new Wallet(api, '//Ferdie');
  [member, partner, owner, assessor] = ['member', 'partner', 'owner', 'assessor'].map(
    (name) => new Wallet(api, `//Ferdie//${name}`),
  );
  assert.deepEqual(unexplained(api, 'insurance', 'insuranceApi'), []);
  const { join, buyCover, submitClaim, createProduct } = api.tx.insurance;
  assert.deepEqual(argumentsOf(join), ['amount', 'min_shares']);
  assert.deepEqual(argumentsOf(buyCover), ['product', 'amount', 'days', 'max_premium']);
  assert.deepEqual(argumentsOf(submitClaim), ['cover', 'lost', 'evidence']);
  assert.deepEqual(argumentsOf(createProduct), ['kind', 'capacity', 'pays', 'rate', 'target']);
  const products = await (await reads()).products();
  const number = (match) => products.find(([, { kind }]) => match(kind))[0].toNumber();
  story.synth = number((kind) => kind.isParametric && kind.asParametric.isSynth);
  story.voted = number((kind) => kind.isVoted);
  const { capacity, pays } = await product(story.synth);
  assert.deepEqual([capacity.toNumber(), pays.toNumber()], [500_000, 900_000], 'half of the capital, nine tenths of a loss');
  const funds = [member, partner, owner, assessor].map(({ address }) => api.tx.balances.transferKeepAlive(address, FUNDS));
  ok(await ferdie.send(api.tx.utility.batchAll(funds)));
  note('products', products.length);
});

step('two members join, for shares at what they are worth', async () => {
  const { insurance } = api.tx;
  for (const [wallet, amount] of [
    [member, JOINED.member],
    [partner, JOINED.partner],
  ]) {
    const joined = ok(await wallet.send(insurance.join(amount, 1)));
    const { shares: all, capital, claims } = await books(joined.parent);
    const shares = (amount * (all.toBigInt() + VIRTUAL_SHARES)) / (capital.toBigInt() + claims.toBigInt() + 1n);
    assert.equal(joined.event('insurance.Joined').shares.toBigInt(), shares);
    assert.equal(await change(wallet, joined), -amount - joined.fee);
    const info = (await (await reads(joined.hash)).member(wallet.address)).unwrap();
    assert.equal(info.shares.toBigInt(), shares);
    assert.equal(info.value.toBigInt(), worth(shares, await books(joined.hash)));
    note(`${wallet.name} joined with`, coins(amount), joined.number);
  }
  // A half of the smaller one is to leave: the notice runs from now on.
  const { shares } = (await (await reads()).member(partner.address)).unwrap();
  story.leaving = shares.toBigInt() / 2n;
  const [requested] = await Promise.all([
    partner.send(insurance.requestWithdrawal(story.leaving)),
    refused([
      ['BelowMinimum', owner, insurance.join(FINCH - 1n, 0)],
      ['TooFewShares', owner, insurance.join(FINCH, 2n ** 100n)],
      ['NotMember', owner, insurance.requestWithdrawal(1)],
      ['NotEnoughShares', member, insurance.requestWithdrawal(2n ** 120n)],
      ['NoNotice', member, insurance.withdraw(0)],
      // After its request, as extrinsics of an account are in the order in which they were sent.
      ['NoticeRunning', partner, insurance.withdraw(0)],
    ]),
  ]);
  story.from = ok(requested).event('insurance.WithdrawalRequested').from.toBigInt();
});

step('cover of a slash is bought: the premium is the mean rate of its own bump, to the planck', async () => {
  const { insurance } = api.tx;
  story.covers = {};
  for (const [name, wallet] of [
    ['owner', owner],
    ['partner', partner],
  ]) {
    const [amount, days] = [COVERED[name], DAYS[name]];
    const bought = ok(await wallet.send(insurance.buyCover(story.synth, amount, days, FINCH * 1_000n)));
    const event = bought.event('insurance.CoverBought');
    const before = await product(story.synth, bought.parent);
    const total = (await (await reads(bought.parent)).capacity(story.synth)).unwrap().total.toBigInt();
    const expected = priced(before, total, amount, days, await clock(bought.hash));
    assert.equal(event.premium.toBigInt(), expected.premium);
    assert.equal(event.fee.toBigInt(), expected.fee);
    assert.equal(event.rate.toBigInt(), expected.after);
    assert.equal(event.end.toBigInt(), expected.end * DAY);
    assert.equal(await change(wallet, bought), -expected.premium - bought.fee);
    // The read says the same, at the clock of its own block.
    const quote = (await (await reads(bought.parent)).coverQuote(story.synth, amount, days)).asOk;
    const then = priced(before, total, amount, days, await clock(bought.parent));
    assert.deepEqual(
      [quote.premium, quote.fee, quote.rate, quote.rateAfter].map((number) => number.toBigInt()),
      [then.premium, then.fee, then.before, then.after],
    );
    story.covers[name] = event.cover.toNumber();
    note(`cover of ${name}`, `${coins(amount)} for ${days} days: ${coins(expected.premium)}`, bought.number);
    note('rate after it', decimal(expected.after).slice(0, 8), bought.number);
  }
  const { total, active, available } = (await (await reads()).capacity(story.synth)).unwrap();
  assert.equal(active.toBigInt(), COVERED.owner + COVERED.partner);
  assert.equal(available.toBigInt(), total.toBigInt() - active.toBigInt());
});

step('bad inputs are refused, each with its own error', async () => {
  const { insurance } = api.tx;
  const { synth, covers } = story;
  const buy = (id, amount, days, most) => insurance.buyCover(id, amount, days, most);
  await refused([
    ['NoProduct', owner, buy(4_000_000_000, COVERED.owner, 30, FUNDS)],
    ['BelowMinimum', owner, buy(synth, 1, 30, FUNDS)],
    ['BadPeriod', owner, buy(synth, COVERED.owner, 0, FUNDS)],
    ['BadPeriod', owner, buy(synth, COVERED.owner, 366, FUNDS)],
    ['SoldOut', owner, buy(synth, 90_000n * FINCH, 30, FUNDS)],
    ['Overpriced', owner, buy(synth, COVERED.owner, 30, 1)],
    ['NoCover', owner, insurance.claim(4_000_000_000)],
    ['NothingDue', owner, insurance.claim(covers.owner)],
    ['TooEarlyToRenew', owner, insurance.renewCover(covers.owner, 30, FUNDS)],
    ['NotOwner', owner, insurance.renewCover(covers.partner, 30, FUNDS)],
    ['NotVoted', owner, insurance.submitClaim(covers.owner, FINCH, PROOF)],
    ['BadOrigin', owner, insurance.createProduct('Voted', 300_000, 900_000, ONE / 10n, ONE / 10n)],
    ['NoStake', owner, insurance.unstake(1)],
    ['BelowMinimum', owner, insurance.stake(1)],
    ['NoClaim', owner, insurance.vote(4_000_000_000, 'Accept')],
  ]);
  const read = await (await reads()).coverQuote(synth, COVERED.owner, 0);
  assert.ok(read.isErr, 'the read says so too');
});

step('a cover is renewed: no bump, the rate of the moment', async () => {
  const cover = story.covers.partner;
  const renewed = ok(await partner.send(api.tx.insurance.renewCover(cover, 7, FUNDS)));
  const event = renewed.event('insurance.CoverRenewed');
  const { rate, target, rateAt } = await product(story.synth, renewed.parent);
  const fallen = (FALL_A_DAY * ((await clock(renewed.hash)) - rateAt.toBigInt())) / DAY;
  const now = rate.toBigInt() - fallen > target.toBigInt() ? rate.toBigInt() - fallen : target.toBigInt();
  assert.equal(event.premium.toBigInt(), ceil(COVERED.partner * 2n * now * 7n * DAY, 2n * ONE * YEAR));
  const after = await product(story.synth, renewed.hash);
  assert.equal(after.rate.toBigInt(), rate.toBigInt(), 'a renewal takes no capacity');
  note('renewed for a week', coins(event.premium.toBigInt()), renewed.number);
});

step('a slash is reported and cancelled: nobody buys or leaves meanwhile, and nothing is paid', async () => {
  const { insurance, staking } = api.tx;
  await until('the notice to be over', 240, async () => (await clock()) >= story.from);
  // Motions for the era that comes are ready when it begins, or soon after. What is reported in an era is applied when the one
  // after the next begins.
  const era = (await activeEra()) + 1;
  const slash = await slashOf(era);
  const due = era + 2;
  const indices = Array.from({ length: story.collators }, (_, index) => index);
  const [report, cancel] = await Promise.all(
    [slash, staking.cancelDeferredSlash(due, indices)].map((call) => committee.prepare(call)),
  );
  await begun(era);
  const reported = await report();
  const waiting = await api.query.staking.unappliedSlashes(due);
  assert.equal(waiting.length, story.collators, 'one for each collator, and nobody else’s');
  await known(reported.hash);
  await refused([
    ['KnownLoss', owner, insurance.buyCover(story.synth, COVERED.owner, 30, FUNDS)],
    ['KnownLoss', partner, insurance.renewCover(story.covers.partner, 7, FUNDS)],
    ['KnownLoss', partner, insurance.withdraw(0)],
  ]);
  const cancelled = await cancel();
  const { books: at, knownLoss } = await (await reads(cancelled.hash)).poolStatus();
  assert.ok(knownLoss.isFalse, 'it is known no more');
  await until('the era in which it would have been applied', 3 * ERA, async () => (await activeEra()) >= due);
  const { number } = await api.rpc.chain.getHeader();
  await journal.until('its first block to be final', 180, () => journal.last.number >= number.toNumber());
  assert.ok(!journal.find(({ name }) => name === 'stakingSynth.Slashed'), 'nobody is slashed');
  assert.ok(!journal.find(ours('LossBooked')), 'no loss is booked');
  const now = await books(journal.last.hash);
  assert.equal(now.paid.toBigInt(), at.paid.toBigInt());
  assert.ok(now.capital.toBigInt() >= at.capital.toBigInt());
  note('reported and cancelled', `a slash of ${SLASH / 1e7} %, due in era ${due}`, cancelled.number);
});

step('another one is applied: in its block the loss is booked, the covers are paid, the members bear it', async () => {
  const { insurance } = api.tx;
  const era = (await activeEra()) + 1;
  const report = await committee.prepare(await slashOf(era));
  await begun(era);
  const reported = await report();
  await known(reported.hash);

  const booked = await journal.event('the slash to be applied', 4 * ERA, ours('LossBooked'), reported.number);
  const { block } = booked;
  const parent = (await api.rpc.chain.getHeader(block.hash)).parentHash.toHex();
  // Each collator's slash is one of the synth, and one loss event.
  const slashes = block.events.filter(({ name }) => name === 'stakingSynth.Slashed');
  const losses = block.events.filter(ours('LossBooked'));
  assert.equal(losses.length, slashes.length);
  const before = await (await api.at(parent)).call.stakingSynthApi.books();
  let atRisk = before.backing.toBigInt() + before.owed.toBigInt();
  const was = await books(parent);
  let capital = was.capital.toBigInt();
  const active = COVERED.owner + COVERED.partner;
  const ratios = losses.map((loss, at) => {
    const lost = slashes[at].holders.toBigInt() + slashes[at].queue.toBigInt();
    const ratio = (((lost * ONE) / atRisk) * 9n) / 10n;
    assert.equal(loss.product.toNumber(), story.synth);
    assert.equal(loss.ratio.toBigInt(), ratio, 'nine tenths of what holders lost');
    assert.equal(loss.reserved.toBigInt(), ceil(active * ratio, ONE));
    assert.equal(loss.owed.toBigInt(), loss.reserved.toBigInt(), 'the capital is large enough');
    atRisk -= lost;
    capital -= loss.reserved.toBigInt();
    note('lost to holders of sFINCH', coins(lost), block.number);
    note('ratio of the loss', decimal(ratio), block.number);
    return ratio;
  });

  // The idle time of the block pays; of a block without room the next one does.
  const latest = losses.at(-1).event.toNumber();
  const asked = (event) => ours('LossPaid')(event) && event.event.toNumber() === latest;
  const last = await journal.event('every cover to be asked', 120, asked, block.number);
  assert.ok(last.block.number - block.number <= 2, `paid ${last.block.number - block.number} blocks later`);
  for (const [name, wallet] of [
    ['owner', owner],
    ['partner', partner],
  ]) {
    let [left, sum] = [COVERED[name], 0n];
    for (const ratio of ratios) {
      const due = (left * ratio) / ONE;
      [left, sum] = [left - due, sum + due];
    }
    const paid = journal.blocks
      .flatMap(({ events }) => events)
      .filter((event) => ours('CoverPaid')(event) && event.cover.toNumber() === story.covers[name]);
    assert.equal(paid.length, losses.length, 'once for each loss');
    assert.equal(paid.reduce((total, event) => total + event.paid.toBigInt(), 0n), sum);
    const [was, is] = [await free(wallet, parent), await free(wallet, last.block.hash)];
    assert.equal(is.free - was.free, sum, `${name} has it`);
    const info = (await (await reads(last.block.hash)).covers(wallet.address)).find(
      ({ id }) => id.toNumber() === story.covers[name],
    );
    assert.equal(info.cover.amount.toBigInt(), left);
    assert.equal(info.due.toBigInt(), 0n);
    story.paid = (story.paid ?? 0n) + sum;
    note(`paid to ${name}`, coins(sum), last.block.number);
  }

  // What the payouts left of the reserves went back; the members bear the rest, each its part.
  const returned = journal.blocks
    .flatMap(({ events }) => events)
    .filter(ours('LossPaid'))
    .reduce((sum, event) => sum + event.returned.toBigInt(), 0n);
  const all = await books(last.block.hash);
  assert.equal(all.capital.toBigInt(), capital + returned + earned(was, all));
  assert.equal(all.events.toBigInt(), 0n);
  assert.equal(all.paid.toBigInt(), story.paid);
  for (const wallet of [member, partner]) {
    const [was, is] = await Promise.all(
      [parent, last.block.hash].map(async (hash) => (await (await reads(hash)).member(wallet.address)).unwrap()),
    );
    assert.equal(is.value.toBigInt(), worth(was.shares.toBigInt(), all));
    assert.ok(is.value.toBigInt() < was.value.toBigInt());
    note(`borne by ${wallet.name}`, coins(was.value.toBigInt() - is.value.toBigInt()), last.block.number);
  }
  balanced(all);
  await refused([
    ['NothingDue', owner, insurance.claim(story.covers.owner)],
    ['NothingDue', partner, insurance.claim(story.covers.partner)],
  ]);
});

step('after its notice a member leaves with what its shares are worth', async () => {
  const left = ok(await partner.send(api.tx.insurance.withdraw(1)));
  const amount = worth(story.leaving, await books(left.parent));
  const event = left.event('insurance.Withdrawn');
  assert.equal(event.amount.toBigInt(), amount);
  assert.equal(event.shares.toBigInt(), story.leaving);
  const { withdrawable } = (await (await reads(left.parent)).member(partner.address)).unwrap();
  assert.equal(withdrawable.asOk.toBigInt(), amount);
  assert.equal(await change(partner, left), amount - left.fee);
  await refused([['NoNotice', partner, api.tx.insurance.withdraw(1)]]);
  note('half of a membership', coins(amount), left.number);
});

step('two losses are claimed; stake that was there before votes, once', async (t) => {
  if (!claims) return t.skip('left out: FINCH_CLAIMS=0');
  const { insurance } = api.tx;
  await Promise.all([
    member.send(insurance.stake(STAKE.member)),
    assessor.send(insurance.stake(STAKE.assessor)),
  ]).then((receipts) => receipts.map(ok));
  const owners = [owner, partner];
  const lost = 500n * FINCH;
  const payout = (lost * 9n) / 10n;
  const bought = await Promise.all(owners.map((wallet) => wallet.send(insurance.buyCover(story.voted, VOTED, 7, FUNDS))));
  const covers = bought.map((receipt) => ok(receipt).event('insurance.CoverBought').cover.toNumber());
  // On a development network a vote takes two minutes: both claims come at once, and then all that has to be said about them.
  const submitted = await Promise.all(owners.map((wallet, at) => wallet.send(insurance.submitClaim(covers[at], lost, PROOF))));
  story.claims = await Promise.all(
    submitted.map(async (receipt, at) => {
      const event = ok(receipt).event('insurance.ClaimSubmitted');
      return { wallet: owners[at], cover: covers[at], id: event.claim.toNumber(), payout, receipt };
    }),
  );
  const [good, bad] = story.claims;
  const votes = [
    [member, good, 'Accept', STAKE.member],
    [assessor, good, 'Reject', STAKE.assessor],
    [member, bad, 'Reject', STAKE.member],
    [assessor, bad, 'Reject', STAKE.assessor],
  ];
  // In the order of an account's extrinsics: who has voted votes again, who has staked after the claim votes.
  const voting = votes.map(([wallet, { id }, vote]) => wallet.send(insurance.vote(id, vote)));
  const late = ferdie.send(insurance.stake(STAKE.member));
  await refused([
    ['AlreadyVoted', member, insurance.vote(good.id, 'Reject')],
    ['StakeTooNew', ferdie, insurance.vote(good.id, 'Reject')],
    ['NoStake', owner, insurance.vote(good.id, 'Accept')],
    ['ClaimOpen', owner, insurance.submitClaim(good.cover, FINCH, PROOF)],
    ['NotOwner', owner, insurance.submitClaim(bad.cover, FINCH, PROOF)],
    ['NotDecided', owner, insurance.collect(good.id, member.address)],
    ['BadOrigin', owner, insurance.escalate(good.id)],
    ['BadOrigin', owner, insurance.resolve(good.id, 'Accept')],
    ['VoteRunning', owner, insurance.finalise(good.id)],
  ]);
  ok(await late);
  for (const [at, receipt] of (await Promise.all(voting)).entries()) {
    assert.equal(ok(receipt).event('insurance.Voted').weight.toBigInt(), votes[at][3]);
  }

  for (const claim of story.claims) {
    const { wallet, receipt } = claim;
    assert.equal(receipt.event('insurance.ClaimSubmitted').payout.toBigInt(), payout);
    const [{ claim: open, voteEnd, finalFrom }] = await (await reads(receipt.hash)).claims(wallet.address);
    assert.equal(open.reward.toBigInt(), open.deposit.toBigInt());
    assert.equal(open.electorate.toBigInt(), STAKE.member + STAKE.assessor);
    claim.deposit = open.deposit.toBigInt();
    const [was, is] = [await free(wallet, receipt.parent), await free(wallet, receipt.hash)];
    assert.equal(is.held - was.held, claim.deposit);
    Object.assign(claim, { voteEnd: voteEnd.toNumber(), finalFrom: finalFrom.toNumber(), submitted: await clock(receipt.hash) });
    note(`claimed by ${wallet.name}`, coins(payout), receipt.number);
  }
  const [first, last] = [...submitted].sort((x, y) => x.number - y.number);
  const [was, is] = [await books(first.parent), await books(last.hash)];
  const reserved = was.capital.toBigInt() + earned(was, is) - is.capital.toBigInt();
  assert.equal(reserved, 2n * payout + good.deposit + bad.deposit, 'payouts and rewards are reserved at once');
  balanced(await books(journal.last.hash));
});

step('the accepted claim is paid, the rejected one costs its deposit', async (t) => {
  if (!claims) return t.skip('left out: FINCH_CLAIMS=0');
  const { insurance } = api.tx;
  const [good, bad] = story.claims;
  const period = bad.finalFrom - Number(bad.submitted);
  if (period > PATIENCE) return t.skip(`a claim takes ${(period / 86_400_000).toFixed(2)} days on this chain`);
  await until('the votes to end', PATIENCE / 1000, async () => Number(await clock()) >= bad.voteEnd);
  await refused([['VoteOver', ferdie, insurance.vote(bad.id, 'Accept')]]);
  await until('the decision to be final', PATIENCE / 1000, async () => Number(await clock()) >= bad.finalFrom);

  const [accepted, rejected] = await Promise.all(
    [good, bad].map(({ id }) => assessor.send(insurance.finalise(id))),
  ).then((receipts) => receipts.map(ok));
  const yes = accepted.event('insurance.ClaimDecided');
  assert.equal(yes.verdict.type, 'Accept');
  assert.equal(yes.paid.toBigInt(), good.payout);
  assert.equal(yes.reward.toBigInt(), good.deposit);
  assert.equal(await change(good.wallet, accepted), good.payout + good.deposit, 'payout and deposit');
  const no = rejected.event('insurance.ClaimDecided');
  assert.equal(no.verdict.type, 'Reject');
  assert.equal(no.paid.toBigInt(), 0n);
  assert.equal((await free(bad.wallet, rejected.parent)).held - (await free(bad.wallet, rejected.hash)).held, bad.deposit);
  assert.equal(await change(bad.wallet, rejected), 0n, 'the deposit is gone');
  note('accepted', coins(good.payout), accepted.number);
  note('rejected, costs', coins(bad.deposit), rejected.number);

  // Who voted so shares the reward, in proportion to stake.
  const electorate = STAKE.member + STAKE.assessor;
  const shares = [
    [good, good.deposit, 0n],
    [bad, (bad.deposit * STAKE.member) / electorate, (bad.deposit * STAKE.assessor) / electorate],
  ];
  for (const [claim, ...parts] of shares) {
    const assessors = [member, assessor];
    const collected = await Promise.all(assessors.map(({ address }) => owner.send(insurance.collect(claim.id, address))));
    for (const [at, receipt] of collected.entries()) {
      assert.equal(ok(receipt).event('insurance.Collected').paid.toBigInt(), parts[at]);
      assert.equal(await change(assessors[at], receipt), parts[at]);
    }
  }
  await refused([
    ['NoClaim', owner, insurance.collect(good.id, member.address)],
    ['NoClaim', owner, insurance.finalise(bad.id)],
  ]);
});

step('all money of the mutual adds up', async () => {
  const blocks = [...journal.blocks];
  const { hash, number } = blocks.at(-1);
  const { books: all, unearned, requirement } = await (await reads(hash)).poolStatus();
  balanced(all);
  assert.equal(unearned.toBigInt(), all.premiums.toBigInt() - all.fees.toBigInt() - all.earned.toBigInt());
  assert.equal(requirement.toBigInt(), all.active.toBigInt(), 'a planck of capital for each of cover');
  const products = await (await reads(hash)).products();
  assert.equal(products.reduce((sum, [, { active }]) => sum + active.toBigInt(), 0n), all.active.toBigInt());
  // Every fee came to the buyback.
  const charged = (flows) =>
    flows.find(({ coin, source }) => coin.isNative && source.type === 'Cover')?.flow.taken.toBigInt() ?? 0n;
  const [first, now] = await Promise.all(
    [journal.start.hash, hash].map(async (block) => charged(await (await api.at(block)).call.buybackApi.flows())),
  );
  const fees = blocks
    .flatMap(({ events }) => events)
    .filter((event) => ours('CoverBought')(event) || ours('CoverRenewed')(event))
    .reduce((sum, { fee }) => sum + fee.toBigInt(), 0n);
  assert.equal(now - first, fees);
  note('capital', coins(all.capital.toBigInt()), number);
  note('premiums, and fees of them', `${coins(all.premiums.toBigInt())}, ${coins(fees)}`, number);
  note('paid on covers', coins(all.paid.toBigInt()), number);
  note('bad inputs refused', story.refused);
});
