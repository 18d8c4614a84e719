import type { Reason, TriageAnswers, TriageInstrument } from '#modules/placement/types-triage.ts';
import { FIRST_1 } from './triage-v1-first.ts';
import { LAST_1 } from './triage-v1-last.ts';

/** Who chose why a place is asked, chose against the other reasons; only herstel leaves open whether it is GRZ. */
const IMPLIED: Readonly<Record<Reason, TriageAnswers>> = {
  recovery: { terminal: 'no', unclear: 'no' },
  observation: { rehabilitation: 'no', terminal: 'no', unclear: 'yes' },
  palliative: { rehabilitation: 'no', terminal: 'elv', unclear: 'no' },
  crisis: { danger: 'yes', rehabilitation: 'no', terminal: 'no', unclear: 'no' },
  respite: { rehabilitation: 'no', terminal: 'no', need: 'no', unclear: 'no' },
  rehabilitation: { rehabilitation: 'yes', terminal: 'no', unclear: 'no' },
};

const dying = (question: string, answer: string) =>
  ['elv', 'hospice'].map((otherAnswer) => ({ question, answer, other: 'terminal', otherAnswer }));

/** The decision tree of the agreement, version 1 (Afwegingsinstrument, in our own words). */
export const TRIAGE_1: TriageInstrument = {
  version: 1,
  questions: [...FIRST_1, ...LAST_1],
  contradictions: [
    { question: 'wlz', answer: 'none', other: 'danger', otherAnswer: 'yes' },
    { question: 'home', answer: 'yes', other: 'need', otherAnswer: 'yes' },
    ...dying('rehabilitation', 'yes'),
    ...dying('home', 'yes'),
    ...dying('return', 'yes'),
  ],
  implied: IMPLIED,
  usual: {
    crisis: {
      wlz: {
        value: 'indicated',
        words: { nl: 'Er is een Wlz-indicatie', en: 'There is a Wlz indication' },
      },
    },
  },
};
