import { describe, expect, it } from 'vitest';
import { PRODUCTS } from '#kernel/product.ts';
import { outcomeOf, TRIAGE_NOW, usualAnswers } from '#modules/placement/types.ts';
import { BOXES, type Medication, WRITTEN_BOXES } from '#modules/stay/types-observation.ts';
import { decideSend, missingOf } from './answer.ts';
import { ASKED_AS, remarksOf } from './retriage.ts';

const FULL = { seen: 'a', finding: 'b', advice: 'c', followUp: 'd' };
const change = (id: string, reason: string | null): Medication => ({
  ...{ id, reason, medicine: `middel ${id}`, change: 'lowered', detail: 'naar 20 mg' },
  ...{ day: '2026-10-20', byName: 'dr. Oefen', version: 1 },
});
const sent = (missing: ReturnType<typeof missingOf>, onPurpose: boolean, ...withoutReason: string[]) => {
  const decided = decideSend(missing, { onPurpose, withoutReason });
  return decided.ok ? 'sent' : decided.refusal.code;
};

describe('what is missing', () => {
  it.each(WRITTEN_BOXES)('is %s when nothing, or nothing but blanks, stands there', (box) => {
    expect(missingOf(FULL, [])).toEqual([]);
    expect(missingOf({ ...FULL, [box]: ' \n' }, [])).toEqual([{ box, why: 'empty', change: null }]);
  });

  it('is the reason of each change without one, in the order of the boxes', () => {
    const none = { seen: '', finding: '', advice: '', followUp: '' };
    const missing = missingOf(none, [change('1', null), change('2', 'duizelig'), change('3', null)]);
    expect([...new Set(missing.map(({ box }) => box))]).toEqual([...BOXES]);
    expect(missing.flatMap((each) => each.change?.id ?? [])).toEqual(['1', '3']);
  });
});

describe('sending', () => {
  it('goes when nothing is missing; an empty box only on purpose', () => {
    expect(sent(missingOf(FULL, [change('1', 'duizelig')]), false)).toBe('sent');
    const empty = missingOf({ ...FULL, advice: '' }, []);
    expect([sent(empty, false), sent(empty, true)]).toEqual(['answer-incomplete', 'sent']);
  });

  it('never goes with a missing reason that was not named, whatever else is said', () => {
    const missing = missingOf(FULL, [change('1', null), change('2', null)]);
    expect(sent(missing, true)).toBe('answer-reason-unseen');
    expect(sent(missing, true, '1')).toBe('answer-reason-unseen');
    expect(sent(missing, true, '1', '9')).toBe('answer-reason-unseen');
    expect(sent(missing, false, '1', '2')).toBe('sent');
  });
});

describe('a request for longer', () => {
  it.each(PRODUCTS)('asks for %s so that the ordinary answers of the triage lead there', (product) => {
    const answers = usualAnswers(ASKED_AS[product]).map(
      ({ question, answer }) => [question, answer] as const,
    );
    expect(outcomeOf(TRIAGE_NOW, ASKED_AS[product], Object.fromEntries(answers))).toMatchObject({ product });
  });
});

describe('the remarks of a request for longer', () => {
  it('tell what is known and leave out what is empty', () => {
    const text = remarksOf('Waarom valt meneer?', { ...FULL, finding: '' }, [
      change('1', null),
      change('2', 'duizelig'),
    ]);
    expect(text.split('\n')).toEqual([
      'Naar huis kan niet na de observatie.',
      'Vraag van de huisarts: Waarom valt meneer?',
      'Gezien: a',
      'Advies: c',
      'Vervolg: d',
      'Medicijnen: middel 1 verlaagd naar 20 mg; middel 2 verlaagd naar 20 mg (duizelig)',
    ]);
    expect(remarksOf(null, { seen: '', finding: '', advice: '', followUp: '' }, [])).toBe(
      'Naar huis kan niet na de observatie.',
    );
  });

  it('fit in a request, however much was written', () => {
    const long = remarksOf('v'.repeat(500), { ...FULL, seen: 's'.repeat(3000) }, []);
    expect(long).toHaveLength(2000);
    expect(long.endsWith('…')).toBe(true);
  });
});
