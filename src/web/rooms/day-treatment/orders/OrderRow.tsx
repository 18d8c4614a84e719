import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { OrderLine } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Orders.module.css';
import { useOrderWords } from './use-order-words.ts';

/** One order in the list: for whom, what, how far, when next, how it stands and since when. The whole row opens it. */
export const OrderRow = ({ order }: { order: OrderLine }): JSX.Element => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  const words = useOrderWords();
  const mark = words.mark(order);
  const since = Date.parse(order.noticed?.at ?? order.since);
  return (
    <li>
      <Link to={`/opdrachten/${order.id}`} className={styles.row} data-order={order.id}>
        <span className={styles.who}>
          <b>{words.name(order)}</b>
          <span>{order.code}</span>
        </span>
        <span className={styles.what}>
          <b>{order.treatment.name}</b>
          <span>{order.site.name}</span>
        </span>
        <span className={styles.course}>
          {words.course(order)}
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${(Math.min(order.done, order.visits) / order.visits) * 100}%` }} />
          </span>
        </span>
        <span className={styles.next}>{words.next(order)}</span>
        <span className={cx(styles.mark, styles[mark.tone])}>
          <Icon name={mark.icon} size={15} />
          <span>{mark.word}</span>
        </span>
        <span className={styles.since}>
          <span className="aloud">{t('column.since')} </span>
          {format.length(now - since)}
        </span>
      </Link>
    </li>
  );
};
