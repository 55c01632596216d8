// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// What the tour prints at its end.

const UNIT = 10n ** 12n;

/** Planck as FINCH or sFINCH, to the last planck. */
export function coins(planck, symbol = 'FINCH') {
  const absolute = planck < 0n ? -planck : planck;
  const whole = (absolute / UNIT).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const part = (absolute % UNIT).toString().padStart(12, '0').replace(/0+$/, '');
  return `${planck < 0n ? '-' : ''}${whole}${part && `.${part}`} ${symbol}`;
}

/** A 1e-18 fixed point number, to the last digit. */
export function decimal(fixed) {
  const digits = fixed.toString().padStart(19, '0');
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`;
}

const rows = [];

/** A line of the table; says it at once, too. */
export function note(what, value, block = '') {
  rows.push([what, String(value), String(block)]);
  console.log(`    ${what}: ${value}`);
}

export function printSummary() {
  const table = [['what', 'figure', 'block'], ...rows];
  const width = (column) => Math.max(...table.map((row) => row[column].length));
  const widths = [width(0), width(1), width(2)];
  const line = (row, fill = ' ') => row.map((cell, at) => cell.padEnd(widths[at], fill)).join(fill === ' ' ? ' | ' : '-+-');
  const [head, ...body] = table.map((row) => line(row));
  console.log(['', head, line(['', '', ''], '-'), ...body, ''].join('\n'));
}
