import { type JSX, useState } from 'react';
import type { DayRecord, OrderAnswer, OrderView } from '#modules/day-treatment/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { LabForm } from './LabForm.tsx';
import styles from './Order.module.css';
import { type OrderChoices, OrderFields } from './OrderFields.tsx';
import { OrderFoot } from './OrderFoot.tsx';
import { OrderFormFoot } from './OrderFormFoot.tsx';
import { CallSite, OrderNotices } from './OrderNotices.tsx';
import { OrderRead, Signatures } from './OrderRead.tsx';
import { draftOf } from './order-draft.ts';
import { useOrderChoices } from './use-order-choices.ts';
import { useOrderForm } from './use-order-form.ts';
import { useOrderWords } from './use-order-words.ts';
import { Visits } from './Visits.tsx';

const useHead = (order: OrderView) => {
  const t = useText('orders');
  const words = useOrderWords();
  const done = order.visitList.filter(({ state }) => state === 'done').length;
  const course = words.course({ visits: order.visits, done });
  return {
    title: words.name(order),
    line: [order.code, order.treatment.name, order.state === 'draft' ? t('state.draft') : course].join(' · '),
    back: '/opdrachten',
  };
};

const Changing = ({
  order,
  choices,
  onDone,
}: {
  order: OrderView;
  choices: OrderChoices;
  onDone: () => void;
}): JSX.Element => {
  const form = useOrderForm(() => draftOf(order), order);
  const foot = (
    <OrderFormFoot
      form={form}
      sites={choices.sites}
      onSigned={onDone}
      {...(order.state === 'draft' ? { onSaved: onDone } : {})}
      onLeave={onDone}
    />
  );
  return (
    <Screen {...useHead(order)} foot={foot}>
      <ProblemNotice problem={form.problem} />
      <OrderFields {...form} choices={choices} fixed />
    </Screen>
  );
};

const Reading = ({ order, onChange }: { order: OrderView; onChange: () => void }): JSX.Element => {
  const path = order.state === 'draft' ? null : `/api/v1/orders/${order.id}/record`;
  // What is measured moves no order: the room tells it.
  const { data } = useRead<DayRecord>(path, ['day-order', 'day-room']);
  const record = data?.body.orderId === order.id ? data.body : undefined;
  const labs = order.own && order.treatment.labDays !== null && order.endedAt === null;
  return (
    <Screen
      {...useHead(order)}
      {...(order.own ? { foot: <OrderFoot order={order} onChange={onChange} /> } : {})}
    >
      <div className={styles.page}>
        <OrderNotices order={order} record={record} />
        <div className={styles.columns}>
          <div className={styles.column}>
            <Visits order={order} record={record} />
            {labs && <LabForm order={order} />}
          </div>
          <div className={styles.column}>
            {order.state !== 'draft' && (
              <div className={styles.call}>
                <CallSite order={order} />
              </div>
            )}
            <OrderRead order={order} />
            <Signatures order={order} />
          </div>
        </div>
      </div>
    </Screen>
  );
};

const Change = ({ order, onDone }: { order: OrderView; onDone: () => void }): JSX.Element => {
  const t = useText('orders');
  const head = useHead(order);
  const { choices, ...read } = useOrderChoices();
  return choices === null ? (
    <Screen {...head}>
      <NotRead read={read} grid="1fr 1fr" rows={8} late={t('loading')} />
    </Screen>
  ) : (
    <Changing order={order} choices={choices} onDone={onDone} />
  );
};

/** One order: what was ordered, what was given, what is planned, and what can be done with it. */
export const OrderPage = (): JSX.Element => {
  const t = useText('orders');
  const id = usePathPart('id');
  const [changing, setChanging] = useState(false);
  const read = useRead<OrderAnswer>(`/api/v1/orders/${id}`, ['day-order']);
  const order = read.data?.body.order.id === id ? read.data.body.order : undefined;
  if (order === undefined)
    return (
      <Screen title={t('one')} line={t('line')} back="/opdrachten">
        <NotRead read={read} grid="2fr 1fr" rows={6} late={t('loading')} />
      </Screen>
    );
  return changing ? (
    <Change key={id} order={order} onDone={() => setChanging(false)} />
  ) : (
    <Reading key={id} order={order} onChange={() => setChanging(true)} />
  );
};
