import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { AdmissionWindow, Duty } from '#modules/region/types.ts';
import { type AdmissionFacts, admission } from './admission.ts';

const ZONE = 'Europe/Amsterdam';
const at = (day: string, hours: number, minutes = 0): number => instantOf(day, hours * 60 + minutes, ZONE);
const window = (
  weekday: number,
  opens: number,
  closes: number,
  product: AdmissionWindow['product'] = null,
): AdmissionWindow => ({
  siteId: 's',
  product,
  weekday,
  opens: opens * 60,
  closes: closes * 60,
});
const duty = (day: string, halfDay: Duty['halfDay'], product: Duty['product'] = 'elv-low'): Duty => ({
  siteId: 's',
  product,
  day,
  halfDay,
});
const facts = (windows: AdmissionWindow[], duties: Duty[] = []): AdmissionFacts => ({
  windows,
  duties,
  zone: ZONE,
});
const workdays = facts([1, 2, 3, 4, 5].map((weekday) => window(weekday, 9, 17)));

const MONDAY = '2026-11-23';
const before = process.env['TZ'];

describe.each(['UTC', 'Europe/Amsterdam', 'America/New_York'])('admission on a server in %s', (zone) => {
  beforeEach(() => {
    process.env['TZ'] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('lets people in inside a window, until it closes', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(admission(workdays, 'elv-low', at(MONDAY, 11))).toEqual({
      now: true,
      until: at(MONDAY, 17),
      nextFrom: null,
    });
  });

  it('is open at the opening minute and shut at the closing minute', () => {
    expect(admission(workdays, 'elv-low', at(MONDAY, 9)).now).toBe(true);
    expect(admission(workdays, 'elv-low', at(MONDAY, 17))).toEqual({
      now: false,
      until: null,
      nextFrom: at('2026-11-24', 9),
    });
  });

  it('says on Friday evening that it opens on Monday', () => {
    expect(admission(workdays, 'elv-low', at('2026-11-27', 18)).nextFrom).toBe(at('2026-11-30', 9));
  });

  it('joins the window and the turns that touch it to one admission, over the night', () => {
    const turn = facts(
      [...workdays.windows],
      [duty(MONDAY, 'evening'), duty('2026-11-24', 'night'), duty('2026-11-24', 'morning')],
    );
    expect(admission(turn, 'elv-low', at(MONDAY, 11)).until).toBe(at('2026-11-24', 17));
    expect(admission(turn, 'elv-low', at('2026-11-24', 3)).now).toBe(true);
    expect(admission(turn, 'elv-high', at(MONDAY, 11)).until).toBe(at(MONDAY, 17));
  });

  it('joins windows that meet at midnight', () => {
    const nights = facts([window(1, 20, 24), window(2, 0, 7)]);
    expect(admission(nights, 'grz', at(MONDAY, 23)).until).toBe(at('2026-11-24', 7));
  });

  it('keeps a window for one product to that product', () => {
    const palliative = facts([window(1, 9, 17, 'elv-palliative')]);
    expect(admission(palliative, 'elv-palliative', at(MONDAY, 10)).now).toBe(true);
    expect(admission(palliative, 'elv-low', at(MONDAY, 10))).toEqual({
      now: false,
      until: null,
      nextFrom: null,
    });
  });

  it('stays within the local clock when summer time ends and begins', () => {
    const sundays = facts([window(7, 0, 12)]);
    const autumn = admission(sundays, 'grz', at('2026-10-25', 1));
    expect(autumn.until).toBe(at('2026-10-25', 12));
    expect((autumn.until ?? 0) - at('2026-10-25', 0)).toBe(13 * HOUR);
    const spring = admission(sundays, 'grz', at('2027-03-28', 1));
    expect((spring.until ?? 0) - at('2027-03-28', 0)).toBe(11 * HOUR);
  });

  it('does not open in the hour that is skipped in spring', () => {
    const skipped = facts([{ siteId: 's', product: null, weekday: 7, opens: 150, closes: 180 }]);
    expect(admission(skipped, 'grz', at('2027-03-28', 1)).nextFrom).toBe(instantOf('2027-04-04', 150, ZONE));
  });
});

describe('how far admission looks', () => {
  it('sees a turn in two weeks and not one after that', () => {
    expect(
      admission(facts([], [duty(plusDays(MONDAY, 14), 'morning')]), 'elv-low', at(MONDAY, 9)).nextFrom,
    ).toBe(at(plusDays(MONDAY, 14), 8));
    expect(
      admission(facts([], [duty(plusDays(MONDAY, 15), 'morning')]), 'elv-low', at(MONDAY, 9)).nextFrom,
    ).toBeNull();
  });

  it('says of a site that is always open that no end is in sight', () => {
    const always = facts([1, 2, 3, 4, 5, 6, 7].map((weekday) => window(weekday, 0, 24)));
    expect(admission(always, 'grz', at(MONDAY, 3))).toEqual({ now: true, until: null, nextFrom: null });
  });

  it('admits nobody where nothing is known', () => {
    expect(admission(facts([]), 'grz', at(MONDAY, 3))).toEqual({ now: false, until: null, nextFrom: null });
  });

  it('answers the same as looking minute by minute', () => {
    const stretch = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      opens: fc.integer({ min: 0, max: 47 }),
      length: fc.integer({ min: 1, max: 30 }),
    });
    const turn = fc.record({
      day: fc.integer({ min: -1, max: 5 }),
      half: fc.constantFrom('night', 'morning', 'afternoon', 'evening' as const),
    });
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 5 }),
        fc.array(turn, { maxLength: 4 }),
        fc.integer({ min: 0, max: 95 }),
        (windows, turns, quarter) => {
          const known = facts(
            windows.map((w) => ({
              siteId: 's',
              product: null,
              weekday: w.weekday,
              opens: w.opens * 30,
              closes: Math.min(1440, (w.opens + w.length) * 30),
            })),
            turns.map((t) => duty(plusDays('2026-10-23', t.day), t.half)),
          );
          const moment = at('2026-10-23', 0) + quarter * 30 * MINUTE;
          const answer = admission(known, 'elv-low', moment);
          const change = answer.now ? answer.until : answer.nextFrom;
          const end = Math.min(change ?? moment + 4 * 24 * HOUR, moment + 4 * 24 * HOUR);
          for (let m = moment; m < end; m += 30 * MINUTE)
            expect(admission(known, 'elv-low', m).now).toBe(answer.now);
          if (change !== null) expect(admission(known, 'elv-low', change).now).toBe(!answer.now);
        },
      ),
      { numRuns: 25 },
    );
  });
});
