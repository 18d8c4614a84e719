import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';

/** The stays of this house, or of this practice, with what needs a decision first. */
export const StaysPage = (): JSX.Element => {
  const t = useText('stay');
  return (
    <Screen title={t('list.title')} line={t('list.line')}>
      {null}
    </Screen>
  );
};
