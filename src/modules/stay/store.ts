import { type Day, isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Course, Extension, Stay } from './types.ts';

const STAY = `s.id, s.request_id as "requestId", s.person_id as "personId", s.organisation_id as "organisationId",
  s.unit_id as "unitId", s.claim_id as "claimId", s.referrer_org as "referrerOrg", s.gp_org as "gpOrg", s.zone,
  s.arrived_at as "arrivedAt", s.arrived_day as "arrivedDay", s.ready_day as "readyDay", s.wlz_decision as "wlzDecision",
  s.wlz_since as "wlzSince", s.ended_at as "endedAt", s.destination, s.version`;

/** Adds a stay; false when this request has one already. */
export const insertStay = async (tx: Tx, stay: Stay): Promise<boolean> => {
  const made = await rows(
    tx,
    `insert into stay_stay (id, request_id, person_id, organisation_id, unit_id, claim_id, referrer_org, gp_org, zone, arrived_at,
       arrived_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (request_id) do nothing returning id`,
    [
      stay.id,
      stay.requestId,
      stay.personId,
      stay.organisationId,
      stay.unitId,
      stay.claimId,
      stay.referrerOrg,
      stay.gpOrg,
      stay.zone,
      stamp(stay.arrivedAt),
      stay.arrivedDay,
    ],
  );
  return made.length === 1;
};

/** Requests on which somebody arrived and whose stay has not begun: from before there were stays, or while nobody listened. */
export const missingStays = (
  tx: Tx,
): Promise<{ readonly requestId: string; readonly organisationId: string }[]> =>
  rows(tx, 'select request_id as "requestId", organisation_id as "organisationId" from stay_missing()');

/** A stay the reader is a party to; null when there is none. */
export const stayById = (tx: Tx, id: string): Promise<Stay | null> =>
  first<Stay>(tx, `select ${STAY} from stay_stay s where s.id = $1`, [id]);

/** The same under lock, for who changes something of it. */
export const lockStay = (tx: Tx, id: string): Promise<Stay | null> =>
  first<Stay>(tx, `select ${STAY} from stay_stay s where s.id = $1 for update`, [id]);

/** The stay on this claim of a bed. */
export const stayOfClaim = (tx: Tx, claimId: string): Promise<Stay | null> =>
  first<Stay>(tx, `select ${STAY} from stay_stay s where s.claim_id = $1`, [claimId]);

/** Writes what may change of a stay. */
export const updateStay = async (tx: Tx, stay: Stay): Promise<void> => {
  await rows(
    tx,
    `update stay_stay set unit_id = $2, claim_id = $3, gp_org = $4, ready_day = $5, wlz_decision = $6, ended_at = $7,
       destination = $8, wlz_since = $9, version = version + 1 where id = $1`,
    [
      stay.id,
      stay.unitId,
      stay.claimId,
      stay.gpOrg,
      stay.readyDay,
      stay.wlzDecision,
      stampOrNull(stay.endedAt),
      stay.destination,
      stay.wlzSince,
    ],
  );
};

/** From a day on the stay is for this care, under this version of its pathway. */
export const insertCourse = async (tx: Tx, stayId: string, course: Course, actor: string): Promise<void> => {
  await rows(
    tx,
    `insert into stay_course (stay_id, from_day, product, pathway_version, at, actor) values ($1, $2, $3, $4, $5, $6)`,
    [stayId, course.fromDay, course.product, course.pathwayVersion, stamp(course.at), actor],
  );
};

/** For which care stays were and are, per stay, the newest last. */
export const coursesOf = async (tx: Tx, stayIds: readonly string[]): Promise<Map<string, Course[]>> => {
  const found = await rows<Course & { readonly stayId: string }>(
    tx,
    `select stay_id as "stayId", from_day as "fromDay", product, pathway_version as "pathwayVersion", at
     from stay_course where stay_id = any($1::uuid[]) order by at`,
    [stayIds],
  );
  return Map.groupBy(found, (row) => row.stayId);
};

/** What was decided about the length of stays, per stay, the newest last. */
export const extensionsOf = async (tx: Tx, stayIds: readonly string[]): Promise<Map<string, Extension[]>> => {
  const found = await rows<Extension & { readonly stayId: string }>(
    tx,
    `select stay_id as "stayId", id, until_day as "untilDay", reason, decided_by as "decidedBy", role, at
     from stay_extension where stay_id = any($1::uuid[]) order by at, id`,
    [stayIds],
  );
  return Map.groupBy(found, (row) => row.stayId);
};

/** Writes down a decision about the length. */
export const insertExtension = async (
  tx: Tx,
  stayId: string,
  extension: Extension,
  actor: string,
): Promise<void> => {
  const { id, untilDay, reason, decidedBy, role, at } = extension;
  await rows(
    tx,
    `insert into stay_extension (id, stay_id, until_day, reason, decided_by, role, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, stayId, untilDay, reason, decidedBy, role, stamp(at), actor],
  );
};

/** A line of the day plan, or a talk, as the pathway brings it along. */
export interface Planned {
  readonly id: string;
  readonly day: Day;
  readonly minutes: number | null;
  readonly kind: string;
  readonly label: string;
}

/** Writes the day plan. */
export const insertTasks = async (tx: Tx, stayId: string, tasks: readonly Planned[]): Promise<void> => {
  await rows(
    tx,
    `insert into stay_task (id, stay_id, day, minutes, kind, label)
     select t.id, $1::uuid, t.day, t.minutes, t.kind, t.label
     from unnest($2::uuid[], $3::date[], $4::integer[], $5::text[], $6::text[]) as t (id, day, minutes, kind, label)`,
    [
      stayId,
      tasks.map((task) => task.id),
      tasks.map((task) => task.day),
      tasks.map((task) => task.minutes),
      tasks.map((task) => task.kind),
      tasks.map((task) => task.label),
    ],
  );
};

/** What was still to be done need not be done any more, and why. */
export const skipTasks = async (tx: Tx, stayId: string, reason: string): Promise<void> => {
  await rows(
    tx,
    `update stay_task set skipped = $2, version = version + 1
     where stay_id = $1 and done_at is null and skipped is null`,
    [stayId, reason],
  );
};

/** Plans a talk. */
export const insertMeeting = async (
  tx: Tx,
  stayId: string,
  meeting: { readonly id: string; readonly kind: string; readonly plannedAt: Instant },
): Promise<void> => {
  await rows(tx, 'insert into stay_meeting (id, stay_id, kind, planned_at) values ($1, $2, $3, $4)', [
    meeting.id,
    stayId,
    meeting.kind,
    stamp(meeting.plannedAt),
  ]);
};

/** Writes down the question of the GP, or the goal of the person; the newest counts. */
export const insertWish = async (
  tx: Tx,
  stayId: string,
  wish: {
    readonly id: string;
    readonly kind: 'question' | 'goal';
    readonly text: string;
    readonly at: Instant;
    readonly actor: string;
  },
): Promise<void> => {
  await rows(
    tx,
    'insert into stay_wish (id, stay_id, kind, text, at, actor) values ($1, $2, $3, $4, $5, $6)',
    [wish.id, stayId, wish.kind, wish.text, stamp(wish.at), wish.actor],
  );
};

/** The newest version of a region's own pathway for this product; null: only the one that ships. */
export const newestPathway = (
  tx: Tx,
  product: Product,
): Promise<{ readonly version: number; readonly body: unknown } | null> =>
  first(tx, 'select version, body from stay_pathway where product = $1 order by version desc limit 1', [
    product,
  ]);

/** These versions of pathways, as the region wrote them. */
export const pathwayRows = (
  tx: Tx,
  wanted: readonly { readonly product: Product; readonly version: number }[],
): Promise<{ readonly product: Product; readonly version: number; readonly body: unknown }[]> =>
  rows(
    tx,
    `select p.product, p.version, p.body from stay_pathway p
     join unnest($1::text[], $2::integer[]) as w (product, version) on w.product = p.product and w.version = p.version`,
    [wanted.map(({ product }) => product), wanted.map(({ version }) => version)],
  );

interface Wish {
  readonly text: string;
  readonly at: string;
}

/** The question that counts now and what the person wants, the newest first, as far as the reader may know them. */
export const wishesOf = async (
  tx: Tx,
  stayId: string,
): Promise<{ readonly question: Wish | null; readonly goals: readonly Wish[] }> => {
  const found = await rows<{ kind: 'question' | 'goal'; text: string; at: Instant }>(
    tx,
    'select kind, text, at from stay_wish where stay_id = $1 order by at desc, id desc',
    [stayId],
  );
  const of = (kind: 'question' | 'goal') =>
    found
      .filter((wish) => wish.kind === kind)
      .map((wish) => ({ text: wish.text, at: isoFromInstant(wish.at) }));
  return { question: of('question')[0] ?? null, goals: of('goal') };
};

/** May the acting organisation read what was seen of somebody? */
export const stayReads = async (tx: Tx, stayId: string): Promise<boolean> =>
  (await first<{ reads: boolean }>(tx, 'select stay_reads($1) as reads', [stayId]))?.reads === true;
