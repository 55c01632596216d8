// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Many accounts that do the same at once. Nobody follows each of their extrinsics, as a wallet does: what came of them, the
// journal says.

import { Keyring } from '@polkadot/api';

export class Crowd {
  #api;
  #nonces;

  /** The accounts `uri//0`, `uri//1` and so on. */
  static async open(api, uri, count) {
    const crowd = new Crowd();
    const keyring = new Keyring({ type: 'sr25519' });
    crowd.#api = api;
    crowd.pairs = Array.from({ length: count }, (_, at) => keyring.addFromUri(`${uri}//${at}`));
    crowd.addresses = crowd.pairs.map(({ address }) => address);
    const accounts = await api.query.system.account.multi(crowd.addresses);
    crowd.#nonces = accounts.map(({ nonce }) => nonce.toNumber());
    return crowd;
  }

  /** Sends what `make` returns for the place of an account, for each of the places, and waits until the pool has it all. */
  async send(places, make) {
    // Without an end of its validity: no question to the node for each signature.
    const signed = await Promise.all(
      places.map((at) => make(at).signAsync(this.pairs[at], { nonce: this.#nonces[at]++, era: 0 })),
    );
    await Promise.all(signed.map((tx) => this.#api.rpc.author.submitExtrinsic(tx)));
  }
}
