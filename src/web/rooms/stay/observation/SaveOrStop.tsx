import type { JSX } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Seen.module.css';
import type { ObservationActs } from './use-observations.ts';

/** The foot of a form: why the last one was refused, and to save or to stop. */
export const SaveOrStop = ({
  acts,
  onStop,
  keys = [],
}: {
  acts: ObservationActs;
  onStop: () => void;
  keys?: readonly string[];
}): JSX.Element => {
  const t = useText('observation');
  return (
    <>
      <Refused problem={acts.problem} />
      <div className={styles.buttons}>
        <Button submit look="primary" busy={acts.busy} keys={keys}>
          {t(acts.busy ? 'observe.busy' : 'observe.save')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('observe.stop')}
        </Button>
      </div>
    </>
  );
};
