import { type Day, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { bringInMap } from '#modules/social/index.ts';
import { inNameOf, type Tx } from '#platform/db/database.ts';
import { organisationId } from './organisations.ts';
import { POSTCODES } from './postcodes.ts';
import { makeServices } from './services.ts';
import { asProvider, toldProviders, toldServicesOf } from './social-told.ts';

const SERVICES = 228;
const PRACTICE = { actor: 'practice', organisationId: null };
const DESK = { actor: 'practice', organisationId: organisationId('loket') };

/** The first organisation of the map is the welfare organisation of the region: its worker keeps these services. */
const withProvider = (organizations: readonly Record<string, unknown>[], today: Day) =>
  organizations.map((each, n) =>
    n > 0
      ? each
      : {
          ...each,
          name: 'Welzijn Naoberschap',
          services: [...toldServicesOf('naoberschap', today), ...(each['services'] as unknown[])],
          ...asProvider('naoberschap', 1),
        },
  );

/** The social map of the practice region: invented services of every kind, in its towns. */
export const makeSocialMap = async (
  tx: Tx,
  making: { readonly seed: number; readonly now: Instant },
): Promise<void> => {
  const { seed, now } = making;
  const today = localDay(now, REGION_ZONE);
  const { map } = makeServices({ count: SERVICES, seed, towns: POSTCODES, today });
  const organizations = [...withProvider(map['organizations'] ?? [], today), ...toldProviders(today)];
  const plan = await inNameOf(tx, { own: PRACTICE, other: DESK }, () =>
    bringInMap(tx, { organizations }, { actor: 'practice', now, preview: false }),
  );
  if (plan.errors.length > 0) throw new Error('the social map of the practice region cannot be taken over');
};
