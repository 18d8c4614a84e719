import { DAY, HOUR } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Urgency } from '#kernel/urgency.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { FlowOrigin, SimEnding, SimFlow, SimOpening, SimWard } from '#planning/simulate/types.ts';
import { hourOfWeek } from './clock-week.ts';
import { type AskGroup, askGroups } from './fill-asks.ts';
import { fillEndings } from './fill-stays.ts';
import {
  type Doors,
  hoursWithoutDoors,
  patienceHours,
  spreadOf,
  transferHours,
  triageHours,
} from './fill-times.ts';
import { misfitsOf } from './misfits.ts';
import { drawnTo, type Ground, guess, type Notebook, notebook, region } from './notebook.ts';
import {
  GUESSED_HOME_SHARE,
  PUBLISHED_ADMISSION,
  PUBLISHED_MOST,
  PUBLISHED_TRANSFER,
  publishedHours,
} from './published.ts';
import type { FilledModel, FillFacts, FillOpening } from './types.ts';

const ORIGIN_WORDS: Readonly<Record<FlowOrigin, string>> = {
  home: 'Thuis',
  emergency: 'Spoed',
  hospital: 'Ziekenhuis',
};

const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  crisis: 'crisis',
  today: 'vandaag',
  'within-72-hours': 'binnen 3 dagen',
  planned: 'gepland',
};

/** So many published people are mixed among those whose time of arranging was measured. */
const PUBLISHED_PEOPLE = 10;
/** Willingness to wait is measured from so many who stopped. */
const ENOUGH_STOPPED = 10;

const published = (source: string): Ground => ({ from: 'published', facts: 0, source });

/** What a group of people asked, on its way to a flow. */
interface Asking {
  readonly id: string;
  readonly group: AskGroup;
  readonly facts: FillFacts;
  readonly doors: Doors;
  readonly ofWeek: (at: number) => number;
  readonly book: Notebook;
}

const perWeekOf = ({ id, group, facts, book }: Asking): number => {
  const weeks = Math.max((facts.now - facts.since) / (7 * DAY), 1 / 7);
  return book.note(`flow:${id}:perWeek`, group.asks.length / weeks, 'per-week', {
    ...{ from: 'history', facts: group.asks.length, source: '' },
  });
};

const triageOf = ({ id, group, facts, book }: Asking): number => {
  const measured = triageHours(group.asks, facts.now);
  const { value, ground } = drawnTo(measured.hours, measured.facts, {
    ...{ value: 0, weight: PUBLISHED_PEOPLE, ground: guess('in the time of arranging') },
  });
  return book.note(`flow:${id}:triageHours`, value, 'hours', ground);
};

const transferOf = ({ id, group, facts, doors, ofWeek, book }: Asking): number => {
  const measured = transferHours(group.asks, facts.now);
  const yes = group.asks.flatMap(({ acceptedAt }) => (acceptedAt === null ? [] : [ofWeek(acceptedAt)]));
  const byHour = spreadOf(yes, publishedHours('hospital'));
  const own = measured.hours === null ? null : hoursWithoutDoors(measured.hours, doors, byHour);
  const { value, ground } = drawnTo(own, measured.facts, {
    value: PUBLISHED_TRANSFER.hours,
    weight: PUBLISHED_PEOPLE,
    ground: published(PUBLISHED_TRANSFER.source),
  });
  return book.note(`flow:${id}:transferHours`, value, 'hours', ground);
};

/** How long people are willing to wait: of this group, else of the product, else of the region; null: nearly nobody stops. */
const patienceOf = ({ id, group, facts, book }: Asking): number | null => {
  const wider = [group.asks, facts.asks.filter(({ product }) => product === group.product), facts.asks];
  for (const asks of wider) {
    const { hours, facts: stopped } = patienceHours(asks, facts.now);
    if (hours !== null && stopped >= ENOUGH_STOPPED)
      return book.note(`flow:${id}:patienceHours`, hours, 'hours', {
        ...{ from: 'history', facts: stopped, source: '' },
      });
  }
  return null;
};

const hospitalOf = ({ id, group, book }: Asking): Pick<SimFlow, 'hospitalAfterHours' | 'hospitalDays'> => {
  if (group.origin !== 'emergency') return { hospitalAfterHours: null, hospitalDays: 0 };
  const ground = published(PUBLISHED_ADMISSION.source);
  return {
    hospitalAfterHours: book.note(
      `flow:${id}:hospitalAfterHours`,
      PUBLISHED_ADMISSION.afterHours,
      'hours',
      ground,
    ),
    hospitalDays: book.note(`flow:${id}:hospitalDays`, PUBLISHED_ADMISSION.days, 'days', ground),
  };
};

const homeShareOf = ({ id, group, facts, book }: Asking): number => {
  const share = facts.openings.length === 0 || group.product === 'elv-palliative' ? 0 : GUESSED_HOME_SHARE;
  return book.note(`flow:${id}:homeShare`, share, 'share', guess());
};

const flowOf = (asking: Asking, endings: readonly SimEnding[]): SimFlow => {
  const { id, group, ofWeek } = asking;
  const { origin, urgency, product, asks } = group;
  return {
    ...{ id, origin, urgency, product, endings },
    name: `${ORIGIN_WORDS[origin]}, ${URGENCY_WORDS[urgency]}, ${PRODUCT_WORDS[product].short.nl}`,
    perWeek: perWeekOf(asking),
    byHour: spreadOf(
      asks.map(({ askedAt }) => ofWeek(askedAt)),
      publishedHours(origin),
    ),
    triageHours: triageOf(asking),
    transferHours: transferOf(asking),
    transferShape: 1,
    ...hospitalOf(asking),
    patienceHours: patienceOf(asking),
    wishes: [],
    most: product === PUBLISHED_MOST.product ? { days: PUBLISHED_MOST.days, next: [] } : null,
    homeShare: homeShareOf(asking),
  };
};

const wardOf = (ward: FillFacts['wards'][number], book: Notebook): SimWard => ({
  ...{ id: ward.id, name: ward.name, site: ward.site, product: ward.product },
  ...{ pool: ward.pool, admits: ward.admits },
  beds: book.note(`ward:${ward.id}:beds`, ward.beds, 'beds', region),
  shared: book.note(`ward:${ward.id}:shared`, Math.min(ward.shared, ward.beds), 'beds', region),
  weekendStaff: book.note(
    `ward:${ward.id}:weekendStaff`,
    ward.weekendStaff ?? 1,
    'share',
    ward.weekendStaff === null ? guess() : region,
  ),
});

/** Starts as the region says them, or (`began`) as its own past tells. */
const openingOf = ({ id, kind, startsPerWeek, began }: FillOpening, book: Notebook): SimOpening => {
  const ground: Ground = began === undefined ? region : { from: 'history', facts: began, source: '' };
  return {
    id,
    kind,
    startsPerWeek: book.note(`opening:${id}:startsPerWeek`, startsPerWeek, 'per-week', ground),
  };
};

const doorsOf = (facts: FillFacts, product: Product): Doors => {
  const doors = new Map<string, { windows: SimWard['admits']; weight: number }>();
  for (const { product: of, admits, beds } of facts.wards) {
    if (of !== product) continue;
    const key = JSON.stringify(admits);
    doors.set(key, { windows: admits, weight: (doors.get(key)?.weight ?? 0) + beds });
  }
  return [...doors.values()];
};

/** The hours between the asking and the end of what is known, in days. */
const historyDays = ({ since, now }: Pick<FillFacts, 'since' | 'now'>): number =>
  Math.max(0, (now - since) / (24 * HOUR));

/**
 * A region as it can be played, from its own history: who asked and when, how long each step took, how stays ended. Where it
 * has too little of its own, the published number stands in. Every number is in `assumptions` and can be typed over by its id
 * (`levers.typed`). What cannot be played honestly is in `misfits`.
 */
export const fill = (facts: FillFacts): FilledModel => {
  const book = notebook();
  const wards = facts.wards.map((ward) => wardOf(ward, book));
  const openings = facts.openings.map((opening) => openingOf(opening, book));
  const { groups, hardlyAsked } = askGroups(
    facts.asks.filter(({ askedAt }) => askedAt >= facts.since && askedAt <= facts.now),
  );
  const ofWeek = hourOfWeek(facts.zone);
  const endings = new Map<Product, readonly SimEnding[]>();
  const flows = groups.map((group) => {
    const known = endings.get(group.product) ?? fillEndings(group.product, facts, ofWeek, book);
    endings.set(group.product, known);
    const id = `${group.origin}-${group.urgency}-${group.product}`;
    return flowOf({ ...{ id, group, facts, ofWeek, book }, doors: doorsOf(facts, group.product) }, known);
  });
  const model = { wards, flows, openings, policy: 'first-come' } as const;
  return { model, assumptions: book.rows, misfits: misfitsOf(model, historyDays(facts), hardlyAsked) };
};
