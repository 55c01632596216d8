// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// What operators report, and what a client reads of it. A minute. It signs with accounts of the other stories: one after
// the other.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Wallet, connect, endpoints } from './lib/chain.mjs';
import { argumentsOf, giveUpAfter, steps } from './lib/story.mjs';
import { decimal, note, printSummary } from './lib/summary.mjs';

const CENT = 10n ** 16n;
const PRICE = { coin: { Asset: 1 }, metric: 'Price' };

giveUpAfter(5);
const step = steps();
let api, operators, outsider;

const report = (cents, key = PRICE) => api.tx.oracle.feedValues([[key, BigInt(cents) * CENT]]);
const fed = async (wallet, cents) => {
  const receipt = await wallet.send(report(cents));
  assert.ok(!receipt.error, `${wallet.name}: ${receipt.error}`);
  return receipt;
};

after(async () => {
  printSummary();
  await api?.disconnect();
});

step('a call and its reads are there', async () => {
  api = await connect(endpoints.finch);
  operators = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve'].map((name) => `//${name}//stash`).map((key) => new Wallet(api, key));
  outsider = new Wallet(api, '//Ferdie');
  assert.deepEqual(argumentsOf(api.tx.oracle.feedValues), ['values']);
  const listed = (await api.call.feedsApi.operators()).map(String).sort();
  assert.deepEqual(listed, operators.map(({ address }) => address).sort());
  assert.ok((await api.call.feedsApi.feed(PRICE)).isMissing, 'nobody has reported yet');
});

step('only operators report', async () => {
  const receipt = await outsider.send(report(100));
  assert.equal(receipt.error, 'oracle.NoPermission');
});

step('three operators make a value: the median', async () => {
  await Promise.all([fed(operators[0], 98), fed(operators[1], 101)]);
  assert.ok((await api.call.feedsApi.feed(PRICE)).isMissing, 'two are too few');
  const { hash, number } = await fed(operators[2], 105);
  const { feedsApi } = (await api.at(hash)).call;
  const value = (await feedsApi.feed(PRICE)).asFresh.toBigInt();
  assert.equal(value, 101n * CENT);
  const [info] = await feedsApi.feeds();
  assert.equal(info.value.toBigInt(), value);
  assert.ok(info.feed.isFresh);
  assert.equal((await feedsApi.reports(PRICE)).length, 3);
  note('price of sFINCH', `${decimal(value)} dollars: of 0.98, 1.01 and 1.05`, number);
});

step('one who lies by half changes nothing beyond the others', async () => {
  await fed(operators[3], 100);
  const { hash, number } = await fed(operators[4], 50);
  const value = (await (await api.at(hash)).call.feedsApi.feed(PRICE)).asFresh.toBigInt();
  assert.ok(value >= 98n * CENT && value <= 105n * CENT, decimal(value));
  note('with a report of 0.50', `${decimal(value)} dollars`, number);
});
