// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Everything that happened on the chain since the journal was opened.

/** An event as an object: `name` is `pallet.Event`, the rest are its named fields. */
export function fields(event) {
  const named = Object.fromEntries(event.data.map((value, at) => [event.data.names?.[at] ?? at, value]));
  // The name last: no event of ours has a field called so.
  return { ...named, name: `${event.section}.${event.method}` };
}

/**
 * Follows the finalised blocks and keeps the events of each, without a gap: what was missed while the connection was
 * down is read afterwards.
 */
export class Journal {
  #api;
  #known;
  #reading = false;
  #problem;
  #waiting = new Set();

  static async open(api) {
    const journal = new Journal();
    journal.#api = api;
    const head = await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead());
    /** The block before the first one that is kept. */
    journal.start = { number: head.number.toNumber(), hash: head.hash.toHex() };
    journal.blocks = [];
    journal.#known = journal.start.number;
    journal.stop = await api.rpc.chain.subscribeFinalizedHeads((finalised) => {
      journal.#known = Math.max(journal.#known, finalised.number.toNumber());
      journal.#read();
    });
    return journal;
  }

  get last() {
    return this.blocks.at(-1) ?? this.start;
  }

  async #read() {
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.last.number < this.#known) {
        const number = this.last.number + 1;
        const hash = (await this.#api.rpc.chain.getBlockHash(number)).toHex();
        const records = await (await this.#api.at(hash)).query.system.events();
        this.blocks.push({ number, hash, events: records.map(({ event }) => fields(event)) });
        this.#problem = undefined;
        this.#tell();
      }
    } catch (error) {
      // The next head tries again.
      this.#problem = error;
    } finally {
      this.#reading = false;
    }
  }

  #tell() {
    for (const waiter of this.#waiting) waiter();
  }

  /** The first event from block `from` on that `match` accepts, with its block. */
  find(match, from = 0) {
    for (const block of this.blocks) {
      if (block.number < from) continue;
      const event = block.events.find(match);
      if (event) return { ...event, block };
    }
    return undefined;
  }

  /** Waits for an answer of `look`, which is asked again after every finalised block. */
  until(what, seconds, look) {
    return new Promise((resolve, reject) => {
      let timer;
      const end = (done, value) => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        done(value);
      };
      const check = () => {
        try {
          const answer = look();
          if (answer) end(resolve, answer);
        } catch (error) {
          end(reject, error);
        }
      };
      timer = setTimeout(() => {
        const problem = this.#problem ? ` (${this.#problem.message})` : '';
        end(
          reject,
          new Error(`waited ${seconds} s in vain for: ${what}; the last finalised block is ${this.last.number}${problem}`),
        );
      }, seconds * 1000);
      this.#waiting.add(check);
      console.log(`    waiting for ${what}`);
      Promise.resolve().then(check);
    });
  }

  /** Waits for an event. */
  event(what, seconds, match, from) {
    return this.until(what, seconds, () => this.find(match, from));
  }
}
