import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { Destination } from '#modules/capacity/types.ts';
import { type Contact, RETURN_ITEMS, type ReturnLine, type ReturnState } from '#modules/stay/types.ts';
import { contactsAfter, decideContact, isDue } from './contact.ts';
import { leavingOf, returnStand, returnWords } from './return.ts';

const ZONE = 'Europe/Amsterdam';
const here = { destination: null };

const plan = (states: Partial<Record<ReturnLine['item'], ReturnState>> = {}): ReturnLine[] =>
  RETURN_ITEMS.map((item) => ({
    ...{ item, state: states[item] ?? 'open', who: '', fromDay: null, note: '', at: 0, version: 1 },
  }));

describe('the plan for home', () => {
  const leaving = { day: '2026-10-29', uncertain: false };

  it('has everything open on day one, and nothing late while there is time', () => {
    const stand = returnStand(plan(), here, leaving, '2026-10-21');
    expect(stand.missing).toEqual(RETURN_ITEMS);
    expect(stand.late).toEqual([]);
    expect(returnWords(stand, here).nl).toBe('Nog te regelen: 8 van 8.');
  });

  it('says what should have been arranged: home care three days before, transport the day before', () => {
    const on = (today: string) => returnStand(plan(), here, leaving, today).late;
    expect(on('2026-10-26')).toEqual([]);
    expect(on('2026-10-27')).toEqual(['home-care', 'carer']);
    expect(on('2026-10-28')).toEqual(['home-care', 'aids', 'carer', 'welfare']);
    expect(on('2026-10-29')).toEqual(RETURN_ITEMS);
  });

  it('counts what is asked as missing, and what is arranged or not needed as done', () => {
    const all = Object.fromEntries(RETURN_ITEMS.map((item) => [item, 'not-needed' as const]));
    const stand = returnStand(
      plan({ ...all, aids: 'asked', meals: 'arranged' }),
      here,
      leaving,
      '2026-10-29',
    );
    expect(stand.missing).toEqual(['aids']);
    expect(returnWords(stand, here)).toEqual({
      nl: 'Nog te regelen: 1 van 8. Had al klaar moeten zijn: hulpmiddelen.',
      en: 'Still to arrange: 1 of 8. Should have been ready: aids.',
    });
    const done = returnStand(plan(all), here, leaving, '2026-10-29');
    expect(returnWords(done, here).nl).toBe('Alles voor thuis is geregeld.');
  });

  it('is late for nothing while nobody knows when somebody leaves, and stops for who does not go home', () => {
    expect(returnStand(plan(), here, { day: null, uncertain: false }, '2026-10-29').late).toEqual([]);
    for (const destination of ['died', 'wlz', 'hospital'] as const) {
      const stand = returnStand(plan(), { destination }, leaving, '2026-11-29');
      expect([stand.missing, stand.late]).toEqual([[], []]);
    }
    const gone = returnStand(plan(), { destination: 'died' }, leaving, '2026-11-29');
    expect(returnWords(gone, { destination: 'died' }).nl).toBe('Het plan voor thuis is gestopt.');
  });

  it('says after somebody went home what was not arranged, and blames nobody for being late', () => {
    const all = Object.fromEntries(RETURN_ITEMS.map((item) => [item, 'arranged' as const]));
    const home = { destination: 'home' } as const;
    const stand = returnStand(plan({ ...all, meals: 'asked' }), home, leaving, '2026-11-29');
    expect([stand.missing, stand.late]).toEqual([['meals'], []]);
    expect(returnWords(stand, home).nl).toBe('Bij het vertrek niet geregeld: maaltijden.');
  });

  it('looks at the bed until somebody left, and at the departure afterwards', () => {
    const until = instantOf('2026-10-29', 630, ZONE);
    const bed = { until, latestEnd: until + 1 };
    expect(leavingOf({ endedAt: null, zone: ZONE }, bed)).toEqual({ day: '2026-10-29', uncertain: true });
    expect(leavingOf({ endedAt: null, zone: ZONE }, null)).toEqual({ day: null, uncertain: false });
    const endedAt = instantOf('2026-10-28', 30, ZONE);
    expect(leavingOf({ endedAt, zone: ZONE }, bed)).toEqual({ day: '2026-10-28', uncertain: false });
  });
});

describe('the contacts afterwards', () => {
  const planAfter = (day: string, destination: Destination = 'home', minutes = 630) =>
    contactsAfter(instantOf(day, minutes, ZONE), destination, ZONE);

  it('come two and thirty local days later, over the night of 25 hours too, and never in a weekend', () => {
    // Wednesday 21 October: Friday, and Friday 20 November; the clock goes back in between.
    expect(planAfter('2026-10-21').map(({ dueDay }) => dueDay)).toEqual(['2026-10-23', '2026-11-20']);
    // Just after midnight: thirty times 24 hours would still be the day before.
    expect(planAfter('2026-10-21', 'home', 10)[1]?.dueDay).toBe('2026-11-20');
    // Just after midnight in the short night of spring is still that day.
    expect(planAfter('2026-03-29', 'home', 10).map(({ dueDay }) => dueDay)).toEqual([
      '2026-03-31',
      '2026-04-28',
    ]);
    // Thursday and Friday: two days on is a weekend, so Monday.
    expect(planAfter('2026-10-22')[0]?.dueDay).toBe('2026-10-26');
    expect(planAfter('2026-10-23')[0]?.dueDay).toBe('2026-10-26');
  });

  it('are dropped where nobody should call', () => {
    const drops = (destination: Destination) =>
      planAfter('2026-10-21', destination).map(({ dropped }) => dropped);
    expect(drops('died')).toEqual(['died', 'died']);
    expect(drops('hospice')).toEqual(['elsewhere', 'elsewhere']);
    expect(drops('hospital')).toEqual(['elsewhere', null]);
    expect(drops('home-adjusted')).toEqual([null, null]);
  });

  const planned: Contact = {
    ...{ days: 30, dueDay: '2026-11-20', doneAt: null, byName: null, reached: null, ownHome: null },
    ...{ readmitted: null, score: null, words: '', dropped: null, version: 1 },
  };
  const told = { reached: true, ownHome: true, readmitted: false, score: 8, words: 'Gaat goed' };
  const missed = { reached: false, ownHome: null, readmitted: null, score: null, words: '' };
  const code = (contact: Contact, said: typeof told | typeof missed, seen = 0, today = '2026-11-20') => {
    const decided = decideContact(contact, said, seen, today);
    return decided.ok ? 'ok' : decided.refusal.code;
  };

  it('are made once; put right only by who saw what stands there', () => {
    const made = { ...planned, ...told, doneAt: 1, byName: 'Joke', version: 2 };
    expect(code(planned, told)).toBe('ok');
    expect(code(made, told)).toBe('contact-made');
    expect(code(made, told, 1)).toBe('version-stale');
    expect(code(made, told, 2)).toBe('ok');
    // Who was not reached is called again without ado.
    expect(code({ ...made, ...missed }, told)).toBe('ok');
  });

  it('are not made weeks early, not with half a story, and never after a death', () => {
    expect(code(planned, told, 0, '2026-11-12')).toBe('contact-too-early');
    expect(code(planned, told, 0, '2026-11-13')).toBe('ok');
    expect(code(planned, { ...told, ownHome: null } as never)).toBe('contact-unclear');
    expect(code(planned, { ...missed, score: 7 } as never)).toBe('contact-unclear');
    const dropped = { ...planned, dropped: 'wish' } as const;
    expect(code(dropped, told)).toBe('contact-dropped');
    expect(code(dropped, told, 1)).toBe('ok');
    expect(code({ ...planned, dropped: 'died' }, told, 1)).toBe('contact-dropped');
  });

  it('are due from their day until somebody is spoken; after a week without reaching anybody it is left', () => {
    expect(isDue(planned, '2026-11-19')).toBe(false);
    expect(isDue(planned, '2026-12-19')).toBe(true);
    expect(isDue({ ...planned, dropped: 'wish' }, '2026-11-20')).toBe(false);
    const tried = { ...planned, ...missed, doneAt: 1, byName: 'Joke' };
    expect([isDue(tried, '2026-11-27'), isDue(tried, '2026-11-28')]).toEqual([true, false]);
    expect(isDue({ ...tried, ...told }, '2026-11-20')).toBe(false);
  });
});
