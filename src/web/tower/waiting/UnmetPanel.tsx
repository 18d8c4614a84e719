import type { JSX } from 'react';
import type { z } from 'zod';
import type { Unmet } from '#tower/contract.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import styles from './Waiting.module.css';

type Sums = z.infer<typeof Unmet>;

const Counts = ({
  caption,
  head,
  lines,
}: {
  caption: string;
  head: string;
  lines: readonly { readonly name: string; readonly requests: number }[];
}): JSX.Element => {
  const t = useText('waiting');
  const most = Math.max(1, ...lines.map(({ requests }) => requests));
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <td aria-hidden="true" />
          <th scope="col">{t('wait.count')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, requests }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(requests / most) * 100}%` }} />
            </td>
            <td>{requests}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What could not be placed: why, what would have helped, and for which care. Counts, no persons. */
export const UnmetPanel = ({ sums }: { sums: Sums }): JSX.Element => {
  const t = useText('waiting');
  const words = useText('desk');
  return (
    <Panel title={t('unmet.title')}>
      {sums.requests === 0 ? (
        <Notice kind="empty" icon="circle-check" title={t('unmet.none')} />
      ) : (
        <>
          <Counts
            caption={t('unmet.caption', { count: sums.requests })}
            head={t('unmet.why')}
            lines={sums.codes.map(({ code, requests }) => ({ name: words(`unmet.${code}`), requests }))}
          />
          <div className={styles.product}>
            <Counts
              caption={t('unmet.wouldCaption')}
              head={t('unmet.would')}
              lines={sums.would.map(({ would, requests }) => ({ name: words(`would.${would}`), requests }))}
            />
          </div>
          <div className={styles.product}>
            <Counts
              caption={t('unmet.productCaption')}
              head={t('unmet.product')}
              lines={sums.products.map(({ product, requests }) => ({
                name: productShort(product),
                requests,
              }))}
            />
          </div>
        </>
      )}
    </Panel>
  );
};
