import type { RequestView } from '#modules/placement/contract.ts';
import type { StripFacts } from '#web/design/Strip.tsx';
import { inWords, productShort } from './words.ts';

type Offer = RequestView['offers'][number];

/** The offer that must be answered first. */
export const openOffer = (request: RequestView): Offer | undefined =>
  request.offers
    .filter(({ state }) => state === 'open')
    .sort((a, b) => Date.parse(a.answerBy) - Date.parse(b.answerBy))[0];

/** The offer that got a yes. */
export const acceptedOffer = (request: RequestView): Offer | undefined =>
  request.offers.find(({ state }) => state === 'accepted');

/** Since when the clock of this step runs: the bar of time burns from here. */
const sinceOf = (request: RequestView): number => {
  const moments = [
    request.sentAt,
    ...request.offers.flatMap(({ sentAt, answeredAt }) => [sentAt, answeredAt ?? sentAt]),
  ];
  return Math.max(...moments.map((moment) => Date.parse(moment)));
};

const MARKS: Readonly<Record<RequestView['state'], Pick<StripFacts, 'state' | 'icon'>>> = {
  draft: { icon: 'pencil' },
  searching: { icon: 'circle-dashed' },
  offered: { state: 'held' },
  accepted: { state: 'held' },
  admitted: { state: 'occupied' },
  closed: { icon: 'check' },
};

const markOf = (request: RequestView): Pick<StripFacts, 'state' | 'icon'> =>
  request.state === 'offered' && openOffer(request)?.held === false
    ? { icon: 'message-circle-question-mark' }
    : MARKS[request.state];

/** A request as a strip. `second` is what this reader may see of where it comes from. */
export const stripOf = (request: RequestView, title: string, second: string): StripFacts => ({
  since: sinceOf(request),
  due: request.dueAt === null ? null : Date.parse(request.dueAt),
  title,
  product: productShort(request.product),
  second,
  step: inWords(request.turn),
  ...markOf(request),
});
