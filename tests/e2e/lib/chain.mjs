// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Talking to nodes: connect, ask, sign, wait. Every wait is bounded and says what it waited for.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { fields } from './events.mjs';

/** One node of `finch-node --dev` instead of the network: no relay chain, no second collator. */
export const single = process.env.FINCH_SINGLE === '1';

const { FINCH_WS, FINCH_WS_2, RELAY_WS } = process.env;
export const endpoints = {
  finch: FINCH_WS ?? (single ? 'ws://127.0.0.1:9944' : 'ws://127.0.0.1:9988'),
  second: FINCH_WS_2 ?? 'ws://127.0.0.1:9989',
  relay: RELAY_WS ?? 'ws://127.0.0.1:9944',
};

/** Seconds from sending an extrinsic to its finality: 40 are usual, a collator may be down for a while. */
const FINALITY_SECONDS = 180;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks `probe` until it returns something truthy. A probe that throws is asked again. */
export async function until(what, seconds, probe, everyMs = 1000) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    let problem;
    try {
      const answer = await probe();
      if (answer) return answer;
    } catch (error) {
      problem = error.cause?.message ?? error.message;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${seconds} s in vain for: ${what}${problem ? ` (${problem})` : ''}`);
    }
    await sleep(everyMs);
  }
}

/** One JSON-RPC question over HTTP, on the port that also speaks WebSocket: nothing to reconnect after a restart. */
export async function rpc(endpoint, method, ...params) {
  const response = await fetch(endpoint.replace(/^ws/, 'http'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(5000),
  });
  const { result, error } = await response.json();
  if (error) throw new Error(`${method}: ${error.message}`);
  return result;
}

/** The number of the newest finalised block of a node. */
export async function finalisedHeight(endpoint) {
  const header = await rpc(endpoint, 'chain_getHeader', await rpc(endpoint, 'chain_getFinalizedHead'));
  return Number(header.number);
}

export async function connect(endpoint) {
  const { hostname } = new URL(endpoint);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new Error(`${endpoint} is not on this machine: the tour signs with the well-known development keys`);
  }
  const start = single ? 'make dev' : 'make devnet DETACH=1';
  await until(`an answer of the node at ${endpoint}; '${start}' starts it`, 180, () => rpc(endpoint, 'system_health'));
  return ApiPromise.create({ provider: new WsProvider(endpoint), noInitWarn: true });
}

/** The name of what went wrong with an extrinsic: `pallet.Error`, or the kind of a system error. */
function errorName(api, error) {
  if (!error.isModule) return error.type;
  const { section, name } = api.registry.findMetaError(error.asModule);
  return `${section}.${name}`;
}

/** An account of the development chain that signs. */
export class Wallet {
  #api;
  #nonce;

  constructor(api, uri) {
    this.#api = api;
    this.name = uri.slice(2);
    this.pair = new Keyring({ type: 'sr25519' }).addFromUri(uri);
    this.address = this.pair.address;
    this.#nonce = api.rpc.system.accountNextIndex(this.address).then((next) => next.toNumber() - 1);
  }

  /** The fee that the node expects for an extrinsic. */
  async estimate(tx) {
    return (await tx.paymentInfo(this.address)).partialFee.toBigInt();
  }

  /**
   * Signs and sends an extrinsic and waits until it is final. A failed dispatch is an answer, not an exception.
   * Several may be under way: they run in the order of the calls.
   */
  async send(tx) {
    this.#nonce = this.#nonce.then((nonce) => nonce + 1);
    const nonce = await this.#nonce;
    const what = `${tx.method.section}.${tx.method.method} of ${this.name}`;
    let status = 'not sent';
    const result = await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${what} is not final after ${FINALITY_SECONDS} s; it is: ${status}`)),
        FINALITY_SECONDS * 1000,
      );
      const settle = (end, value) => {
        clearTimeout(timer);
        end(value);
      };
      tx.signAndSend(this.pair, { nonce }, (update) => {
        status = update.status.type;
        if (update.isError) settle(reject, new Error(`${what}: ${status}`));
        if (update.status.isFinalized) settle(resolve, update);
      }).catch((error) => settle(reject, error));
    });

    const hash = result.status.asFinalized.toHex();
    const header = await this.#api.rpc.chain.getHeader(hash);
    const events = result.events.map(({ event }) => fields(event));
    const paid = events.find(({ name }) => name === 'transactionPayment.TransactionFeePaid');
    return {
      what,
      hash,
      number: header.number.toNumber(),
      parent: header.parentHash.toHex(),
      events,
      /** Planck that the extrinsic cost. */
      fee: paid ? paid.actualFee.toBigInt() : 0n,
      error: result.dispatchError ? errorName(this.#api, result.dispatchError) : undefined,
      /** The only event of that name; an exception says what came instead. */
      event(name) {
        const found = events.filter((event) => event.name === name);
        if (found.length === 1) return found[0];
        const names = events.map((event) => event.name).join(', ');
        throw new Error(`${what}: ${this.error ?? `${found.length} events ${name}`} (events: ${names})`);
      },
    };
  }
}
