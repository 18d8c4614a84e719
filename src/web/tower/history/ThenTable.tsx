import { Fragment, type JSX } from 'react';
import { PRODUCTS } from '#kernel/product.ts';
import type { Board, Then } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './History.module.css';
import { Meaning } from './Meaning.tsx';

const COUNTS = ['beds', 'occupied', 'claimed', 'closed'] as const;
/** A phone has room for what decides: how full, and what was free. */
const COUNTS_ON_PHONE = ['beds', 'occupied'] as const;

const Free = ({ free }: { free: number | null }): JSX.Element => {
  const t = useText('history');
  return (
    <td>
      <span className={styles.free}>
        {free !== 0 && <StateMark state={free === null ? 'unknown' : 'free'} size={13} />}
        {free ?? t('then.unknown')}
      </span>
    </td>
  );
};

/** Per kind of care and site: beds, in use, promised, closed and free then, and free now. */
export const ThenTable = ({ then }: { then: Then }): JSX.Element => {
  const t = useText('history');
  const phone = usePhone();
  const board = useRead<Board>('/api/v1/board', ['capacity']);
  const now = new Map(board.data?.body.rows.map((row) => [`${row.siteId} ${row.product}`, row.free]));
  const counts = phone ? COUNTS_ON_PHONE : COUNTS;
  const products = PRODUCTS.filter((product) => then.rows.some((row) => row.product === product));
  return (
    <table className={styles.table}>
      <caption className="aloud">{t('then.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('then.site')}</th>
          {counts.map((count) => (
            <th key={count} scope="col">
              <Meaning code={count} word={t(`count.${count}`)} />
            </th>
          ))}
          <th scope="col">
            <Meaning code="free" word={t('then.freeThen')} />
          </th>
          <th scope="col">{t('then.freeNow')}</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <Fragment key={product}>
            <tr className={styles.product}>
              <th scope="colgroup" colSpan={counts.length + 3}>
                {productShort(product)}
              </th>
            </tr>
            {then.rows
              .filter((row) => row.product === product)
              .map((row) => (
                <tr key={row.siteId}>
                  <th scope="row">{row.site}</th>
                  {counts.map((count) => (
                    <td key={count}>{row[count]}</td>
                  ))}
                  <Free free={row.free} />
                  <Free free={now.get(`${row.siteId} ${product}`) ?? null} />
                </tr>
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
};
