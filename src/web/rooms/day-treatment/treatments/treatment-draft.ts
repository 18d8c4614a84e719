import type { TreatmentSignBody, TreatmentView } from '#modules/day-treatment/contract.ts';
import { COMPETENCES, type Competence } from '#modules/day-treatment/types.ts';

type Body = TreatmentView['draft'];

/** A treatment as a clinician writes the next version of it. */
export interface TreatmentDraft {
  readonly name: string;
  readonly setUp: string;
  readonly running: string;
  readonly observation: string;
  readonly ratio: string;
  readonly labDays: string;
  readonly pharmacyDays: string;
  readonly competences: readonly Competence[];
  readonly firstInHospital: boolean;
  readonly coldChain: boolean;
  readonly weight: boolean;
  /** One step or thing on each line. */
  readonly reaction: string;
  readonly emergency: string;
  /** What somebody reads before they come; may be empty. */
  readonly preparation: string;
}

/** Begins with what counts now, or with the draft that ships: who changes one thing types one thing. */
export const draftOf = (body: Body): TreatmentDraft => ({
  name: body.name,
  setUp: String(body.setUp),
  running: String(body.running),
  observation: String(body.observation),
  ratio: String(body.ratio),
  labDays: body.labDays === null ? '' : String(body.labDays),
  pharmacyDays: String(body.pharmacyDays),
  competences: body.competences,
  firstInHospital: body.firstInHospital,
  coldChain: body.coldChain,
  weight: body.weight,
  reaction: body.reaction.join('\n'),
  emergency: body.emergency.join('\n'),
  preparation: body.preparation.join('\n'),
});

/** What was written line by line; an empty line says nothing. */
const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export type TreatmentField = keyof TreatmentDraft;
/** What is the matter with a field. */
export type TreatmentFault = 'fives' | 'number' | 'missing' | 'lines';

/** What is written line by line, and the longest line that is kept of each. */
const LONGEST = { reaction: 300, emergency: 200, preparation: 300 } as const;
export type LinesField = keyof typeof LONGEST;
const MOST_LINES = 20;

const within = (typed: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
/** The planner counts in fives. */
const inFives = (typed: string, least: number): TreatmentFault | null =>
  within(typed, least, 600) && Number(typed) % 5 === 0 ? null : 'fives';
const counted = (typed: string, least: number, most: number): TreatmentFault | null =>
  within(typed, least, most) ? null : 'number';

const written = (draft: TreatmentDraft, field: LinesField): TreatmentFault | null => {
  const lines = linesOf(draft[field]);
  // Somebody may come as they are; a reaction without steps may not be.
  if (lines.length === 0 && field !== 'preparation') return 'missing';
  return lines.length > MOST_LINES || lines.some(({ length }) => length > LONGEST[field]) ? 'lines' : null;
};

/** Which fields cannot be, in the order of the form. Without the clinic's own steps nothing is signed. */
export const faultsOf = (draft: TreatmentDraft): ReadonlyMap<TreatmentField, TreatmentFault> => {
  const looked: readonly (readonly [TreatmentField, TreatmentFault | null])[] = [
    ['name', draft.name.trim() === '' ? 'missing' : null],
    ['setUp', inFives(draft.setUp, 5)],
    ['running', inFives(draft.running, 0)],
    ['observation', inFives(draft.observation, 0)],
    ['ratio', counted(draft.ratio, 1, 8)],
    ['labDays', draft.labDays.trim() === '' ? null : counted(draft.labDays, 1, 400)],
    ['pharmacyDays', counted(draft.pharmacyDays, 0, 20)],
    ['competences', draft.competences.length === 0 ? 'missing' : null],
    ['reaction', written(draft, 'reaction')],
    ['emergency', written(draft, 'emergency')],
    ['preparation', written(draft, 'preparation')],
  ];
  return new Map(looked.flatMap(([field, fault]) => (fault === null ? [] : [[field, fault] as const])));
};

/** What is sent; chairs follow the times by themselves. Only for a draft without faults. */
export const bodyOf = (draft: TreatmentDraft): TreatmentSignBody => ({
  changes: {
    name: draft.name.trim(),
    setUp: Number(draft.setUp),
    running: Number(draft.running),
    observation: Number(draft.observation),
    ratio: Number(draft.ratio),
    labDays: draft.labDays.trim() === '' ? null : Number(draft.labDays),
    pharmacyDays: Number(draft.pharmacyDays),
    competences: COMPETENCES.filter((each) => draft.competences.includes(each)),
    firstInHospital: draft.firstInHospital,
    coldChain: draft.coldChain,
    weight: draft.weight,
  },
  reaction: linesOf(draft.reaction),
  emergency: linesOf(draft.emergency),
  preparation: linesOf(draft.preparation),
});
