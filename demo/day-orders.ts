import { type Day, plusDays } from '#kernel/calendar.ts';
import type { OrderBody } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { PRESCRIBED } from './day-clinic.ts';
import type { DayCourse } from './day-courses.ts';
import { dayRoomOf, SPECIALISTS } from './day-rooms.ts';
import { luckOf } from './luck.ts';
import { PROFESSIONALS } from './professionals.ts';

/** Who orders: immunoglobulins are of the neurologist, the rest of the internist. */
export const specialistFor = ({ group }: Pick<DayCourse, 'group'>): Professional =>
  SPECIALISTS[group === 'immunoglobulin' ? 1 : 0] as Professional;

/** Heaviness by luck of the name, always the same for this person. */
const weightOf = (name: string): number => 52 + Math.round(luckOf(name, 'weight') * 400) / 10;

const practiceOf = (gpName: string | null): string | null =>
  PROFESSIONALS.find(({ role, name }) => role === 'gp' && name === gpName)?.organisationId ?? null;

/** What a specialist writes for somebody. `first`: the day somebody comes already; null: they wait. */
export const orderOf = (
  course: DayCourse,
  { today, first, visits }: { readonly today: Day; readonly first: Day | null; readonly visits: number },
): OrderBody => {
  const { person, unitId, group, treatment, urgency, wishes } = course;
  const { given, intervalDays, ...written } = PRESCRIBED[group];
  const by = specialistFor(course);
  return {
    ...{ person, treatment, siteOrg: dayRoomOf(unitId).organisationId, gpOrg: practiceOf(person.gpName) },
    ...{ specialistName: by.name, specialistPhone: by.phone ?? '' },
    ...{ ...written, visits, given, intervalDays: visits > 1 ? intervalDays : 0 },
    toleranceDays: visits > 1 ? written.toleranceDays : 0,
    firstGivenOn: given > 0 ? plusDays(today, -60) : null,
    fromDay: today,
    latestDay: plusDays(first ?? today, first === null ? 24 : 28),
    validUntil: plusDays(first ?? today, 180),
    ...{ urgency, wishes: { weekdays: [...wishes.weekdays], part: wishes.part } },
    weightKg: weightOf(person.name),
    labOn: group === 'immunoglobulin' ? null : plusDays(today, -2),
    labOk: group === 'immunoglobulin' ? null : true,
  };
};
