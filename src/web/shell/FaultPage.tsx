import type { JSX } from 'react';
import { useSession } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from './Screen.tsx';

/** Our own fault, said in one sentence with what to do; nothing that was stored is lost by it. */
export const FaultPage = (): JSX.Element => {
  const t = useText('shell');
  const { data: session } = useSession();
  return (
    <Screen title={t('fault.title')} line={t('fault.line')}>
      <Notice
        kind="failed"
        title={t('fault.sentence')}
        actions={<Button onPress={() => location.reload()}>{t('fault.again')}</Button>}
      >
        {session?.region.deskPhone !== undefined && t('fault.call', { phone: session.region.deskPhone })}
      </Notice>
    </Screen>
  );
};

/** An address that leads nowhere, with the way back. */
export const NowherePage = (): JSX.Element => {
  const t = useText('shell');
  return (
    <Screen title={t('nowhere.title')} line={t('nowhere.line')}>
      <Notice
        kind="empty"
        title={t('nowhere.sentence')}
        actions={<ButtonLink to="/">{t('nowhere.back')}</ButtonLink>}
      />
    </Screen>
  );
};
