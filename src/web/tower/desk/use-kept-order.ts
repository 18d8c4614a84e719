import { type RefCallback, useEffect, useRef, useState } from 'react';
import { useTouched } from '#web/tower/board/use-steady.ts';

interface Ranked {
  readonly id: string;
}

/** A row in the order in which it may be drawn now, and how many places wait until the reader lets go of it. */
export interface KeptOrder<Item extends Ranked> {
  readonly items: readonly Item[];
  readonly waiting: number;
  readonly show: () => void;
  readonly list: RefCallback<HTMLElement>;
}

/** Strips never jump under the pointer or the focus: who is new comes last, who is gone leaves, the rest stays. */
const inOrder = <Item extends Ranked>(fresh: readonly Item[], order: readonly string[]): Item[] => {
  const rank = new Map(order.map((id, at) => [id, at]));
  return fresh.toSorted((a, b) => (rank.get(a.id) ?? order.length) - (rank.get(b.id) ?? order.length));
};

/** Keeps the order of a row for as long as somebody points at it. `question` is the choice that may reorder at once. */
export const useKeptOrder = <Item extends Ranked>(
  fresh: readonly Item[],
  question: string,
): KeptOrder<Item> => {
  const { touched, list } = useTouched();
  const kept = useRef({ question, order: fresh.map(({ id }) => id) });
  const [, drawAgain] = useState(0);
  const holding = touched && kept.current.question === question;
  const items = holding ? inOrder(fresh, kept.current.order) : fresh;
  const waiting = items.filter((item, at) => item.id !== fresh[at]?.id).length;
  useEffect(() => {
    kept.current = { question, order: items.map(({ id }) => id) };
  });
  return {
    items,
    waiting,
    list,
    show: () => {
      kept.current = { question: '', order: [] };
      drawAgain((count) => count + 1);
    },
  };
};
