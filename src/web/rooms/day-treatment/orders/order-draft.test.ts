import { describe, expect, it } from 'vitest';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import {
  contentOf,
  draftOf,
  emptyOrder,
  faultsOf,
  type Orderable,
  type OrderDraft,
  personOf,
  refusedAt,
  repeatOf,
  withTreatment,
} from './order-draft.ts';

const TODAY = '2026-10-22';
const BY = { name: 'dr. J. Oefen', phone: '0592-00 17 21' };
const FOUR_WEEKLY = {
  code: 'immunoglobulin-iv',
  usual: { visits: 6, intervalDays: 28, toleranceDays: 4 },
} as Orderable;

const filled: OrderDraft = {
  ...withTreatment(emptyOrder(TODAY, BY), FOUR_WEEKLY),
  known: { id: 'p1', name: 'Harm Sikkens' },
  ...{ siteOrg: 's1', dose: '30 g', stopRule: 'Koorts' },
};

const visit = (number: number, state: string, from: string | null) =>
  ({ id: String(number), number, attempt: 1, state, from }) as OrderView['visitList'][number];

const ORDER = {
  ...{ id: 'o1', person: { id: 'p1', name: 'Harm Sikkens' }, site: { id: 's1' }, gp: null },
  treatment: { code: 'immunoglobulin-iv', labDays: 28 },
  ...{ specialistName: BY.name, specialistPhone: BY.phone, visits: 2, given: 1, firstGivenOn: '2026-08-01' },
  ...{ intervalDays: 28, toleranceDays: 4, fromDay: '2026-09-01', latestDay: '2026-09-20' },
  ...{ validUntil: '2026-12-31', urgency: 2, dose: '30 g', weightKg: 71.5, labOn: '2026-10-01', labOk: true },
  ...{ limits: null, stopRule: 'Koorts', wishes: { weekdays: [2], part: 'morning' } },
  visitList: [
    visit(1, 'done', '2026-09-10T08:00:00Z'),
    visit(2, 'done', '2026-10-08T08:00:00Z'),
    visit(3, 'to-plan', null),
  ],
} as unknown as OrderView;

describe('an order that is written', () => {
  it('begins with what the treatment usually asks, and holds until its last one', () => {
    expect(filled).toMatchObject({ visits: 6, intervalDays: '28', toleranceDays: '4', fromDay: TODAY });
    // From the 19th of November five times 32 days, and half a year at least.
    expect(filled.validUntil).toBe('2027-05-20');
    const long = { ...FOUR_WEEKLY, usual: { visits: 13, intervalDays: 28, toleranceDays: 4 } };
    expect(withTreatment(emptyOrder(TODAY, BY), long).validUntil).toBe('2027-12-08');
  });

  it('is sent as it was read, when nothing is typed', () => {
    expect(contentOf(draftOf(ORDER))).toMatchObject({
      ...{ siteOrg: 's1', gpOrg: null, visits: 2, given: 1, intervalDays: 28, weightKg: 71.5, labOk: true },
      wishes: { weekdays: [2], part: 'morning' },
    });
    expect(faultsOf(draftOf(ORDER), TODAY).size).toBe(0);
  });

  it('once more counts what was given, goes on after the last one, and leaves out an old result', () => {
    expect(repeatOf(ORDER, TODAY)).toMatchObject({
      ...{ given: 3, firstGivenOn: '2026-08-01', fromDay: '2026-11-05', latestDay: '2026-12-03' },
      ...{ labOn: '2026-10-01', known: { id: 'p1' } },
    });
    expect(repeatOf(ORDER, '2026-12-24')).toMatchObject({ fromDay: '2026-12-24', labOn: '', labOk: null });
  });

  it('names every field that is empty or cannot be read, in the order of the form', () => {
    const faults = faultsOf(
      {
        ...filled,
        ...{ known: null, dose: ' ', weightKg: 'zwaar', labOn: 'gisteren', intervalDays: '', stopRule: 'x' },
        ...{ fromDay: '', specialistPhone: '12' },
      },
      TODAY,
    );
    expect([...faults]).toEqual([
      ...[['name', 'missing'] as const, ['birthDate', 'missing'] as const, ['sex', 'missing'] as const],
      ...[['dose', 'missing'] as const, ['weightKg', 'number'] as const, ['labOn', 'day'] as const],
      ...[['intervalDays', 'number'] as const, ['fromDay', 'day'] as const, ['stopRule', 'missing'] as const],
      ['specialistPhone', 'phone'],
    ]);
  });

  it('is for somebody known, or for somebody entered with BSN and date of birth', () => {
    expect(personOf(filled)).toEqual({ id: 'p1' });
    const person = { name: ' Jo ', birthDate: '2-5-1944', sex: 'male', pc4: '9405 AB', bsn: '999 900 006' };
    expect(personOf({ ...filled, known: null, person } as OrderDraft)).toMatchObject({
      ...{ name: 'Jo', birthDate: '1944-05-02', sex: 'male', pc4: '9405', bsn: '999900006' },
    });
    expect(refusedAt('weight-missing')).toBe('weightKg');
    expect(refusedAt('version-stale')).toBeNull();
  });
});
