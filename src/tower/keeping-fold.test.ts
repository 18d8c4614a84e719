import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import {
  type DoubtCourse,
  keepingOf,
  type OfferCourse,
  type Party,
  type SearchCourse,
} from './keeping-fold.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const party = (id: string, more: Partial<Party> = {}): Party => ({
  id,
  name: id,
  hasBeds: false,
  isDesk: false,
  ...more,
});
const PARTIES = [
  party('Zorg', { hasBeds: true }),
  party('Loket', { isDesk: true }),
  party('Élan', { hasBeds: true }),
  party('Huisarts'),
];
const offer = (more: Partial<OfferCourse> = {}): OfferCourse => ({
  houseId: 'Zorg',
  referrerId: 'Huisarts',
  sentAt: NOW - 5 * HOUR,
  answeredAt: NOW - 5 * HOUR + 20 * MINUTE,
  expired: false,
  held: false,
  noBed: false,
  promised: false,
  came: false,
  displaced: false,
  stayedAway: false,
  ...more,
});
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const silence = offer({ answeredAt: null, expired: true });
const fold = (
  offers: readonly OfferCourse[],
  searches: readonly SearchCourse[] = [],
  doubts: readonly DoubtCourse[] = [],
) => {
  const searchMinutes = { crisis: 30, today: 120, 'within-72-hours': 480, planned: 4320 };
  return keepingOf(PARTIES, { offers, searches, doubts, searchMinutes, now: NOW });
};
const rowOf = (id: string, ...args: Parameters<typeof fold>) =>
  fold(...args).find(({ party: { id: each } }) => each === id);

describe('how the parties keep the agreement', () => {
  it('stands by name, whoever did best, and asks nobody what is not theirs', () => {
    const rows = fold([...times(9, offer()), ...times(9, { ...silence, houseId: 'Élan' })]);
    expect(rows.map(({ party: { name } }) => name)).toEqual(['Élan', 'Huisarts', 'Loket', 'Zorg']);
    expect(
      rows.map(({ answers, promises, frees }) => [answers !== null, promises !== null, frees !== null]),
    ).toEqual([
      [true, true, true],
      [false, true, false],
      [true, false, false],
      [true, true, true],
    ]);
  });

  it('says nothing with fewer than five, and how few there were', () => {
    expect(rowOf('Zorg', times(4, offer({ held: true, promised: true, came: true })))).toMatchObject({
      answers: { of: 4, inTime: null, silent: null, medianMinutes: null },
      promises: { of: 4, kept: null },
      frees: { of: 4, gone: null },
    });
    expect(rowOf('Zorg', times(5, offer()))?.answers).toEqual({
      of: 5,
      inTime: 5,
      silent: 0,
      medianMinutes: 20,
    });
  });

  it('counts silence as no answer, and what was taken back or is still open not at all', () => {
    const open = offer({ answeredAt: null });
    const slow = offer({ answeredAt: NOW - 5 * HOUR + 40 * MINUTE });
    const offers = [...times(3, offer()), ...times(3, slow), ...times(2, silence), open];
    expect(rowOf('Zorg', offers)?.answers).toEqual({ of: 8, inTime: 6, silent: 2, medianMinutes: 30 });
  });

  it('keeps a yes when the person came, breaks it when the bed was gone; who is on the way waits', () => {
    const kept = offer({ promised: true, came: true });
    const lost = offer({ promised: true, displaced: true });
    const away = offer({ promised: true, stayedAway: true });
    const offers = [...times(6, kept), lost, ...times(2, away), offer({ promised: true })];
    expect(rowOf('Zorg', offers)?.promises).toEqual({ of: 7, kept: 6 });
    expect(rowOf('Huisarts', offers)?.promises).toEqual({ of: 8, kept: 6 });
  });

  it('calls a free bed false when it was held as free or doubted, and the house had none', () => {
    const held = offer({ held: true });
    const offers = [
      ...times(5, held),
      offer({ held: true, noBed: true }),
      ...times(4, offer({ noBed: true })),
    ];
    expect(rowOf('Zorg', offers)?.frees).toEqual({ of: 6, gone: 1 });
    const doubts = [true, true, false].map((corrected) => ({ houseId: 'Zorg', corrected }));
    expect(rowOf('Zorg', offers, [], doubts)?.frees).toEqual({ of: 9, gone: 3 });
    expect(rowOf('Élan', offers, [], doubts)?.frees).toEqual({ of: 0, gone: null });
  });

  it('gives the desk its own clock: the next step within what was agreed for that urgency', () => {
    const search = (urgency: SearchCourse['urgency'], stepAfter: number | null, more = {}): SearchCourse => ({
      sentAt: NOW - 3 * HOUR,
      urgency,
      stepAt: stepAfter === null ? null : NOW - 3 * HOUR + stepAfter * MINUTE,
      closedAt: null,
      ...more,
    });
    const searches = [
      ...times(4, search('today', 100)),
      search('crisis', 100),
      search('crisis', null),
      search('planned', null),
      search('today', null, { closedAt: NOW - 2 * HOUR }),
    ];
    expect(rowOf('Loket', [], searches)?.answers).toEqual({
      of: 6,
      inTime: 4,
      silent: 1,
      medianMinutes: 100,
    });
  });
});
