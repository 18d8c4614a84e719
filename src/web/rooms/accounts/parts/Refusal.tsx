import type { JSX } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { Notice } from '#web/design/Notice.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import type { PasskeyAct } from './use-passkey.ts';

/** What was the matter, in the words of the server; for a field: as one line below it. */
export const fieldError = (problem: Problem | null, ...codes: readonly string[]): string | null => {
  if (problem === null || !codes.includes(problem.code)) return null;
  const language = currentLanguage();
  return `${problem.sentence(language)} ${problem.next(language)}`;
};

/** Why a passkey did not work: what the server said, or that nothing came of it on this device. */
export const PasskeyRefusal = ({ passkey }: { passkey: PasskeyAct }): JSX.Element | null => {
  const t = useText('accounts');
  if (passkey.problem !== null) return <Refused problem={passkey.problem} />;
  if (!passkey.stopped) return null;
  return (
    <Notice kind="failed" title={t('passkey.stopped')} announce>
      {t('passkey.stoppedNext')}
    </Notice>
  );
};
