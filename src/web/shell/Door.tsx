import { Outlet, useLocation } from '@tanstack/react-router';
import { type JSX, lazy, Suspense } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { useSession, useSignInDoors } from '#web/api/session.ts';
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

/** Opens with the PIN of the tablet, so it needs nobody to answer. */
const KEPT_DAY = '/thuiskamer/dag';

const SignIn = lazy(async () => {
  await loadTexts('accounts');
  return { default: (await import('#web/rooms/accounts/enter/SignIn.tsx')).SignIn };
});

const Waiting = (): JSX.Element => (
  <main id="main" tabIndex={-1} className={styles.waiting}>
    <Skeleton grid="1fr" rows={4} />
  </main>
);

const Away = ({ problem, onAgain }: { problem: Problem; onAgain: () => void }): JSX.Element => {
  const t = useText('shell');
  return (
    <main id="main" tabIndex={-1} className={styles.waiting}>
      <Notice
        kind="offline"
        title={problem.sentence(currentLanguage())}
        actions={<Button onPress={onAgain}>{t('offline.try')}</Button>}
        announce
      >
        {problem.next(currentLanguage())}
      </Notice>
      <Suspense>
        <LastBoard />
      </Suspense>
    </main>
  );
};

/** A practice region lets one pick a role; a real one asks who you are. */
const Welcome = (): JSX.Element => {
  const { data: doors, error, refetch } = useSignInDoors();
  if (doors?.mode === 'practice') return <RoleChooser />;
  if (doors !== undefined)
    return (
      <Suspense fallback={<Waiting />}>
        <SignIn doors={doors} />
      </Suspense>
    );
  return error === null ? <Waiting /> : <Away problem={error} onAgain={() => void refetch()} />;
};

/** Nobody sees the region without a session: asks who you are and then shows the very page that was asked for. */
export const Door = (): JSX.Element => {
  const { data: session, error, errorUpdateCount, refetch } = useSession();
  const { pathname } = useLocation();
  if (session === null) return <Welcome />;
  if (session !== undefined) return <Outlet />;
  // Asking again and again who this is does not take the list out of the nurse's hands.
  if (errorUpdateCount > 0 && pathname === KEPT_DAY) return <Outlet />;
  return error === null ? <Waiting /> : <Away problem={error} onAgain={() => void refetch()} />;
};
