import { DAY, type Instant } from '#kernel/interval.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Acting, inNameOf, type Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { PROFESSIONALS } from './professionals.ts';
import { UNITS } from './sites.ts';

/** A session lasts a day; who signed in longer ago is gone. */
const SESSION = DAY;

interface Session {
  readonly who: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
}

/** Who plays along now, and what is theirs. */
export interface Visitors {
  /** Professionals somebody is signed in as. */
  readonly busy: ReadonlySet<string>;
  /** Wards that a visitor could answer for. */
  readonly wards: ReadonlySet<string>;
  readonly atDesk: boolean;
  /** Requests that a visitor sent. */
  readonly requests: ReadonlySet<string>;
}

const NOBODY: Visitors = { busy: new Set(), wards: new Set(), atDesk: false, requests: new Set() };

const wardsOf = (busy: ReadonlySet<string>): Set<string> => {
  const wards = PROFESSIONALS.filter(
    (each) => busy.has(each.id) && (each.role === 'ward' || each.role === 'elderly-doctor'),
  );
  return new Set(
    UNITS.filter((unit) =>
      wards.some((who) => (who.unitId === null ? who.siteId === unit.siteId : who.unitId === unit.id)),
    ).map((unit) => unit.id),
  );
};

/** Sent by somebody who was signed in at that moment, and not by the practice region itself. */
const sentBy = async (tx: Tx, sessions: readonly Session[], since: Instant): Promise<string[]> => {
  const sent = await rows<{ subject: string; actor: string; at: Instant }>(
    tx,
    `select subject, actor, at from platform_diary
     where room = 'placement' and event = 'sent' and at >= $1 and actor = any($2::text[])`,
    [stamp(since), sessions.map((session) => session.who)],
  );
  return sent
    .filter(({ actor, at }) =>
      sessions.some(({ who, beganAt, endedAt }) => who === actor && beganAt <= at && at <= (endedAt ?? at)),
    )
    .map((line) => line.subject);
};

/** Who is signed in stands behind the door of sign-in, what was sent in the diary: the clock looks in their name. */
const behind = (actor: 'door' | 'tailer', clock: Acting) => ({ own: clock, other: byHouse(actor) });

/** Looks who is signed in; `own` are requests this clock sent itself. */
export const visitorsAt = async (
  tx: Tx,
  now: Instant,
  own: ReadonlySet<string>,
  clock: Acting,
): Promise<Visitors> => {
  const sessions = await inNameOf(tx, behind('door', clock), () =>
    rows<Session>(
      tx,
      'select professional_id as who, began_at as "beganAt", ended_at as "endedAt" from platform_session where began_at > $1',
      [stamp(now - SESSION)],
    ),
  );
  if (sessions.length === 0) return NOBODY;
  const busy = new Set(sessions.filter((session) => session.endedAt === null).map((session) => session.who));
  const sent = await inNameOf(tx, behind('tailer', clock), () => sentBy(tx, sessions, now - SESSION));
  return {
    busy,
    wards: wardsOf(busy),
    atDesk: PROFESSIONALS.some((each) => each.role === 'desk' && busy.has(each.id)),
    requests: new Set(sent.filter((id) => !own.has(id))),
  };
};
