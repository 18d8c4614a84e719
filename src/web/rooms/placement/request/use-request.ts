import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { localDay } from '#kernel/calendar.ts';
import type { Proposal, Proposals, RequestBody, RequestView } from '#modules/placement/contract.ts';
import { serverNow, useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { Problem } from '#web/api/problem.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { isGone, type Lost } from '#web/rooms/placement/gone.ts';
import { askedOf, bodyOf, type Draft, type Fault, faultsOf } from './draft.ts';
import type { DraftInHand } from './use-draft.ts';
import { type Search, useProposals } from './use-proposals.ts';
import { useSend } from './use-send.ts';

/** A request being written, with what fits and everything one can do with it. */
export interface RequestInHand {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly found: Proposals | undefined;
  readonly fits: readonly Proposal[];
  readonly chosen: Proposal | null;
  /** What is asked at the same time as the chosen place. */
  readonly also: readonly Proposal[];
  /** What is missing or wrong, told only after a try to send. */
  readonly faults: readonly Fault[];
  /** How many times it was tried: each try moves the focus to the first fault. */
  readonly tries: number;
  readonly lost: Lost | null;
  /** What was on screen at the press is not the best any more: nothing was sent, look again. */
  readonly moved: boolean;
  readonly dismiss: () => void;
  readonly problem: Problem | null;
  readonly busy: 'send' | 'desk' | null;
  readonly offline: boolean;
  readonly send: (to: 'chosen' | 'desk') => void;
}

/** Who was first more than once stays out of the choice until the board has caught up. */
const useLost = (search: Search, change: (part: Partial<Draft>) => void) => {
  const [lost, setLost] = useState<readonly Lost[]>([]);
  const [told, setTold] = useState(false);
  const gone = new Set(lost.map(({ placeId }) => placeId));
  return {
    fits: (search.found?.fits ?? []).filter(({ placeId }) => !gone.has(placeId)),
    lost: told ? (lost.at(-1) ?? null) : null,
    dismiss: () => setTold(false),
    lose: async (place: Proposal): Promise<void> => {
      setLost((before) => [...before, { placeId: place.placeId, bed: place.placeCode, at: serverNow() }]);
      setTold(true);
      change({ unitId: null });
      await search.again();
    },
  };
};

/** A press during a search waits for its end, and goes on only when what was on screen is still the choice. */
const usePatience = (settling: boolean, placeIds: string, go: () => void) => {
  const [pressed, setPressed] = useState<{ placeIds: string } | null>(null);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (pressed === null || settling) return;
    setPressed(null);
    if (pressed.placeIds === placeIds) go();
    else setMoved(true);
  }, [pressed, settling, placeIds, go]);
  return {
    waiting: pressed !== null,
    moved,
    tell: () => setMoved(true),
    still: () => setMoved(false),
    press: () => {
      setMoved(false);
      setPressed({ placeIds });
    },
  };
};

/** What was sent of which draft, to which places. */
interface Attempt {
  readonly draft: Draft;
  readonly places: readonly Proposal[];
  readonly body: z.input<typeof RequestBody>;
}

const idsOf = (places: readonly Proposal[]): string[] => places.map(({ placeId }) => placeId);

const attemptOf = (draft: Draft, places: readonly Proposal[]): Attempt | null => {
  const body = bodyOf(draft, idsOf(places), serverNow(), REGION_ZONE);
  return body === null ? null : { draft, places, body };
};

/**
 * No answer came: the server may have done it, and then the bed is held already and stands no longer among the places.
 * As long as the answers in the form stay the same, the next press sends the very same words again.
 */
const isUnsure = (answer: RequestView | Problem): boolean =>
  answer instanceof Problem && (answer.status === 0 || answer.status >= 500);

/** Holds a draft together with its search and its sending; `onSent` gets the request as the server wrote it down. */
export const useRequest = (
  { kept, change, drop }: DraftInHand,
  blank: Draft,
  onSent: (request: RequestView) => void,
): RequestInHand => {
  const draft = kept?.draft ?? blank;
  const now = useNow('minute');
  const offline = useLink().state === 'lost';
  const search = useProposals(askedOf(draft, now, REGION_ZONE));
  const sending = useSend();
  const unsure = useRef<Attempt | null>(null);
  const [tries, setTries] = useState(0);
  const [to, setTo] = useState<'send' | 'desk' | null>(null);
  const { fits, lost, lose, dismiss } = useLost(search, change);
  const chosen = fits.find(({ unitId }) => unitId === draft.unitId) ?? fits[0] ?? null;
  const also = fits.filter((place) => place !== chosen && draft.also.includes(place.unitId));
  const asked = chosen === null ? [] : [chosen, ...also];
  const faults = faultsOf(draft, localDay(now, REGION_ZONE));

  const settle = async (answer: RequestView | Problem, { places }: Attempt): Promise<void> => {
    if (!(answer instanceof Problem)) {
      drop();
      onSent(answer);
    } else if (isGone(answer)) {
      sending.forget();
      const [place, ...others] = places;
      if (place !== undefined && others.length === 0) await lose(place);
      else {
        // One of several is gone: nothing was sent, and who asks looks again whom to ask.
        patience.tell();
        await search.again();
      }
    }
  };
  const sendTo = async (wanted: readonly Proposal[], as: 'send' | 'desk'): Promise<void> => {
    const attempt = unsure.current?.draft === draft ? unsure.current : attemptOf(draft, wanted);
    if (attempt === null || to !== null) return;
    setTo(as);
    const answer = await sending.send(attempt.body);
    setTo(null);
    unsure.current = isUnsure(answer) ? attempt : null;
    await settle(answer, attempt);
  };
  const patience = usePatience(search.settling, idsOf(asked).join(), () => void sendTo(asked, 'send'));

  const send = (whom: 'chosen' | 'desk'): void => {
    if (to !== null || offline) return;
    dismiss();
    if (faults.length > 0) setTries(tries + 1);
    else if (whom === 'desk') void sendTo([], 'desk');
    else patience.press();
  };

  return {
    draft,
    change,
    found: search.found,
    fits,
    chosen,
    also,
    faults: tries === 0 ? [] : faults,
    tries,
    lost,
    moved: patience.moved,
    dismiss: () => {
      dismiss();
      patience.still();
    },
    problem: sending.problem ?? search.problem,
    busy: to ?? (patience.waiting ? 'send' : null),
    offline,
    send,
  };
};
