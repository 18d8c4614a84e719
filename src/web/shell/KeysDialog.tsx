import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import { Kbd } from '#web/design/Kbd.tsx';
import { useText } from '#web/i18n/texts.ts';
import { currentActs } from './acts.ts';
import styles from './KeysDialog.module.css';
import { KeysSwitch } from './Settings.tsx';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const signs = (key: string): string[] =>
  key.split('+').map((part) => SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part));

/** All keys that act on this screen now, with the switch for single keys. Opens with `?`. */
export const KeysDialog = ({ opened, onClose }: { opened: boolean; onClose: () => void }): JSX.Element => {
  const t = useText('shell');
  const acts = opened ? currentActs().filter(({ keys }) => keys.length > 0) : [];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      centered
      radius={10}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 150, transition: 'fade' }}
    >
      <ul className={styles.list}>
        {acts.map((act) => (
          <li key={`${act.does} ${act.keys.join()}`}>
            <span>{act.does}</span>
            <span className={styles.keys}>
              {act.keys.flatMap(signs).map((sign) => (
                <Kbd key={sign}>{sign}</Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <KeysSwitch />
    </Modal>
  );
};
