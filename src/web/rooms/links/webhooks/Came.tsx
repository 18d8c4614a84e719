import type { JSX } from 'react';
import type { DeliveryView } from '#platform/outbox/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Links.module.css';
import { cameWords } from './words.ts';

const ICONS: Readonly<Record<DeliveryView['state'], JSX.Element>> = {
  queued: <Icon name="clock" size={15} />,
  sent: <Icon name="circle-check" size={15} />,
  failed: <Icon name="rotate-cw" size={15} />,
  dead: <Icon name="circle-alert" size={15} />,
  overtaken: <Icon name="circle-minus" size={15} />,
};

/** How a message stands: shape, word, moment, and why it did not arrive. */
export const Came = ({ delivery }: { delivery: DeliveryView }): JSX.Element => {
  const t = useText('links');
  const format = useFormat();
  const now = useNow('minute');
  const why = cameWords(t, delivery);
  return (
    <span className={cx(styles.came, styles[delivery.state])}>
      {ICONS[delivery.state]}
      <span>
        {t(`state.${delivery.state}`)} · {format.moment(Date.parse(delivery.lastAt ?? delivery.madeAt), now)}
        {why !== null && <small>{why}</small>}
      </span>
    </span>
  );
};
