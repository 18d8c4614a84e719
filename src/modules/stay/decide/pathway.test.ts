import { describe, expect, it } from 'vitest';
import { PRODUCTS } from '#kernel/product.ts';
import { decidePathway } from './pathway.ts';
import { PATHWAYS_V1 } from './pathways-v1.ts';

const nine = PATHWAYS_V1['reo-observation'];

describe('a pathway', () => {
  it('that ships keeps to its own length', () => {
    for (const product of PRODUCTS) expect(decidePathway(PATHWAYS_V1[product]).ok).toBe(true);
  });

  it('plans nothing after its last day', () => {
    const seven = { ...nine, most: { days: 8 } };
    const task = { ...nine.tasks[0], day: 10 } as (typeof nine.tasks)[number];
    const meeting = { ...nine.meetings[0], day: 10 } as (typeof nine.meetings)[number];
    for (const wrong of [
      seven,
      { ...nine, usualDays: 10 },
      { ...nine, alarmDays: 9 },
      { ...nine, tasks: [task] },
      { ...nine, meetings: [meeting] },
      { ...PATHWAYS_V1['elv-high'], most: { months: 1 } },
    ])
      expect(decidePathway(wrong)).toMatchObject({ refusal: { code: 'pathway-unclear' } });
  });
});
