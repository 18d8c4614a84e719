import type { JSX } from 'react';
import {
  TRIAGE_NOW,
  type TriageProfile,
  type TriageQuestion,
  usualAnswer,
} from '#modules/placement/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Triage.module.css';

/** What is usual for this request, in one look; one press says that all of it is right. */
export const Checklist = ({
  profile,
  open,
  busy,
  onAll,
  onOne,
}: {
  profile: TriageProfile;
  open: readonly TriageQuestion[];
  busy: boolean;
  onAll: () => void;
  onOne: () => void;
}): JSX.Element => {
  const t = useText('triage');
  return (
    <>
      <ul className={styles.list}>
        {open.map((question) => (
          <li key={question.id}>
            <Icon name="circle-dashed" size={16} />
            <span>{inWords((usualAnswer(TRIAGE_NOW, profile, question) ?? question).words)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button icon="check-check" onPress={onAll} busy={busy}>
          {t('all')}
        </Button>
        <Button look="quiet" onPress={onOne} blocked={busy}>
          {t('notAll')}
        </Button>
      </div>
    </>
  );
};
