import { type JSX, useState } from 'react';
import type { GrowthAnswer, GrowthFigures } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import figures from '#web/tower/departures/Figures.module.css';
import styles from './Growth.module.css';
import drawn from './PeopleBars.module.css';
import { useGrowthWords } from './use-growth-words.ts';

const WHAT = ['served', 'stayed'] as const;
const WHEN = ['today', 'turned'] as const;
type What = (typeof WHAT)[number];

interface Bar {
  readonly what: What;
  readonly when: (typeof WHEN)[number];
  readonly figure: NonNullable<GrowthFigures[What]>;
}

const barsOf = (answer: GrowthAnswer): Bar[] =>
  WHAT.flatMap((what) =>
    WHEN.flatMap((when) => {
      const figure = answer[when][what];
      return figure === null ? [] : [{ what, when, figure }];
    }),
  );

/** The bars, each with a thin line from the least to the most it may be. */
const Drawing = ({ bars }: { bars: readonly Bar[] }): JSX.Element => {
  const t = useText('day-growth');
  const words = useGrowthWords();
  const top = Math.max(1, ...bars.map(({ figure }) => figure.until));
  const share = (value: number): string => `${(100 * value) / top}%`;
  const said = bars.map(({ what, when, figure }) =>
    t('chart.said', {
      what: t(`row.${what}`),
      when: t(`when.${when}`).toLowerCase(),
      value: words.figure(what, figure.mean),
    }),
  );
  return (
    <div role="img" aria-label={t('chart.image', { said: words.and(said) })} className={drawn.bars}>
      {bars.map(({ what, when, figure }) => (
        <div key={`${what} ${when}`} className={drawn.barRow}>
          <span>{t('chart.bar', { what: t(`row.${what}`), when: t(`when.${when}`).toLowerCase() })}</span>
          <span className={drawn.track}>
            <span className={cx(drawn.bar, drawn[when])} style={{ width: share(figure.mean) }} />
            <span
              className={drawn.whisker}
              style={{ left: share(figure.from), width: share(figure.until - figure.from) }}
            />
          </span>
          <b>{words.figure(what, figure.mean)}</b>
        </div>
      ))}
    </div>
  );
};

/** How many people come, and how many stay with the hospital: today and then, as a drawing or as a table. */
export const PeopleBars = ({ answer }: { answer: GrowthAnswer }): JSX.Element => {
  const t = useText('day-growth');
  const words = useGrowthWords();
  const [table, setTable] = useState(false);
  const bars = barsOf(answer);
  return (
    <Panel title={t('chart.title')}>
      <div className={styles.acts}>
        <p className={styles.quiet}>{t('chart.line')}</p>
        <Button size="small" icon="table-2" expanded={table} onPress={() => setTable(!table)}>
          {t('chart.table')}
        </Button>
      </div>
      {!table && <Drawing bars={bars} />}
      {table && (
        <table className={figures.figures}>
          <caption className="aloud">{t('chart.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.what')}</th>
              <th scope="col">{t('column.mean')}</th>
              <th scope="col">{t('column.between')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ what, when, figure }) => (
              <tr key={`${what} ${when}`}>
                <th scope="row">
                  {t('chart.bar', { what: t(`row.${what}`), when: t(`when.${when}`).toLowerCase() })}
                </th>
                <td>{words.figure(what, figure.mean)}</td>
                <td>{words.between(what, figure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
