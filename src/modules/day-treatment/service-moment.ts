import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { visitorAs } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import { type Database, inNameOf, type Tx } from '#platform/db/database.ts';
import { openLink, signLink } from '#platform/signed-link.ts';
import type { MomentAnswerBody, MomentLink, MomentView } from './contract-told.ts';
import { momentOver } from './decide/telling.ts';
import { calendarOf, type MomentFacts, minutesAt, momentFacts } from './moment-facts.ts';
import { tellLine } from './service-telling.ts';
import { orderIdOf } from './store-plan.ts';
import { confirmVisit, keepAnswer, tellingById, tellingsOf } from './store-telling.ts';
import { lockVisits } from './store-visit.ts';
import type { Telling } from './types-told.ts';

/** What a link to a moment is for, and nothing else. */
const PURPOSE = 'moment';

/** The link of one telling: it opens until the end of the day, unless the moment goes somewhere else before. */
export const momentLink = (
  key: Buffer,
  { id, during }: Pick<Telling, 'id' | 'during'>,
): { readonly token: string; readonly until: Instant } | null => {
  if (during === null) return null;
  const until = momentOver(during, REGION_ZONE);
  return { token: signLink(key, { purpose: PURPOSE, subject: id, until }), until };
};

/** Who comes with a link, and what it is opened with. */
export interface Coming {
  readonly token: string;
  readonly key: Buffer;
  readonly now: Instant;
  readonly practice: boolean;
  readonly regionOf: (tx: Tx) => Promise<Region>;
}

interface Held {
  readonly facts: MomentFacts;
  readonly doing: Doing;
}

type Work = (tx: Tx, held: Held) => Promise<Result<null, Refusal>>;

const viewOf = (
  { telling, visit, treatment, room, ...facts }: MomentFacts,
  practice: boolean,
): MomentView => {
  const { from, until } = visit.during ?? { from: 0, until: 0 };
  return {
    ...{ unit: room.unit.name, site: room.site, street: room.street, town: room.town, phone: room.phone },
    ...{ zone: room.zone, route: room.route, practice },
    ...{ from: isoFromInstant(from), until: isoFromInstant(until) },
    minutes: minutesAt({ telling, visit, treatment, room, ...facts }),
    preparation: [...(treatment.preparation ?? [])],
    ...{ answer: telling.answer, words: telling.words, weekdays: [...telling.weekdays], part: telling.part },
    calendar: calendarOf({ telling, visit, treatment, room, ...facts }, { from, until }, false).file,
  };
};

/** Reads what the link is about, in the name of the site; who holds it sees this one moment and nothing else. */
const heldFacts = async (tx: Tx, telling: Telling, doing: Doing): Promise<Result<MomentFacts, Refusal>> => {
  const facts = await momentFacts(tx, telling, doing);
  if (facts === null) return refuse({ code: 'moment-link-unknown' });
  return facts.holds ? ok(facts) : refuse({ code: 'moment-moved', params: { phone: facts.room.phone } });
};

/** Does this for who holds the link, and shows the moment as it stands afterwards. Every look is the person's own, and stands in their log. */
const atMoment = async (
  database: Database,
  come: Coming,
  work: Work,
): Promise<Result<MomentView, Refusal>> => {
  const link = openLink(come.key, come.token, PURPOSE, come.now);
  if (link.kind === 'not-ours') return refuse({ code: 'moment-link-unknown' });
  if (link.kind === 'expired') return refuse({ code: 'moment-past' });
  const holder = { actor: `${PURPOSE}:${link.claim.subject}`, organisationId: null } as const;
  return database.transaction(holder, async (tx): Promise<Result<MomentView, Refusal>> => {
    const telling = await tellingById(tx, link.claim.subject);
    if (telling === null) return refuse({ code: 'moment-link-unknown' });
    const actor = { id: holder.actor, organisationId: telling.organisationId };
    const doing = { actor, now: come.now, region: await come.regionOf(tx) };
    const site = { actor: actor.id, organisationId: actor.organisationId };
    const seen = await inNameOf(tx, { own: holder, other: site }, async () => {
      const before = await heldFacts(tx, telling, doing);
      if (!before.ok) return before;
      const done = await work(tx, { facts: before.value, doing });
      if (!done.ok) return done;
      const after = await tellingById(tx, telling.id);
      return after === null ? refuse({ code: 'moment-link-unknown' }) : heldFacts(tx, after, doing);
    });
    if (!seen.ok) return seen;
    const { personId } = seen.value.order;
    await writeLooks(
      tx,
      visitorAs(`person:${personId}`, 'resident'),
      [
        {
          ...{ event: 'read', objectType: 'visit', objectId: telling.visitId, categories: ['messages'] },
          ...{ personId, ground: 'own' },
        },
      ],
      { at: come.now, outcome: 'done' },
    );
    return ok(viewOf(seen.value, come.practice));
  });
};

/** The moment behind a link. */
export const openMoment = (database: Database, come: Coming): Promise<Result<MomentView, Refusal>> =>
  atMoment(database, come, async () => ok(null));

/** What somebody said, kept under the lock of the visit: a planner who moves it at the same time is first or second, never between. */
const keepSaid = async (
  tx: Tx,
  { facts, doing }: Held,
  { answer, words, weekdays, part }: Omit<MomentAnswerBody, 'token'>,
): Promise<Result<null, Refusal>> => {
  const { telling, order, room } = facts;
  const visit = (await lockVisits(tx, order.id)).find(({ id }) => id === telling.visitId);
  const still = await heldFacts(tx, telling, doing);
  if (visit === undefined || !still.ok)
    return refuse({ code: 'moment-moved', params: { phone: room.phone } });
  if (visit.during === null || visit.during.from <= doing.now) return refuse({ code: 'moment-past' });
  const comes = answer === 'comes';
  const wish = comes
    ? { words: null, weekdays: [], part: null }
    : { words: words === '' ? null : words, weekdays, part };
  await keepAnswer(tx, { id: telling.id, answer, ...wish }, doing.now);
  await confirmVisit(tx, visit.id, comes ? doing.now : null);
  const about = { orderId: order.id, visitId: visit.id, unitId: visit.unitId };
  await tellLine(tx, comes ? 'moment-confirmed' : 'moment-asked', about, doing);
  return ok(null);
};

/** Somebody says that they come, that another moment would suit, or that they cannot come any more. */
export const answerMoment = (
  database: Database,
  come: Coming,
  said: Omit<MomentAnswerBody, 'token'>,
): Promise<Result<MomentView, Refusal>> => atMoment(database, come, (tx, held) => keepSaid(tx, held, said));

/** What was told last of a visit of the acting site; null when nothing was. */
const lastTold = async (tx: Tx, visitId: string, doing: Doing): Promise<Telling | null> => {
  const tellings = (await tellingsOf(tx, [visitId])).get(visitId) ?? [];
  const last = tellings.findLast(({ toldAt }) => toldAt !== null) ?? null;
  return last?.organisationId === doing.actor.organisationId ? last : null;
};

/** The link of a moment that was told, to hand over on paper. */
export const linkOf = async (
  tx: Tx,
  visitId: string,
  key: Buffer,
  doing: Doing,
): Promise<Result<MomentLink, Refusal>> => {
  if ((await orderIdOf(tx, visitId)) === null) return refuse({ code: 'visit-unknown' });
  const telling = await lastTold(tx, visitId, doing);
  const facts = telling === null ? null : await momentFacts(tx, telling, doing);
  const link = facts?.holds === true ? momentLink(key, facts.telling) : null;
  if (link === null) return refuse({ code: 'moment-not-told' });
  return ok({ visitId, token: link.token, until: isoFromInstant(link.until) });
};

/** The planner called, and writes down what was said. */
export const calledAbout = async (
  tx: Tx,
  act: { readonly visitId: string; readonly answer: MomentAnswerBody['answer'] },
  doing: Doing,
): Promise<Result<null, Refusal>> => {
  const orderId = await orderIdOf(tx, act.visitId);
  if (orderId === null) return refuse({ code: 'visit-unknown' });
  const visit = (await lockVisits(tx, orderId)).find(({ id }) => id === act.visitId);
  const telling = await lastTold(tx, act.visitId, doing);
  if (visit === undefined || telling === null) return refuse({ code: 'moment-not-told' });
  const said = { id: telling.id, answer: act.answer, words: null, weekdays: [], part: null };
  await keepAnswer(tx, said, doing.now);
  if (visit.state === 'planned') await confirmVisit(tx, visit.id, act.answer === 'comes' ? doing.now : null);
  await tellLine(tx, 'moment-called', { orderId, visitId: visit.id, unitId: visit.unitId }, doing);
  return ok(null);
};
