import type { JSX } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Dialog.module.css';
import type { Row } from './due.ts';
import type { DayActs } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

/** What a dialog about one person of the list needs. */
export interface About {
  /** Null: it is still to be chosen who it is about. */
  readonly row: Row | null;
  readonly rows: readonly Row[];
  readonly acts: DayActs;
  readonly onClose: () => void;
  readonly onChoose: (visitId: string) => void;
}

/** Who is it about? Everybody who is in the house, by chair. */
export const ChoosePerson = ({ rows, onChoose }: Pick<About, 'rows' | 'onChoose'>): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const here = rows.filter(({ group }) => group === 'here');
  if (here.length === 0) return <p>{t('choose.nobody')}</p>;
  return (
    <ul className={styles.people} aria-label={t('choose.label')}>
      {here.map(({ visit, chair }) => (
        <li key={visit.id}>
          <Button size="large" wide onPress={() => onChoose(visit.id)}>
            {t('choose.person', { chair: chair ?? t('noChair'), name: words.name(visit) })}
          </Button>
        </li>
      ))}
    </ul>
  );
};
