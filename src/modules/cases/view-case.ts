import { ageBand } from '#kernel/age-band.ts';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CaseAnswer, CaseList, CaseView, OwnCases } from './contract-case.ts';
import { timelineOf } from './decide/timeline.ts';
import type { Doing } from './doing.ts';
import { todayAt } from './service-contacts.ts';
import { caseById, casesOf, endingOf, helpersOf, personOf, questionOf } from './store-case.ts';
import { meetingsOf } from './store-meeting.ts';
import { actionsOf, messagesOf, waitingFor } from './store-plan.ts';
import { CASE_PARTS, type Case, type CasePart, type Helping } from './types-case.ts';

const named = (region: Region, id: string): { id: string; name: string } => ({
  id,
  name: region.organisations.find((each) => each.id === id)?.name ?? '',
});

const viewPlan = async (tx: Tx, id: string, region: Region): Promise<CaseView['plan']> => {
  const ending = await endingOf(tx, id);
  return {
    actions: (await actionsOf(tx, id)).map(
      ({ id: action, what, ownerOrg, due, state, why, madeBy, settledBy }) => ({
        ...{ id: action, what, due, state, why, madeBy, settledBy },
        owner: ownerOrg === null ? null : named(region, ownerOrg),
      }),
    ),
    ending:
      ending === null
        ? null
        : {
            outcome: ending.outcome,
            learned: ending.learned,
            at: isoFromInstant(ending.at),
            by: ending.byName,
          },
  };
};

const viewMessages = async (tx: Tx, id: string, region: Region): Promise<CaseView['messages']> =>
  (await messagesOf(tx, id)).map(({ organisationId, byName, at, ...said }) => ({
    ...{ id: said.id, text: said.text, by: byName, at: isoFromInstant(at) },
    organisation: named(region, organisationId).name,
  }));

/** What happened, as far as these parts are open; a part that is not, finds no rows. */
const viewTimeline = async (
  tx: Tx,
  of: Case,
  helpers: readonly Helping[],
  region: Region,
): Promise<CaseView['timeline']> => {
  const [actions, meetings] = [await actionsOf(tx, of.id), await meetingsOf(tx, of.id)];
  return timelineOf({ of, helpers, actions, meetings }).map(({ event, at, organisationId, what }) => ({
    ...{ event, at: isoFromInstant(at), what },
    who: organisationId === null ? null : named(region, organisationId).name,
  }));
};

/** What is opened for the reader; a part that is not, has no key at all. */
const viewParts = async (
  tx: Tx,
  id: string,
  parts: readonly CasePart[],
  region: Region,
): Promise<Pick<CaseView, 'question' | 'plan' | 'messages'>> => {
  const question = parts.includes('question') ? await questionOf(tx, id) : null;
  return {
    ...(question === null ? {} : { question }),
    ...(parts.includes('plan') ? { plan: await viewPlan(tx, id, region) } : {}),
    ...(parts.includes('messages') ? { messages: await viewMessages(tx, id, region) } : {}),
  };
};

const helperView = (of: Case, { region, actor }: Doing) => {
  const leads = of.coordinatorOrg === actor.organisationId;
  return ({ organisationId, parts }: Helping): CaseView['helpers'][number] => ({
    ...named(region, organisationId),
    ...(leads || organisationId === actor.organisationId ? { parts: [...parts] } : {}),
  });
};

/** A case as the reader may see it at this moment. */
export const viewCase = async (
  tx: Tx,
  id: string,
  doing: Doing,
): Promise<Result<CaseAnswer, Refusal<'case-unknown'>>> => {
  const [of, who] = [await caseById(tx, id), await personOf(tx, id)];
  if (of === null || who === null) return refuse({ code: 'case-unknown' });
  const everybody = await helpersOf(tx, id);
  const helpers = everybody.filter(({ isIn }) => isIn);
  const own = helpers.find(({ organisationId }) => organisationId === doing.actor.organisationId);
  const parts = own?.parts ?? [];
  return ok({
    case: {
      ...{ id, code: of.code, parts: [...parts] },
      person: {
        ...{ name: who.name, phone: who.phone, pc4: who.pc4 },
        ageBand: ageBand(who.born, todayAt(doing.now)),
      },
      coordinator: named(doing.region, of.coordinatorOrg),
      openedAt: isoFromInstant(of.openedAt),
      endedAt: of.endedAt === null ? null : isoFromInstant(of.endedAt),
      helpers: helpers.map(helperView(of, doing)),
      timeline: await viewTimeline(tx, of, everybody, doing.region),
      ...(await viewParts(tx, id, parts, doing.region)),
    },
  });
};

/** The cases of the person, as they read them at their own door: all of each, and for whom what is open. */
export const viewOwnCases = async (
  tx: Tx,
  { region, now }: Pick<Doing, 'region' | 'now'>,
): Promise<OwnCases> => {
  const cases: OwnCases['cases'] = [];
  for (const of of await casesOf(tx)) {
    const everybody = await helpersOf(tx, of.id);
    cases.push({
      ...{ id: of.id, code: of.code, coordinator: named(region, of.coordinatorOrg), today: todayAt(now) },
      endedAt: of.endedAt === null ? null : isoFromInstant(of.endedAt),
      helpers: everybody
        .filter(({ isIn }) => isIn)
        .map(({ organisationId, parts }) => ({ ...named(region, organisationId), parts: [...parts] })),
      timeline: await viewTimeline(tx, of, everybody, region),
      ...(await viewParts(tx, of.id, CASE_PARTS, region)),
    });
  }
  return { cases };
};

/** The cases the reader's organisation helps in. */
export const viewCases = async (tx: Tx, { region, now }: Doing): Promise<CaseList> => {
  const cases: CaseList['cases'] = [];
  const waiting = await waitingFor(tx, todayAt(now));
  for (const of of await casesOf(tx)) {
    const who = await personOf(tx, of.id);
    if (who === null) continue;
    const coordinator = named(region, of.coordinatorOrg).name;
    const endedAt = of.endedAt === null ? null : isoFromInstant(of.endedAt);
    cases.push({
      ...{ id: of.id, code: of.code, name: who.name, coordinator, endedAt },
      waiting: waiting.get(of.id) ?? { open: 0, late: 0 },
    });
  }
  return { cases };
};
