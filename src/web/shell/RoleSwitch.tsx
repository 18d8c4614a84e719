import { Popover } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { Session } from '#web/api/session.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './RoleSwitch.module.css';
import { YouMenu } from './YouMenu.tsx';

/** The role one acts in, always in sight; opens to change it, and to set language, light and keys. */
export const RoleSwitch = ({ session }: { session: Session }): JSX.Element => {
  const t = useText('shell');
  const [opened, setOpened] = useState(false);
  const { actor } = session;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      offset={6}
      width={330}
      trapFocus
      returnFocus
      transitionProps={{ duration: 150, transition: 'fade' }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.role}
          onClick={() => setOpened(!opened)}
          aria-haspopup="dialog"
        >
          <span>
            <b>
              <span className="aloud">{t('you.as')} </span>
              {t(`role.${actor.role}`)}
            </b>
            <small>{actor.unit?.name ?? actor.site?.name ?? actor.organisation.name}</small>
          </span>
          <Icon name="chevrons-up-down" size={15} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('you.title')}>
        <YouMenu session={session} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
};
