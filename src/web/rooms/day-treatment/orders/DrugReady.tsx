import { type JSX, useState } from 'react';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { OrderView, OrderVisit } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { momentTyped, typedMoment } from '#web/i18n/typed-moment.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Order.module.css';
import { useOrderActs } from './use-order-acts.ts';

const DrugForm = ({
  visit,
  order,
  onDone,
}: {
  visit: OrderVisit;
  order: OrderView;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('orders');
  const now = useNow('minute');
  const { act, busy, problem } = useOrderActs();
  const [typed, setTyped] = useState(() => typedMoment(now, REGION_ZONE));
  const at = momentTyped(typed, REGION_ZONE);
  const tell = async (): Promise<void> => {
    if (at === null) return;
    const body = { visit: visit.id, readyAt: isoFromInstant(at) };
    if ((await act({ path: `/${order.id}/drug`, body })) !== null) onDone();
  };
  return (
    <form
      className={styles.inline}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void tell();
      }}
    >
      <TextField
        label={t('drug.from')}
        type="datetime-local"
        value={typed}
        error={at === null ? t('wrong.day') : null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button submit busy={busy}>
        {t('drug.tell')}
      </Button>
      <Button look="quiet" onPress={onDone}>
        {t('leave')}
      </Button>
      <Refused problem={problem} />
    </form>
  );
};

/** Whether the medicine for a visit is at the site, said by the hospital or the site. */
export const DrugReady = ({ visit, order }: { visit: OrderVisit; order: OrderView }): JSX.Element => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  const [telling, setTelling] = useState(false);
  const { drugReadyAt } = visit;
  if (telling) return <DrugForm visit={visit} order={order} onDone={() => setTelling(false)} />;
  return (
    <p className={styles.drug}>
      {drugReadyAt === null
        ? t('drug.unknown')
        : t('drug.ready', { moment: format.moment(Date.parse(drugReadyAt), now) })}
      {order.own && order.state === 'signed' && (
        <Button
          size="small"
          look="quiet"
          label={t('drug.changeOf', { number: visit.number })}
          onPress={() => setTelling(true)}
        >
          {t('drug.change')}
        </Button>
      )}
    </p>
  );
};
