import { describe, expect, it } from 'vitest';
import { CATALOGUE_V1, draftOf } from './catalogue-v1.ts';
import { decideTreatment, minutesOf } from './treatment.ts';

const own = { reaction: ['Stop het infuus'], emergency: ['Zuurstof'] };

describe('the treatments that ship', () => {
  it.each(CATALOGUE_V1.map((each) => [each.code, each] as const))('%s can be signed as it is', (_, draft) => {
    const signed = decideTreatment(draft, {}, own);
    expect(signed).toEqual({ ok: true, value: { ...draft, ...own } });
    // The planner counts in fives.
    for (const { from, until } of draft.seats) expect([from % 5, until % 5]).toEqual([0, 0]);
    expect(draft.source).not.toBe('');
    expect(draft.reaction).toEqual([]);
  });
});

describe('what a clinic sets itself', () => {
  const iron = draftOf('ferric-derisomaltose');
  if (iron === null) throw new Error('there is no iron in the catalogue');

  it('lengthens and shortens the last chair', () => {
    const longer = decideTreatment(iron, { observation: 60 }, own);
    expect(longer.ok && longer.value.seats.at(-1)).toMatchObject({ room: 'living', from: 15, until: 95 });
    expect(longer.ok && minutesOf(longer.value)).toBe(95);
    const shorter = decideTreatment(iron, { running: 0, observation: 0 }, own);
    expect(shorter.ok && shorter.value.seats).toEqual([
      { room: 'treatment', lying: false, from: 0, until: 15 },
    ]);
  });

  it.each([
    ['a gap', [0, 15, 20, 65], 'treatment'],
    ['two at once', [0, 20, 15, 65], 'treatment'],
    ['an end too early', [0, 15, 15, 60], 'treatment'],
    ['set up where nobody is placed', [0, 15, 15, 65], 'living'],
    ['moved while being placed', [0, 10, 10, 65], 'treatment'],
  ] as const)('is refused with %s', (_, [a, b, c, d], room) => {
    const seats = [
      { room, lying: false, from: a, until: b },
      { room: 'living' as const, lying: false, from: c, until: d },
    ];
    expect(decideTreatment(iron, { seats }, own)).toEqual({
      ok: false,
      refusal: { code: 'treatment-bounds', params: { minutes: 65 } },
    });
  });

  it('keeps the steps of the version before when none are given, and is refused without any', () => {
    expect(decideTreatment({ ...iron, ...own }, {}, { reaction: [], emergency: [] })).toMatchObject({
      ok: true,
      value: own,
    });
    for (const none of [{ reaction: [] }, { emergency: [] }])
      expect(decideTreatment(iron, {}, { ...own, ...none })).toMatchObject({
        ok: false,
        refusal: { code: 'reaction-missing' },
      });
  });
});
