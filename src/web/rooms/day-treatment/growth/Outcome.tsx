import type { JSX } from 'react';
import type { GrowthAnswer, GrowthFigures } from '#modules/day-treatment/contract.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import figures from '#web/tower/departures/Figures.module.css';
import styles from './Growth.module.css';
import { differenceOf, ROWS, type Row } from './growth.ts';
import { useGrowthWords } from './use-growth-words.ts';

const Figure = ({ row, figure }: { row: Row; figure: GrowthFigures[Row] }): JSX.Element => {
  const t = useText('day-growth');
  const words = useGrowthWords();
  if (figure === null) return <td>{t('none')}</td>;
  return (
    <td>
      <b>{words.figure(row, figure.mean)}</b>
      <small>{words.between(row, figure)}</small>
    </td>
  );
};

/** Today, then, and what that differs, each figure with between which two it lies. */
export const Outcome = ({ answer: { today, turned } }: { answer: GrowthAnswer }): JSX.Element => {
  const t = useText('day-growth');
  const words = useGrowthWords();
  return (
    <Panel title={t('outcome.title')}>
      <div className={styles.scroll}>
        <table className={figures.figures}>
          <caption className="aloud">{t('outcome.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.what')}</th>
              <th scope="col">{t('when.today')}</th>
              <th scope="col">{t('when.turned')}</th>
              <th scope="col">{t('column.difference')}</th>
            </tr>
          </thead>
          <tbody className={styles.outcome}>
            {ROWS.map((row) => {
              const difference = differenceOf(row, today[row], turned[row]);
              return (
                <tr key={row}>
                  <th scope="row">
                    {t(`row.${row}`)}
                    <small>{t(`means.${row}`)}</small>
                  </th>
                  <Figure row={row} figure={today[row]} />
                  <Figure row={row} figure={turned[row]} />
                  <td>{difference === null ? t('none') : words.difference(row, difference)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>{t('outcome.line')}</p>
    </Panel>
  );
};
