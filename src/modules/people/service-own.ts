import { instantOf, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { professionalById, REGION_ZONE } from '#modules/region/index.ts';
import type { Organisation, Region } from '#modules/region/types.ts';
import { looksAtPerson, NO_ORGANISATION, writeLooks } from '#platform/access-log/store.ts';
import type { AccessEvent, AccessLine } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { AnswerBody, LookView, OwnView } from './contract-own.ts';
import { byDay, countLooks, periodFrom } from './decide/looks.ts';
import { residentAs } from './service-door.ts';
import { insertSaid, ownPerson, type Said, saidBy } from './store-door.ts';
import { relativesOf } from './store-family.ts';
import type { PeopleCode } from './types.ts';
import type { Relative } from './types-family.ts';
import type { Look, MergedLook, OwnAct, OwnPeriod } from './types-own.ts';

/** For whom the list is drawn, and when. */
export interface OwnReader {
  readonly personId: string;
  readonly until: Instant;
  readonly now: Instant;
  readonly region: Region;
  readonly practice: boolean;
}

/** Somebody reads the question, finds out and calls back: within a week, in any organisation. */
const ANSWER_DAYS = 7;
const END_OF_WORK = 17 * 60;

const ACTS: Readonly<Partial<Record<AccessEvent, OwnAct>>> = {
  print: 'printed',
  export: 'exported',
  follow: 'followed',
  add: 'changed',
  change: 'changed',
  remove: 'changed',
};

const lookOf = (line: AccessLine): Look => ({
  id: line.id,
  at: line.at,
  actor: line.actor,
  role: line.role,
  organisationId: line.organisationId === NO_ORGANISATION ? null : line.organisationId,
  act: line.outcome === 'refused' ? 'refused' : (ACTS[line.event] ?? 'seen'),
  seen: line.categories,
  ground: line.ground,
  reason: line.reason,
});

const organisationOf = (region: Region, id: string | null): Organisation | undefined =>
  region.organisations.find((each) => each.id === id);

/** Who answers a question about an organisation, and at which number. */
const answerer = (region: Region, id: string) => {
  const found = organisationOf(region, id);
  const site = region.sites.find(({ organisationId }) => organisationId === id);
  const { deskOrganisationId, deskPhone } = region.agreement;
  return {
    name: found?.name ?? '',
    phone: id === deskOrganisationId ? deskPhone : (found?.phone ?? site?.phone ?? deskPhone),
  };
};

const saidView = (said: Said, region: Region): NonNullable<LookView['answer']> => ({
  kind: said.kind,
  at: isoFromInstant(said.at),
  by:
    said.dueAt === null
      ? null
      : { ...answerer(region, said.organisationId), dueAt: isoFromInstant(said.dueAt) },
});

const UUID = /^[0-9a-f-]{36}$/;

const namesOf = async (tx: Tx, looks: readonly MergedLook[]): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const id of new Set(looks.map(({ actor }) => actor))) {
    const found = UUID.test(id) ? await professionalById(tx, id) : null;
    if (found !== null) names.set(id, found.name);
  }
  return names;
};

const lookView = (
  look: MergedLook,
  { region }: OwnReader,
  known: {
    names: ReadonlyMap<string, string>;
    relatives: readonly Relative[];
    said: readonly Said[];
  },
): LookView => {
  const organisation = organisationOf(region, look.organisationId);
  const relative = known.relatives.find(({ id }) => look.actor === `kin:${id}`);
  const said = known.said.find(({ lookId }) => lookId === look.id);
  return {
    id: look.id,
    at: isoFromInstant(look.at),
    times: look.times,
    organisation: organisation?.name ?? null,
    organisationKind: organisation?.kind ?? null,
    role: look.role,
    name: known.names.get(look.actor) ?? null,
    relative: relative === undefined ? null : { name: relative.name, relation: relative.relation },
    act: look.act,
    seen: [...look.seen],
    ground: look.ground,
    reason: look.reason,
    answer: said === undefined ? null : saidView(said, region),
  };
};

/** Who looked at what of this person. Looking is itself written down, like every look. */
export const ownView = async (
  tx: Tx,
  reader: OwnReader,
  period: OwnPeriod,
): Promise<Result<OwnView, Refusal<PeopleCode>>> => {
  const { personId, now, region } = reader;
  const who = await ownPerson(tx, personId);
  if (who === null) return refuse({ code: 'own-over' });
  const all = (await looksAtPerson(tx, personId, 0)).map(lookOf);
  const from = periodFrom(period, now, REGION_ZONE);
  const looks = all.filter(({ at }) => at >= from);
  const days = byDay(looks, REGION_ZONE);
  const said = await saidBy(tx, personId);
  const relatives = await relativesOf(tx, personId);
  const names = await namesOf(
    tx,
    days.flatMap((day) => day.looks),
  );
  await writeLooks(
    tx,
    residentAs(`person:${personId}`),
    [{ event: 'log-read', objectType: 'log', objectId: null, categories: ['log'], personId, ground: 'own' }],
    { at: now, outcome: 'done' },
  );
  return ok({
    name: who.name,
    until: isoFromInstant(reader.until),
    practice: reader.practice,
    deskPhone: region.agreement.deskPhone,
    counts: countLooks(looks),
    before: countLooks(all.filter(({ at }) => at < from)).looks,
    days: days.map(({ day, looks: told }) => ({
      day,
      looks: told.map((look) => lookView(look, reader, { names, relatives, said })),
    })),
    said: said
      .filter(({ lookId }) => lookId === null)
      .map((each) => ({ ...saidView(each, region), text: each.said })),
  });
};

/** What the person says of a look, or that something is wrong. A question names who answers, and until when. */
export const answerLook = async (
  tx: Tx,
  reader: OwnReader,
  body: AnswerBody,
): Promise<Result<NonNullable<LookView['answer']>, Refusal<PeopleCode>>> => {
  const { personId, now, region } = reader;
  const line =
    body.lookId === null ? null : (await looksAtPerson(tx, personId, 0)).find(({ id }) => id === body.lookId);
  if (line === undefined) return refuse({ code: 'look-unknown' });
  const looked = line === null || line.organisationId === NO_ORGANISATION ? null : line.organisationId;
  const due = instantOf(plusDays(localDay(now, REGION_ZONE), ANSWER_DAYS), END_OF_WORK, REGION_ZONE);
  const said: Said = {
    lookId: body.lookId,
    kind: body.kind,
    said: body.text,
    at: now,
    organisationId: looked ?? region.agreement.deskOrganisationId,
    dueAt: body.kind === 'right' ? null : due,
  };
  if (!(await insertSaid(tx, { ...said, id: newId(), personId }))) return refuse({ code: 'look-answered' });
  await record(tx, [
    {
      ...{ at: now, room: 'people', event: `own-${body.kind}`, subject: personId, unitId: null },
      ...{ organisationId: said.organisationId, actor: `person:${personId}`, body: {} },
    },
  ]);
  return ok(saidView(said, region));
};
