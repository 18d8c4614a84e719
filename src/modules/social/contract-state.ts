import { z } from 'zod';
import { IsoDay, IsoInstant } from '#kernel/contract.ts';
import { SERVICE_STATES } from './types.ts';

const State = z.enum(SERVICE_STATES);

/** Whether there is room, when that was said. */
export const StateView = z.object({
  state: State,
  weeks: z.number().int().nullable(),
  untilDay: IsoDay.nullable(),
  saidAt: IsoInstant,
});

/** Whether there is room, said in one tap. */
export const StateBody = z
  .strictObject({
    state: State,
    weeks: z
      .number()
      .int('Vul hele weken in.')
      .min(1, 'Vul 1 week of meer in, of kies: er is plek.')
      // Too long a wait is refused in words of its own.
      .max(9_999)
      .nullable()
      .default(null),
    untilDay: IsoDay.nullable().default(null),
  })
  .meta({ id: 'ServiceStateBody' });
export type StateBody = z.infer<typeof StateBody>;
