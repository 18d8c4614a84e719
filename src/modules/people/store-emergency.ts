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

/** Opens who is meant to the acting organisation, with an end, and writes down why; null when nobody is meant, or more than one. */
export const insertEmergency = async (
  tx: Tx,
  who: { readonly bsn: string | null; readonly name: string | null; readonly birthDate: Day },
  act: { readonly reason: string; readonly at: Instant; readonly until: Instant },
): Promise<string | null> => {
  const mark = who.bsn === null ? null : bsnLockOf(tx).mark(who.bsn.padStart(9, '0'));
  const pressed = await first<{ id: string | null }>(
    tx,
    'select people_press($1, $2, $3, $4, $5::date, $6, $7, $8) as id',
    [newId(), newId(), mark, who.name, who.birthDate, act.reason, stamp(act.at), stamp(act.until)],
  );
  return pressed?.id ?? null;
};
