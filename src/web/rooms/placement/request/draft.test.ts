import { describe, expect, it } from 'vitest';
import { areaOf, askedOf, bodyOf, type Draft, emptyDraft, faultsOf } from './draft.ts';
import { readDay, readPc4 } from './person.ts';

const ZONE = 'Europe/Amsterdam';
/** Thursday 22 October 2026, 11:40 in Assen. */
const NOW = Date.UTC(2026, 9, 22, 9, 40);

const whole: Draft = {
  ...emptyDraft('0592-00 17 20', 'home'),
  person: { name: 'Hoving', birthDate: '12-3-1942', sex: 'female', pc4: '9405 AB', bsn: '' },
  reason: 'recovery',
  weight: 'high',
};

describe('what a practice types about the person', () => {
  it.each([
    ['12-03-1942', '1942-03-12'],
    ['12/3/1942', '1942-03-12'],
    ['12 3 1942', '1942-03-12'],
    ['12031942', '1942-03-12'],
    ['1942-03-12', '1942-03-12'],
    ['31-02-1942', null],
    ['12-03-42', null],
    ['', null],
  ])('reads the birth date %s', (typed, day) => expect(readDay(typed)).toBe(day));

  it.each([
    ['9405', '9405'],
    ['9405 ab', '9405'],
    ['0405', null],
    ['940', null],
  ])('reads the postcode %s', (typed, pc4) => expect(readPc4(typed)).toBe(pc4));
});

describe('what is still missing', () => {
  it('names every open question in the order of the form', () => {
    expect(faultsOf(emptyDraft('', 'home'), '2026-10-22').map(({ field }) => field)).toEqual([
      'name',
      'birthDate',
      'sex',
      'reason',
      'weight',
      'phone',
    ]);
  });

  it('lets a complete request go', () => expect(faultsOf(whole, '2026-10-22')).toEqual([]));

  it('knows a number that is too short from one that is no number', () => {
    expect(faultsOf({ ...whole, phone: '0592-17' }, '2026-10-22')).toEqual([
      { field: 'phone', code: 'short' },
    ]);
    expect(faultsOf({ ...whole, phone: 'de dochter' }, '2026-10-22')).toEqual([
      { field: 'phone', code: 'wrong' },
    ]);
  });

  it('asks for a day that has not passed', () => {
    expect(faultsOf({ ...whole, when: 'date', day: '2026-10-21' }, '2026-10-22')).toEqual([
      { field: 'day', code: 'past' },
    ]);
  });

  it('does not accept a BSN that fails the test of eleven', () => {
    const person = { ...whole.person, bsn: '123456789' };
    expect(faultsOf({ ...whole, person }, '2026-10-22')).toEqual([{ field: 'bsn', code: 'wrong' }]);
  });
});

describe('what is searched with', () => {
  it('waits until it is clear why and how heavy', () =>
    expect(askedOf(emptyDraft('', 'home'), NOW, ZONE)).toBeNull());

  it('says nothing about who it is', () => {
    const asked = JSON.stringify(askedOf(whole, NOW, ZONE));
    expect(asked).not.toContain('Hoving');
    expect(asked).not.toContain('1942');
  });

  it('asks from eight in the morning of another day, also over the night the clock goes back', () => {
    expect(askedOf({ ...whole, when: 'tomorrow' }, NOW, ZONE)?.wantedFrom).toBe('2026-10-23T06:00:00Z');
    expect(askedOf({ ...whole, when: 'date', day: '2026-10-26' }, NOW, ZONE)?.wantedFrom).toBe(
      '2026-10-26T07:00:00Z',
    );
  });

  it('tells a crisis of today from a place that may be planned', () => {
    expect(askedOf({ ...whole, reason: 'crisis' }, NOW, ZONE)?.urgency).toBe('crisis');
    expect(askedOf({ ...whole, when: 'tomorrow' }, NOW, ZONE)?.urgency).toBe('within-72-hours');
    expect(askedOf({ ...whole, when: 'date', day: '2026-10-30' }, NOW, ZONE)?.urgency).toBe('planned');
  });

  it('tells the ward what it must know, and limits the places only where it must', () => {
    const asked = askedOf({ ...whole, marks: ['fall-risk', 'isolation', 'partner'] }, NOW, ZONE);
    expect(asked?.traits).toEqual(['fall-risk', 'mrsa', 'partner']);
    expect(asked?.needs, 'a partner who comes along rules no place out').toEqual(['isolation']);
  });

  it('names the ground only for a closed ward, and the insurer only when it is one', () => {
    const closed: Draft = { ...whole, legalTitle: 'ibs', uzovi: '331' };
    expect(askedOf(closed, NOW, ZONE)).toMatchObject({ legalTitle: null, uzovi: null, sex: 'female' });
    expect(faultsOf(closed, '2026-10-22')).toEqual([{ field: 'uzovi', code: 'wrong' }]);
    const asked = askedOf({ ...closed, marks: ['closed-ward'], uzovi: '3311' }, NOW, ZONE);
    expect(asked).toMatchObject({ legalTitle: 'ibs', uzovi: '3311', needs: ['closed-ward'] });
    expect(bodyOf(whole, [], NOW, ZONE)).not.toHaveProperty('sex');
  });

  it('reads an area from the wish', () => {
    expect(areaOf('Dicht bij dochter, 9406')).toEqual({ pc4: '9406', partner: false });
    expect(areaOf('partner woont in 9401')).toEqual({ pc4: '9401', partner: true });
    expect(areaOf('bel 0592001720')).toBeNull();
  });
});

it('sends the first four digits of the postcode and the place that was chosen', () => {
  const body = bodyOf(whole, ['place-1'], NOW, ZONE);
  expect(body).toMatchObject({
    person: { pc4: '9405', birthDate: '1942-03-12' },
    offers: [{ placeId: 'place-1' }],
  });
});
