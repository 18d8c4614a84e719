import { type JSX, type ReactNode, useState } from 'react';
import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { FanPanel } from '#web/rooms/outlook/fan/FanPanel.tsx';
import { useKeys } from '#web/shell/acts.ts';
import styles from './Ahead.module.css';
import { Score } from './Score.tsx';

/** What is expected, and how good that was before: for everybody who takes part. */
export const OnlyForecast = ({
  forecast,
  picks,
}: {
  forecast: ForecastAnswer;
  picks: ReactNode;
}): JSX.Element => {
  const t = useText('outlook');
  const [table, setTable] = useState(false);
  useKeys([{ keys: ['t'], does: t('table'), run: () => setTable(!table) }]);
  return (
    <>
      <div className={styles.top}>{picks}</div>
      <div className={styles.alone}>
        <FanPanel answer={forecast} shown={null} table={table} onTable={() => setTable(!table)} />
        <Score score={forecast.score} />
      </div>
    </>
  );
};
