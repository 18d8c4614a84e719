import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Case.module.css';
import { OpenCase } from './OpenCase.tsx';

/** Opens a case about somebody. */
export const OpenCasePage = (): JSX.Element => {
  const t = useText('cases');
  const navigate = useNavigate();
  return (
    <Screen title={t('open.title')} line={t('open.line')} back="/samen">
      <div className={styles.narrow}>
        <Panel>
          <OpenCase onStop={() => void navigate({ to: '/samen' })} />
        </Panel>
      </div>
    </Screen>
  );
};
