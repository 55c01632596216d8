// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Two of the three members of the technical committee, Dave and Eve, decide.

import assert from 'node:assert/strict';
import { Wallet } from './chain.mjs';

const WEIGHT = { refTime: 100_000_000_000, proofSize: 2_000_000 };

export class Committee {
  #api;

  constructor(api) {
    this.#api = api;
    this.dave = new Wallet(api, '//Dave');
    this.eve = new Wallet(api, '//Eve');
  }

  /** Proposes and votes. Returns what closes the motion, with a receipt that has the events of the call. */
  async prepare(call) {
    const { technicalCommittee } = this.#api.tx;
    const bound = call.method.encodedLength;
    const { hash } = call.method;
    const motion = await this.dave.send(technicalCommittee.propose(2, call, bound));
    const index = motion.event('technicalCommittee.Proposed').proposalIndex.toNumber();
    const votes = await Promise.all(
      [this.dave, this.eve].map((member) => member.send(technicalCommittee.vote(hash, index, true))),
    );
    for (const { error, what } of votes) assert.equal(error, undefined, what);
    return async () => {
      const closed = await this.eve.send(technicalCommittee.close(hash, index, WEIGHT, bound));
      const { result } = closed.event('technicalCommittee.Executed');
      assert.ok(result.isOk, `the call of the motion failed: ${result}`);
      return closed;
    };
  }

  /** Proposes, votes and closes. */
  async decide(call) {
    const close = await this.prepare(call);
    return close();
  }
}
