import type { JSX } from 'react';
import type { DayList } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';
import { careNow, type Group, type Row } from './due.ts';

const GROUPS: readonly Group[] = ['here', 'coming', 'over'];

/** How many are here, how much care that is against what the nurses can give, and who came unasked or not at all. */
export const DayBar = ({
  list,
  rows,
  onAway,
}: {
  list: DayList;
  rows: readonly Row[];
  onAway: () => void;
}): JSX.Element => {
  const t = useText('day-list');
  const [care, most] = [careNow(rows), list.care.of];
  const share = most === 0 ? 0 : Math.min(1, care / most);
  return (
    <div className={styles.bar}>
      <ul className={styles.counts}>
        {GROUPS.map((group) => (
          <li key={group}>
            <b>{rows.filter((row) => row.group === group).length}</b> {t(`count.${group}`)}
          </li>
        ))}
      </ul>
      <p className={styles.care} data-much={care > most || undefined}>
        <span>{t('care.now')}</span>
        <span className={styles.gauge} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <b>{care.toLocaleString(currentLanguage())}</b> <span>{t('care.of', { most })}</span>
        {care > most && <strong>{t('care.much')}</strong>}
      </p>
      <Button size="large" icon="users" onPress={onAway}>
        {t('away.open')}
      </Button>
    </div>
  );
};
