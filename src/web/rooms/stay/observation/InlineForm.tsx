import type { JSX, ReactNode } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';

/** One or two fields and their verb, in the line where they are asked. */
export const InlineForm = ({
  busy,
  onSave,
  children,
}: {
  busy: boolean;
  onSave: () => void;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('observation');
  return (
    <form
      className={styles.inline}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <Button submit busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
};
