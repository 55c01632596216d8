// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// A finch-keeper as a process of the story: its settings, its log, its metrics, and what the chain says that it did.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringPascalCase } from '@polkadot/util';
import { Keyring } from '@polkadot/api';
import { until } from './chain.mjs';
import { fields } from './events.mjs';

const { FINCH_KEEPER, CARGO_TARGET_DIR, FINCH_CACHE } = process.env;
/** Where `make build` puts it, unless somebody says otherwise. */
const cache = FINCH_CACHE ?? join(homedir(), '.cache/finch');
const program = FINCH_KEEPER ?? join(CARGO_TARGET_DIR ?? join(cache, 'target'), 'debug/finch-keeper');

/** What a text of sums says: the same at the end of a run and of a replay. */
function totals(text) {
  const number = (name) => {
    const line = text.match(new RegExp(`^${name} +(\\d+)`, 'm'));
    assert.ok(line, `no ${name} in: ${text}`);
    return BigInt(line[1]);
  };
  const outcomes = {};
  for (const [, call, list] of text.matchAll(/^ {2}(\w+\.\w+): (.*)$/gm)) {
    const counted = list.split(', ').map((one) => one.split(' '));
    // The program may tell that there was none.
    outcomes[call] = Object.fromEntries(counted.map(([name, count]) => [name, Number(count)]).filter(([, count]) => count));
  }
  return {
    transactions: Number(number('transactions')),
    actions: Number(number('actions')),
    outcomes,
    fees: number('fees'),
    rewards: number('rewards'),
  };
}

export class Keeper {
  #uri;
  #urls;
  #port;
  #child;
  #ended;
  #told = '';

  /** Nothing runs yet. The first of the URLs is used until it is lost. */
  constructor(uri, urls, port) {
    this.#uri = uri;
    this.#urls = urls;
    this.#port = port;
    this.address = new Keyring({ type: 'sr25519' }).addFromUri(uri).address;
    this.folder = mkdtempSync(join(tmpdir(), 'finch-keeper-'));
    this.log = join(this.folder, 'keeper.log');
    // Whatever ends the story ends its keeper.
    process.on('exit', () => this.#child?.kill('SIGKILL'));
  }

  /** Starts it with these settings, on the log that is there, and waits until it has a node. */
  async start(settings) {
    assert.ok(!this.#child, 'it runs already');
    const file = join(this.folder, 'keeper.toml');
    writeFileSync(file, settings);
    const urls = this.#urls.flatMap((url) => ['--url', url]);
    const words = openSync(join(this.folder, 'told'), 'a');
    const args = [...urls, '--settings', file, '--audit-log', this.log, '--metrics-port', String(this.#port)];
    const child = spawn(program, args, {
      env: { ...process.env, FINCH_KEEPER_KEY: this.#uri },
      stdio: ['ignore', 'pipe', words],
    });
    closeSync(words);
    this.#child = child;
    this.#told = '';
    child.stdout.on('data', (text) => (this.#told += text));
    this.#ended = new Promise((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('close', (code, signal) => resolve(code ?? signal));
    });
    this.#ended.then((how) => {
      if (this.#child === child) this.#child = undefined;
      this.how = how;
    });
    await until('the keeper to have looked at a block', 60, async () => {
      if (!this.#child) throw new Error(`it has ended: ${this.how}`);
      return (await this.metric('connected')) === 1 && (await this.metric('best_block')) > 0;
    });
  }

  /** Whether it runs. */
  get runs() {
    return this.#child !== undefined;
  }

  /** Ends it as Ctrl-C does, and compares what it says at its end with the log. */
  async stop() {
    this.#child.kill('SIGTERM');
    assert.equal(await this.#ended, 0, 'its exit code');
    const replayed = this.replay();
    assert.deepEqual(totals(this.#told), replayed, 'the log comes to what the program says at its end');
    return replayed;
  }

  /** Ends it at once, as a crash does. */
  async crash() {
    this.#child.kill('SIGKILL');
    assert.equal(await this.#ended, 'SIGKILL');
  }

  /** What the log comes to, which is checked line by line. */
  replay() {
    const text = execFileSync(program, ['replay', this.log], { encoding: 'utf8' });
    assert.match(text, /^out +0$/m, 'it is known what became of everything');
    return totals(text);
  }

  /** What it tells Prometheus; the labels belong to the name. */
  async metric(name) {
    const answer = await fetch(`http://127.0.0.1:${this.#port}/metrics`, { signal: AbortSignal.timeout(5000) });
    const start = `finch_keeper_${name} `;
    const line = (await answer.text()).split('\n').find((text) => text.startsWith(start));
    return line === undefined ? undefined : Number(line.slice(start.length));
  }

  /** The lines of its log; one that is not finished is not there yet. */
  records() {
    const lines = readFileSync(this.log, 'utf8').split('\n').slice(0, -1);
    return lines.flatMap((line) => {
      try {
        return [JSON.parse(line)];
      } catch {
        // What a crash has left; the program checks that itself.
        return [];
      }
    });
  }

  /** The transactions of its log of which it does not know yet what became of them. */
  out() {
    const records = this.records();
    const closed = new Set(records.filter(({ type }) => type === 'result').map(({ hash }) => hash));
    return records.filter(({ type, hash }) => type === 'intent' && !closed.has(hash));
  }

  /** Waits until nothing is out and its log has come to a block. */
  settled(number) {
    return until(`the keeper to have looked at the final block ${number}`, 180, async () => {
      const [final, out] = [await this.metric('final_block'), await this.metric('transactions_out')];
      return final >= number && out === 0;
    });
  }

  /** What the chain says that the account did in some blocks, extrinsic by extrinsic. */
  async deeds(api, blocks) {
    const found = [];
    for (const { number, hash } of blocks) {
      const { extrinsics } = (await api.rpc.chain.getBlock(hash)).block;
      const own = [...extrinsics.entries()].filter(([, tx]) => tx.isSigned && tx.signer.toString() === this.address);
      if (own.length === 0) continue;
      const records = await (await api.at(hash)).query.system.events();
      for (const [at, tx] of own) {
        const events = records
          .filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.toNumber() === at)
          .map(({ event }) => fields(event));
        const count = (name) => events.filter((event) => event.name === name).length;
        const batch = tx.method.section === 'utility';
        const calls = (batch ? [...tx.method.args[0]] : [tx.method]).map(
          ({ section, meta }) => `${stringPascalCase(section)}.${meta.name}`,
        );
        const items = events.filter(({ name }) => ['utility.ItemCompleted', 'utility.ItemFailed'].includes(name));
        const failed = count('system.ExtrinsicFailed') > 0;
        found.push({
          number,
          hash: tx.hash.toHex(),
          nonce: tx.nonce.toNumber(),
          calls: calls.map((call, item) => {
            const good = !failed && (batch ? items[item].name === 'utility.ItemCompleted' : true);
            return [call, good ? 'done' : 'failed'];
          }),
          fee: events
            .filter(({ name }) => name === 'transactionPayment.TransactionFeePaid')
            .reduce((sum, { actualFee }) => sum + actualFee.toBigInt(), 0n),
        });
      }
    }
    return found;
  }
}

/** The sums of what the chain says, in the shape of those of a log. */
export function sums(deeds, rewards) {
  const outcomes = {};
  for (const [call, outcome] of deeds.flatMap(({ calls }) => calls)) {
    outcomes[call] ??= {};
    outcomes[call][outcome] = (outcomes[call][outcome] ?? 0) + 1;
  }
  return {
    transactions: deeds.length,
    actions: deeds.reduce((sum, { calls }) => sum + calls.length, 0),
    outcomes,
    fees: deeds.reduce((sum, { fee }) => sum + fee, 0n),
    rewards,
  };
}
