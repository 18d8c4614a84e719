import { type JSX, useState } from 'react';
import { isDay, localDay } from '#kernel/calendar.ts';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import styles from './Order.module.css';
import { useOrderActs } from './use-order-acts.ts';

/** A new blood result: of which day, and whether it may be given with it. It needs no signature. */
export const LabForm = ({ order }: { order: OrderView }): JSX.Element => {
  const t = useText('orders');
  const today = localDay(useNow('minute'), REGION_ZONE);
  const { act, busy, problem } = useOrderActs();
  const [on, setOn] = useState(today);
  const tell = async (ok: boolean): Promise<void> => {
    if (!isDay(on) || busy) return;
    const told = await act({ path: `/${order.id}/lab`, body: { on, ok } });
    if (told !== null) announce(t('lab.said'));
  };
  return (
    <Panel title={t('lab.title')}>
      <div className={styles.inline}>
        <TextField
          label={t('field.labOn')}
          type="date"
          max={today}
          value={on}
          error={isDay(on) ? null : t('wrong.day')}
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
        />
        <Button icon="check" onPress={() => void tell(true)}>
          {t('lab.tellGood')}
        </Button>
        <Button icon="x" onPress={() => void tell(false)}>
          {t('lab.tellBad')}
        </Button>
      </div>
      <Refused problem={problem} />
    </Panel>
  );
};
