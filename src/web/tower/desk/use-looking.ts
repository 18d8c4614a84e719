import { type MouseEvent, useCallback, useEffect } from 'react';
import type { Looker } from '#modules/placement/contract.ts';
import type { Lookers } from '#tower/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';

/** The house forgets who looks after a minute; said twice as often, a slow line loses nobody. */
const SAY_AGAIN = 30_000;

const sayLooking = async (requestId: string, doing: Looker['doing']): Promise<void> => {
  await call('POST', `/api/v1/requests/${requestId}/looking`, { doing }).catch((fault: unknown) => {
    // Nobody is told that one looks: that is no reason to hold up the work.
    if (!(fault instanceof Problem)) throw fault;
  });
};

/** Says that this request is open here, for as long as it is. Answers what to do with a press: a call is told too. */
export const useLooking = (requestId: string): ((event: MouseEvent) => void) => {
  const desk = useSession().data?.actor.role === 'desk';
  useEffect(() => {
    if (!desk) return;
    void sayLooking(requestId, 'looking');
    const timer = setInterval(() => void sayLooking(requestId, 'looking'), SAY_AGAIN);
    return () => clearInterval(timer);
  }, [desk, requestId]);
  return useCallback(
    ({ target }) => {
      const calls = target instanceof Element && target.closest('a[href^="tel:"]') !== null;
      if (desk && calls) void sayLooking(requestId, 'calling');
    },
    [desk, requestId],
  );
};

/** The colleagues who have a request open now, by request. */
export const useLookers = (): ReadonlyMap<string, readonly Looker[]> => {
  const desk = useSession().data?.actor.role === 'desk';
  const now = useNow('second');
  const read = useRead<Lookers>(desk ? '/api/v1/queue/looking' : null, ['looking']);
  const lookers = (read.data?.body.lookers ?? []).filter(({ own, until }) => !own && Date.parse(until) > now);
  return Map.groupBy(lookers, ({ requestId }) => requestId);
};
