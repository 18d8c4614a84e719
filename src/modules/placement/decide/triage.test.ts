import { describe, expect, it } from 'vitest';
import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import {
  REASONS,
  type TriageAnswers,
  type TriageInstrument,
  type TriageProfile,
  type TriageQuestion,
  WEIGHTS,
} from '#modules/placement/types-triage.ts';
import { productFor } from './request.ts';
import {
  contradictions,
  deviates,
  isAnswer,
  isReady,
  openQuestions,
  outcomeOf,
  standingOf,
  TRIAGE_NOW,
  usualAnswers,
} from './triage.ts';

const PROFILES: readonly TriageProfile[] = REASONS.flatMap((reason) =>
  WEIGHTS.map((weight) => ({ reason, weight })),
);
const recovery: TriageProfile = { reason: 'recovery', weight: 'high' };

const valuesOf = (question: TriageQuestion, unknown: boolean): string[] =>
  question.options.map(({ value }) => value).filter((value) => unknown || value !== 'unknown');

/** Answers whatever is asked, one question at a time, as somebody does who is led through it. */
const led = (profile: TriageProfile, chance: Chance, unknown: boolean) => {
  let answers: TriageAnswers = {};
  let asked = 0;
  for (;;) {
    const [next] = openQuestions(TRIAGE_NOW, profile, answers);
    if (next === undefined) return { answers, asked };
    asked++;
    answers = { ...answers, [next.id]: pick(chance, valuesOf(next, unknown)) };
  }
};

/** Every answer to every question, as far as the tree asks on: all ways through it. */
const allWays = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  answers: TriageAnswers,
): TriageAnswers[] => {
  const [next] = openQuestions(instrument, profile, answers);
  if (next === undefined) return [answers];
  return valuesOf(next, true).flatMap((value) =>
    allWays(instrument, profile, { ...answers, [next.id]: value }),
  );
};

const usual = (profile: TriageProfile): TriageAnswers =>
  Object.fromEntries(usualAnswers(profile).map(({ question, answer }) => [question, answer]));

describe('the decision tree', () => {
  it('leads every complete set of answers to exactly one outcome, whatever the request said', () => {
    const chance = seeded(7);
    for (const profile of PROFILES) {
      for (let n = 0; n < 300; n++) {
        const all = Object.fromEntries(
          TRIAGE_NOW.questions.map((question) => [question.id, pick(chance, valuesOf(question, false))]),
        );
        const outcome = outcomeOf(TRIAGE_NOW, profile, all);
        expect(outcome).toMatchObject({
          route: expect.any(String),
          law: expect.stringMatching(/^(zvw|wlz|wmo)$/),
        });
        expect(outcomeOf(TRIAGE_NOW, profile, { ...all })).toEqual(outcome);
      }
    }
  });

  it('asks at most eight questions, and stops as soon as an answer decides', () => {
    const chance = seeded(11);
    for (const profile of PROFILES) {
      for (let n = 0; n < 200; n++) {
        const { answers, asked } = led(profile, chance, true);
        expect(asked).toBeLessThanOrEqual(8);
        expect(outcomeOf(TRIAGE_NOW, profile, answers)).not.toBe('open');
      }
    }
    expect(openQuestions(TRIAGE_NOW, recovery, {})).toHaveLength(8);
    expect(openQuestions(TRIAGE_NOW, { ...recovery, reason: 'palliative' }, {})).toHaveLength(4);
    expect(openQuestions(TRIAGE_NOW, recovery, { seen: 'yes', specialist: 'yes' })).toEqual([]);
  });

  it('asks for advice whenever nobody knows an answer that counts, on every way through', () => {
    for (const answers of allWays(TRIAGE_NOW, { reason: 'palliative', weight: 'high' }, {})) {
      const doubt = Object.values(answers).includes('unknown');
      const outcome = outcomeOf(TRIAGE_NOW, { reason: 'palliative', weight: 'high' }, answers);
      expect(outcome === 'consult').toBe(doubt);
    }
    const unsure = { reason: 'recovery', weight: 'unknown' } as const;
    expect(outcomeOf(TRIAGE_NOW, unsure, usual(unsure))).toBe('consult');
    expect(standingOf(TRIAGE_NOW, unsure, usual(unsure)).unknown).toEqual(['weight']);
  });

  it('confirms an ordinary case with what was asked, without contradiction', () => {
    for (const profile of PROFILES) {
      const answers = usual(profile);
      expect(contradictions(TRIAGE_NOW, profile, answers)).toEqual([]);
      const outcome = outcomeOf(TRIAGE_NOW, profile, answers);
      const product = productFor(profile.reason, profile.weight);
      if (typeof outcome === 'string') expect([profile.reason, outcome]).toEqual(['recovery', 'consult']);
      else expect(deviates({ ...profile, product }, outcome)).toBe(false);
    }
  });

  it.each([
    ['seen', 'no', 'doctor-first', null, 'zvw'],
    ['specialist', 'yes', 'hospital', null, 'zvw'],
    ['psychiatric', 'yes', 'ggz-crisis', null, 'zvw'],
    ['wlz', 'expected', 'wlz-crisis', 'wlz-crisis', 'wlz'],
    ['rehabilitation', 'yes', 'grz', 'grz', 'zvw'],
    ['terminal', 'elv', 'elv-palliative', 'elv-palliative', 'zvw'],
    ['terminal', 'hospice', 'hospice', null, 'zvw'],
    ['home', 'yes', 'home-with-nursing', null, 'zvw'],
    ['need', 'no', 'wmo-respite', 'respite', 'wmo'],
    ['unclear', 'yes', 'reo-observation', 'reo-observation', 'zvw'],
    ['return', 'no', 'wlz-talk', null, 'wlz'],
    ['weight', 'low', 'elv-low', 'elv-low', 'zvw'],
  ])('%s = %s leads to %s', (question, answer, route, product, law) => {
    const answers = { ...usual(recovery), [question]: answer };
    expect(outcomeOf(TRIAGE_NOW, recovery, answers)).toMatchObject({ route, product, law, by: question });
  });

  it('tells a Wlz crisis from a place under the Wlz by the danger', () => {
    const indicated = { ...usual(recovery), wlz: 'indicated' };
    expect(openQuestions(TRIAGE_NOW, recovery, indicated).map(({ id }) => id)).toEqual(['danger']);
    expect(outcomeOf(TRIAGE_NOW, recovery, { ...indicated, danger: 'yes' })).toMatchObject({
      route: 'wlz-crisis',
    });
    expect(outcomeOf(TRIAGE_NOW, recovery, { ...indicated, danger: 'no' })).toMatchObject({
      route: 'wlz-placement',
    });
  });

  it('sees what cannot both be true, also against what the request said', () => {
    const crisis = { reason: 'crisis', weight: 'high' } as const;
    expect(contradictions(TRIAGE_NOW, crisis, { wlz: 'none' })).toMatchObject([
      { question: 'wlz', other: 'danger' },
    ]);
    expect(contradictions(TRIAGE_NOW, crisis, { wlz: 'none', danger: 'no' })).toEqual([]);
    expect(contradictions(TRIAGE_NOW, recovery, { home: 'yes', need: 'yes' })).toHaveLength(1);
    expect(contradictions(TRIAGE_NOW, { ...recovery, reason: 'palliative' }, { home: 'yes' })).toHaveLength(
      1,
    );
  });

  it('names in a contradiction only questions and answers there are', () => {
    for (const { question, answer, other, otherAnswer } of TRIAGE_NOW.contradictions) {
      expect(isAnswer(TRIAGE_NOW, question, answer) && isAnswer(TRIAGE_NOW, other, otherAnswer)).toBe(true);
    }
    expect(isAnswer(TRIAGE_NOW, 'seen', 'perhaps')).toBe(false);
    expect(isAnswer(TRIAGE_NOW, 'sene', 'yes')).toBe(false);
  });
});

describe('far enough for a yes', () => {
  const asked = { ...recovery, product: 'elv-high' } as const;
  const standing = (answers: TriageAnswers, profile: TriageProfile = recovery) =>
    standingOf(TRIAGE_NOW, profile, answers);
  const facts = { asked, argued: [], advice: null } as const;

  it('is a complete tree that leads to what is asked, or arguments why not', () => {
    expect(isReady({ ...facts, standing: standing({}) })).toBe(false);
    expect(isReady({ ...facts, standing: standing(usual(recovery)) })).toBe(true);
    const elsewhere = standing({ ...usual(recovery), rehabilitation: 'yes' });
    expect(isReady({ ...facts, standing: elsewhere })).toBe(false);
    expect(isReady({ ...facts, standing: elsewhere, argued: ['hospice'] })).toBe(false);
    expect(isReady({ ...facts, standing: elsewhere, argued: ['grz'] })).toBe(true);
  });

  it('is also the advice of the specialist for this place; another advice does not open it', () => {
    const doubt = standing({ ...usual(recovery), wlz: 'unknown' });
    expect(isReady({ ...facts, standing: doubt })).toBe(false);
    expect(isReady({ ...facts, standing: doubt, advice: { route: 'elv-high' } })).toBe(true);
    expect(isReady({ ...facts, standing: doubt, advice: { route: 'wlz-placement' } })).toBe(false);
  });

  it('leaves the weight to the ward, once the rest is answered', () => {
    const unsure = { reason: 'recovery', weight: 'unknown' } as const;
    const of = (answers: TriageAnswers) =>
      isReady({ ...facts, asked: { ...unsure, product: 'elv-high' }, standing: standing(answers, unsure) });
    expect(of({})).toBe(false);
    expect(of(usual(unsure))).toBe(true);
    expect(of({ ...usual(unsure), weight: 'low' })).toBe(true);
  });
});
