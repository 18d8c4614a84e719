import type { JSX } from 'react';
import { BARRIER_CODES } from '#modules/stay/types.ts';
import type { Departures } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useKeys } from '#web/shell/acts.ts';
import { usePrint, usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePaper } from '#web/tower/board/paper/use-paper.ts';
import { DayStrip } from './DayStrip.tsx';
import { DelaysPanel } from './DelaysPanel.tsx';
import styles from './Departures.module.css';
import { DeparturesSheet } from './DeparturesSheet.tsx';
import { LeaverList } from './LeaverList.tsx';
import { OnlyCause } from './OnlyCause.tsx';
import { SiteTable } from './SiteTable.tsx';

const NONE: readonly string[] = [];

const requestsOf = (leavers: Departures['leavers'] | undefined): readonly string[] =>
  leavers?.flatMap(({ requestId }) => (requestId === null ? [] : [requestId])) ?? NONE;

const Sheet = ({ departures, people }: { departures: Departures; people: boolean }): JSX.Element => {
  const t = useText('departures');
  const [view, change] = useAddress();
  const cause = BARRIER_CODES.find((code) => code === view['oorzaak']);
  const shown = departures.leavers.filter(
    ({ barriers }) => cause === undefined || barriers.some(({ code }) => code === cause),
  );
  const near = departures.days.slice(0, 2).map(({ day }) => day);
  const soon = shown.filter(({ day }) => near.includes(day));
  const later = shown.filter(({ day }) => !near.includes(day));
  const total = departures.days.reduce((sum, { leaves }) => sum + leaves, 0);
  return (
    <div className={styles.page}>
      <DayStrip days={departures.days} />
      {total === 0 && (
        <Notice kind="empty" icon="bed" title={t('none.title')}>
          {t('none.line')}
        </Notice>
      )}
      {people && cause !== undefined && (
        <OnlyCause cause={cause} count={shown.length} onAll={() => change({ oorzaak: '' })} />
      )}
      {people && soon.length > 0 && <LeaverList title={t('soon')} leavers={soon} />}
      {people && later.length > 0 && <LeaverList title={t('later')} leavers={later} />}
      {total > 0 && <SiteTable departures={departures} />}
      <DelaysPanel departures={departures} />
    </div>
  );
};

/** Who leaves in the coming seven days, and what is still needed for that, so that the desk can help in time. */
export const DeparturesPage = (): JSX.Element => {
  const t = useText('departures');
  const { actor } = useSignedIn();
  const paper = usePaper();
  const read = useRead<Departures>('/api/v1/departures?days=7', ['board', 'stay']);
  const { data } = read;
  const print = usePrint();
  usePrinted('row', requestsOf(data?.body.leavers));
  useKeys([{ keys: ['p'], does: t('print'), run: print }]);
  if (paper && data !== undefined) return <DeparturesSheet departures={data.body} />;
  return (
    <Screen title={t('title')} line={t(actor.role === 'desk' ? 'line' : 'lineCounts')}>
      {data !== undefined && (
        <div className={styles.print}>
          <Button icon="printer" keys={['P']} onPress={() => void print()}>
            {t('print')}
          </Button>
        </div>
      )}
      {data === undefined ? (
        <NotRead read={read} grid="1.4fr 1.4fr 1fr 1fr 1fr 1fr 1fr" rows={6} late={t('loading')} />
      ) : (
        <Sheet departures={data.body} people={actor.role === 'desk'} />
      )}
    </Screen>
  );
};
