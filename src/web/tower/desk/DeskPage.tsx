import { useNavigate } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import type { RequestStrip } from '#modules/placement/contract.ts';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { type DraftInHand, useDraft } from '#web/rooms/placement/request/use-draft.ts';
import { useKeys } from '#web/shell/acts.ts';
import { usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { offerUndo } from '#web/shell/undo.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { Case } from './Case.tsx';
import styles from './Desk.module.css';
import { PlanView } from './PlanView.tsx';
import { QueueList } from './QueueList.tsx';
import { Telephone } from './Telephone.tsx';
import { TopStrip } from './TopStrip.tsx';
import { type Desk, useDesk, useWalk } from './use-desk.ts';
import { useKeptOrder } from './use-kept-order.ts';
import { useLookers } from './use-looking.ts';

const NOBODY: readonly RequestStrip[] = [];

/** The call: begun, put aside and taken up again with N; stopped with ten seconds to take that back. */
const useCall = (desk: Desk, { kept, begin, drop, restore }: DraftInHand) => {
  const t = useText('desk');
  const call = (): void => {
    if (!desk.telephone && kept === null) begin('', 'home');
    desk.setTelephone(!desk.telephone);
  };
  useKeys([{ keys: ['n', 'Alt+n'], does: t('keys.telephone'), run: call }]);
  const stop = (): void => {
    const before = kept;
    drop();
    desk.setTelephone(false);
    if (before === null) return;
    offerUndo(t('telephone.stopped'), () => {
      restore(before);
      desk.setTelephone(true);
    });
  };
  return { call, stop };
};

/** P lays the proposal for the whole row on the table, O hands the shift over. */
const useDeskKeys = (desk: Desk): void => {
  const t = useText('desk');
  const navigate = useNavigate();
  useKeys([
    { keys: ['p'], does: t(desk.plan ? 'whole.close' : 'whole.open'), run: () => desk.setPlan(!desk.plan) },
    { keys: ['o'], does: t('keys.handover'), run: () => void navigate({ to: '/loket/overdracht' }) },
  ]);
};

/** The row and the request that is open beside it; on a phone one of the two. */
const Table = ({
  desk,
  strip,
  row,
  open,
  lookers,
}: {
  desk: Desk;
  strip: ReactNode;
  row: ReactNode;
  open: RequestStrip | undefined;
  lookers: ReturnType<typeof useLookers>;
}): JSX.Element => {
  const t = useText('desk');
  const alone = usePhone() && open !== undefined && !desk.plan;
  const { queue, problem } = desk;
  return (
    <Screen
      title={alone ? open.code : t('page.title')}
      line={alone ? open.referrer : t('page.line', { count: queue?.requests.length ?? 0 })}
      edgeless
      {...(alone ? { back: '/loket' } : {})}
    >
      {!alone && strip}
      <div className={styles.desk}>
        {queue === undefined &&
          (problem === null ? <Skeleton grid="74px 1fr" /> : <Refused problem={problem} />)}
        {desk.plan ? (
          <PlanView onOpen={desk.choose} onClose={() => desk.setPlan(false)} />
        ) : (
          <>
            {queue !== undefined && !alone && row}
            {open !== undefined && <Case key={open.id} strip={open} lookers={lookers.get(open.id) ?? []} />}
          </>
        )}
      </div>
    </Screen>
  );
};

/** The desk: who has least time stands first, three proposals side by side, and the call that came in between. */
export const DeskPage = (): JSX.Element => {
  const phone = usePhone();
  const desk = useDesk();
  const inHand = useDraft('telephone');
  const { call, stop } = useCall(desk, inHand);
  const { items, waiting, list, show } = useKeptOrder(desk.shown, desk.filter);
  const open = desk.chosen ?? (phone ? undefined : items[0]);
  const lookers = useLookers();
  useWalk(desk.plan ? NOBODY : items, open, desk.choose);
  useDeskKeys(desk);
  // Beside the row stands one request with all that is known of it.
  usePrinted(
    open === undefined ? 'row' : 'requests',
    items.map(({ id }) => id),
  );
  const stale = desk.queue?.staleUnits ?? [];
  const strip = (
    <TopStrip stale={stale} kept={inHand.kept} calling={desk.telephone} onCall={call} onStop={stop} />
  );
  const row = (
    <QueueList
      desk={desk}
      row={items}
      waiting={waiting}
      onShow={show}
      list={list}
      open={open}
      lookers={lookers}
    />
  );
  if (desk.telephone) return <Telephone desk={desk} inHand={inHand} strip={strip} row={row} />;
  return <Table desk={desk} strip={strip} row={row} open={open} lookers={lookers} />;
};
