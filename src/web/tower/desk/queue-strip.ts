import type { RequestStrip } from '#modules/placement/contract.ts';
import type { StripFacts } from '#web/design/Strip.tsx';
import { inWords, productShort } from '#web/rooms/placement/words.ts';

const markOf = ({ state, held }: RequestStrip): Pick<StripFacts, 'state' | 'icon'> => {
  if (state === 'searching') return { icon: 'circle-dashed' };
  return held ? { state: 'held' } : { icon: 'message-circle-question-mark' };
};

/** A request of the row as a strip. Nobody's name is known here: it comes with the request when it is opened. */
export const queueStrip = (strip: RequestStrip, title: string, second: string): StripFacts => ({
  since: Date.parse(strip.since),
  due: strip.dueAt === null ? null : Date.parse(strip.dueAt),
  title,
  product: productShort(strip.product),
  second,
  step: inWords(strip.turn),
  ...markOf(strip),
});
