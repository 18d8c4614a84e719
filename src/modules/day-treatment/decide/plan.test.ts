import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { HalfDay, Order, Treatment, Visit } from '#modules/day-treatment/types.ts';
import { CATALOGUE_V1 } from './catalogue-v1.ts';
import { aroundVisit, courseOf, daysLeft, decideMoment, waitsFor } from './plan.ts';

const ZONE = 'Europe/Amsterdam';
const TODAY = '2026-11-23';
const at = (day: string, minutes = 540) => instantOf(day, minutes, ZONE);
const treatment: Treatment = {
  ...(CATALOGUE_V1.find(({ code }) => code === 'ferric-derisomaltose') as (typeof CATALOGUE_V1)[number]),
  version: 1,
};
const order: Order = {
  ...{ id: 'o', code: 'TK-1', personId: 'p', treatment: treatment.code, treatmentVersion: 1 },
  ...{ hospitalOrg: 'h', siteOrg: 's', gpOrg: null, specialistName: 'dr. Oefen', specialistPhone: '0592' },
  ...{ visits: 3, given: 0, firstGivenOn: null, intervalDays: 7, toleranceDays: 2 },
  ...{ fromDay: TODAY, latestDay: '2026-12-20', validUntil: '2027-05-01', urgency: 1, dose: '1 g' },
  ...{ weightKg: 70, labOn: TODAY, labOk: true, limits: null, stopRule: 'Koorts' },
  ...{ wishes: { weekdays: [], part: null }, state: 'signed', signedAt: at(TODAY), signedBy: 'dr. Oefen' },
  ...{ signature: 1, endedAt: null, stopReason: null, version: 1 },
};
const visit = (number: number, state: Visit['state'], day: string | null = null, attempt = 1): Visit => ({
  ...{ id: `${number}.${attempt}`, orderId: 'o', number, attempt, state, halfDayId: day, locked: false },
  during: day === null ? null : { from: at(day), until: at(day, 605) },
  ...{ nurseId: day === null ? null : 'a', setUp: null, claims: [], signature: 1 },
  ...{ drugReadyAt: null, confirmedAt: null, version: 1 },
});
const halfDay = (day: string): HalfDay => ({
  ...{ id: 'h', unitId: 'u', day, part: 'morning', opens: at(day, 510), closes: at(day, 780) },
  ...{ closed: null, closedNote: null, version: 1 },
});

describe('a course as it stands', () => {
  it('counts the newest try of each number, what was given and what is to come', () => {
    const tries = [
      visit(1, 'done', '2026-11-10'),
      visit(2, 'no-show', '2026-11-17'),
      visit(2, 'to-plan', null, 2),
      visit(3, 'planned', '2026-12-01'),
      visit(4, 'cancelled'),
    ];
    const course = courseOf(tries);
    expect(course.before?.id).toBe('1.1');
    expect(course.coming.map(({ id }) => id)).toEqual(['2.2', '3.1']);
    expect(course.nurses).toEqual(['a']);
    expect(aroundVisit(course, '2.2')).toMatchObject({
      before: { id: '1.1' },
      after: { id: '3.1' },
      waits: false,
    });
    expect(aroundVisit(course, '3.1').waits).toBe(true);
  });
});

describe('the days that are left', () => {
  const clock = { today: TODAY, zone: ZONE };

  it('begin when the medicine can be there, and end with the window or the order', () => {
    const first = { before: null, drugReadyAt: null };
    expect(daysLeft(order, treatment, first, clock)).toEqual({ from: '2026-11-25', until: '2026-12-20' });
    const told = { before: null, drugReadyAt: at('2026-11-30') };
    expect(daysLeft(order, treatment, told, clock).from).toBe('2026-11-30');
    const next = { before: '2026-11-26', drugReadyAt: at(TODAY) };
    expect(daysLeft(order, treatment, next, clock)).toEqual({ from: '2026-12-01', until: '2026-12-05' });
    const short = { ...order, validUntil: '2026-12-02' };
    expect(daysLeft(short, treatment, next, clock).until).toBe('2026-12-02');
  });

  it('say why somebody must wait before anything can be planned', () => {
    const days = { from: TODAY, until: '2026-12-20' };
    const free = { today: TODAY, waits: false };
    expect(waitsFor(order, treatment, days, free)).toBeNull();
    expect(waitsFor({ ...order, validUntil: '2026-11-22' }, treatment, days, free)).toBe('order-expired');
    expect(waitsFor({ ...order, weightKg: null }, treatment, days, free)).toBe('weight-missing');
    expect(waitsFor({ ...order, labOk: false }, treatment, days, free)).toBe('lab-not-good');
    const first = { ...treatment, firstInHospital: true };
    expect(waitsFor(order, first, days, free)).toBe('first-dose-in-hospital');
    expect(waitsFor(order, treatment, days, { today: TODAY, waits: true })).toBe('visit-before');
    expect(waitsFor(order, treatment, { from: TODAY, until: '2026-11-20' }, free)).toBe('window-past');
  });
});

describe('a moment', () => {
  const decide = (of: Visit, day: string, around: Partial<Parameters<typeof decideMoment>[1]> = {}) => {
    const decided = decideMoment(
      { order, treatment, visit: of },
      { before: null, after: null, waits: false, ...around },
      { halfDay: halfDay(day), start: at(day, 570) },
      { now: at(TODAY), zone: ZONE },
    );
    return decided.ok ? 'right' : decided.refusal.code;
  };

  it('is right in its window, with its medicine, and with the visits around it', () => {
    const waiting = visit(2, 'to-plan');
    expect(decide(waiting, '2026-11-26')).toBe('right');
    expect(decide(waiting, '2026-11-24')).toBe('drug-not-ready');
    expect(decide(waiting, '2026-11-20')).toBe('moment-past');
    expect(decide(waiting, '2026-11-26', { waits: true })).toBe('visit-before');
    expect(decide(waiting, '2026-12-03', { before: visit(1, 'planned', '2026-11-25') })).toBe('right');
    expect(decide(waiting, '2026-12-08', { before: visit(1, 'planned', '2026-11-25') })).toBe(
      'interval-missed',
    );
    expect(decide(waiting, '2026-11-26', { after: visit(3, 'planned', '2026-12-02') })).toBe('right');
    expect(decide(waiting, '2026-11-30', { after: visit(3, 'planned', '2026-12-02') })).toBe(
      'interval-missed',
    );
  });

  it('that moves does not ask the pharmacy again', () => {
    expect(decide(visit(2, 'planned', '2026-11-26'), '2026-11-24')).toBe('right');
  });
});
