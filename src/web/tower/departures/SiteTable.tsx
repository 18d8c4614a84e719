import type { JSX } from 'react';
import type { Departures } from '#tower/contract.ts';
import { cx } from '#web/design/cx.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import figures from './Figures.module.css';
import styles from './Sites.module.css';

/** How many leave, per site and day: where a bed comes free. */
export const SiteTable = ({ departures }: { departures: Departures }): JSX.Element => {
  const t = useText('departures');
  const format = useFormat();
  return (
    <Panel title={t('sites')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too */}
      <section className={styles.scroll} aria-label={t('sites')} tabIndex={0}>
        <table className={cx(figures.figures, styles.table)}>
          <thead>
            <tr>
              <th scope="col">{t('site')}</th>
              {departures.days.map(({ day }) => (
                <th key={day} scope="col">
                  {format.day(noonOf(day))}
                </th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {departures.sites.map(({ siteId, site, leaves }) => (
              <tr key={siteId}>
                <th scope="row">{site}</th>
                {departures.days.map(({ day }, index) => (
                  <td key={day} data-none={leaves[index] === 0 || undefined}>
                    {leaves[index]}
                  </td>
                ))}
                <td>{leaves.reduce((sum, count) => sum + count, 0)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {departures.days.map(({ day, leaves }) => (
                <td key={day}>{leaves}</td>
              ))}
              <td>{departures.days.reduce((sum, { leaves }) => sum + leaves, 0)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Panel>
  );
};
