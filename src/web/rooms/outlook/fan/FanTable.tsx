import type { JSX } from 'react';
import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { numberText, percentText } from '#web/rooms/outlook/play/figures.ts';
import { shiftedBy } from './drawing.ts';
import styles from './Fan.module.css';
import type { ShownShift } from './Fan.tsx';
import { useFanWords } from './use-fan-words.ts';

/** The same as the fan, as a table: what is drawn is also said. */
export const FanTable = ({
  answer,
  shown,
}: {
  answer: ForecastAnswer;
  shown: ShownShift | null;
}): JSX.Element => {
  const t = useText('outlook');
  const words = useFanWords();
  const moved = shown === null ? [] : shiftedBy(answer, shown.shift);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="aloud">{t('fan.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fan.day')}</th>
            <th scope="col">{t('fan.expected')}</th>
            <th scope="col">{t('fan.in50')}</th>
            <th scope="col">{t('fan.in90')}</th>
            <th scope="col">{t('fan.chanceFull')}</th>
            {shown !== null && <th scope="col">{t('fan.scenarioTable', { name: shown.name })}</th>}
          </tr>
        </thead>
        <tbody>
          {answer.days.map((day, at) => (
            <tr key={day.day}>
              <th scope="row">{words.day(day.day)}</th>
              <td>{numberText(day.middle)}</td>
              <td>{words.between(day.from50, day.until50)}</td>
              <td>{words.between(day.from90, day.until90)}</td>
              <td>{percentText(day.full)}</td>
              {shown !== null && (
                <td>
                  {numberText(moved[at]?.middle ?? 0)},{' '}
                  {words.between(moved[at]?.from ?? 0, moved[at]?.until ?? 0)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
