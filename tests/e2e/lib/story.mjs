// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// A story is a list of steps that make no sense without those before them.

import test from 'node:test';
import { stringToU8a, u8aConcat } from '@polkadot/util';
import { encodeAddress } from '@polkadot/util-crypto';

/** The function that adds a step to a story. Once one has failed, the later ones are skipped. */
export function steps() {
  let broken;
  return (name, run, options = {}) => {
    test(name, options, async (t) => {
      if (broken) return t.skip(`after a failure: ${broken}`);
      console.log(`- ${name}`);
      try {
        await run(t);
      } catch (error) {
        broken = name;
        throw error;
      }
    });
  };
}

/** No step waits for ever, but together they could take long. */
export function giveUpAfter(minutes) {
  const giveUp = () => {
    console.error(`the story takes more than ${minutes} minutes: giving up`);
    process.exit(1);
  };
  setTimeout(giveUp, minutes * 60_000).unref();
}

/** A keyless account, as the runtime derives it from a pallet's id and a part of that pallet. */
export function keyless(registry, palletId, part) {
  const sub = part ? [part.length << 2, ...stringToU8a(part)] : [];
  const bytes = u8aConcat('modl', palletId, sub);
  return encodeAddress(u8aConcat(bytes, new Uint8Array(32 - bytes.length)), registry.chainSS58);
}

const names = (meta) => meta.fields.map(({ name }) => name.unwrap().toString());

/**
 * What is wrong with the texts of a pallet: every call and each of its arguments, every event and each of its fields,
 * every error, storage item and constant, and every read has an explanation.
 */
export function unexplained(api, pallet, runtimeApi) {
  const missing = [];
  const explained = (docs, what) => {
    if (!/\w+ \w+/.test(docs.map(String).join(' '))) missing.push(`${pallet}: ${what} has no explanation`);
  };
  // Rust has no doc comments on arguments: the text of the call names each.
  for (const [name, { meta }] of Object.entries(api.tx[pallet] ?? {})) {
    explained(meta.docs, `call ${name}`);
    const text = meta.docs.map(String).join('\n');
    for (const arg of names(meta)) {
      if (!text.includes(`\`${arg}\``)) missing.push(`${pallet}: call ${name} does not explain ${arg}`);
    }
  }
  for (const [name, { meta }] of Object.entries(api.events[pallet] ?? {})) {
    explained(meta.docs, `event ${name}`);
    for (const field of meta.fields) {
      if (!field.docs.some((line) => line.toString().trim())) {
        missing.push(`${pallet}: event ${name} does not explain ${field.name}`);
      }
    }
  }
  for (const [name, { meta }] of Object.entries(api.errors[pallet] ?? {})) explained(meta.docs, `error ${name}`);
  for (const [name, { meta }] of Object.entries(api.query[pallet] ?? {})) {
    if (meta && name !== 'palletVersion') explained(meta.docs, `storage ${name}`);
  }
  for (const [name, { meta }] of Object.entries(api.consts[pallet] ?? {})) explained(meta.docs, `constant ${name}`);
  for (const [name, { meta }] of Object.entries(api.call[runtimeApi] ?? {})) {
    explained([meta.description], `read ${name}`);
  }
  return missing;
}

/** The names of a call's arguments, as the runtime has them; `meta.args` has them in camel case. */
export const argumentsOf = (call) => names(call.meta);
