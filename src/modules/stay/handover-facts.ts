import { localDay } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { questionOf, TRIAGE_NOW, usualAnswer } from '#modules/placement/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { fillHandover, type HandoverFacts } from './decide/handover-fill.ts';
import type { KnownSections } from './decide/handover-missing.ts';
import type { StayFacts } from './decide/handover-stay.ts';
import { acceptedOn, expectedDoctor, type Way } from './handover-way.ts';
import { coursesOf, wishesOf } from './store.ts';
import { barriersOf } from './store-barrier.ts';
import { medicationOf, observationsOf } from './store-observation.ts';
import { returnLinesOf } from './store-return.ts';
import type { Stay } from './types.ts';
import type { Handover } from './types-handover.ts';

/** Who can be called, with the name people know. */
export interface Party {
  readonly organisationId: string;
  readonly name: string;
  readonly phone: string | null;
}

/** An organisation of the region; null when it is not of the region. */
export const partyOf = ({ region }: Doing, organisationId: string): Party | null => {
  const found = region.organisations.find(({ id }) => id === organisationId);
  if (found === undefined) return null;
  const phone = found.phone ?? region.sites.find((site) => site.organisationId === found.id)?.phone ?? null;
  return { organisationId, name: found.name, phone };
};

/** The telephone of the ward somebody stays on, or of who asked. */
export const phoneOf = ({ request, stay }: Way, { region }: Doing): string | null => {
  const unit = region.units.find(({ id }) => id === stay?.unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  return stay === null ? (request.open?.callbackPhone ?? null) : (unit?.phone ?? site?.phone ?? null);
};

/** Who receives, as far as it is known now. On the way in that is the house that said yes. */
export const receiverOf = (
  way: Way,
  handover: Handover | null,
  doing: Doing,
): { organisationId: string | null; name: string; phone: string | null } | null => {
  if (way.stay === null) {
    const yes = acceptedOn(way.request);
    return yes === undefined
      ? null
      : { organisationId: yes.organisationId, name: `${yes.site}, ${yes.unit}`, phone: yes.phone };
  }
  if (handover !== null && handover.toName !== null)
    return { organisationId: null, name: handover.toName, phone: handover.toPhone };
  const to = handover?.toOrg ?? way.stay.gpOrg;
  return to === null ? null : partyOf(doing, to);
};

const triageWords = (request: RequestView): Record<string, string> =>
  Object.fromEntries(
    request.triage.answers.flatMap(({ question, answer }) => {
      const asked = questionOf(TRIAGE_NOW, question)?.question;
      if (asked === undefined) return [];
      const usual = usualAnswer(TRIAGE_NOW, request, asked);
      if (usual?.value === answer) return [[question, usual.words.nl]];
      const said = asked.options.find(({ value }) => value === answer);
      return said === undefined ? [] : [[question, `${asked.words.nl} ${said.words.nl}`]];
    }),
  );

const stayFacts = async (tx: Tx, stay: Stay): Promise<StayFacts> => {
  const [courses, wishes, observations, medication, barriers, home] = await Promise.all([
    coursesOf(tx, [stay.id]),
    wishesOf(tx, stay.id),
    observationsOf(tx, stay.id),
    medicationOf(tx, stay.id),
    barriersOf(tx, [stay.id]),
    returnLinesOf(tx, [stay.id]),
  ]);
  const course = courses.get(stay.id)?.at(-1);
  if (course === undefined) throw new Error(`stay ${stay.id} has no course`);
  return {
    product: course.product,
    arrivedDay: stay.arrivedDay,
    endedDay: stay.endedAt === null ? null : localDay(stay.endedAt, stay.zone),
    destination: stay.destination,
    question: wishes.question?.text ?? null,
    goal: wishes.goals[0]?.text ?? null,
    observations,
    medication,
    barriers: barriers.get(stay.id) ?? [],
    home: home.get(stay.id) ?? [],
  };
};

/** What is known per section now, for who writes. */
export const knownNow = async (
  tx: Tx,
  way: Way,
  of: { readonly handover: Handover | null; readonly writer: string },
  doing: Doing,
): Promise<KnownSections> => {
  const { request, stay } = way;
  const to = receiverOf(way, of.handover, doing);
  const facts: HandoverFacts = {
    person: request.person,
    request: {
      ...request,
      remarks: request.open?.remarks ?? '',
      wish: request.open?.wish ?? '',
    },
    triage: triageWords(request),
    outcome: request.triage.outcome?.reason.nl ?? null,
    from: {
      name: partyOf(doing, way.fromOrg)?.name ?? '',
      phone: phoneOf(way, doing),
      writer: of.writer,
    },
    to: to === null ? null : { ...to, doctor: expectedDoctor(way) },
    stay: stay === null ? null : await stayFacts(tx, stay),
  };
  return fillHandover(facts);
};
