import { expect, it } from 'vitest';
import { tampering } from './tamper.ts';

const PATIENCE = 300_000;

it(
  'whoever owns the database cannot change the log unseen: nine ways at five places, each told where it is',
  async () => {
    expect(await tampering(40, 5)).toEqual({ tried: 45, found: 45, missed: [], falseAlarms: 0 });
  },
  PATIENCE,
);
