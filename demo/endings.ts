import type { closeRequest } from '#modules/placement/index.ts';
import { luckOf } from './luck.ts';

/** How a request ends without a stay, as the route takes it. */
export type Ending = Parameters<typeof closeRequest>[2];

const WITHDRAWN = ['better', 'other-solution', 'in-hospital', 'wish'] as const;
const ELSEWHERE = [
  ['Groningen, Huis De Proef', 27_000],
  ['Hoogeveen, Oefenhof', 31_000],
  ['Emmen, Proefzicht', 38_000],
  ['bij familie', 12_000],
] as const;
/** Weekends and evenings are named most: there the research found the waiting (domain: admission turns). */
const UNMET = [
  { code: 'admission-hours', would: ['evening-admission'] },
  { code: 'admission-hours', would: ['weekend-admission'] },
  { code: 'no-bed', would: ['one-more-bed'] },
  { code: 'no-bed', would: ['one-more-bed', 'earlier-departure'] },
  { code: 'no-staff', would: ['staff'] },
  { code: 'closed-ward', would: ['closed-place'] },
  { code: 'care-not-here', would: ['isolation-room'] },
] as const;

const one = <T>(from: readonly T[], luck: number): T => from[Math.floor(luck * from.length)] as T;

/** The reason with what belongs to it, always the same for the same request code. */
export const endingFor = (reason: Ending['reason'], code: string): Ending => {
  const luck = luckOf(code, 'ending');
  if (reason === 'withdrawn') return { reason, code: one(WITHDRAWN, luck) };
  if (reason === 'no-place') return { reason, ...one(UNMET, luck) };
  const [place, metres] = one(ELSEWHERE, luck);
  return { reason, place, metres };
};
