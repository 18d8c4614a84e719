import { setTimeout as wait } from 'node:timers/promises';
import { halfDayAt, isoFromInstant } from '#kernel/calendar.ts';
import { HOUR } from '#kernel/interval.ts';
import { insist, type Placing } from './hands.ts';
import type { Shut } from './ledger.ts';

const PAUSE_MS = 400;

const told = async (
  placing: Placing,
  ask: { readonly method?: 'PUT'; readonly path: string; readonly body: unknown },
  home: 0 | 1,
  key: string,
): Promise<Readonly<Record<string, unknown>> | null> => {
  const reply = await insist(placing, { ...ask, token: placing.tokens.wards[home], key });
  if (reply.status === 200) return reply.body;
  placing.ledger.strange.push(`${ask.path.split('/').at(-1)} ${reply.status} ${reply.body['code']}`);
  return null;
};

/** One round of a ward: a bed is shut and opened again, and it says for how many there is staff. */
const round = async (placing: Placing, home: 0 | 1, number: number): Promise<void> => {
  const unit = `/units/${placing.small.units[home]}`;
  const key = `w${home}-${number}`;
  // The bed at the end is nobody's here: it is for the ward to shut.
  const placeId = number % 2 === 0 ? placing.shuts[home] : null;
  const until = isoFromInstant(Date.now() + HOUR);
  const body = { placeId, reason: 'other', until };
  const closed = await told(placing, { path: `${unit}/closures`, body }, home, `${key}-shut`);
  if (closed === null) return;
  const shut: Shut = { id: String(closed['closureId']), ended: false };
  placing.ledger.shut.push(shut);
  const staffed = placing.beds - (number % 3);
  const staff = { method: 'PUT', path: `${unit}/staffing` } as const;
  const half = { ...halfDayAt(Date.now(), 'Europe/Amsterdam'), staffed };
  if ((await told(placing, { ...staff, body: half }, home, `${key}-staff`)) !== null)
    placing.ledger.staffed.set(`${placing.small.units[home]} ${half.day} ${half.halfDay}`, staffed);
  await wait(PAUSE_MS);
  // Some stay shut until the hour is over.
  if (number % 5 === 4) return;
  if ((await told(placing, { path: `/closures/${shut.id}/end`, body: {} }, home, `${key}-open`)) !== null)
    shut.ended = true;
};

/** Shuts, opens and staffs beds of a ward until it is over. */
export const keepWard = async (placing: Placing, home: 0 | 1): Promise<void> => {
  for (let number = 0; !placing.isOver(); number++) {
    await round(placing, home, number);
    await wait(PAUSE_MS);
  }
};
