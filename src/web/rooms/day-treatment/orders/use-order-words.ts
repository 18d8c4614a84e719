import type { OrderLine } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

/** How an order stands: a mark, its word, and how much it asks of the reader. */
export interface Mark {
  readonly icon: string;
  readonly word: string;
  readonly tone: 'alarm' | 'asks' | 'calm' | 'over';
}

/** What orders are called, in the language of the reader. */
export interface OrderWords {
  readonly mark: (order: OrderLine) => Mark;
  readonly course: (order: Pick<OrderLine, 'visits' | 'done'>) => string;
  readonly next: (order: OrderLine) => string;
  readonly name: (order: { readonly person: { readonly name: string } | null }) => string;
}

const NOTICED = {
  reacted: { icon: 'triangle-alert', tone: 'alarm' },
  deviated: { icon: 'circle-alert', tone: 'asks' },
  'not-given': { icon: 'circle-alert', tone: 'asks' },
} as const;

const STATES = {
  draft: { icon: 'pencil', tone: 'asks' },
  stopped: { icon: 'x', tone: 'over' },
  done: { icon: 'check', tone: 'over' },
} as const;

/** Of a signed order: whether somebody is there, has a moment, or waits for one. */
const runningMark = ({ here, planned, needs }: OrderLine) => {
  if (needs.includes('lab-not-good')) return { key: 'lab', icon: 'circle-alert', tone: 'asks' } as const;
  if (here > 0) return { key: 'here', icon: 'armchair', tone: 'calm' } as const;
  return planned > 0
    ? ({ key: 'planned', icon: 'calendar-check', tone: 'calm' } as const)
    : ({ key: 'waits', icon: 'hourglass', tone: 'calm' } as const);
};

/** The words for orders. */
export const useOrderWords = (): OrderWords => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  return {
    mark: (order) => {
      const { noticed, state } = order;
      if (noticed !== null && order.endedAt === null)
        return { ...NOTICED[noticed.kind], word: t(`noticed.${noticed.kind}`) };
      if (state !== 'signed') return { ...STATES[state], word: t(`state.${state}`) };
      const { key, icon, tone } = runningMark(order);
      return { icon, tone, word: t(`state.${key}`) };
    },
    course: ({ visits, done }) => t('row.course', { done, visits }),
    next: ({ next, toPlan, state }) => {
      if (next !== null) return format.moment(Date.parse(next), now);
      if (state === 'draft') return t('row.notSigned');
      return toPlan > 0 ? t('row.noMoment') : t('row.nothing');
    },
    name: ({ person }) => person?.name ?? t('row.noName'),
  };
};
