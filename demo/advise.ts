import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import { giveAdvice } from '#modules/placement/index.ts';
import { organisationId } from './organisations.ts';
import type { Cast } from './professionals.ts';
import type { Stage } from './stage.ts';

/** Nobody knew how heavy the care is: the specialist whom the region asks says it, when that was asked. */
export const advise = (
  world: { readonly stage: Stage; readonly cast: Cast },
  at: Instant,
  requestId: string,
): Promise<Result<unknown, Refusal>> => {
  const adviser = organisationId('veldzicht');
  const doctor = world.cast.anyOf(['elderly-doctor']).find((each) => each.organisationId === adviser);
  if (doctor === undefined) throw new Error('nobody of the practice region advises');
  const text = 'Meer problemen tegelijk, behandeling is nodig.';
  return world.stage.act(doctor, at, (tx, doing) =>
    giveAdvice(tx, requestId, { route: 'elv-high', text, answers: [] }, doing),
  );
};
