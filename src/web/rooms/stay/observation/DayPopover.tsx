import { Popover } from '@mantine/core';
import type { JSX } from 'react';
import { CloseButton } from '#web/design/CloseButton.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';
import { DayCard } from './DayCard.tsx';
import type { Sheet } from './sheet.ts';
import type { ObservationActs } from './use-observations.ts';

/** Everything of one day, floating below its head in the strip. */
export const DayPopover = ({
  sheet,
  day,
  acts,
  onClose,
}: {
  sheet: Sheet;
  day: string;
  acts: ObservationActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('observation');
  useFocusBack();
  const number = sheet.view.days.find((each) => each.day === day)?.number ?? 0;
  const title = t('day.title', { number, day: sheet.words.longDay(day) });
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      onDismiss={onClose}
      position="bottom-start"
      offset={4}
      trapFocus
      withRoles={false}
      transitionProps={{ duration: 150, transition: 'fade' }}
    >
      <Popover.Target>
        <span className={styles.under} />
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={title}>
        <div className={styles.float}>
          <header className={styles.head}>
            <h2>{title}</h2>
            <CloseButton label={t('close')} onPress={onClose} />
          </header>
          <DayCard sheet={sheet} day={day} acts={acts} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
