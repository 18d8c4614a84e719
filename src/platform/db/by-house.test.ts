import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HOUSE_PARTS } from './by-house.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../db/schema.sql'), 'utf8');

it('every name to which row-level security opens is a part of the house', () => {
  const named = [
    ...SCHEMA.matchAll(/'app\.actor'::text, true\)(?:, ''::text\))? = (ANY \(ARRAY\[[^\]]*\]|'\w+')/g),
  ]
    .flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)])
    .map(([, name]) => name);
  expect(new Set(named).size).toBeGreaterThan(5);
  expect([...new Set(named)].filter((name) => !HOUSE_PARTS.some((part) => part === name))).toEqual([]);
});
