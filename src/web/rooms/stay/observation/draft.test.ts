import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { bodyOf, emptyDraft, readNumber, wrongsOf } from './draft.ts';

const ZONE = 'Europe/Amsterdam';
const WITHIN = {
  zone: ZONE,
  arrivedAt: instantOf('2026-10-16', 630, ZONE),
  now: instantOf('2026-10-22', 701, ZONE),
};
const draft = (kind: Parameters<typeof emptyDraft>[0], change: object = {}) => ({
  ...emptyDraft(kind, 'nurse', ''),
  ...change,
});

describe('a number as people type it', () => {
  it('has a comma or a point, and may be empty', () => {
    expect([
      readNumber('6,5'),
      readNumber(' 6.5 '),
      readNumber('−8'),
      readNumber(''),
      readNumber('zes'),
    ]).toEqual([6.5, 6.5, -8, undefined, null]);
  });
});

describe('what is written down', () => {
  it('says per field what is wrong', () => {
    const says = (change: ReturnType<typeof draft>) =>
      Object.fromEntries(
        Object.entries(wrongsOf(change, WITHIN)).map(([field, { says: what }]) => [field, what]),
      );
    expect(says(draft('sleep'))).toEqual({ 'numbers.hours': 'missing' });
    expect(says(draft('sleep', { numbers: { hours: '17' } }))).toEqual({ 'numbers.hours': 'between' });
    expect(says(draft('meal'))).toEqual({ 'numbers.part': 'choose' });
    expect(says(draft('note', { seenBy: 'family' }))).toEqual({ text: 'text', name: 'who' });
    expect(says(draft('self-care', { points: { stairs: 1 } }))).toEqual({ points: 'items' });
    expect(says(draft('lab', { lab: { name: 'Natrium', value: '', unit: '', low: '', high: 'x' } }))).toEqual(
      {
        'lab.high': 'number',
        'lab.value': 'text',
      },
    );
  });

  it('was seen after the arrival and before now, by the clock of the house', () => {
    const when = (moment: string) =>
      wrongsOf(draft('pain', { numbers: { score: '3' }, when: moment }), WITHIN)['when'];
    expect(when('2026-10-22T11:41')).toBeUndefined();
    expect(when('2026-10-22T11:42')?.says).toBe('future');
    expect(when('2026-10-16T10:29')?.says).toBe('before');
    expect(when('')?.says).toBe('moment');
  });

  it('sends a sign that is not ticked as not seen, and nothing that was left open', () => {
    const body = bodyOf(draft('restlessness', { points: { restless: 1 }, when: '2026-10-22T09:40' }), ZONE);
    expect(body).toMatchObject({
      kind: 'restlessness',
      measured: { restless: 1, dozing: 0 },
      at: '2026-10-22T07:40:00.000Z',
    });
    expect(Object.keys((body as { measured: object }).measured)).toHaveLength(13);
    const pressure = bodyOf(draft('blood-pressure', { numbers: { lying: '138', standing: '' } }), ZONE);
    expect(pressure).toMatchObject({ measured: { lying: 138 } });
    expect(pressure).not.toHaveProperty('at');
    expect(pressure).not.toHaveProperty('lab');
  });
});
