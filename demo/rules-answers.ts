import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { OfferView, RequestView } from '#modules/placement/contract.ts';
import { type Asked, runOut, sayNo, sayYes } from './acts.ts';
import { admissionAt } from './beds.ts';
import { luckOf } from './luck.ts';
import { NOES } from './parameters.ts';
import { inDaytime } from './past.ts';
import { type Happening, moment, openOffers, type Rule, type Scene } from './scene.ts';

/** A ward that a visitor plays gets this long before somebody else of the house answers. */
const LEFT_TO_VISITOR = 10 * MINUTE;

const isOurs = (scene: Scene, unitId: string): boolean => scene.looks.has(unitId);

/** When the ward answers: what a visitor asked within minutes, everything else at the ward's own pace; later at a visitor's ward. */
const answersAt = (scene: Scene, request: RequestView, offer: OfferView): Instant => {
  const sent = moment(offer.sentAt);
  const luck = luckOf(offer.id, 'answer');
  const pace = scene.visitors.requests.has(request.id) ? (100 + 60 * luck) * 1_000 : (4 + 30 * luck) * MINUTE;
  return sent + (scene.visitors.wards.has(offer.unitId) ? Math.max(pace, LEFT_TO_VISITOR) : pace);
};

const visitorHearsYes = (scene: Scene, request: RequestView): boolean =>
  scene.visitors.requests.has(request.id) && openOffers(request).length === 1;

const arrivalFor = (scene: Scene, request: RequestView, unitId: string): Instant => {
  const wanted =
    Math.max(scene.now, moment(request.wantedFrom)) + (15 + 60 * luckOf(request.id, 'arrival')) * MINUTE;
  // From hospital some come only the next morning.
  const overnight = request.origin === 'hospital' && luckOf(request.id, 'later') < 0.3;
  const earliest = Math.round(overnight ? inDaytime(Math.round(wanted + 17 * HOUR)) : wanted);
  const open = admissionAt(scene.region, unitId, request.product, earliest);
  return open.now ? earliest : (open.nextFrom ?? earliest);
};

const noTo = (scene: Scene, asked: Asked): Happening => {
  const [code, text] = NOES[Math.floor(luckOf(asked.id, 'no') * NOES.length)]?.[0] ?? ['other', ''];
  return () => sayNo(scene.world, scene.now, asked, { code, text });
};

/** The bed may have gone to a fact since it was asked: then the yes becomes a no, and the desk looks on. */
const yesTo =
  (scene: Scene, request: RequestView, asked: Asked): Happening =>
  async () => {
    const arrivalFrom = arrivalFor(scene, request, asked.unitId);
    const said = await sayYes(scene.world, scene.now, asked, { request, arrivalFrom });
    if (said.ok || !LOST.has(said.refusal.code)) return said;
    return sayNo(scene.world, scene.now, asked, { code: 'no-capacity', text: '' });
  };

const LOST = new Set([
  'place-taken',
  'place-closed',
  'not-staffed',
  'stale-figure',
  'claim-ended',
  'hold-expired',
]);

const answer = (scene: Scene, request: RequestView, offer: OfferView): Happening | null => {
  const asked = { id: offer.id, unitId: offer.unitId, requestId: request.id };
  const luck = luckOf(offer.id, 'kind');
  if (visitorHearsYes(scene, request) || luck < 0.74) return yesTo(scene, request, asked);
  // A few do not answer at all, but never a visitor.
  if (luck > 0.95 && !scene.visitors.requests.has(request.id)) return null;
  return noTo(scene, asked);
};

const dueAnswers = (scene: Scene, requests: readonly RequestView[]): Happening | null => {
  const due = requests
    .flatMap((request) =>
      openOffers(request).map((offer) => ({ request, offer, at: answersAt(scene, request, offer) })),
    )
    .filter(
      ({ offer, at }) => at <= scene.now && scene.now < moment(offer.answerBy) && isOurs(scene, offer.unitId),
    )
    .toSorted((a, b) => a.at - b.at);
  for (const { request, offer } of due) {
    const happening = answer(scene, request, offer);
    if (happening !== null) return happening;
  }
  return null;
};

/** A ward answers what a visitor asked: nobody should wait long to see a yes. */
export const answerVisitor: Rule = (scene) =>
  dueAnswers(
    scene,
    scene.requests.filter((request) => scene.visitors.requests.has(request.id)),
  );

/** A ward answers what the region itself asked. */
export const answerOwn: Rule = (scene) =>
  dueAnswers(
    scene,
    scene.requests.filter((request) => !scene.visitors.requests.has(request.id)),
  );

/** Nobody answered in time: the question runs out, whether or not somebody else swept. */
export const runOutOfTime: Rule = (scene) => {
  const late = scene.requests.some((request) =>
    openOffers(request).some((offer) => moment(offer.answerBy) <= scene.now),
  );
  return late ? () => runOut(scene.world, scene.now) : null;
};
