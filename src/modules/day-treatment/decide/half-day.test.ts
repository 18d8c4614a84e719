import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { HalfDay } from '#modules/day-treatment/types.ts';
import type { KeptNurse, Opening, RoomVisit } from '#modules/day-treatment/types-room.ts';
import { decideAway, decideOpenings, decideShift, halfDaysOf, loadOf, mustMove } from './half-day.ts';

const ZONE = 'Europe/Amsterdam';
const DAY = '2026-11-24';
const OPENS = instantOf(DAY, 510, ZONE);
const at = (minutes: number): number => OPENS + minutes * MINUTE;

const halfDay: HalfDay = {
  ...{ id: 'h', unitId: 'u', day: DAY, part: 'morning', opens: at(0), closes: at(240) },
  ...{ closed: null, closedNote: null, version: 1 },
};
const nurse = (id: string, validUntil = '2027-01-01'): KeptNurse => ({
  ...{ id, unitId: 'u', name: id, initials: id, ended: false, version: 1 },
  competences: [{ competence: 'infusion', validUntil }],
});
const [ann, bea] = [nurse('ann'), nurse('bea')];

/** A visit of 15 minutes of set-up, 20 running and 30 afterwards, one nurse for four. */
const visit = (start: number, change: Partial<RoomVisit> = {}): RoomVisit => ({
  ...{ id: `v${start}`, orderId: 'o', number: 1, attempt: 1, state: 'planned', halfDayId: 'h' },
  ...{
    during: { from: at(start), until: at(start + 65) },
    setUp: { from: at(start), until: at(start + 15) },
  },
  ...{ nurseId: 'ann', claims: [], locked: false, signature: 1, drugReadyAt: null, confirmedAt: null },
  ...{ version: 1, order: { personId: 'p', visits: 1, signature: 1 } },
  treatment: { name: 'IJzer', group: 'iron', running: 20, ratio: 4, competences: ['infusion'] },
  ...change,
});

describe('the half-days of a week', () => {
  const line = (weekday: number, opens: number, closes: number, change: Partial<Opening> = {}): Opening => ({
    ...{ weekday, part: 'morning', opens, closes, since: '2026-01-01', until: null },
    ...change,
  });
  const made = (openings: Opening[], from: string, days: number) =>
    halfDaysOf(openings, { from, days, zone: ZONE });

  it('follow the opening that counts on that day, by the clock on the wall', () => {
    const [winter, summer] = made([line(1, 510, 750)], '2026-03-23', 14);
    expect(winter?.opens).toBe(Date.parse('2026-03-23T07:30:00Z'));
    expect(summer?.opens).toBe(Date.parse('2026-03-30T06:30:00Z'));
    const changed = [line(1, 510, 750, { until: '2026-03-30' }), line(1, 540, 780, { since: '2026-03-30' })];
    expect(made(changed, '2026-03-23', 14).map(({ opens }) => new Date(opens).toISOString())).toEqual([
      '2026-03-23T07:30:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
  });

  it('are there on a holiday, closed', () => {
    expect(made([line(1, 510, 750)], '2026-04-06', 8).map(({ closed }) => closed)).toEqual(['holiday', null]);
  });

  it('begin today at the earliest, each part once, the morning before the afternoon', () => {
    const part = (weekday: number, name: 'morning' | 'afternoon', opens: number, closes: number) => ({
      ...{ weekday, part: name, opens, closes },
    });
    const good = [
      part(2, 'afternoon', 750, 1000),
      part(2, 'morning', 500, 750),
      part(1, 'morning', 500, 750),
    ];
    expect(decideOpenings(good, DAY, DAY)).toMatchObject({ ok: true, value: [{ weekday: 1 }, {}, {}] });
    expect(decideOpenings(good, '2026-11-23', DAY).ok).toBe(false);
    expect(decideOpenings([...good, part(2, 'morning', 400, 450)], DAY, DAY).ok).toBe(false);
    expect(decideOpenings([part(2, 'afternoon', 700, 900), part(2, 'morning', 500, 750)], DAY, DAY).ok).toBe(
      false,
    );
    expect(decideOpenings([part(2, 'afternoon', 500, 700), part(2, 'morning', 720, 800)], DAY, DAY).ok).toBe(
      false,
    );
  });
});

describe('a visit in its half-day', () => {
  const both = [ann, bea];
  it.each([
    ['stays where it is', halfDay, both, visit(30), null],
    ['moves when it is closed', { ...halfDay, closed: 'holiday' as const }, both, visit(30), 'closed'],
    ['moves when one nurse is alone', halfDay, [ann], visit(30), 'too-few-nurses'],
    ['moves when its nurse is not there', halfDay, [bea, nurse('cis')], visit(30), 'nurse-away'],
    ['ends a quarter before the doors close', halfDay, both, visit(160), null],
    ['moves when it would end later', halfDay, both, visit(165), 'outside-hours'],
    ['moves when it would begin before the doors open', halfDay, both, visit(-5), 'outside-hours'],
    [
      'moves when nobody proved it lately',
      halfDay,
      [nurse('ann', '2026-11-23'), bea],
      visit(30),
      'no-competence',
    ],
    ['stays on the last day of the proof', halfDay, [nurse('ann', DAY), bea], visit(30), null],
    [
      'is looked at again when the order was signed anew',
      ...([halfDay, both, visit(30, { order: { personId: 'p', visits: 1, signature: 2 } })] as const),
      'order-changed',
    ],
    ['is not moved once somebody is here', halfDay, [ann], visit(30, { state: 'arrived' }), null],
  ])('%s', (_, where, present, who, why) => {
    expect(mustMove(where, present, who)).toBe(why);
  });
});

describe('the care of a half-day', () => {
  const quarters = (visits: readonly RoomVisit[]) => loadOf(halfDay, [ann, bea], visits).quarters.slice(0, 6);

  it('counts a set-up as a whole nurse, and afterwards each person as a share of one', () => {
    expect(quarters([visit(0)])).toEqual([4, 1, 1, 1, 1, 0]);
    const heavy = { ...visit(0).treatment, ratio: 2 };
    expect(quarters([visit(0, { treatment: heavy }), visit(15)])).toEqual([4, 6, 3, 3, 3, 1]);
  });

  it('takes the worst moment of a quarter, also when somebody starts in the middle of it', () => {
    expect(quarters([visit(5)])).toEqual([4, 4, 1, 1, 1, 0]);
    expect(quarters([visit(5), visit(20)])).toEqual([4, 5, 5, 2, 2, 1]);
  });

  it('is too much above the line, and leaves out who does not come', () => {
    const three = [visit(0), visit(0), visit(0)];
    expect(loadOf(halfDay, [ann, bea], three)).toMatchObject({ line: 8, most: 12, tooMuch: true });
    const two = [visit(0), visit(0), visit(0, { state: 'no-show' })];
    expect(loadOf(halfDay, [ann, bea], two)).toMatchObject({ line: 8, most: 8, tooMuch: false });
  });

  it('counts every minute of every visit, whatever the start', () => {
    for (let start = 0; start <= 160; start += 5) {
      const { quarters: found, most } = loadOf(halfDay, [ann, bea], [visit(start)]);
      const expected = found.map((_, n) => {
        const minutes = Array.from({ length: 15 }, (_each, minute) => n * 15 + minute);
        return Math.max(
          ...minutes.map((minute) => {
            const moment = halfDay.opens + minute * MINUTE;
            if (moment < at(start) || moment >= at(start + 65)) return 0;
            return moment < at(start + 15) ? 4 : 1;
          }),
        );
      });
      expect(found).toEqual(expected);
      expect(most).toBe(4);
    }
  });
});

describe('who is there', () => {
  it('is somebody of this room who works here still, each once; who was told absent stays so', () => {
    const elsewhere = { ...nurse('eva'), unitId: 'other' };
    const gone = { ...nurse('fia'), ended: true };
    const known = {
      nurses: [ann, bea, elsewhere, gone],
      shift: [{ halfDayId: 'h', nurseId: 'ann', absent: 'ill' as const }],
      away: [],
    };
    const decide = (ids: string[], now = at(0)) => decideShift(halfDay, known, ids, now);
    expect(decide(['ann', 'bea', 'ann'])).toEqual({
      ok: true,
      value: [
        { halfDayId: 'h', nurseId: 'ann', absent: 'ill' },
        { halfDayId: 'h', nurseId: 'bea', absent: null },
      ],
    });
    expect(decide(['eva'])).toMatchObject({ refusal: { code: 'nurse-unknown' } });
    expect(decide(['fia'])).toMatchObject({ refusal: { code: 'nurse-ended' } });
    expect(decide(['ann'], at(240))).toMatchObject({ refusal: { code: 'half-day-over' } });
  });

  it('is not who is away that day, unless they came in after all', () => {
    const away = (nurseId: string, from: string, last: string | null) => ({
      ...{ id: nurseId, nurseId, from, last, why: 'leave' as const },
    });
    const decide = (stretch: ReturnType<typeof away>, there: readonly string[] = []) => {
      const shift = there.map((nurseId) => ({ halfDayId: 'h', nurseId, absent: null }));
      const decided = decideShift(halfDay, { nurses: [ann, bea], shift, away: [stretch] }, ['ann'], at(0));
      return decided.ok ? decided.value[0]?.absent : decided.refusal;
    };
    expect(decide(away('ann', '2026-11-20', DAY))).toBe('leave');
    expect(decide(away('ann', DAY, null))).toBe('leave');
    expect(decide(away('ann', '2026-11-20', '2026-11-23'))).toBeNull();
    expect(decide(away('ann', '2026-11-25', null))).toBeNull();
    expect(decide(away('bea', DAY, DAY))).toBeNull();
    expect(decide(away('ann', DAY, DAY), ['ann'])).toBeNull();
  });

  it('is said of days that are not over', () => {
    expect(decideAway({ last: '2026-11-23' }, DAY)).toMatchObject({ refusal: { code: 'away-past' } });
    expect(decideAway({ last: DAY }, DAY).ok).toBe(true);
    expect(decideAway({ last: null }, DAY).ok).toBe(true);
  });
});
