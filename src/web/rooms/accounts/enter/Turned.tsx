import type { JSX } from 'react';
import { accountsRefusals } from '#modules/accounts/refusals.ts';
import { useAddress } from '#web/address.ts';
import { Notice } from '#web/design/Notice.tsx';
import { currentLanguage } from '#web/i18n/texts.ts';

/** Why somebody who signed in at their employer stands here again (`?melding=`): the words of the server, by its code. */
export const Turned = (): JSX.Element | null => {
  const [view] = useAddress();
  const language = currentLanguage();
  const code = Object.keys(accountsRefusals).find((each) => each === view['melding']);
  if (code === undefined) return null;
  const { title, next } = accountsRefusals[code as keyof typeof accountsRefusals];
  return (
    <Notice kind="failed" title={title[language]} announce>
      {next[language]}
    </Notice>
  );
};
