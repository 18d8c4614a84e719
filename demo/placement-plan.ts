import { counts, figurePhase } from '#kernel/freshness.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { UnitLook } from '#modules/capacity/index.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import type { Origin } from '#modules/placement/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { ask, type Case, confirm, sayYes } from './acts.ts';
import { bedsThatFit, looksAt } from './beds.ts';
import { type Course, draw, ORIGIN_OF } from './parameters.ts';
import { must, type Past } from './past.ts';
import { referrerFor } from './referrers.ts';
import { admit } from './residents.ts';
import { type Story, storyFor } from './stories.ts';

/** Somebody who gets a bed on a certain ward at certain moments, whatever chance would have done. */
export interface PlacementPlan {
  readonly product: Product;
  readonly unitId: string;
  /** The bed; the first that fits when left out. */
  readonly placeId?: string;
  readonly sentAt: Instant;
  readonly yesAt: Instant;
  readonly arrivalFrom: Instant;
  /** Null: still to come when the history ends. */
  readonly arrivesAt: Instant | null;
  readonly course?: Course;
  readonly origin?: Origin;
  readonly story?: Partial<Story>;
  /** Who it is and who asks, when the guide tells of them; drawn when left out. */
  readonly person?: PersonEntry;
  readonly by?: Professional;
  /** When they are expected to leave, and leave, when the guide tells of them. */
  readonly end?: Instant;
}

/** How the ward stands; a ward whose figure does not count is telephoned first. */
const lookWhenFresh = async (past: Past, unitId: string, at: Instant): Promise<UnitLook[]> => {
  const look = (await looksAt(past.tx, past.region, [unitId], at)).get(unitId);
  const figure = look?.facts.figure ?? null;
  const phase = figurePhase(figure?.asOf ?? null, figure?.source ?? null, at, past.region.agreement);
  if (look !== undefined && counts(phase)) return [look];
  must(await confirm(past, at, [unitId], 'phone'), 'confirm a figure');
  return [...(await looksAt(past.tx, past.region, [unitId], at)).values()];
};

/** Sends a request to a ward with a bed for it; null when there is no such bed. */
export const sendTo = async (
  past: Past,
  plan: Pick<
    PlacementPlan,
    'product' | 'unitId' | 'placeId' | 'arrivalFrom' | 'origin' | 'story' | 'person' | 'by'
  >,
  at: Instant,
): Promise<Case | null> => {
  const { chance } = past;
  const person = plan.person ?? past.nextPerson();
  const origin = plan.origin ?? draw(chance, ORIGIN_OF[plan.product]);
  const story: Story = { ...storyFor(chance, plan.product, person.sex), needs: [], ...plan.story };
  const wantedFrom = Math.max(at, plan.arrivalFrom);
  const looks = await lookWhenFresh(past, plan.unitId, at);
  const by = plan.by ?? referrerFor(past.cast, chance, origin);
  const who = { sex: person.sex, traits: story.traits, referrerOrg: by.organisationId };
  const [bed] = bedsThatFit(
    looks,
    { product: plan.product, needs: [], from: wantedFrom, pc4: null, who },
    past.region,
  );
  const placeId = plan.placeId ?? bed?.placeId;
  if (placeId === undefined) return null;
  const sent = await ask(past, at, { by, person, story, origin, wantedFrom, placeIds: [placeId] });
  return sent.ok ? sent.value : null;
};

const come = async (past: Past, plan: PlacementPlan, sent: Case, at: Instant): Promise<void> => {
  const [asked] = sent.offers;
  if (asked === undefined) return;
  const accepted = must(
    await sayYes(past, at, asked, { request: sent.request, arrivalFrom: plan.arrivalFrom }),
    'say yes',
  );
  const yes = accepted.offers.find((each) => each.state === 'accepted');
  if (yes === undefined || plan.arrivesAt === null) return;
  const arrival = {
    offer: yes,
    product: plan.product,
    ...(plan.course === undefined ? {} : { course: plan.course }),
    ...(plan.end === undefined ? {} : { end: plan.end }),
  };
  past.agenda.add(plan.arrivesAt, async (when) => {
    await admit(past, arrival, when);
  });
};

/** Writes a placement into the agenda. */
export const planPlacement = (past: Past, plan: PlacementPlan): void => {
  past.agenda.add(plan.sentAt, async (at) => {
    const sent = await sendTo(past, plan, at);
    if (sent === null) return;
    // The ward answers within its deadline, which is short on the crisis route.
    const latest = (sent.offers[0]?.answerBy ?? at + 45 * MINUTE) - 2 * MINUTE;
    past.agenda.add(Math.min(plan.yesAt, latest), (when) => come(past, plan, sent, when));
  });
};

/** A placement that is over within some hours: sent, a yes, and there. */
export const quickPlan = (
  product: Product,
  unitId: string,
  at: Instant,
  arrivesAt: Instant,
): PlacementPlan => ({
  product,
  unitId,
  sentAt: at,
  yesAt: at + 19 * MINUTE,
  arrivalFrom: Math.max(at + 30 * MINUTE, arrivesAt - HOUR / 4),
  arrivesAt,
});
