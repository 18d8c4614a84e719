import type { JSX } from 'react';
import type { Next } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useAct } from './use-act.ts';

/** In without a second step: the board and what else holds no person, and nothing more. */
export const OnlyCounts = ({ onNext }: { onNext: (next: Next) => void }): JSX.Element => {
  const t = useText('accounts');
  const { busy, problem, act } = useAct<Next>();
  return (
    <>
      <Button look="quiet" busy={busy} onPress={() => act('/sign-in/counts', {}, onNext)}>
        {t('second.counts')}
      </Button>
      <Refused problem={problem} />
    </>
  );
};
