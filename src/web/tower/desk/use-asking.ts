import { useState } from 'react';
import type { Proposal, Proposals, RequestView } from '#modules/placement/contract.ts';
import { serverNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { isGone, type Lost } from '#web/rooms/placement/gone.ts';
import { useSendPlace } from './use-send-place.ts';

/** What fits a request, and asking one of those places. */
export interface Asking {
  readonly found: Proposals | undefined;
  /** Without the wards that were asked already and the beds that others got first. */
  readonly fits: readonly Proposal[];
  readonly problem: Problem | null;
  readonly lost: Lost | null;
  readonly dismiss: () => void;
  readonly busy: boolean;
  readonly blocked: boolean;
  readonly ask: (place: Proposal) => void;
}

/** Looks for places for one request and asks them one at a time, each with ten seconds to take it back. */
export const useAsking = (request: RequestView): Asking => {
  const blocked = useLink().state === 'lost';
  const { send, busy, problem, forget } = useSendPlace();
  const [lost, setLost] = useState<readonly Lost[]>([]);
  const [told, setTold] = useState(false);
  const read = useRead<Proposals>(`/api/v1/requests/${request.id}/proposals`, ['board']);
  const found = read.isPlaceholderData ? undefined : read.data?.body;
  const asked = new Set(request.offers.map(({ unitId }) => unitId));
  const gone = new Set(lost.map(({ placeId }) => placeId));
  const fits = (found?.fits ?? []).filter(({ placeId, unitId }) => !gone.has(placeId) && !asked.has(unitId));

  const askPlace = async (place: Proposal): Promise<void> => {
    setTold(false);
    const refused = await send(request.id, place);
    if (refused === null || !isGone(refused)) return;
    forget();
    setLost((before) => [...before, { placeId: place.placeId, bed: place.placeCode, at: serverNow() }]);
    setTold(true);
    await read.refetch();
  };

  return {
    found,
    fits,
    problem: problem ?? read.error,
    lost: told ? (lost.at(-1) ?? null) : null,
    dismiss: () => setTold(false),
    busy,
    blocked,
    ask: (place) => {
      if (!busy && !blocked) void askPlace(place);
    },
  };
};
