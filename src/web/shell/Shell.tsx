import { Modal } from '@mantine/core';
import { Outlet, useLocation } from '@tanstack/react-router';
import { type JSX, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { startLive } from '#web/api/live.ts';
import { useEndedSessions, useSession } from '#web/api/session.ts';
import { useText } from '#web/i18n/texts.ts';
import { addresses } from '#web/routes.ts';
import { startKeys, useKeys } from './acts.ts';
import { useAnnounced } from './announce.ts';
import { Door } from './Door.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { openPalette, usePaletteWanted } from './palette.ts';
import { usePrintLog } from './print.ts';
import { BottomBar, Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { UndoPlace } from './UndoPlace.tsx';
import { usePhone } from './use-phone.ts';
import { YouMenu } from './YouMenu.tsx';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

const Aloud = (): JSX.Element => (
  <div className="aloud" role="status" aria-live="polite">
    {useAnnounced()}
  </div>
);

/** Everything that floats above a page: palette, keys, undo, and the voice. */
const Above = (): JSX.Element => {
  const t = useText('shell');
  const [keysOpened, setKeysOpened] = useState(false);
  const wanted = usePaletteWanted();
  useKeys(
    [
      { keys: ['Ctrl+k'], does: t('search'), run: () => void openPalette(), onlyKey: true },
      { keys: ['?'], does: t('keys.title'), run: () => setKeysOpened(true) },
    ],
    true,
  );
  return (
    <>
      <KeysDialog opened={keysOpened} onClose={() => setKeysOpened(false)} />
      {wanted && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
      <UndoPlace />
      <Aloud />
    </>
  );
};

const Framed = ({ children }: { children: ReactNode }): JSX.Element => {
  const t = useText('shell');
  const phone = usePhone();
  const { data: session } = useSession();
  const [more, setMore] = useState(false);
  const signedIn = session !== null && session !== undefined;
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('skip')}
      </button>
      {!phone && <Rail />}
      <div className={styles.page}>{children}</div>
      {phone && signedIn && <BottomBar onMore={() => setMore(true)} />}
      {signedIn && (
        <Modal
          opened={more}
          onClose={() => setMore(false)}
          title={t('you.title')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <YouMenu session={session} onDone={() => setMore(false)} />
        </Modal>
      )}
    </div>
  );
};

/** The house around every page: tower, door, live feed, keys. The big board on the wall and message links stand bare. */
export const Shell = (): JSX.Element => {
  const { pathname, searchStr } = useLocation();
  const { data: session } = useSession();
  useEndedSessions();
  useEffect(startKeys, []);
  usePrintLog();
  const signedIn = session !== null && session !== undefined;
  useEffect(() => (signedIn ? startLive() : undefined), [signedIn]);
  const here =
    addresses.find(({ path }) => path === pathname) ??
    addresses.find(({ path }) => path.split('/')[1] === pathname.split('/')[1]);
  const wall = new URLSearchParams(searchStr).get('wand') === '1';
  const page = here?.open === true ? <Outlet /> : <Door />;
  return (
    <>
      {here?.bare === true || wall || (!signedIn && here?.open !== true) ? page : <Framed>{page}</Framed>}
      <Above />
    </>
  );
};
