// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// What the stories of options ask of the chain, and how they compare it.

import assert from 'node:assert/strict';
import { keyless } from './story.mjs';

const NATIVE = 'Native';

/** Quotients of smallest units, rounded down and up. */
export const down = (a, b, c) => (a * b) / c;
export const up = (a, b, c) => (a * b + c - 1n) / c;

/** An event of the pallet, of any series or of one. */
export const ours = (name, series) => (event) =>
  event.name === `options.${name}` && (series === undefined || event.series.toNumber() === series);
/** The rest of the vault of an account goes home. */
export const reclaimed = (series, { address }) => (event) =>
  ours('Reclaimed', series)(event) && event.owner.toString() === address;

export const ok = (receipt) => {
  assert.equal(receipt.error, undefined, `${receipt.what}: ${receipt.error}`);
  return receipt;
};

/** The chain as a story looks at it: amounts of accounts, the clock, what is refused, what is left at the end. */
export class View {
  #api;
  #journal;
  /** Calls that were refused, as they had to be. */
  refusals = 0;

  constructor(api, journal) {
    this.#api = api;
    this.#journal = journal;
    /** The account that holds the collateral of all series. */
    this.account = { address: keyless(api.registry, api.consts.options.palletId.toU8a()) };
  }

  async #at(hash) {
    return hash ? this.#api.at(hash) : this.#api;
  }

  async reads(hash) {
    return (await this.#at(hash)).call.optionsApi;
  }

  async clock(hash) {
    return (await (await this.#at(hash)).query.timestamp.now()).toNumber();
  }

  async free({ address }, hash) {
    const { data } = await (await this.#at(hash)).query.system.account(address);
    return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
  }

  async units(id, { address }, hash) {
    const holding = await (await this.#at(hash)).query.assets.account(id, address);
    return holding.isSome ? holding.unwrap().balance.toBigInt() : 0n;
  }

  /** How the free FINCH of an account changed from before the first of some receipts to after the last. */
  async change(wallet, ...receipts) {
    const ordered = [...receipts].sort((a, b) => a.number - b.number);
    return (await this.free(wallet, ordered.at(-1).hash)).free - (await this.free(wallet, ordered[0].parent)).free;
  }

  /** Sends what has to fail, all at once, and compares the errors; a name alone is one of this pallet. */
  async refused(cases) {
    const receipts = await Promise.all(cases.map(([, wallet, tx]) => wallet.send(tx)));
    cases.forEach(([expected], at) => {
      const name = expected === 'BadOrigin' || expected.includes('.') ? expected : `options.${expected}`;
      assert.equal(receipts[at].error, name, `${receipts[at].what}, case ${at}`);
    });
    this.refusals += cases.length;
  }

  /** At the end of a series: the account has of every coin what it keeps and nothing else. */
  async nothingStays(hash, assets) {
    const { query } = await this.#api.at(hash);
    const kept = async (of) => (await query.options.kept(of)).unwrap().toBigInt();
    assert.equal((await this.free(this.account, hash)).free, await kept(NATIVE), 'FINCH of the account');
    for (const id of assets) assert.equal(await this.units(id, this.account, hash), await kept({ Asset: id }), `asset ${id}`);
  }

  /** The fees in FINCH that events say, of all series, since the journal was opened. All of them came to the buyback. */
  async fees(hash, number) {
    const charged = async (block) => {
      const flows = await (await this.#api.at(block)).call.buybackApi.flows();
      return flows.find(({ coin, source }) => coin.isNative && source.type === 'Options')?.flow.taken.toBigInt() ?? 0n;
    };
    const fees = this.#journal.blocks
      .filter((block) => block.number <= number)
      .flatMap(({ events }) => events.filter((event) => ['Sold', 'Exercised', 'Redeemed'].some((name) => ours(name)(event))))
      .reduce((sum, { fee }) => sum + fee.toBigInt(), 0n);
    assert.ok(fees > 0n, 'fees were charged');
    assert.equal((await charged(hash)) - (await charged(this.#journal.start.hash)), fees, 'every fee came to the buyback');
    return fees;
  }
}
