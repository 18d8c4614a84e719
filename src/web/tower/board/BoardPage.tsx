import { type JSX, useEffect } from 'react';
import type { Board, Pressure } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { LiveAge } from '#web/shell/LiveAge.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import { BoardOnScreen } from './BoardOnScreen.tsx';
import styles from './BoardPage.module.css';
import { Neighbours } from './Neighbours.tsx';
import { PressureStrip } from './PressureStrip.tsx';
import { PaperBoard } from './paper/PaperBoard.tsx';
import { usePaper } from './paper/use-paper.ts';
import { Stops } from './Stops.tsx';
import { Teams } from './Teams.tsx';
import { WallBoard } from './wall/WallBoard.tsx';

const GRID = '206px 104px 312px 118px 44px 44px 44px 134px 1fr 82px';

const Waiting = ({ problem, onAgain }: { problem: string | null; onAgain: () => void }): JSX.Element => {
  const t = useText('board');
  if (problem === null) {
    return (
      <Panel>
        <Skeleton grid={GRID} rows={9} late={t('loading')} />
      </Panel>
    );
  }
  return (
    <Notice kind="failed" title={problem} announce actions={<Button onPress={onAgain}>{t('again')}</Button>}>
      {t('failed')}
    </Notice>
  );
};

/** The live board of the region: on a screen, on the wall (`?wand=1`) and on paper. */
export const BoardPage = (): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const now = useNow('minute');
  const session = useSignedIn();
  const [address] = useAddress();
  const board = useRead<Board>('/api/v1/board', ['board', 'region']);
  const pressure = useRead<Pressure>('/api/v1/pressure', ['board', 'request', 'load']).data?.body;
  const paper = usePaper();
  const phone = usePhone();
  // Who sees a board can open the last one without network: its page is fetched while there is one.
  useEffect(() => void import('./LastBoard.tsx'), []);
  if (address.wand === '1')
    return <WallBoard board={board.data?.body} pressure={pressure} session={session} />;
  const region = session.region.name;
  return (
    <Screen
      title={t('title', { region })}
      line={phone ? <LiveAge /> : t('line', { day: capital(format.longDay(now)) })}
    >
      <div className={styles.page}>
        <PressureStrip pressure={pressure} />
        <Stops pressure={pressure} />
        {board.data === undefined ? (
          <Waiting
            problem={board.error === null ? null : board.error.sentence(currentLanguage())}
            onAgain={() => void board.refetch()}
          />
        ) : (
          <BoardOnScreen board={board.data.body} session={session} />
        )}
        <Teams session={session} />
        <Neighbours session={session} />
      </div>
      {paper && board.data !== undefined && (
        <PaperBoard board={board.data.body} pressure={pressure} session={session} />
      )}
    </Screen>
  );
};
