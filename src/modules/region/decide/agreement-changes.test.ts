import { describe, expect, it } from 'vitest';
import type { AgreementRules } from '#modules/region/types.ts';
import { CAUTIOUS } from './agreement.ts';
import { changesIn } from './agreement-changes.ts';
import { BOUNDS, faultsIn, type NumberRule, numberIn, rulesIn, withNumber } from './agreement-rules.ts';
import { CHAPTERS, lengthWords, RULE_WORDS, RULES } from './agreement-words.ts';

const rules: AgreementRules = { ...CAUTIOUS, deskPhone: '0592-00 41 00' };
const nameOf = (id: string): string => ({ vaart: 'De Vaart', es: 'De Es' })[id] ?? '';
const numbers = Object.keys(BOUNDS) as NumberRule[];
const faultOf = (change: Partial<AgreementRules>) =>
  faultsIn({ ...rules, ...change }).map(({ rule, refusal }) => [rule, refusal.code]);

describe('the rules of an agreement', () => {
  it('are told whole: every rule of a version has its sentence, each in a chapter', () => {
    const version = { ...rules, validFrom: '2026-11-23', deskOrganisationId: 'd' };
    expect(rulesIn(version)).toEqual(rules);
    const told = new Set(RULES.map((rule) => rule.split('.')[0]));
    expect([...told].sort()).toEqual(Object.keys(rules).sort());
    expect(new Set(RULES.map((rule) => RULE_WORDS[rule].chapter))).toEqual(new Set(CHAPTERS));
  });

  it('begin with cautious numbers that can stand', () => {
    expect(faultsIn(rules)).toEqual([]);
  });

  it('are whole numbers within their bounds, each by itself', () => {
    for (const rule of numbers) {
      const { least, most } = BOUNDS[rule];
      for (const value of [least - 1, most + 1, least + 0.5, Number.NaN]) {
        const faults = faultsIn(withNumber(rules, rule, value)).filter((fault) => fault.rule === rule);
        expect(faults, `${rule} ${value}`).toEqual([
          { rule, refusal: { code: 'rule-out-of-bounds', params: { least, most } } },
        ]);
      }
    }
  });

  it('keep a bed until the house has answered, and until the person has chosen', () => {
    expect(faultOf({ holdMinutes: 44 })).toEqual([['holdMinutes', 'hold-too-short']]);
    const crisis = { ...rules.crisis, holdMinutes: 75 };
    expect(faultOf({ choice: 'person', holdMinutes: 104, crisis })).toEqual([
      ['holdMinutes', 'hold-too-short-for-choice'],
    ]);
    expect(faultOf({ choice: 'person', holdMinutes: 105, crisis })).toEqual([]);
    expect(faultOf({ choice: 'person', holdMinutes: 105 })).toEqual([
      ['crisis.holdMinutes', 'hold-too-short-for-choice'],
    ]);
    expect(faultOf({ crisis: { ...rules.crisis, holdMinutes: 14 } })).toEqual([
      ['crisis.holdMinutes', 'hold-too-short'],
    ]);
  });

  it('hold no more beds than houses are asked, on each route', () => {
    expect(faultOf({ heldOffers: 4 })).toEqual([['heldOffers', 'held-too-many']]);
    expect(faultOf({ crisis: { ...rules.crisis, heldOffers: 6 } })).toEqual([
      ['crisis.heldOffers', 'held-too-many'],
    ]);
  });

  it('climb in order: old before too old, the insurer before the report', () => {
    expect(faultOf({ tooOldAfterMinutes: 240 })).toEqual([['tooOldAfterMinutes', 'too-old-too-early']]);
    expect(faultOf({ reportMinutes: 1440 })).toEqual([['reportMinutes', 'report-too-early']]);
  });
});

describe('what changes in words', () => {
  it('is nothing between equals', () => {
    expect(changesIn(rules, { ...rules, crisis: { ...rules.crisis } }, nameOf)).toEqual([]);
  });

  it('tells what counts, what counted, and what that does', () => {
    expect(changesIn(rules, { ...rules, answerMinutes: 30 }, nameOf)).toEqual([
      {
        rule: 'answerMinutes',
        says: {
          nl: 'Een huis antwoordt binnen 30 minuten (was 45 minuten).',
          en: 'A house answers within 30 minutes (was 45 minutes).',
        },
        means: {
          nl: 'Een bed blijft daardoor hooguit 30 minuten vast als het huis zwijgt.',
          en: 'A bed therefore stays held for 30 minutes at most when the house is silent.',
        },
      },
    ]);
  });

  it('finds every rule that changed, once, and says something else each time it goes the other way', () => {
    for (const rule of numbers) {
      const [change, ...more] = changesIn(rules, withNumber(rules, rule, numberIn(rules, rule) + 1), nameOf);
      expect([change?.rule, more], rule).toEqual([rule, []]);
      const [back] = changesIn(withNumber(rules, rule, numberIn(rules, rule) + 1), rules, nameOf);
      expect(back?.says.nl, rule).not.toBe(change?.says.nl);
      if (change?.means !== null) expect(back?.means?.nl, rule).not.toBe(change?.means.nl);
    }
    const choices: Partial<AgreementRules> = {
      choice: 'person',
      crisisForAll: true,
      autoNext: false,
      waitingList: false,
      goneBed: 'desk',
      consultOrganisationId: 'vaart',
      deskPhone: '0592-00 41 01',
    };
    const told = changesIn(rules, { ...rules, ...choices }, nameOf);
    expect(told.map(({ rule }) => rule).sort()).toEqual(Object.keys(choices).sort());
    const [adviser] = changesIn(
      { ...rules, consultOrganisationId: 'vaart' },
      { ...rules, consultOrganisationId: 'es' },
      nameOf,
    );
    expect(adviser?.says.nl).toBe('De specialist ouderengeneeskunde van De Es geeft advies (was De Vaart).');
  });

  it('keeps a Dutch sentence within twenty words', () => {
    const other = {
      ...rules,
      choice: 'person',
      crisisForAll: true,
      autoNext: false,
      waitingList: false,
    } as const;
    const all = [rules, { ...other, goneBed: 'desk', consultOrganisationId: 'vaart' } as const].flatMap(
      (each) => RULES.map((rule) => RULE_WORDS[rule].says(each, nameOf).nl),
    );
    expect(all.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([]);
  });

  it('says a length exactly, in the unit people use', () => {
    expect([15, 60, 90, 120, 150, 1440, 4320].map((minutes) => lengthWords(minutes).nl)).toEqual([
      '15 minuten',
      '1 uur',
      '90 minuten',
      '2 uur',
      '2 uur en 30 minuten',
      '24 uur',
      '3 dagen',
    ]);
  });
});
