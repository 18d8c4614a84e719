import type { Product } from '#kernel/product.ts';
import { difference, estimate, ofFlow, ofRegion, ofWard } from '#planning/simulate/index.ts';
import type { Estimate, FlowMeasure, SimModel, SimResult, WardMeasure } from '#planning/simulate/types.ts';
import type { Assumption, MoneyChange, Party, PartyRow, Price, PriceCode } from './types.ts';
import { PARTIES, PARTY_FIGURES } from './types.ts';

/** A model and what came out when it was played. */
export interface Played {
  readonly model: SimModel;
  readonly result: SimResult;
}

/**
 * What the figures per party rest on beside the model: guesses of ours, shown and typed over like every other assumption
 * (`levers.typed`). Nobody published them.
 */
export const PARTY_ASSUMPTIONS: readonly Assumption[] = [
  /** Hours a practice calls for every day that somebody waits at home. */
  ['party:gp:callingHours', 0.25, 'hours'],
  /** Hours of nurse and doctor together for one admission. */
  ['party:care-provider:admissionHours', 3, 'hours'],
  /** Hours of staff for one staffed bed in one weekend: one for six beds, 48 hours. */
  ['party:care-provider:weekendHours', 8, 'hours'],
  /** Hours that one full-time post works a year, without leave and illness. */
  ['party:care-provider:fteHours', 1540, 'hours'],
].map(([id, value, unit]) => ({ id, value, unit, from: 'guess', facts: 0, source: '' }) as Assumption);

const PAID_BY_INSURER: readonly Product[] = [
  'elv-low',
  'elv-high',
  'elv-palliative',
  'reo-observation',
  'grz',
];
const YEAR_DAYS = 365;
const YEAR_WEEKS = YEAR_DAYS / 7;

/** One played year, as a party looks at it. */
interface Year {
  readonly model: SimModel;
  /** A sum over the flows of an origin (null: all) of a measure times how many it is about; what nobody did counts as 0. */
  readonly people: (origin: string | null, of: FlowMeasure, times?: FlowMeasure) => number;
  readonly wards: (of: WardMeasure, where: (product: Product) => boolean) => number;
  readonly region: (of: Parameters<typeof ofRegion>[0]) => number;
  /** From the days that were counted to a year. */
  readonly aYear: number;
  readonly rests: (id: string) => number;
}

/** What is looked at for one party, in a year. `account` in euros: what it costs is below 0. */
interface Look {
  readonly figure: (year: Year) => number;
  readonly counted: (year: Year) => number;
  readonly needs: readonly PriceCode[];
  readonly account: (year: Year, euros: (code: PriceCode) => number) => number;
  readonly freed: { readonly kind: PartyRow['freed']['kind']; readonly amount: (year: Year) => number };
}

const NOTHING: Pick<Look, 'needs' | 'account' | 'freed'> = {
  needs: [],
  account: () => 0,
  freed: { kind: 'none', amount: () => 0 },
};

const all = (): boolean => true;
const isRespite = (product: Product): boolean => product === 'respite';
const isInsured = (product: Product): boolean => PAID_BY_INSURER.includes(product);

const waitDays = (year: Year): number => year.people('home', 'placed', 'waitHours') / 24;

/** Hours of staff for who arrives outside office hours, and for the beds that are staffed in the weekend. */
const eveningHours = (year: Year): number => {
  const staffed = year.model.wards.reduce(
    (sum, { beds, weekendStaff }) => sum + Math.floor(beds * weekendStaff + 1e-9),
    0,
  );
  return (
    year.wards('outOfHours', all) * year.aYear * year.rests('party:care-provider:admissionHours') +
    staffed * YEAR_WEEKS * year.rests('party:care-provider:weekendHours')
  );
};

const admissionDays = (year: Year): number =>
  year.model.flows.reduce(
    (sum, flow) => Math.max(sum, flow.hospitalAfterHours === null ? 0 : flow.hospitalDays),
    0,
  ) * year.region('hospitalAdmissions');

/**
 * The figure of each party, how many people or days are behind it, what is on its account and what comes free. Only prices make
 * money; what comes free is no money and is never added to it.
 */
const LOOKS: Readonly<Record<Party, Look>> = {
  /** Mean days that people at home wait for a bed. Free: hours of calling while they wait. */
  gp: {
    ...NOTHING,
    figure: (year) => waitDays(year) / year.people('home', 'placed'),
    counted: (year) => year.people('home', 'placed') * year.aYear,
    freed: {
      kind: 'calling-hours',
      amount: (year) => -waitDays(year) * year.aYear * year.rests('party:gp:callingHours'),
    },
  },
  /** Days a year in a hospital bed while ready for another place. Free: those, and the days of admissions for want of a place. */
  hospital: {
    figure: (year) => year.region('wrongBedDays') * year.aYear,
    counted: (year) => (year.people('hospital', 'asked') + year.region('hospitalAdmissions')) * year.aYear,
    needs: ['hospital-day'],
    account: (year, euros) => -year.region('wrongBedDays') * year.aYear * euros('hospital-day'),
    freed: {
      kind: 'bed-days',
      amount: (year) => -(year.region('wrongBedDays') + admissionDays(year)) * year.aYear,
    },
  },
  /** Full-time posts for admissions outside office hours and for beds staffed in the weekend. Beside it: how full the beds are. */
  'care-provider': {
    figure: (year) => eveningHours(year) / year.rests('party:care-provider:fteHours'),
    counted: (year) => year.wards('outOfHours', all) * year.aYear,
    needs: ['evening-weekend-hour'],
    account: (year, euros) => -eveningHours(year) * euros('evening-weekend-hour'),
    freed: { kind: 'occupancy', amount: (year) => year.wards('occupied', all) },
  },
  /** Starts of home care in the weekend, a week. */
  'home-care': {
    ...NOTHING,
    figure: (year) => (year.region('weekendStarts') * year.aYear) / YEAR_WEEKS,
    counted: (year) => year.region('weekendStarts') * year.aYear,
    needs: ['weekend-start'],
    account: (year, euros) => -year.region('weekendStarts') * year.aYear * euros('weekend-start'),
  },
  /** Nights in respite beds a year. */
  municipality: {
    ...NOTHING,
    figure: (year) => year.wards('bedDays', isRespite) * year.aYear,
    counted: (year) => year.wards('arrivals', isRespite) * year.aYear,
    needs: ['respite-night'],
    account: (year, euros) => -year.wards('bedDays', isRespite) * year.aYear * euros('respite-night'),
  },
  /** Days a year in beds the insurer pays (ELV, REO, GRZ). On its account also the admissions for want of a place. */
  insurer: {
    ...NOTHING,
    figure: (year) => year.wards('bedDays', isInsured) * year.aYear,
    counted: (year) => year.wards('arrivals', isInsured) * year.aYear,
    needs: ['bed-day', 'hospital-admission'],
    account: (year, euros) =>
      -year.aYear *
      (year.wards('bedDays', isInsured) * euros('bed-day') +
        year.region('hospitalAdmissions') * euros('hospital-admission')),
  },
  /** Share of who asked that had a bed within three days, or help at home at once; who gave up had neither. */
  residents: {
    ...NOTHING,
    figure: (year) =>
      Math.min(
        1,
        (year.people(null, 'placed', 'within3Days') + year.people(null, 'atHome')) /
          year.people(null, 'asked'),
      ),
    counted: (year) => year.people(null, 'asked') * year.aYear,
  },
};

const yearOf = ({ model, result }: Played, rests: Year['rests']): ((at: number) => Year) => {
  const known = (value: number): number => (Number.isNaN(value) ? 0 : value);
  return (at) => ({
    ...{ model, rests, aYear: YEAR_DAYS / result.days },
    people: (origin, of, times) =>
      model.flows.reduce((sum, flow, i) => {
        if (origin !== null && flow.origin !== origin) return sum;
        const one = times === undefined ? 1 : known(ofFlow(i, times)(result, at));
        return sum + known(ofFlow(i, of)(result, at)) * one;
      }, 0),
    wards: (of, where) => {
      const own = model.wards.flatMap((ward, i) =>
        where(ward.product) ? [{ value: known(ofWard(i, of)(result, at)), beds: ward.beds }] : [],
      );
      if (of !== 'occupied') return own.reduce((sum, { value }) => sum + value, 0);
      const beds = own.reduce((sum, ward) => sum + ward.beds, 0);
      return beds === 0 ? 0 : own.reduce((sum, { value, beds: b }) => sum + value * b, 0) / beds;
    },
    region: (of) => known(ofRegion(of)(result, at)),
  });
};

const moneyOf = (change: Estimate | null): MoneyChange => {
  if (change === null || (change.from === 0 && change.until === 0))
    return { kind: 'none', from: 0, until: 0, mean: 0 };
  const { from, until, mean } = change;
  if (from > 0) return { kind: 'gains', from, until, mean };
  return { kind: until < 0 ? 'pays' : 'unclear', from, until, mean };
};

/** Does a band reach over zero: then nobody can say whether there is a difference. */
const crossesZero = ({ from, until }: Estimate): boolean => from <= 0 && until >= 0;

/**
 * The seven parties before and after a change, in their own figure. The difference is taken year by year with the same people.
 * Money only where every price it needs is known. A party without a figure (nobody from home ever came) is left out. Never
 * add rows: what one saves is not what another can spend. `typed` overrules `PARTY_ASSUMPTIONS`.
 */
export const partyRows = (
  base: Played,
  changed: Played,
  prices: readonly Price[],
  typed: Readonly<Record<string, number>> = {},
): PartyRow[] => {
  const rests = (id: string): number =>
    typed[id] ?? PARTY_ASSUMPTIONS.find((row) => row.id === id)?.value ?? 0;
  const [then, after] = [yearOf(base, rests), yearOf(changed, rests)];
  const pick = (of: (year: Year) => number) => (result: SimResult, at: number) =>
    of((result === base.result ? then : after)(at));
  const change = (of: (year: Year) => number) => difference(base.result, changed.result, pick(of));
  const euros = (code: PriceCode): number => prices.find((price) => price.code === code)?.euros ?? 0;
  return PARTIES.flatMap((party) => {
    const look = LOOKS[party];
    const figures = [estimate(base.result, pick(look.figure)), estimate(changed.result, pick(look.figure))];
    const [now, next, apart] = [...figures, change(look.figure)];
    if (!now || !next || !apart) return [];
    const priced =
      look.needs.length > 0 && look.needs.every((code) => prices.some((row) => row.code === code));
    return {
      ...{ party, figure: PARTY_FIGURES[party], now, after: next, difference: apart },
      unclear: crossesZero(apart),
      counted: estimate(base.result, pick(look.counted))?.mean ?? 0,
      money: moneyOf(priced ? change((year) => look.account(year, euros)) : null),
      freed: {
        kind: look.freed.kind,
        change: look.freed.kind === 'none' ? null : change(look.freed.amount),
      },
    };
  });
};
