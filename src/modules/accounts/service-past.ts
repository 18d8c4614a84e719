import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { professionalById } from '#modules/region/index.ts';
import type { Act } from './acting.ts';
import type { PastAct } from './contract.ts';
import type { Past } from './store-reset.ts';

/** What was done to an account, with the name of who did it. */
export const shownPast = async (
  { tx }: Pick<Act, 'tx'>,
  past: readonly Past[],
): Promise<z.infer<typeof PastAct>[]> => {
  const shown: z.infer<typeof PastAct>[] = [];
  for (const { at, byProfessional, reason } of past) {
    const who = byProfessional === null ? null : await professionalById(tx, byProfessional);
    shown.push({ at: isoFromInstant(at), by: who?.name ?? null, reason });
  }
  return shown;
};
