import { expect, it } from 'vitest';
import { judging } from './log-oracle.ts';
import { forking, tampering } from './tamper.ts';

const PATIENCE = 300_000;

it(
  'whoever owns the database cannot change the log unseen: nine ways at five places, each told where it is',
  async () => {
    expect(await tampering(40, 5)).toEqual({ tried: 45, found: 45, missed: [], falseAlarms: 0 });
  },
  PATIENCE,
);

it(
  'a log that loses a line now and then is found by the oracle',
  async () => {
    const { missing, orphans } = await judging(200, 3, true);
    expect(missing.length).toBeGreaterThan(0);
    expect(orphans).toEqual([]);
  },
  PATIENCE,
);

it(
  'two who seal without taking turns fork the chain, and that is found',
  async () => {
    expect(await forking()).toMatchObject({ kind: 'double', seq: 6 });
  },
  PATIENCE,
);
