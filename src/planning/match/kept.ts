import type { KeptLimits } from './asked.ts';
import {
  type Barrier,
  contractLimit,
  doctorLimit,
  type Kept,
  languageLimit,
  roomLimit,
  titleLimit,
} from './limits.ts';
import type { Question } from './question.ts';
import { propertiesIn } from './table.ts';

/** A place that fits breaks none of them, so what is left is kept, not known or not asked. */
const unbroken = (answer: Kept | Barrier['code'] | Barrier): Kept =>
  answer === 'kept' || answer === 'unknown' ? answer : null;

/** Who has a room alone shares it with nobody; of any other bed the ward says with whom. */
const sharing = (q: Question, place: number): Kept => {
  const room = q.table.places.room[place] ?? null;
  if (room !== null) return unbroken(roomLimit(q.limits, room));
  return propertiesIn(q.properties[place] as number).includes('single-room') ? null : 'unknown';
};

/** How the hard limits stand for a place that fits. */
export const keptLimits = (q: Question, place: number): KeptLimits => {
  const { places, units, sites } = q.table;
  const unit = places.unit[place] as number;
  const site = units.site[unit] as number;
  return {
    room: places.room[place] ?? null,
    sharing: sharing(q, place),
    legalTitle: unbroken(titleLimit(q.limits, units.legalTitles[unit] ?? null)),
    doctor: unbroken(doctorLimit(q.limits, sites.doctors[site] ?? null)),
    contract: unbroken(contractLimit(q.limits, sites.contracts[site] ?? null)),
    language: unbroken(languageLimit(q.limits, sites.languages[site] ?? null)),
  };
};
