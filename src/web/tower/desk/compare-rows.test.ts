import { expect, it } from 'vitest';
import type { Proposal } from '#modules/placement/contract.ts';
import { compareRows, type Line } from './compare-rows.ts';

const line = (code: Line['code'], met: boolean | null): Line => ({ code, met, nl: code, en: code });
const place = (...checks: Line[]): Proposal => ({ checks }) as unknown as Proposal;

it('lays the same rows over all places, in the order of attention', () => {
  const rows = compareRows([
    place(line('distance', true), line('care', true)),
    place(line('care', false), line('partner', true)),
  ]);
  expect(rows.map(({ code }) => code)).toEqual(['care', 'distance', 'partner']);
  expect(rows[1]?.cells.map((cell) => cell?.met ?? null)).toEqual([true, null]);
});

it('has no row for what was not asked, nor for a bed that is free long enough', () => {
  expect(compareRows([place(line('language', null), line('length', true))])).toEqual([]);
  expect(compareRows([place(line('length', true)), place(line('length', false))])).toHaveLength(1);
});

it('leaves the age of the figure to its own row', () => {
  expect(compareRows([place(line('figure', true))])).toEqual([]);
});

it('keeps a row for a hard limit that nobody knows: it is a question to ask', () => {
  const rows = compareRows([
    place(line('doctor', null), line('distance', true)),
    place(line('distance', true)),
  ]);
  expect(rows.map(({ code }) => code)).toEqual(['doctor', 'distance']);
});
