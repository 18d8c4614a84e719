import type { Instant } from '#kernel/interval.ts';
import type { RequestStrip } from '#modules/placement/contract.ts';
import type { StripFacts } from '#web/design/Strip.tsx';
import { productShort } from '#web/rooms/placement/words.ts';

const markOf = ({ state, held }: RequestStrip): Pick<StripFacts, 'state' | 'icon'> => {
  if (state === 'searching') return { icon: 'circle-dashed' };
  return held ? { state: 'held' } : { icon: 'message-circle-question-mark' };
};

/** A request of the row as a strip; `step` says who must move. Nobody's name is known here: it comes with the request. */
export const queueStrip = (
  strip: RequestStrip,
  words: { readonly title: string; readonly second: string; readonly step: string },
): StripFacts => ({
  since: Date.parse(strip.since),
  due: strip.dueAt === null ? null : Date.parse(strip.dueAt),
  product: productShort(strip.product),
  ...words,
  ...markOf(strip),
});

/** Somebody waits for a call from the desk: nobody is asked yet, or nobody came where one was expected. */
export const isPromised = ({ state, dueAt }: RequestStrip, now: Instant): boolean =>
  state === 'searching' || (state === 'accepted' && dueAt !== null && Date.parse(dueAt) < now);
