import type { JSX } from 'react';
import { HOUR } from '#kernel/interval.ts';
import type { Flows } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { FlowsPicture } from './FlowsPicture.tsx';
import styles from './History.module.css';
import { NumberButton } from './list/NumberButton.tsx';
import { NumberGrid } from './list/NumberGrid.tsx';
import { Meaning } from './Meaning.tsx';
import { useWays } from './use-ways.ts';

type Way = Flows['ways'][number];

const Table = ({ flows, days }: { flows: Flows; days: number }): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const ways = useWays();
  const pressed = (of: 'flow' | 'flow-wait', way: Way) => ({
    number: {
      ...{ of, product: way.product, origin: way.from, to: way.to },
      ...{ days: String(days), asOf: flows.asOf },
    },
    word: t(of === 'flow' ? 'flows.people' : 'flows.wait'),
    about: `${ways.from(way.from)}, ${productShort(way.product)}, ${ways.to(way.to)}`,
  });
  return (
    <NumberGrid>
      <table className={styles.table}>
        <caption className="aloud">{t('flows.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('flows.from')}</th>
            <th scope="col" className={styles.words}>
              {t('flows.care')}
            </th>
            <th scope="col" className={styles.words}>
              {t('flows.to')}
            </th>
            <th scope="col">
              <Meaning code="flow" word={t('flows.people')} />
            </th>
            <th scope="col">
              <Meaning code="flow-wait" word={t('flows.wait')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.ways
            .filter((way) => way.people !== null)
            .map((way) => (
              <tr key={`${way.from} ${way.product} ${way.to}`}>
                <th scope="row">{ways.from(way.from)}</th>
                <td className={styles.words}>{productShort(way.product)}</td>
                <td className={styles.words}>{ways.to(way.to)}</td>
                <td>
                  <NumberButton inGrid {...pressed('flow', way)}>
                    {way.people}
                  </NumberButton>
                </td>
                <td>
                  {way.medianWaitHours === null ? (
                    '–'
                  ) : (
                    <NumberButton inGrid {...pressed('flow-wait', way)}>
                      {format.length(way.medianWaitHours * HOUR)}
                    </NumberButton>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </NumberGrid>
  );
};

/** From where to where people went: as a picture, or the same as a table. Fewer than five is said, not shown. */
export const FlowsPanel = ({ days, table }: { days: number; table: boolean }): JSX.Element => {
  const t = useText('history');
  const read = useRead<Flows>(`/api/v1/history/flows?days=${days}`, ['request']);
  const flows = read.data?.body;
  if (flows === undefined) return <NotRead read={read} grid="1fr 1fr 1fr 60px" rows={6} />;
  const few = flows.ways.filter((way) => way.people === null).length;
  const told = flows.ways.length > few;
  return (
    <Panel title={t('flows.title')}>
      {told ? (
        <>
          {table ? <Table flows={flows} days={days} /> : <FlowsPicture flows={flows} days={days} />}
          {few > 0 && <p className={styles.rests}>{t('flows.few', { count: few, enough: flows.enough })}</p>}
        </>
      ) : (
        <Notice kind="empty" icon="route" title={t('flows.none', { enough: flows.enough })} />
      )}
    </Panel>
  );
};
