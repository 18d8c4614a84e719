import type { JSX } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useAct } from './use-act.ts';

/** Back to the first step: what waited is over on the server too, so that nobody goes on with it here. */
export const StartOver = ({ onBack }: { onBack: () => void }): JSX.Element => {
  const t = useText('accounts');
  const { busy, problem, act } = useAct();
  return (
    <>
      <Button look="quiet" busy={busy} onPress={() => act('/sign-in', {}, onBack, 'DELETE')}>
        {t('second.back')}
      </Button>
      <Refused problem={problem} />
    </>
  );
};
