import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Meeting, NoteAct, NoteLine } from './types-meeting.ts';

const MEETING = 'id, case_id as "caseId", at, minutes, place, cancelled';
const LINE = `id, place, beside, version, text, kind, action_id as "actionId", by_name as "byName", at`;

/** The meetings of a case, as far as they are open for the reader. */
export const meetingsOf = (tx: Tx, caseId: string): Promise<Meeting[]> =>
  rows<Meeting>(tx, `select ${MEETING} from cases_meeting where case_id = $1 order by at desc, id`, [caseId]);

/** One of them. */
export const meetingById = (tx: Tx, caseId: string, id: string): Promise<Meeting | null> =>
  first<Meeting>(tx, `select ${MEETING} from cases_meeting where case_id = $1 and id = $2`, [caseId, id]);

/** Adds a meeting. */
export const insertMeeting = async (
  tx: Tx,
  meeting: Meeting,
  by: { readonly name: string; readonly now: number },
): Promise<void> => {
  await rows(
    tx,
    'insert into cases_meeting (id, case_id, at, minutes, place, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      ...[meeting.id, meeting.caseId, stamp(meeting.at), meeting.minutes, meeting.place],
      ...[stamp(by.now), by.name],
    ],
  );
};

/** It does not go on. */
export const cancelMeetingRow = async (tx: Tx, id: string, reason: string): Promise<void> => {
  await rows(tx, 'update cases_meeting set cancelled = $2 where id = $1', [id, reason]);
};

/** The note of a meeting, in the order in which it stands; lines side by side behind each other. */
export const linesOf = (tx: Tx, meetingId: string): Promise<NoteLine[]> =>
  rows<NoteLine>(
    tx,
    `select ${LINE} from cases_note_line where meeting_id = $1 order by place, coalesce(beside, id), beside nulls first, at, id`,
    [meetingId],
  );

/** One line. */
export const lineById = (tx: Tx, meetingId: string, id: string): Promise<NoteLine | null> =>
  first<NoteLine>(tx, `select ${LINE} from cases_note_line where meeting_id = $1 and id = $2`, [
    meetingId,
    id,
  ]);

/** Adds a line, or writes what may change of it. */
export const putLine = async (tx: Tx, of: Pick<Meeting, 'id' | 'caseId'>, line: NoteLine): Promise<void> => {
  await rows(
    tx,
    `insert into cases_note_line (id, meeting_id, case_id, place, beside, version, text, kind, action_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (meeting_id, id) do update set version = excluded.version, text = excluded.text, kind = excluded.kind,
       action_id = excluded.action_id, by_name = excluded.by_name, at = excluded.at`,
    [
      ...[line.id, of.id, of.caseId, line.place, line.beside, line.version, line.text, line.kind],
      ...[line.actionId, line.byName, stamp(line.at)],
    ],
  );
};

/** In which line an act was kept; null when it never came in. */
export const keptIn = async (tx: Tx, meetingId: string, actId: string): Promise<string | null> =>
  (
    await first<{ line: string }>(
      tx,
      'select kept_in as line from cases_note_act where meeting_id = $1 and id = $2',
      [meetingId, actId],
    )
  )?.line ?? null;

/** Keeps an act as it was typed, with the line it became part of. */
export const keepAct = async (
  tx: Tx,
  of: Pick<Meeting, 'id' | 'caseId'>,
  act: NoteAct,
  by: {
    readonly keptIn: string;
    readonly name: string;
    readonly organisationId: string;
    readonly now: number;
  },
): Promise<void> => {
  await rows(
    tx,
    `insert into cases_note_act (id, case_id, meeting_id, line_id, kept_in, seen, text, by_name, organisation_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[act.id, of.caseId, of.id, act.lineId, by.keptIn, act.seen, act.text],
      ...[by.name, by.organisationId, stamp(by.now)],
    ],
  );
};
