import { Fragment, type JSX, type ReactNode } from 'react';
import { PRODUCTS } from '#kernel/product.ts';
import type { Board, Then } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './History.module.css';
import { NumberButton } from './list/NumberButton.tsx';
import { NumberGrid } from './list/NumberGrid.tsx';
import { Meaning } from './Meaning.tsx';

const COUNTS = ['beds', 'occupied', 'claimed', 'closed'] as const;
/** A phone has room for what decides: how full, and what was free. */
const COUNTS_ON_PHONE = ['beds', 'occupied'] as const;

type Row = Then['rows'][number];

/** A number of the board at a moment, which opens its list. */
const Count = ({
  of,
  row,
  at,
  word,
  children,
}: {
  of: string;
  row: Pick<Row, 'siteId' | 'site' | 'product'>;
  at: string;
  word: string;
  children: ReactNode;
}): JSX.Element => {
  const format = useFormat();
  const moment = `${format.day(Date.parse(at))} ${format.clock(Date.parse(at))}`;
  return (
    <NumberButton
      inGrid
      number={{ of, product: row.product, site: row.siteId, at }}
      word={word}
      about={`${productShort(row.product)}, ${row.site}, ${moment}`}
    >
      {children}
    </NumberButton>
  );
};

const Free = ({
  free,
  row,
  at,
  word,
}: {
  free: number | null;
  row: Row;
  at: string | undefined;
  word: string;
}): JSX.Element => {
  const t = useText('history');
  if (free === null || at === undefined)
    return (
      <td>
        <span className={styles.free}>
          <StateMark state="unknown" size={13} />
          {t('then.unknown')}
        </span>
      </td>
    );
  return (
    <td>
      <Count of="free" {...{ row, at, word }}>
        {free !== 0 && <StateMark state="free" size={13} />}
        {free}
      </Count>
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
    <NumberGrid>
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
            <th scope="col">
              <Meaning code="free" word={t('then.freeNow')} />
            </th>
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
                      <td key={count}>
                        <Count of={count} at={then.at} word={t(`count.${count}`)} row={row}>
                          {row[count]}
                        </Count>
                      </td>
                    ))}
                    <Free free={row.free} at={then.at} word={t('then.freeThen')} row={row} />
                    <Free
                      free={now.get(`${row.siteId} ${product}`) ?? null}
                      at={board.data?.body.asOf}
                      word={t('then.freeNow')}
                      row={row}
                    />
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </NumberGrid>
  );
};
