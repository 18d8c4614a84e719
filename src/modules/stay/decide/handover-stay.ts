import type { Day } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import type { Destination } from '#modules/capacity/types.ts';
import type { HandoverSource, KnownLine } from '#modules/stay/types-handover.ts';
import type { Medication, Observation } from '#modules/stay/types-observation.ts';
import type { Barrier } from '#modules/stay/types-parts.ts';
import type { ReturnLine } from '#modules/stay/types-return.ts';
import type { KnownSections } from './handover-missing.ts';
import {
  BARRIER_WORDS,
  CHANGE_WORDS,
  DESTINATION_WORDS,
  dayWords,
  KIND_WORDS,
  PRODUCT_WORDS,
  RETURN_WORDS,
  UNIT_WORDS,
} from './handover-words.ts';
import { OBSERVATION_KINDS } from './observation-kinds.ts';
import { totalOf } from './scales.ts';

/** What the stay brought to light. */
export interface StayFacts {
  readonly product: Product;
  readonly arrivedDay: Day;
  readonly endedDay: Day | null;
  readonly destination: Destination | null;
  readonly question: string | null;
  readonly goal: string | null;
  /** The newest first. */
  readonly observations: readonly Pick<
    Observation,
    'kind' | 'day' | 'measured' | 'lab' | 'text' | 'withdrawn'
  >[];
  readonly medication: readonly Pick<
    Medication,
    'id' | 'medicine' | 'change' | 'detail' | 'reason' | 'day'
  >[];
  readonly barriers: readonly Pick<Barrier, 'id' | 'code' | 'ownerName' | 'due' | 'note' | 'solvedDay'>[];
  readonly home: readonly Pick<ReturnLine, 'item' | 'state' | 'who' | 'fromDay' | 'note'>[];
}

const line = (key: string, source: HandoverSource, text: string): KnownLine => ({ key, source, text });

const withWords = (text: string, more: string): string => (more === '' ? text : `${text}: ${more}`);

/** So much of what somebody wrote about what was seen stands in a handover; the rest is read in the stay. */
const LONGEST = 200;

type Seen = StayFacts['observations'][number];

const numbersOf = ({ kind, measured }: Seen): string =>
  OBSERVATION_KINDS[kind].numbers
    .flatMap(({ key, unit }) => {
      const value = measured[key];
      return value === undefined ? [] : [`${value} ${UNIT_WORDS[unit]}`.trim()];
    })
    .join(' / ');

const seenWords = (seen: Seen): string => {
  const { lab, text } = seen;
  const { scale } = OBSERVATION_KINDS[seen.kind];
  const total = scale === null ? '' : `totaal ${totalOf(scale, seen.measured)}`;
  const result = lab === null ? '' : `${lab.name} ${lab.value ?? ''} ${lab.unit}`.trim();
  return [numbersOf(seen), total, result, text.slice(0, LONGEST)].filter((part) => part !== '').join(', ');
};

/** The last of each kind, so that a page is enough. */
const lastOfEach = (observations: StayFacts['observations']): Seen[] => {
  const known = new Set<string>();
  return observations.filter(({ kind, lab, withdrawn }) => {
    const what = lab === null ? kind : `${kind} ${lab.name}`;
    if (withdrawn !== null || known.has(what)) return false;
    known.add(what);
    return true;
  });
};

const FOOD = new Set(['meal', 'nutrition', 'weight']);
const NOTES = new Set(['note', 'talk']);

const observationLines = (stay: StayFacts, where: (kind: string) => boolean): KnownLine[] =>
  lastOfEach(stay.observations)
    .filter(({ kind }) => where(kind))
    .map((seen) => ({ seen, words: seenWords(seen) }))
    .filter(({ words }) => words !== '')
    .map(({ seen, words }) =>
      line(
        seen.lab === null ? seen.kind : `${seen.kind} ${seen.lab.name}`.slice(0, 40),
        'observation',
        `${KIND_WORDS[seen.kind]} (${dayWords(seen.day).slice(0, 5)}): ${words}`,
      ),
    );

const medicationLines = ({ medication }: StayFacts): KnownLine[] =>
  medication.map(({ id, medicine, change, detail, reason, day }) => {
    const what = `${medicine} ${CHANGE_WORDS[change]} ${dayWords(day).slice(0, 5)}`;
    return line(id, 'medication', withWords(detail === '' ? what : `${what}, ${detail}`, reason ?? ''));
  });

const barrierLines = ({ barriers }: StayFacts): KnownLine[] =>
  barriers
    .filter(({ solvedDay }) => solvedDay === null)
    .map(({ id, code, ownerName, due, note }) => {
      const who = ownerName === null ? '' : `, ${ownerName}`;
      return line(
        id,
        'barrier',
        withWords(`${BARRIER_WORDS[code]} voor ${dayWords(due).slice(0, 5)}${who}`, note),
      );
    });

const RETURN_STATES = { asked: 'gevraagd', arranged: 'geregeld' } as const;

const returnLines = ({ home }: StayFacts): KnownLine[] =>
  home.flatMap(({ item, state, who, fromDay, note }) => {
    if (state === 'not-needed' || state === 'open') return [];
    const from = fromDay === null ? '' : ` vanaf ${dayWords(fromDay).slice(0, 5)}`;
    const by = who === '' ? '' : `, ${who}`;
    return [
      line(item, 'return', withWords(`${RETURN_WORDS[item]} ${RETURN_STATES[state]}${by}${from}`, note)),
    ];
  });

const courseLine = ({ product, arrivedDay, endedDay, destination }: StayFacts): KnownLine => {
  const until = endedDay === null ? '' : ` tot ${dayWords(endedDay)}`;
  const gone = destination === null ? '' : `. ${DESTINATION_WORDS[destination]}`;
  return line('course', 'stay', `${PRODUCT_WORDS[product]} vanaf ${dayWords(arrivedDay)}${until}${gone}`);
};

/** What the stay adds to each section. */
export const fillFromStay = (stay: StayFacts): KnownSections => ({
  'clinical-report': [
    courseLine(stay),
    ...(stay.question === null ? [] : [line('question', 'stay', `Vraag van de huisarts: ${stay.question}`)]),
  ],
  medication: medicationLines(stay),
  observations: observationLines(stay, (kind) => !FOOD.has(kind) && !NOTES.has(kind)),
  nutrition: observationLines(stay, (kind) => FOOD.has(kind)),
  'nursing-report': observationLines(stay, (kind) => NOTES.has(kind)),
  'nursing-plan': barrierLines(stay),
  'personal-social': stay.goal === null ? [] : [line('goal', 'stay', `Doel: ${stay.goal}`)],
  home: returnLines(stay),
});
