// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// Draws the curve of a running chain, or of a file with the same answers.
//
//   node docs/plots/plot-curve.mjs                                        the node at FINCH_WS, to docs/plots/curve.svg
//   node docs/plots/plot-curve.mjs docs/plots/example.json example.svg    a file
//
// The answers are those of rateCurveApi.curve and .forwardRates. Left: growth and discount factor. Right: zero and forward
// rates. A dot is a node; between nodes growth is interpolated geometrically, as the chain does it.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const YEAR = 365 * 86_400_000;
const WIDTH = 460;
const HEIGHT = 300;
const MARGIN = { left: 64, right: 16, top: 40, bottom: 48 };

/** What polkadot-js prints of a number in 1e-18 fixed point, with or without thousands separators. */
const fixed = (text) => Number(BigInt(String(text).replaceAll(',', ''))) / 1e18;
const whole = (text) => Number(String(text).replaceAll(',', ''));

async function ask() {
  const { connect, endpoints } = await import('../../tests/e2e/lib/chain.mjs');
  const api = await connect(endpoints.finch);
  try {
    const [curve, forwardRates] = await Promise.all([
      api.call.rateCurveApi.curve(),
      api.call.rateCurveApi.forwardRates(),
    ]);
    return { curve: curve.toHuman(), forwardRates: forwardRates.toHuman() };
  } finally {
    await api.disconnect();
  }
}

/** The answers as numbers: years and fractions. Stale nodes draw no line. */
function numbers({ curve, forwardRates }) {
  const truth = (flag) => flag === true || flag === 'true';
  const nodes = curve.map((node) => ({
    years: whole(node.timeToMaturity) / YEAR,
    log: fixed(node.logGrowth),
    growth: fixed(node.growthFactor),
    discount: fixed(node.discountFactor),
    zero: fixed(node.zeroRate),
    stale: truth(node.stale),
  }));
  const forwards = forwardRates.map(({ from, to, rate }) => ({
    from: whole(from) / YEAR,
    to: whole(to) / YEAR,
    rate: fixed(rate),
  }));
  return { nodes, forwards };
}

/** ln growth along the forward rates. */
function logGrowth(forwards, years) {
  return forwards.reduce((log, { from, to, rate }) => log + rate * Math.max(0, Math.min(to, years) - from), 0);
}

/** A round step that cuts `span` into four to nine parts. */
function step(span) {
  const power = 10 ** Math.floor(Math.log10(span));
  return [0.1, 0.2, 0.5, 1].map((part) => part * power).find((part) => span / part < 9);
}

function unit(end) {
  const units = [
    ['years', 1],
    ['days', 365],
    ['minutes', 365 * 24 * 60],
  ];
  return units.find(([, perYear]) => end * perYear >= 1) ?? units[2];
}

/** A panel at `left`: axes with their labels, lines, dots. */
function panel(left, title, end, series, label) {
  const values = series.flatMap(({ points }) => points.map(([, value]) => value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  const [bottom, top] = [low - room, high + room];
  const x = (years) => left + MARGIN.left + (years / end) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value) => HEIGHT - MARGIN.bottom - ((value - bottom) / (top - bottom)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const at = ([years, value]) => `${x(years).toFixed(1)},${y(value).toFixed(1)}`;
  const [name, perYear] = unit(end);

  const out = [`<text x="${x(end / 2)}" y="20" class="title">${title}</text>`];
  for (let mark = 0; mark <= end * perYear * 1.0001; mark += step(end * perYear)) {
    const place = x(mark / perYear).toFixed(1);
    out.push(`<line x1="${place}" y1="${MARGIN.top}" x2="${place}" y2="${HEIGHT - MARGIN.bottom}" class="grid"/>`);
    out.push(`<text x="${place}" y="${HEIGHT - MARGIN.bottom + 18}" class="tick">${+mark.toPrecision(6)}</text>`);
  }
  for (let mark = Math.ceil(bottom / step(top - bottom)) * step(top - bottom); mark <= top; mark += step(top - bottom)) {
    const place = y(mark).toFixed(1);
    out.push(`<line x1="${x(0)}" y1="${place}" x2="${x(end)}" y2="${place}" class="grid"/>`);
    out.push(`<text x="${x(0) - 6}" y="${+place + 4}" class="value">${label(mark)}</text>`);
  }
  out.push(`<text x="${x(end / 2)}" y="${HEIGHT - 10}" class="tick">time to maturity, ${name}</text>`);
  series.forEach(({ name: legend, colour, points, dots }, index) => {
    out.push(`<polyline points="${points.map(at).join(' ')}" stroke="${colour}" class="curve"/>`);
    for (const dot of dots) {
      const [cx, cy] = at(dot).split(',');
      out.push(`<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`);
    }
    out.push(`<text x="${x(0) + 8}" y="${MARGIN.top + 16 * (index + 1)}" fill="${colour}">${legend}</text>`);
  });
  return out.join('\n');
}

function draw({ nodes, forwards }) {
  const fresh = nodes.filter(({ stale }) => !stale);
  if (fresh.length === 0) throw new Error('no node of the curve counts: there is nothing to draw');
  const end = fresh.at(-1).years;
  const along = Array.from({ length: 201 }, (_, index) => (end * index) / 200);
  const growth = (years) => Math.exp(logGrowth(forwards, years));
  const factor = (legend, colour, of, dot) => ({
    name: legend,
    colour,
    points: along.map((years) => [years, of(years)]),
    dots: fresh.map((node) => [node.years, node[dot]]),
  });
  // From the first node on: before it the zero rate is the first forward rate.
  const inside = along.filter((years) => years >= fresh[0].years);
  const factors = [
    factor('growth factor', '#1b6ca8', growth, 'growth'),
    factor('discount factor', '#a8471b', (years) => 1 / growth(years), 'discount'),
  ];
  const rates = [
    {
      name: 'forward rate',
      colour: '#7a3e9d',
      points: forwards.flatMap(({ from, to, rate }) => [
        [from, rate],
        [to, rate],
      ]),
      dots: [],
    },
    {
      name: 'zero rate',
      colour: '#2e7d32',
      points: [[0, forwards[0].rate], ...inside.map((years) => [years, logGrowth(forwards, years) / years])],
      dots: fresh.map(({ years, zero }) => [years, zero]),
    },
  ];
  const percent = (value) => `${+(value * 100).toPrecision(6)} %`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<style>.title{font-size:14px;text-anchor:middle}.tick{text-anchor:middle}.value{text-anchor:end}.grid{stroke:#ddd}.curve{fill:none;stroke-width:2}</style>
<rect width="100%" height="100%" fill="#fff"/>
${panel(0, 'Growth and discount', end, factors, (value) => +value.toPrecision(12))}
${panel(WIDTH, 'Rates a year, continuously compounded', end, rates, percent)}
</svg>
`;
}

const [source, target] = process.argv.slice(2);
const answers = source ? JSON.parse(await readFile(source, 'utf8')) : await ask();
const file = target ?? fileURLToPath(new URL('curve.svg', import.meta.url));
await writeFile(file, draw(numbers(answers)));
console.log(`${file}: ${answers.curve.length} nodes`);
