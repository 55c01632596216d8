// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Draws what options pay, the ladder of margins, and the price of a liquidation.
//
//   cargo run -p finch-math --example cover_and_options -- options > docs/plots/options.json
//   node docs/plots/plot-options.mjs                               docs/plots/options.json, to docs/plots/options.svg

import { draw } from './panels.mjs';

await draw('options', (lines) => [
  {
    title: 'One option at the strike of 4 dollars',
    x: 'price of the underlying, dollars',
    y: 'dollars',
    top: 6,
    lines: [
      { name: 'call, to its holder', points: lines.call },
      { name: 'put, to its holder', points: lines.put },
      { name: 'collateral of the writer, after it', points: lines.writer },
    ],
  },
  {
    title: 'The ladder: a vault that was minted at 150 %',
    x: 'price of FINCH, dollars',
    y: 'ratio, %',
    top: 200,
    lines: [{ name: 'value of the collateral / obligation', points: lines.ratio }],
    rungs: [
      [150, 'no minting below'],
      [125, 'courtesy call below'],
      [110, 'liquidation below'],
    ],
  },
  {
    title: '1,000 margined puts: what the vault of 1,200 FINCH pays',
    x: 'price of the underlying at the expiry, dollars',
    y: 'FINCH',
    top: 1_800,
    lines: [
      { name: 'FINCH at 5 dollars', points: lines.pays_at_5 },
      { name: 'FINCH at 4 dollars', points: lines.pays_at_4 },
      { name: 'FINCH at 3 dollars: the vault is short', points: lines.pays_at_3 },
    ],
  },
  {
    title: 'A liquidation: to be paid with each option',
    x: 'minutes',
    y: 'FINCH',
    top: 1.6,
    lines: [
      { name: 'opened at a ratio of 120 %', points: lines.sale_at_120 },
      { name: 'opened at a ratio of 108 %', points: lines.sale_at_108 },
    ],
  },
]);
