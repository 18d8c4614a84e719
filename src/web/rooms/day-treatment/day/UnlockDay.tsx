import { type JSX, useRef, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';
import { PinField } from './PinField.tsx';
import { openKept, useKeeping } from './use-day.ts';
import { Waiting } from './Waiting.tsx';

/** The day that is kept here, behind its PIN. */
export const UnlockDay = (): JSX.Element => {
  const t = useText('day-list');
  const { triesLeft } = useKeeping();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [state, setState] = useState<'typing' | 'opening' | 'wrong'>('typing');
  const open = async (): Promise<void> => {
    setState('opening');
    if (await openKept(pin)) return;
    setState('wrong');
    setPin('');
    field.current?.focus();
  };
  return (
    <Panel title={t('unlock.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (pin !== '' && state !== 'opening') void open();
        }}
      >
        <Waiting />
        <PinField
          ref={field}
          label={t('pin.label')}
          value={pin}
          onChange={setPin}
          error={state === 'wrong' ? t('unlock.wrong', { count: triesLeft }) : null}
        />
        <Button submit look="primary" size="large" busy={state === 'opening'} blocked={pin === ''}>
          {state === 'opening' ? t('unlock.busy') : t('unlock.open')}
        </Button>
        <p className={styles.quiet}>{t('unlock.line')}</p>
      </form>
    </Panel>
  );
};
