import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { bsnLockOf, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** Whether the button works, and when that was said. */
export const emergencyState = async (tx: Tx): Promise<{ on: boolean; at: Instant | null }> =>
  (await first<{ on: boolean; at: Instant | null }>(
    tx,
    'select people_emergency_on() as on, (select max(at) from people_emergency_switch) as at',
  )) ?? { on: false, at: null };

/** Says that it works, or not. */
export const setEmergency = async (
  tx: Tx,
  on: boolean,
  by: { readonly actor: string; readonly organisationId: string; readonly now: Instant },
): Promise<void> => {
  await rows(
    tx,
    'insert into people_emergency_switch (id, is_on, actor, organisation_id, at) values ($1, $2, $3, $4, $5)',
    [newId(), on, by.actor, by.organisationId, stamp(by.now)],
  );
};

/** When this somebody pressed the button before, since a moment. */
export const pressedBy = async (tx: Tx, actor: string, since: Instant): Promise<Instant[]> =>
  (
    await rows<{ at: Instant }>(tx, 'select at from people_emergency where actor = $1 and at > $2', [
      actor,
      stamp(since),
    ])
  ).map(({ at }) => at);

/** Who is meant; null when nobody is, or more than one. */
export const findInEmergency = async (
  tx: Tx,
  who: { readonly bsn: string | null; readonly name: string | null; readonly birthDate: Day },
): Promise<string | null> =>
  (
    await first<{ id: string | null }>(tx, 'select people_emergency_find($1, $2, $3::date) as id', [
      who.bsn === null ? null : bsnLockOf(tx).mark(who.bsn.padStart(9, '0')),
      who.name,
      who.birthDate,
    ])
  )?.id ?? null;

/** Opens the person to the acting organisation, with an end; and writes down why. */
export const insertEmergency = async (
  tx: Tx,
  act: {
    readonly personId: string;
    readonly organisationId: string;
    readonly actor: string;
    readonly reason: string;
    readonly at: Instant;
    readonly until: Instant;
  },
): Promise<void> => {
  const { personId, organisationId, actor, reason, at, until } = act;
  await rows(
    tx,
    `insert into people_relation (id, person_id, organisation_id, kind, ground, since, ended_at, actor)
     values ($1, $2, $3, 'emergency', 'break-glass', $4, $5, $6)`,
    [newId(), personId, organisationId, stamp(at), stamp(until), actor],
  );
  await rows(
    tx,
    `insert into people_emergency (id, person_id, organisation_id, actor, reason, at, until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), personId, organisationId, actor, reason, stamp(at), stamp(until)],
  );
};
