import { useEffect, useState } from 'react';
import type { ConversationAnswer, ConversationView, PartAnswer, PartBody } from '#modules/social/contract.ts';
import type { TalkPart } from '#modules/social/types.ts';
import { call } from '#web/api/call.ts';
import { begunWith, makeKeeper, type Shelf } from './keeper.ts';

/** Where a conversation is written: at the person's own door, or by who holds it with them. */
export interface TalkPlace {
  readonly base: '/api/v1/own/conversation' | '/api/v1/conversations';
  /** What is read again when something changed. */
  readonly topic: 'own-conversation' | 'conversation';
}

/** The person at their own door. */
export const OWN: TalkPlace = { base: '/api/v1/own/conversation', topic: 'own-conversation' };
/** A professional beside them. */
export const TOGETHER: TalkPlace = { base: '/api/v1/conversations', topic: 'conversation' };

const shelfOf = (path: string): Shelf => ({
  put: async (part: TalkPart, said: PartBody, seen: number) =>
    (await call<PartAnswer>('PUT', `${path}/parts/${part}`, said, { ifMatch: `"${seen}"` })).version,
  get: async (part) =>
    (await call<ConversationAnswer>('GET', path)).conversation.parts.find((each) => each.part === part) ??
    null,
});

/** A conversation while it is filled; what is typed stays on the page and nowhere else. */
export const useTalk = (place: TalkPlace, of: ConversationView) => {
  const [held, setHeld] = useState(() => begunWith(of.parts));
  const [keeper] = useState(() => makeKeeper(shelfOf(`${place.base}/${of.id}`), of.parts, setHeld));
  useEffect(() => keeper.adopt(of.parts), [keeper, of]);
  useEffect(() => {
    const keep = (): void => void keeper.keep();
    for (const moment of ['online', 'pagehide']) window.addEventListener(moment, keep);
    return () => {
      for (const moment of ['online', 'pagehide']) window.removeEventListener(moment, keep);
      keep();
    };
  }, [keeper]);
  return { held, ...keeper };
};

/** A conversation while it is filled. */
export type Talk = ReturnType<typeof useTalk>;
