import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { pick } from '#kernel/seeded.ts';
import type { Origin, Urgency } from '#modules/placement/types.ts';
import {
  ask,
  type Case,
  type CaseOffer,
  giveUp,
  offer,
  type Question,
  runOut,
  sayNo,
  sayYes,
  seeCase,
} from './acts.ts';
import { admissionAt, bedsThatFit, type Chosen, looksAt } from './beds.ts';
import { ANSWERS, draw, minutesToAnswer, NOES, transferTime } from './parameters.ts';
import { between, inDaytime, must, type Past } from './past.ts';
import { unitsServing } from './places.ts';
import { referrerFor } from './referrers.ts';
import { admit } from './residents.ts';
import { storyFor } from './stories.ts';

/** One request on its way through the region, by the chances of its kind. */
export interface Journey {
  readonly product: Product;
  readonly question: Question;
  readonly givesUpAt: Instant;
  readonly requestId: string;
  /** Wards that were asked for it and will not be asked again soon. */
  readonly asked: Set<string>;
  /** The request as it was last seen. */
  seen: Case;
}

const PATIENCE: Readonly<Record<Urgency, number>> = {
  crisis: 10 * HOUR,
  today: 22 * HOUR,
  'within-72-hours': 3 * DAY,
  planned: 6 * DAY,
};

const wantedFrom = (past: Past, urgency: Urgency, at: Instant): Instant => {
  if (urgency === 'planned') return inDaytime(at + between(past.chance, 2, 6) * DAY);
  return urgency === 'within-72-hours' ? inDaytime(at + between(past.chance, 4, 40) * HOUR) : at;
};

/** Wards that take no new people any more before the end of the history. */
const stillOpen = (past: Past, unitId: string, at: Instant): boolean =>
  at < past.shaping(unitId).from - 6 * HOUR;

const find = async (
  past: Past,
  asked: { product: Product; question: Question },
  at: Instant,
): Promise<Chosen[]> => {
  const units = unitsServing(asked.product).filter((unitId) => stillOpen(past, unitId, at));
  const looks = await looksAt(past.tx, past.region, units, at);
  const { story, person, by, wantedFrom: from } = asked.question;
  const who = { sex: person.sex, traits: story.traits, referrerOrg: by.organisationId };
  const wanted = {
    product: asked.product,
    needs: story.needs,
    from: Math.max(from, at),
    pc4: person.pc4,
    who,
  };
  return bedsThatFit(looks.values(), wanted, past.region);
};

/** A request comes into being, is sent, and goes its way. */
export const setOut = async (
  past: Past,
  { product, origin }: { readonly product: Product; readonly origin: Origin },
  at: Instant,
): Promise<Journey> => {
  const { chance } = past;
  const person = past.nextPerson();
  const story = storyFor(chance, product, person.sex);
  const by = referrerFor(past.cast, chance, origin);
  const question: Question = {
    by,
    person,
    story,
    origin,
    wantedFrom: wantedFrom(past, story.urgency, at),
    placeIds: [],
  };
  const viaDesk = chance() < 0.35;
  const beds = viaDesk ? [] : (await find(past, { product, question }, at)).slice(0, chance() < 0.3 ? 2 : 1);
  const first = await ask(past, at, { ...question, placeIds: beds.map((bed) => bed.placeId) });
  const seen = first.ok ? first.value : must(await ask(past, at, question), 'send a request');
  const requestId = seen.request.id;
  const givesUpAt = at + PATIENCE[story.urgency] * (0.6 + 0.8 * chance());
  const journey: Journey = { product, question, givesUpAt, requestId, asked: new Set(), seen };
  goOn(past, journey, at);
  return journey;
};

/** Whoever must move next does so after a while. */
const goOn = (past: Past, journey: Journey, at: Instant): void => {
  const { state } = journey.seen.request;
  if (state === 'searching') {
    past.agenda.add(inDaytime(at + between(past.chance, 5, 35) * MINUTE), (when) =>
      deskStep(past, journey, when),
    );
  }
  if (state !== 'offered') return;
  for (const each of journey.seen.offers) {
    if (each.state !== 'open' || each.sentAt !== at) continue;
    journey.asked.add(each.unitId);
    past.agenda.add(at + minutesToAnswer(past.chance) * MINUTE, (when) => answer(past, journey, each, when));
  }
};

const deskStep = async (past: Past, journey: Journey, at: Instant): Promise<void> => {
  if (journey.seen.request.state !== 'searching') return;
  const beds = (await find(past, journey, at)).filter((bed) => !journey.asked.has(bed.unitId));
  if (beds.length === 0) return wait(past, journey, at);
  const most = journey.question.story.urgency === 'crisis' ? 3 : between(past.chance, 1, 2);
  for (const bed of beds.slice(0, most)) {
    const made = await offer(past, at, journey.requestId, bed.placeId);
    if (made.ok) journey.seen = made.value;
  }
  if (journey.seen.request.state === 'searching') return wait(past, journey, at);
  goOn(past, journey, at);
};

/** Nothing fits now: the desk looks again later, until it makes no sense any more. */
const wait = async (past: Past, journey: Journey, at: Instant): Promise<void> => {
  if (at >= Math.min(journey.givesUpAt, past.lastDay)) return stop(past, journey, at);
  // Who said no this morning may say yes this afternoon.
  if (past.chance() < 0.5) journey.asked.clear();
  past.agenda.add(inDaytime(at + between(past.chance, 70, 320) * MINUTE), (when) =>
    deskStep(past, journey, when),
  );
};

const stop = async (past: Past, journey: Journey, at: Instant): Promise<void> => {
  const reason = pick(past.chance, ['no-place', 'no-place', 'elsewhere', 'withdrawn'] as const);
  journey.seen = must(await giveUp(past, at, journey.requestId, reason), 'close a request');
};

const isOpen = (journey: Journey, asked: CaseOffer): boolean =>
  journey.seen.request.state === 'offered' &&
  journey.seen.offers.some((each) => each.id === asked.id && each.state === 'open');

const answer = async (past: Past, journey: Journey, asked: CaseOffer, at: Instant): Promise<void> => {
  if (!isOpen(journey, asked)) return;
  const kind = draw(past.chance, ANSWERS);
  if (kind === 'yes') return accept(past, journey, asked, at);
  if (kind === 'no') {
    const [code, text] = draw(past.chance, NOES);
    journey.seen = must(await sayNo(past, at, asked, { code, text }), 'say no');
    return goOn(past, journey, at);
  }
  past.agenda.add(asked.answerBy + 20_000, async (when) => {
    if (!isOpen(journey, asked)) return;
    must(await runOut(past, when, journey.requestId), 'let a question run out');
    journey.seen = must(await seeCase(past, when, journey.requestId), 'see a request');
    goOn(past, journey, when);
  });
};

/** When somebody can come: after the transfer, in the hours of the site, and before the ward gets its final shape. */
const arrivalFor = (past: Past, journey: Journey, asked: CaseOffer, at: Instant): Instant => {
  const earliest =
    Math.max(at, journey.question.wantedFrom) + transferTime(past.chance, journey.question.origin);
  const open = admissionAt(past.region, asked.unitId, journey.product, earliest);
  const moment = open.now ? earliest : (open.nextFrom ?? earliest);
  const last = past.shaping(asked.unitId).from - 40 * MINUTE;
  return Math.max(at + 10 * MINUTE, Math.min(moment, last));
};

const accept = async (past: Past, journey: Journey, asked: CaseOffer, at: Instant): Promise<void> => {
  const arrivalFrom = arrivalFor(past, journey, asked, at);
  const accepted = await sayYes(past, at, asked, { request: journey.seen.request, arrivalFrom });
  if (!accepted.ok) {
    // The bed went to a fact meanwhile.
    journey.seen = must(await sayNo(past, at, asked, { code: 'no-capacity', text: '' }), 'say no');
    return goOn(past, journey, at);
  }
  journey.seen = accepted.value;
  const yes = accepted.value.offers.find((each) => each.state === 'accepted');
  if (yes === undefined || yes.claimId === null) throw new Error('a yes without a bed');
  past.onDisplaced.set(yes.claimId, async (when) => {
    journey.seen = must(await seeCase(past, when, journey.requestId), 'see a request');
    goOn(past, journey, when);
  });
  const { product } = accepted.value.request;
  past.agenda.add((yes.arrivalFrom ?? arrivalFrom) + between(past.chance, 0, 35) * MINUTE, async (when) => {
    if (journey.seen !== accepted.value) return;
    await admit(past, { offer: yes, product }, when);
  });
};

/** The history comes to its last day: who still has no place finds one elsewhere, or none. */
export const comeToAnEnd = async (past: Past, journey: Journey, at: Instant): Promise<void> => {
  const { state } = journey.seen.request;
  if (state !== 'searching' && state !== 'offered') return;
  const reason =
    at - journey.seen.request.sentAt > DAY
      ? 'no-place'
      : pick(past.chance, ['elsewhere', 'withdrawn'] as const);
  journey.seen = must(await giveUp(past, at, journey.requestId, reason), 'close a request');
};
