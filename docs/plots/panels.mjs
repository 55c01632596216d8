// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Panels with axes and lines, for the plots of options and insurance.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const WIDTH = 460;
const HEIGHT = 300;
const MARGIN = { left: 58, right: 16, top: 36, bottom: 46 };
export const COLOURS = ['#1b5e8c', '#d98e2b', '#4f8a5b', '#9b4f7a'];

/** A round step that cuts `span` into four to nine parts. */
function step(span) {
  const power = 10 ** Math.floor(Math.log10(span));
  return [0.1, 0.2, 0.5, 1].map((part) => part * power).find((part) => span / part < 9);
}

/**
 * One panel: `lines` are `{ name, points, stairs }`, `rungs` are `[value, what is so from there down]`, `x` and `y` name
 * the axes, `top` is the end of the vertical one if not that of the lines.
 */
function panel({ title, x: across, y: up, lines, rungs = [], top }, left, above) {
  const points = lines.flatMap((line) => line.points);
  const [from, to] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [bottom, end] = [
    Math.min(0, ...points.map(([, y]) => y)),
    top ?? Math.max(...points.map(([, y]) => y), ...rungs.map(([value]) => value)) * 1.06,
  ];
  const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const base = above + HEIGHT - MARGIN.bottom;
  const x = (value) => left + MARGIN.left + ((value - from) / (to - from)) * inner.width;
  const y = (value) => base - ((Math.min(value, end) - bottom) / (end - bottom)) * inner.height;
  const at = ([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`;
  const plain = (value) => (+value.toPrecision(6)).toLocaleString('en');
  const marks = (low, high) => {
    const each = step(high - low);
    const first = Math.ceil(low / each - 1e-9);
    return Array.from({ length: Math.floor(high / each + 1e-9) - first + 1 }, (_, index) => (first + index) * each);
  };

  const out = [`<text x="${x((from + to) / 2).toFixed(1)}" y="${above + 20}" class="title">${title}</text>`];
  for (const mark of marks(from, to)) {
    const place = x(mark).toFixed(1);
    out.push(`<line x1="${place}" y1="${above + MARGIN.top}" x2="${place}" y2="${base}" class="grid"/>`);
    out.push(`<text x="${place}" y="${base + 16}" class="tick">${plain(mark)}</text>`);
  }
  for (const mark of marks(bottom, end)) {
    const place = y(mark).toFixed(1);
    out.push(`<line x1="${x(from)}" y1="${place}" x2="${x(to)}" y2="${place}" class="grid"/>`);
    out.push(`<text x="${x(from) - 6}" y="${(+place + 4).toFixed(1)}" class="value">${plain(mark)}</text>`);
  }
  out.push(`<text x="${x((from + to) / 2).toFixed(1)}" y="${base + 36}" class="tick">${across}</text>`);
  out.push(`<text transform="translate(${left + 14} ${(above + MARGIN.top + inner.height / 2).toFixed(1)}) rotate(-90)" class="tick">${up}</text>`);
  for (const [value, what] of rungs) {
    const place = y(value).toFixed(1);
    out.push(`<line x1="${x(from)}" y1="${place}" x2="${x(to)}" y2="${place}" class="rung"/>`);
    out.push(`<text x="${x(to) - 4}" y="${(+place + 13).toFixed(1)}" class="value">${what}</text>`);
  }
  lines.forEach(({ name, points: all, stairs }, index) => {
    const path = stairs ? all.flatMap(([a, b], nth) => (nth ? [[a, all[nth - 1][1]], [a, b]] : [[a, b]])) : all;
    const colour = COLOURS[index % COLOURS.length];
    out.push(`<polyline points="${path.map(at).join(' ')}" stroke="${colour}" class="curve"/>`);
    out.push(`<text x="${x(from) + 8}" y="${above + MARGIN.top + 15 * (index + 1)}" fill="${colour}" class="legend">${name}</text>`);
  });
  return out.join('\n');
}

/** Reads `<name>.json` beside this file, or the file that the caller names, and draws `<name>.svg`, two panels in a row. */
export async function draw(name, panels) {
  const here = (file) => fileURLToPath(new URL(file, import.meta.url));
  const [input = here(`${name}.json`), output = here(`${name}.svg`)] = process.argv.slice(2);
  const { lines } = JSON.parse(await readFile(input, 'utf8'));
  const drawn = panels(lines);
  const rows = Math.ceil(drawn.length / 2);
  const shapes = drawn.map((one, index) => panel(one, (index % 2) * WIDTH, Math.floor(index / 2) * HEIGHT));
  await writeFile(
    output,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${rows * HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">
<style>.title{font-size:14px;text-anchor:middle}.tick{text-anchor:middle}.value{text-anchor:end}.grid{stroke:#ddd}.rung{stroke:#b8433f;stroke-dasharray:5 4}.curve{fill:none;stroke-width:2}.legend{paint-order:stroke;stroke:#fff;stroke-width:4}</style>
<rect width="100%" height="100%" fill="#fff"/>
${shapes.join('\n')}
</svg>
`,
  );
  console.log(`wrote ${output}`);
}
