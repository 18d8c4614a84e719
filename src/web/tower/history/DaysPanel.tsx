import type { JSX } from 'react';
import { instantOf } from '#kernel/calendar.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { ProductHistory } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { DaysPicture } from './DaysPicture.tsx';
import styles from './History.module.css';
import { NumberButton } from './list/NumberButton.tsx';
import { NumberGrid } from './list/NumberGrid.tsx';
import { Meaning } from './Meaning.tsx';

const FIGURES = [
  ['beds', 'beds'],
  ['occupied', 'occupied'],
  ['free', 'free-at-ten'],
  ['waiting', 'waiting'],
  ['asked', 'asked'],
  ['placed', 'placed'],
  ['refused', 'refused'],
  ['unmet', 'unmet'],
] as const;

const oneDigit = (value: number): string =>
  value.toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });

const Table = ({ body: { days, product, asOf } }: { body: ProductHistory }): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const dayOf = (day: string): string => format.day(instantOf(day, 720, REGION_ZONE));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('days.table')}>
      <NumberGrid>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('days.day')}</th>
              {FIGURES.map(([figure, code]) => (
                <th key={figure} scope="col">
                  <Meaning code={code} word={t(`figure.${figure}`)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">{dayOf(day.day)}</th>
                {FIGURES.map(([figure, of]) => (
                  <td key={figure}>
                    <NumberButton
                      inGrid
                      number={{ of, product, day: day.day, asOf }}
                      word={t(`figure.${figure}`)}
                      about={`${productShort(product)}, ${dayOf(day.day)}`}
                    >
                      {oneDigit(day[figure])}
                    </NumberButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </NumberGrid>
    </section>
  );
};

const Sums = ({ body, last }: { body: ProductHistory; last: number }): JSX.Element => {
  const t = useText('history');
  const { days, product, asOf } = body;
  const sum = (figure: 'asked' | 'placed' | 'refused' | 'unmet'): number =>
    days.reduce((all, day) => all + day[figure], 0);
  return (
    <dl className={styles.sums}>
      {(['asked', 'placed', 'refused', 'unmet'] as const).map((figure) => (
        <div key={figure}>
          <dt>
            <Meaning code={figure} word={t(`figure.${figure}`)} />
          </dt>
          <dd>
            <NumberButton
              number={{ of: figure, product, days: String(last), asOf }}
              word={t(`figure.${figure}`)}
              about={`${productShort(product)}, ${t('page.last', { count: last })}`}
            >
              {sum(figure)}
            </NumberButton>
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** A kind of care day by day: how full, who waited, and in sums what was asked, came, was refused or found no place. */
export const DaysPanel = ({
  days,
  product,
  table,
  onProduct,
}: {
  days: number;
  product: Product;
  table: boolean;
  onProduct: (product: Product) => void;
}): JSX.Element => {
  const t = useText('history');
  const read = useRead<ProductHistory>(`/api/v1/history/products?product=${product}&days=${days}`, [
    'request',
  ]);
  const body = read.data?.body;
  return (
    <Panel title={t('days.title', { product: productShort(product) })}>
      <div className={styles.products}>
        <ChipToggles<Product>
          label={t('days.care')}
          one
          shape="box"
          scroll
          chips={PRODUCTS.map((value) => ({ value, label: productShort(value) }))}
          values={[product]}
          onChange={([next]) => onProduct(next ?? product)}
        />
      </div>
      {body === undefined || read.error !== null ? (
        <NotRead read={read} grid="1fr 60px 60px 60px" rows={6} />
      ) : body.days.length < 2 ? (
        <Notice kind="empty" icon="history" title={t('days.none')} />
      ) : (
        <>
          <Sums body={body} last={days} />
          {table ? <Table body={body} /> : <DaysPicture days={body.days} />}
        </>
      )}
    </Panel>
  );
};
