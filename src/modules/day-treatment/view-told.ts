import { isoFromInstant } from '#kernel/calendar.ts';
import type { Told } from './contract-told.ts';
import type { TellingVisit } from './decide/telling.ts';
import { toldFacts } from './decide/told.ts';
import type { Telling } from './types-told.ts';

const isoOrNull = (at: number | null): string | null => (at === null ? null : isoFromInstant(at));

/** What somebody was told and said, drawn; `phone` is theirs, for who has to call. */
export const toldView = (tellings: readonly Telling[], visit: TellingVisit, phone: string | null): Told => {
  const { invited, confirmed, suits, call, ...said } = toldFacts(tellings, visit);
  return {
    ...said,
    ...{ invited: isoOrNull(invited), confirmed: isoOrNull(confirmed) },
    suits: suits === null ? null : { weekdays: [...suits.weekdays], part: suits.part },
    call: call ? { phone } : null,
  };
};
