import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Bars, Swatch } from './Bars.tsx';
import styles from './Figures.module.css';
import { FiguresTable } from './FiguresTable.tsx';
import { type Chart, SERIES } from './figures.ts';
import type { Column } from './use-columns.ts';

/** One drawing with what its marks mean; the same as a table one press away, and what each figure is. */
export const ChartPanel = ({
  chart,
  columns,
  per,
}: {
  chart: Chart;
  columns: readonly Column[];
  per: 'week' | 'half-day';
}): JSX.Element => {
  const t = useText('day-figures');
  const [table, setTable] = useState(false);
  const [means, setMeans] = useState(false);
  const named = { what: t(`chart.${chart}`) };
  return (
    <Panel title={t(`chart.${chart}`)}>
      <div className={styles.acts}>
        <ul className={styles.legend} aria-label={t('legendOf', named)}>
          {SERIES[chart].map((series) => (
            <li key={series}>
              <Swatch series={series} />
              {t(`series.${series}`)}
            </li>
          ))}
        </ul>
        <Button
          size="small"
          icon="table-2"
          expanded={table}
          label={t('tableOf', named)}
          onPress={() => setTable(!table)}
        >
          {t('table')}
        </Button>
        <Button
          look="quiet"
          size="small"
          expanded={means}
          label={t('meansOf', named)}
          onPress={() => setMeans(!means)}
        >
          {t('means')}
        </Button>
      </div>
      {means && (
        <dl className={styles.meanings}>
          {SERIES[chart].map((series) => (
            <div key={series}>
              <dt>{t(`series.${series}`)}</dt>
              <dd>{t(`meaning.${series}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {table ? (
        <FiguresTable chart={chart} columns={columns} per={per} />
      ) : (
        <Bars chart={chart} columns={columns} per={per} />
      )}
    </Panel>
  );
};
