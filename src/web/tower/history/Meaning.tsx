import { Popover } from '@mantine/core';
import { type JSX, useState } from 'react';
import { instantOf } from '#kernel/calendar.ts';
import type { Definition } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Icon } from '#web/design/Icon.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Meaning.module.css';

/** A word with its meaning behind it: press, and the definition with its version stands beside it. */
export const Meaning = ({ code, word }: { code: string; word: string }): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const read = useRead<{ definitions: Definition[] }>(opened ? '/api/v1/definitions' : null, []);
  const found = read.data?.body.definitions.find((each) => each.code === code);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onDismiss={() => setOpened(false)}
      position="bottom-start"
      width={300}
      withArrow
      trapFocus
      returnFocus
      withinPortal
      withRoles
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.word}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          {word}
          <Icon name="info" size={13} />
          <span className="aloud">{t('meaning.open')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text takes the focus, so that it is read and Escape closes it */}
        <div className={styles.meaning} tabIndex={0} data-autofocus>
          <b>{word}</b>
          <p>{found === undefined ? t('meaning.wait') : found[currentLanguage()]}</p>
          {found !== undefined && (
            <small>
              {t('meaning.version', {
                version: found.version,
                day: format.longDay(instantOf(found.validFrom, 720, REGION_ZONE)),
              })}
            </small>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
