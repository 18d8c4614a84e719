import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AddReason } from './AddReason.tsx';
import styles from './Day.module.css';
import type { Sheet } from './sheet.ts';
import type { ObservationActs } from './use-observations.ts';

/** What changed in the medicines on a day, why, and who decided it. */
export const DayMarks = ({
  sheet,
  day,
  acts,
}: {
  sheet: Sheet;
  day: string;
  acts: ObservationActs;
}): JSX.Element | null => {
  const t = useText('observation');
  const { view, words, onTask } = sheet;
  const marks = view.marks.filter((mark) => mark.day === day);
  if (marks.length === 0) return null;
  return (
    <section>
      <h3>{t('mark.title')}</h3>
      <ul>
        {marks.map((mark) => (
          <li key={mark.id} className={styles.marked}>
            <Icon name="pill" size={15} />
            <div>
              <b>{words.mark(mark)}</b>
              {mark.detail !== '' && <span> {mark.detail}</span>}
              <small>{t('mark.by', { name: mark.byName })}</small>
              {mark.reason === null && onTask !== null && <AddReason mark={mark} acts={acts} />}
              {mark.reason === null && onTask === null && (
                <p className={styles.missing}>{t('mark.noReason')}</p>
              )}
              {mark.reason !== null && <p>{mark.reason}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
