import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { type Waited, waitedSince } from '#modules/placement/index.ts';
import { WAIT_CAUSES } from '#modules/placement/types.ts';
import type { Region } from '#modules/region/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import type { Waiting } from './contract.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The middle one; of an even number the lower of the two in the middle, so that it is a wait that somebody had. */
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

const whole = ({ waits }: Waited): number => sum(waits.map(({ minutes }) => minutes));

const causesOf = (requests: readonly Waited[]): Waiting['causes'] =>
  WAIT_CAUSES.flatMap((cause) => {
    const waited = requests
      .flatMap(({ waits }) => waits.filter((wait) => wait.cause === cause))
      .map(({ minutes }) => minutes)
      .filter((minutes) => minutes > 0);
    if (waited.length === 0) return [];
    return [{ cause, requests: waited.length, minutes: sum(waited), median: median(waited) }];
  });

const counted = (requests: readonly Waited[]) => ({
  requests: requests.length,
  median: median(requests.map(whole)),
  causes: causesOf(requests),
});

/** Adds up where requests waited: over all, and per kind of care in the fixed order, without those nobody asked. @internal */
export const sumWaiting = (requests: readonly Waited[]): Omit<Waiting, 'days' | 'asOf'> => ({
  ...counted(requests),
  products: PRODUCTS.flatMap((product) => {
    const own = requests.filter((request) => request.product === product);
    return own.length === 0 ? [] : [{ product, ...counted(own) }];
  }),
});

/** Counts the last days in the name of the desk, which knows every request; only numbers leave it. */
export const waitingOf = async (
  database: Database,
  region: Region,
  ask: { readonly days: number; readonly now: Instant },
): Promise<Waiting> => {
  const { days, now } = ask;
  const acting = byHouse('tower', region.agreement.deskOrganisationId);
  const requests = await database.transaction(acting, (tx) =>
    waitedSince(tx, now - days * DAY, { region, now }),
  );
  return { days, ...sumWaiting(requests), asOf: isoFromInstant(now) };
};
