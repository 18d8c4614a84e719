import { expect, test } from 'vitest';
import { draftFaults, draftOf, nextMonday, type Rules, rulesOfDraft } from './agreement-draft.ts';

const route = { answerMinutes: 45, holdMinutes: 60, parallelOffers: 3, heldOffers: 1 };
const rules: Rules = {
  ...route,
  crisis: { ...route, answerMinutes: 15 },
  autoNext: true,
  crisisForAll: false,
  choice: 'first',
  choiceMinutes: 60,
  goneBed: 'provider',
  goneMinutes: 60,
  waitingList: true,
  searchMinutes: { crisis: 30, today: 120, 'within-72-hours': 480, planned: 4320 },
  insurerMinutes: 1440,
  reportMinutes: 4320,
  oldAfterMinutes: 240,
  tooOldAfterMinutes: 720,
  silentAfterMinutes: 15,
  consultMinutes: 60,
  consultOrganisationId: null,
  deskPhone: '0592-00 41 00',
};
const draft = draftOf(rules, '2026-11-30');
const typing = (change: object) => ({ ...draft, typed: { ...draft.typed, ...change } });

test('a draft says the rules it began with, whatever was not touched', () => {
  expect(rulesOfDraft(draft)).toEqual(rules);
  expect(rulesOfDraft(typing({ 'crisis.answerMinutes': ' 20 ' })).crisis.answerMinutes).toBe(20);
  expect(draftFaults(draft, '2026-11-23').size).toBe(0);
});

test('what is no whole number is wrong at its own field, in words', () => {
  for (const text of ['', 'dertig', '30,5', '-5', '1e3']) {
    const faults = draftFaults(typing({ answerMinutes: text }), '2026-11-23');
    expect([...faults.keys()], text).toEqual(['answerMinutes']);
    expect(faults.get('answerMinutes')?.nl).toBe('Dit getal kan niet: het ligt tussen 5 en 1440.');
  }
});

test('a clash stands at the field that must give way; a telephone and a day are looked at too', () => {
  expect([...draftFaults(typing({ answerMinutes: '70' }), '2026-11-23').keys()]).toEqual(['holdMinutes']);
  const wrong = { ...draft, validFrom: '2026-11-22', chosen: { ...rules, deskPhone: '0592' } };
  expect([...draftFaults(wrong, '2026-11-23').keys()]).toEqual(['deskPhone', 'validFrom']);
  expect(draftFaults({ ...draft, validFrom: '' }, '2026-11-23').has('validFrom')).toBe(true);
});

test('a new agreement begins on a Monday, never today', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(nextMonday)).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-11-30',
  ]);
});
