import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { unitOfPlace } from '#modules/capacity/index.ts';
import { DESTINATIONS, type Destination } from '#modules/capacity/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { beginStay, followEnd, followMove } from './service-begin.ts';
import { followCancelled } from './service-handover-receive.ts';

const BEDS = new Set(['left', 'moved']);

/** Does this line begin, move or end a stay? */
export const concernsStay = ({ room, event }: WrittenEntry): boolean =>
  (room === 'placement' && event === 'admitted') || (room === 'capacity' && BEDS.has(event));

const destinationOf = (said: unknown): Destination =>
  DESTINATIONS.find((each) => each === said) ?? 'elsewhere';

/** What happened on the route and the beds, as far as it concerns a stay; in the name of its house. Safe to hear twice. */
export const followStay = async (tx: Tx, line: WrittenEntry, doing: Doing): Promise<void> => {
  if (line.room === 'placement') return beginStay(tx, line.subject, doing);
  const { body, subject: claimId } = line;
  if (line.event === 'left') {
    const at = Number(body['until']) as Instant;
    return followEnd(tx, { claimId, at, destination: destinationOf(body['destination']) }, doing);
  }
  const unitId = await unitOfPlace(tx, String(body['toPlaceId']));
  if (unitId !== null) await followMove(tx, { claimId, to: String(body['to']), unitId }, doing);
};

const CANCELLED = ['closed', 'not-arrived', 'displaced'] as const;

/** Does a transfer that was handed over not go on? */
export const concernsHandover = ({ room, event }: WrittenEntry): boolean =>
  room === 'placement' && CANCELLED.some((each) => each === event);

/** A transfer that does not go on takes its handover back; in the name of who asked. Safe to hear twice. */
export const followHandover = async (tx: Tx, line: WrittenEntry, doing: Doing): Promise<void> => {
  const why = CANCELLED.find((each) => each === line.event);
  if (why !== undefined) await followCancelled(tx, { requestId: line.subject, why, at: line.at }, doing);
};
