import type { JSX } from 'react';
import type { z } from 'zod';
import { MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Waiting } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Ahead.module.css';

const DAYS = 30;
const MOST = 5;

/** What people waited for most in the last weeks, for this product when enough of them came. */
export const WhereWaiting = ({ product }: { product: Product }): JSX.Element | null => {
  const t = useText('outlook');
  const w = useText('waiting');
  const format = useFormat();
  const { data } = useRead<z.infer<typeof Waiting>>(`/api/v1/waiting?days=${DAYS}`, ['request']);
  if (data === undefined) return null;
  const own = data.body.products.find((each) => each.product === product);
  const causes = (own ?? data.body).causes.toSorted((a, b) => b.minutes - a.minutes).slice(0, MOST);
  const most = Math.max(1, ...causes.map(({ minutes }) => minutes));
  return (
    <Panel title={t('waits.title')}>
      {causes.length === 0 ? (
        <p>{t('waits.none', { count: DAYS })}</p>
      ) : (
        <table className={styles.waits}>
          <caption className="aloud">{t('waits.caption', { count: DAYS })}</caption>
          <tbody>
            {causes.map(({ cause, minutes, requests }) => (
              <tr key={cause}>
                <th scope="row">{w(`cause.${cause}`)}</th>
                <td className={styles.waitBar} aria-hidden="true">
                  <span style={{ width: `${(minutes / most) * 100}%` }} />
                </td>
                <td>
                  {format.length(minutes * MINUTE)} <small>{t('waits.requests', { count: requests })}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.quiet}>{own === undefined ? t('waits.all') : t('waits.own')}</p>
    </Panel>
  );
};
