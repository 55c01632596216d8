// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Draws the weights of the staking ETF over the months of the journey.
//
//   FINCH_PLOT=$PWD/docs/plots/etf.json cargo test -p finch-journeys --test etf half_a_year
//   node docs/plots/plot-etf.mjs                                   docs/plots/etf.json, to docs/plots/etf.svg

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const WIDTH = 620;
const HEIGHT = 320;
const MARGIN = { left: 48, right: 120, top: 24, bottom: 40 };
const COLOURS = ['#1b5e8c', '#d98e2b', '#4f8a5b', '#9b4f7a', '#7a7a7a', '#b8433f'];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const [input = here('etf.json'), output = here('etf.svg')] = process.argv.slice(2);
const months = JSON.parse(await readFile(input, 'utf8'));
const symbols = [...new Set(months.flatMap(({ weights }) => Object.keys(weights)))].sort();
const colour = (symbol) => COLOURS[symbols.indexOf(symbol) % COLOURS.length];

const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
const step = inner.width / months.length;
const y = (part) => MARGIN.top + inner.height * (1 - part);
const text = (x, at, label, extra = '') => `<text x="${x.toFixed(1)}" y="${at.toFixed(1)}" ${extra}>${label}</text>`;

const shapes = [];
for (const part of [0, 0.25, 0.5, 0.75, 1]) {
  shapes.push(`<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(part)}" y2="${y(part)}" stroke="#ddd"/>`);
  shapes.push(text(MARGIN.left - 6, y(part) + 4, `${part * 100} %`, 'text-anchor="end"'));
}
months.forEach(({ month, weights }, at) => {
  const x = MARGIN.left + at * step + step * 0.14;
  let below = 0;
  for (const symbol of symbols.filter((name) => name in weights)) {
    const part = weights[symbol] / 1e9;
    const [top, height] = [y(below + part), inner.height * part];
    shapes.push(`<rect x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.72).toFixed(1)}" height="${height.toFixed(1)}" fill="${colour(symbol)}"/>`);
    if (part > 0.06) {
      shapes.push(text(x + step * 0.36, top + height / 2 + 4, `${(part * 100).toFixed(1)}`, 'text-anchor="middle" fill="#fff"'));
    }
    below += part;
  }
  shapes.push(text(x + step * 0.36, HEIGHT - MARGIN.bottom + 18, month, 'text-anchor="middle"'));
});
symbols.forEach((symbol, at) => {
  const top = MARGIN.top + 4 + at * 20;
  shapes.push(`<rect x="${WIDTH - MARGIN.right + 14}" y="${top}" width="12" height="12" fill="${colour(symbol)}"/>`);
  shapes.push(text(WIDTH - MARGIN.right + 32, top + 10, symbol));
});

await writeFile(
  output,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${shapes.join('\n')}
</svg>
`,
);
console.log(`wrote ${output}`);
