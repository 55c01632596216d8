// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Draws what cover costs, how its price falls, how premium is earned, and what a loss takes.
//
//   cargo run -p finch-math --example cover_and_options -- insurance > docs/plots/insurance.json
//   node docs/plots/plot-insurance.mjs                          docs/plots/insurance.json, to docs/plots/insurance.svg

import { draw } from './panels.mjs';

await draw('insurance', (lines) => [
  {
    title: 'A purchase, at a target of 2 %',
    x: 'part of the capacity that is bought at once, %',
    y: 'rate a year, %',
    top: 10,
    lines: [
      { name: 'rate after it', points: lines.rate_after },
      { name: 'rate that it pays', points: lines.mean_rate },
    ],
  },
  {
    title: 'The rate after sales',
    x: 'days',
    y: 'rate a year, %',
    top: 12,
    lines: [
      { name: 'everything was sold: 7 %, target 2 %', points: lines.from_7_to_2 },
      { name: 'two fifths were sold: 4 %, target 2 %', points: lines.from_4_to_2 },
      { name: 'the lowest target there is: 1 %', points: lines.from_7_to_1 },
    ],
  },
  {
    title: 'Premium of two covers, of 90 days and of 30',
    x: 'days',
    y: 'FINCH',
    top: 110,
    lines: [
      { name: 'earned by the members', points: lines.earned, stairs: true },
      { name: 'paid, less the fee', points: lines.paid_in, stairs: true },
    ],
  },
  {
    title: 'A loss: 40,000 covered at nine tenths, capital of 100,000',
    x: 'part of the covered stake that is lost, %',
    y: 'thousand FINCH',
    top: 130,
    lines: [
      { name: 'paid to covers', points: lines.covers_get },
      { name: 'left to members', points: lines.members_keep },
    ],
  },
]);
