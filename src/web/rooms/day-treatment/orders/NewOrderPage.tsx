import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type { OrderAnswer, OrderView } from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { type OrderChoices, OrderFields } from './OrderFields.tsx';
import { OrderFormFoot } from './OrderFormFoot.tsx';
import { emptyOrder, type OrderDraft, repeatOf } from './order-draft.ts';
import { useOrderChoices } from './use-order-choices.ts';
import { useOrderForm } from './use-order-form.ts';

/** A house is filled in when there is no other. */
const withOnlySite = (draft: OrderDraft, { sites }: OrderChoices): OrderDraft => ({
  ...draft,
  siteOrg: draft.siteOrg === '' && sites.length === 1 ? (sites[0]?.id ?? '') : draft.siteOrg,
});

const Writing = ({ choices, before }: { choices: OrderChoices; before: OrderView | null }): JSX.Element => {
  const t = useText('orders');
  const { actor } = useSignedIn();
  const navigate = useNavigate();
  const today = localDay(useNow('minute'), REGION_ZONE);
  const form = useOrderForm(
    () => withOnlySite(before === null ? emptyOrder(today, actor) : repeatOf(before, today), choices),
    null,
  );
  const open = (id: string): void => void navigate({ to: `/opdrachten/${id}` });
  const foot = (
    <OrderFormFoot
      form={form}
      sites={choices.sites}
      onSigned={open}
      onSaved={open}
      onLeave={() => void navigate({ to: '/opdrachten' })}
    />
  );
  const line = before === null ? t('newLine') : t('repeat.line', { code: before.code });
  return (
    <Screen title={t(before === null ? 'new' : 'repeat.title')} line={line} back="/opdrachten" foot={foot}>
      <ProblemNotice problem={form.problem} />
      <OrderFields {...form} choices={choices} fixed={form.kept !== null} />
    </Screen>
  );
};

/** A new order: empty, or the same once more (`?van=` an earlier one). */
export const NewOrderPage = (): JSX.Element => {
  const t = useText('orders');
  const [view] = useAddress();
  const from = view['van'] ?? '';
  const read = useRead<OrderAnswer>(from === '' ? null : `/api/v1/orders/${from}`, []);
  const { choices, error, refetch } = useOrderChoices();
  const before = from === '' ? null : read.data?.body.order;
  if (choices !== null && before !== undefined)
    return <Writing key={from} choices={choices} before={before} />;
  const failed = read.error === null ? { error, refetch } : read;
  return (
    <Screen title={t('new')} line={t('newLine')} back="/opdrachten">
      <NotRead read={failed} grid="1fr 1fr" rows={8} late={t('loading')} />
    </Screen>
  );
};
