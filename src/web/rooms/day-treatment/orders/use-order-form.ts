import { useState } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { announce } from '#web/shell/announce.ts';
import {
  contentOf,
  faultsOf,
  type OrderDraft,
  type OrderFault,
  type OrderField,
  personOf,
  refusedAt,
} from './order-draft.ts';
import { type OrderActs, useOrderActs } from './use-order-acts.ts';

/** What every part of the form is given. */
export interface Writing {
  readonly draft: OrderDraft;
  readonly change: (part: Partial<OrderDraft>) => void;
  /** What is wrong with a field, in words; null when nothing is. */
  readonly wrong: (field: OrderField) => string | null;
}

/** An order in hand: what is typed, and what can be done with it. */
export interface OrderForm extends Writing {
  readonly busy: boolean;
  /** A refusal that belongs to no field. */
  readonly problem: Problem | null;
  /** The order as the house has it; null: nothing was kept yet. */
  readonly kept: OrderView | null;
  readonly save: () => Promise<OrderView | null>;
  readonly sign: () => Promise<OrderView | null>;
}

/** What the house refused stands on the screen within a second, also on a slow machine. */
const FRAMES = 60;

/** Puts the focus in the first field that is not right, as soon as the screen says which. */
const focusFault = (frames = FRAMES): void => {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(
      '[data-order-form] :is([aria-invalid="true"], [data-wrong] input)',
    );
    if (field !== null) field.focus();
    else if (frames > 0) focusFault(frames - 1);
  });
};

const keep = (draft: OrderDraft, kept: OrderView | null, { act }: OrderActs): Promise<OrderView | null> =>
  kept === null
    ? act({ path: '', body: { person: personOf(draft), treatment: draft.treatment, ...contentOf(draft) } })
    : act({ method: 'PUT', path: `/${kept.id}`, body: contentOf(draft), version: kept.version });

/** Says what is the matter with a field: what was typed, or what the house said about it. */
const useWrong = (
  faults: ReadonlyMap<OrderField, OrderFault>,
  { tried, problem }: { readonly tried: boolean; readonly problem: Problem | null },
) => {
  const t = useText('orders');
  const language = currentLanguage();
  return (field: OrderField): string | null => {
    const fault = tried ? faults.get(field) : undefined;
    if (fault !== undefined) return t(fault === 'missing' ? `missing.${field}` : `wrong.${fault}`);
    if (problem === null || refusedAt(problem.code) !== field) return problem?.field(field, language) ?? null;
    return `${problem.sentence(language)} ${problem.next(language)}`;
  };
};

/** Writing an order: a draft is kept before it is signed, so that what was refused is not typed again. */
export const useOrderForm = (begin: () => OrderDraft, order: OrderView | null): OrderForm => {
  const t = useText('orders');
  const today = localDay(useNow('minute'), REGION_ZONE);
  const acts = useOrderActs();
  const [draft, setDraft] = useState(begin);
  const [kept, setKept] = useState(order);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft, today);
  const wrong = useWrong(faults, { tried, problem: acts.problem });
  const save = async (): Promise<OrderView | null> => {
    setTried(true);
    const saved = faults.size > 0 || acts.busy ? null : await keep(draft, kept, acts);
    if (saved === null) focusFault();
    else setKept(saved);
    return saved;
  };
  return {
    ...{ draft, wrong, kept, save, busy: acts.busy },
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    problem: acts.problem !== null && refusedAt(acts.problem.code) === null ? acts.problem : null,
    async sign() {
      const saved = await save();
      // A change of a signed order is signed with it.
      if (saved === null || saved.state !== 'draft') return saved;
      const signed = await acts.act({ path: `/${saved.id}/sign`, body: {}, version: saved.version });
      if (signed === null) focusFault();
      else announce(t('signed.said', { site: signed.site.name }));
      return signed;
    },
  };
};
