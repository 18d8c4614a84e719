import { Popover } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useText } from '#web/i18n/texts.ts';
import styles from './Measure.module.css';

/** What the measures are called; each has its definition in words. */
export const MEASURES = ['inTime', 'median', 'silent', 'promises', 'frees'] as const;
export type MeasureId = (typeof MEASURES)[number];

/** One number of one party. `value` null: it rests on too few; `of` null: it is not asked of this party. */
export interface MeasureFacts {
  readonly id: MeasureId;
  readonly party: string;
  readonly of: number | null;
  readonly value: number | null;
  /** Of the desk it is asked otherwise. */
  readonly desk: boolean;
}

/** A number that opens to what it means, over how many, and what too few is. */
export const Measure = ({
  facts: { id, party, of, value, desk },
  enough,
}: {
  facts: MeasureFacts;
  enough: number;
}): JSX.Element => {
  const t = useText('agreement');
  const [opened, setOpened] = useState(false);
  if (of === null) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">{t('keeping.dash')}</span>
        <span className="aloud">{t('keeping.notAsked')}</span>
      </span>
    );
  }
  const shown =
    value === null
      ? t('keeping.tooFew', { count: of })
      : id === 'median'
        ? t('keeping.minutes', { count: value })
        : t('keeping.share', { count: value, of });
  const which = desk && id !== 'promises' && id !== 'frees' ? 'desk' : 'house';
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      offset={6}
      withArrow
      trapFocus
      returnFocus
      withRoles={false}
      transitionProps={{ duration: 150, transition: 'fade' }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.open}
          data-few={value === null || undefined}
          aria-expanded={opened}
          aria-haspopup="dialog"
          aria-label={t('keeping.open', { measure: t(`keeping.measure.${id}`), party, shown })}
          onClick={() => setOpened(!opened)}
        >
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t(`keeping.measure.${id}`)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the focus needs a place in a dialog that is only read */}
        <div className={styles.meaning} tabIndex={0}>
          <p className={styles.title}>{t(`keeping.measure.${id}`)}</p>
          <p>{t(`keeping.means.${which}.${id}`)}</p>
          <p className={styles.over}>{t('keeping.over', { count: of })}</p>
          {value === null && <p className={styles.over}>{t('keeping.few', { enough })}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
