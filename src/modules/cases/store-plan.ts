import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Action, CaseMessage } from './types-case.ts';

const ACTION = `id, case_id as "caseId", what, owner_org as "ownerOrg", due, state, why, made_at as "madeAt",
  made_org as "madeOrg", made_by as "madeBy", settled_at as "settledAt", settled_by as "settledBy"`;

/** What was agreed, as far as the plan is open for the reader. */
export const actionsOf = (tx: Tx, caseId: string): Promise<Action[]> =>
  rows<Action>(tx, `select ${ACTION} from cases_action where case_id = $1 order by due, made_at, id`, [
    caseId,
  ]);

/** Of each case, how many of the actions of the acting organisation are still open, and of how many the day has passed. */
export const waitingFor = async (
  tx: Tx,
  today: Day,
): Promise<ReadonlyMap<string, { readonly open: number; readonly late: number }>> => {
  const found = await rows<{ caseId: string; open: number; late: number }>(
    tx,
    `select case_id as "caseId", count(*)::integer as open, (count(*) filter (where due < $1::date))::integer as late
     from cases_action where owner_org = platform_org() and state = 'open' group by case_id`,
    [today],
  );
  return new Map(found.map(({ caseId, ...waiting }) => [caseId, waiting]));
};

/** One of them. */
export const actionById = (tx: Tx, caseId: string, id: string): Promise<Action | null> =>
  first<Action>(tx, `select ${ACTION} from cases_action where case_id = $1 and id = $2`, [caseId, id]);

/** Adds what was agreed. */
export const insertAction = async (tx: Tx, action: Action): Promise<void> => {
  await rows(
    tx,
    `insert into cases_action (id, case_id, what, owner_org, due, state, made_at, made_org, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[action.id, action.caseId, action.what, action.ownerOrg, action.due, action.state],
      ...[stamp(action.madeAt), action.madeOrg, action.madeBy],
    ],
  );
};

/** Writes what came of it. */
export const settleActionRow = async (tx: Tx, action: Action): Promise<void> => {
  await rows(
    tx,
    'update cases_action set state = $2, why = $3, settled_at = $4, settled_by = $5 where id = $1',
    [...[action.id, action.state, action.why, stampOrNull(action.settledAt), action.settledBy]],
  );
};

/** What was said, as far as messages are open for the reader. */
export const messagesOf = (tx: Tx, caseId: string): Promise<CaseMessage[]> =>
  rows<CaseMessage>(
    tx,
    `select id, organisation_id as "organisationId", by_name as "byName", text, at from cases_message
     where case_id = $1 order by at, id`,
    [caseId],
  );

/** Keeps what was said. */
export const insertMessage = async (tx: Tx, caseId: string, said: CaseMessage): Promise<void> => {
  await rows(
    tx,
    'insert into cases_message (id, case_id, organisation_id, by_name, text, at) values ($1, $2, $3, $4, $5, $6)',
    [said.id, caseId, said.organisationId, said.byName, said.text, stamp(said.at)],
  );
};
