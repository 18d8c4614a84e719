import { Outlet } from '@tanstack/react-router';
import { type JSX, lazy, Suspense } from 'react';
import { useSession } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { currentLanguage, loadTexts, useText } from '#web/i18n/texts.ts';
import styles from './Door.module.css';
import { RoleChooser } from './RoleChooser.tsx';

const LastBoard = lazy(async () => {
  await loadTexts('board');
  return { default: (await import('#web/tower/board/LastBoard.tsx')).LastBoard };
});

/** Nobody sees the region without a session: asks who you are and then shows the very page that was asked for. */
export const Door = (): JSX.Element => {
  const t = useText('shell');
  const { data: session, error, refetch } = useSession();
  if (session === null) return <RoleChooser />;
  if (session !== undefined) return <Outlet />;
  return (
    <main id="main" tabIndex={-1} className={styles.waiting}>
      {error === null ? (
        <Skeleton grid="1fr" rows={4} />
      ) : (
        <Notice
          kind="offline"
          title={error.sentence(currentLanguage())}
          actions={<Button onPress={() => void refetch()}>{t('offline.try')}</Button>}
          announce
        >
          {error.next(currentLanguage())}
        </Notice>
      )}
      {error !== null && (
        <Suspense>
          <LastBoard />
        </Suspense>
      )}
    </main>
  );
};
