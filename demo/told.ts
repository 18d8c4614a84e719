import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import type { Origin } from '#modules/placement/types.ts';
import { shut } from './acts.ts';
import { atClock, must, type Past } from './past.ts';
import { planPlacement } from './placement-plan.ts';
import { PLACES } from './places.ts';
import { unitOf } from './sites.ts';
import type { Story } from './stories.ts';
import { TEST_BSNS } from './test-bsns.ts';

/** Somebody the guide tells of: always there, in the same bed, on the same day of their stay. */
export interface Told {
  readonly person: PersonEntry;
  readonly referrer: string;
  readonly origin: Origin;
  readonly unit: string;
  readonly bed: string;
  readonly product: Product;
  /** Which day of the stay it is when the region opens. */
  readonly day: number;
  /** On which day they are expected to leave. */
  readonly leavesOn: number;
  readonly story: Story;
}

const LAST_BSN = TEST_BSNS.length - 1;

const entry = (
  n: number,
  rest: Partial<PersonEntry> & Pick<PersonEntry, 'name' | 'birthDate' | 'sex'>,
): PersonEntry => ({
  bsn: TEST_BSNS[LAST_BSN - n] ?? null,
  pc4: '9405',
  phone: '0592-00 66 10',
  gpName: 'S. Hoving',
  kinName: null,
  kinPhone: null,
  ...rest,
});

/** Nine days at the canal: the stay of the Zoetermeer story. */
export const VENEMA: Told = {
  person: entry(0, {
    name: 'Evert Venema',
    birthDate: '1948-03-14',
    sex: 'male',
    kinName: 'dochter Anneke Venema',
    kinPhone: '0592-00 66 11',
  }),
  referrer: 'S. Hoving',
  origin: 'home',
  unit: 'kanaalhuis-sluis',
  bed: '3',
  product: 'reo-observation',
  day: 7,
  leavesOn: 9,
  story: {
    reason: 'observation',
    weight: 'unknown',
    urgency: 'today',
    needs: [],
    traits: ['fall-risk', 'restless', 'partner'],
    remarks: 'Waarom valt meneer sinds drie weken, en wat is nodig om thuis te blijven?',
    wish: 'dicht bij zijn vrouw',
  },
};

/** From the hospital to a bed nearby, and home again: the stay of the Assen story, on the day of the talk. */
export const ALBERTS: Told = {
  person: entry(1, {
    name: 'Geessien Alberts',
    birthDate: '1943-06-02',
    sex: 'female',
    kinName: 'zoon Harm Alberts',
    kinPhone: '0592-00 66 21',
  }),
  referrer: 'M. Dekens',
  origin: 'hospital',
  unit: 'peelo-lijsterbes',
  bed: '1',
  product: 'elv-high',
  day: 14,
  leavesOn: 19,
  story: {
    reason: 'recovery',
    weight: 'high',
    urgency: 'within-72-hours',
    needs: [],
    traits: ['fall-risk', 'home-care-needed'],
    remarks: 'Heup gekneusd na een val, hartfalen. Moet weer leren traplopen.',
    wish: 'weer naar haar eigen huis',
  },
};

/**
 * Everybody the guide tells of.
 * @internal
 */
export const TOLD: readonly Told[] = [VENEMA, ALBERTS];

/** When somebody the guide tells of arrived: half past one on day 1. */
const arrivalOf = (past: Past, { day }: Told): Instant => atClock(past.now - (day - 1) * DAY, 13 * 60 + 30);

/** The bed is kept shut until they come, so that it is theirs whatever chance does. */
const keepBed = (past: Past, told: Told, arrivesAt: Instant): string => {
  const unitId = unitOf(told.unit).id;
  const place = PLACES.find((each) => each.unitId === unitId && each.code === told.bed);
  if (place === undefined) throw new Error(`bed ${told.bed} is not in ${told.unit}`);
  const { id: placeId } = place;
  past.agenda.add(Number.NEGATIVE_INFINITY, async () => {
    const began = arrivesAt - 120 * DAY;
    const closed = { unitId, placeId, reason: 'maintenance', until: arrivesAt - HOUR } as const;
    must(await shut(past, began, closed), 'close a bed');
  });
  return placeId;
};

/** Writes their arrival into the agenda. */
export const planTold = (past: Past): void => {
  for (const told of TOLD) {
    const arrivesAt = arrivalOf(past, told);
    const placeId = keepBed(past, told, arrivesAt);
    const by = past.cast.anyOf(['gp', 'transfer-nurse']).find(({ name }) => name === told.referrer);
    if (by === undefined) throw new Error(`${told.referrer} does not work in the practice region`);
    const { person, product, origin, story } = told;
    planPlacement(past, {
      ...{ product, unitId: unitOf(told.unit).id, placeId, origin, story, person, by },
      sentAt: arrivesAt - 4 * HOUR,
      yesAt: arrivesAt - 4 * HOUR + 12 * MINUTE,
      arrivalFrom: arrivesAt,
      arrivesAt,
      end: atClock(arrivesAt + (told.leavesOn - 1) * DAY, 10 * 60 + 30),
    });
  }
};
