import type { JSX } from 'react';
import type { z } from 'zod';
import { MINUTE } from '#kernel/interval.ts';
import type { Waiting } from '#tower/contract.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import styles from './Waiting.module.css';

type Sums = z.infer<typeof Waiting>;

const Causes = ({ causes, caption }: { causes: Sums['causes']; caption: string }): JSX.Element => {
  const t = useText('waiting');
  const format = useFormat();
  const most = Math.max(1, ...causes.map(({ minutes }) => minutes));
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('wait.cause')}</th>
          <td aria-hidden="true" />
          <th scope="col">{t('wait.total')}</th>
          <th scope="col">{t('wait.median')}</th>
          <th scope="col">{t('wait.count')}</th>
        </tr>
      </thead>
      <tbody>
        {causes.map(({ cause, minutes, median, requests }) => (
          <tr key={cause}>
            <th scope="row">{t(`cause.${cause}`)}</th>
            <td className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(minutes / most) * 100}%` }} />
            </td>
            <td>{format.length(minutes * MINUTE)}</td>
            <td>{format.length(median * MINUTE)}</td>
            <td>{requests}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Where requests waited, per cause with the most first, and the same per kind of care. */
export const WaitingPanel = ({ sums }: { sums: Sums }): JSX.Element => {
  const t = useText('waiting');
  const format = useFormat();
  const ordered = (causes: Sums['causes']): Sums['causes'] =>
    causes.toSorted((a, b) => b.minutes - a.minutes);
  return (
    <Panel title={t('wait.title')}>
      {sums.causes.length === 0 ? (
        <Notice kind="empty" icon="hourglass" title={t('wait.none')} />
      ) : (
        <>
          <Causes
            causes={ordered(sums.causes)}
            caption={t('wait.caption', {
              count: sums.requests,
              median: format.length(sums.median * MINUTE),
            })}
          />
          {sums.products.map(({ product, causes, requests, median }) => (
            <div key={product} className={styles.product}>
              <Causes
                causes={ordered(causes)}
                caption={t('wait.product', {
                  product: productShort(product),
                  count: requests,
                  median: format.length(median * MINUTE),
                })}
              />
            </div>
          ))}
        </>
      )}
    </Panel>
  );
};
