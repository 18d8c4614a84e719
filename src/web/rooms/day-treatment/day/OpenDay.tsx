import { type JSX, useState } from 'react';
import type { DayList } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AwayDialog } from './AwayDialog.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import styles from './Day.module.css';
import { DayBar } from './DayBar.tsx';
import { DayFoot } from './DayFoot.tsx';
import { DayHead } from './DayHead.tsx';
import { type Row, rowsOf } from './due.ts';
import { MeasureDialog } from './MeasureDialog.tsx';
import type { OwnAct } from './own-acts.ts';
import { ReactionDialog } from './ReactionDialog.tsx';
import { RefusedActs } from './RefusedActs.tsx';
import { type DayActs, useDayActs, useFreshList, useRest } from './use-day.ts';
import { VisitDialog } from './VisitDialog.tsx';
import { type Asked, VisitRow } from './VisitRow.tsx';

const UNDO = 'undo';

/** What lies open above the list, and about whom; null: it is still to be chosen. */
interface Opened {
  readonly kind: Asked | 'measure' | 'away';
  readonly visitId: string | null;
}

const Dialogs = ({
  opened,
  rows,
  acts,
  onOpen,
}: {
  opened: Opened | null;
  rows: readonly Row[];
  acts: DayActs;
  onOpen: (opened: Opened | null) => void;
}): JSX.Element | null => {
  if (opened === null) return null;
  const row = rows.find(({ visit }) => visit.id === opened.visitId);
  const onClose = (): void => onOpen(null);
  const choosing = {
    ...{ row: row ?? null, rows, acts, onClose },
    onChoose: (visitId: string) => onOpen({ ...opened, visitId }),
  };
  if (opened.kind === 'reaction') return <ReactionDialog {...choosing} />;
  if (opened.kind === 'measure') return <MeasureDialog {...choosing} />;
  if (opened.kind === 'away') return <AwayDialog rows={rows} acts={acts} onClose={onClose} />;
  if (row === undefined) return null;
  return opened.kind === 'check' ? (
    <CheckDialog row={row} acts={acts} onClose={onClose} />
  ) : (
    <VisitDialog row={row} acts={acts} onClose={onClose} />
  );
};

/** The half-day, open: who is here, what is due, and the red button that never moves. */
export const OpenDay = ({ list, own }: { list: DayList; own: readonly OwnAct[] }): JSX.Element => {
  const t = useText('day-list');
  const now = useNow('minute');
  const acts = useDayActs();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [resting, rest] = useRest();
  useFreshList(list.halfDay.id);
  const rows = rowsOf(list, own, now);
  const here = rows.filter(({ group }) => group === 'here');
  const open = (kind: Opened['kind'], visitId: string | null): void => {
    if (visitId !== null) setChosen(visitId);
    setOpened({ kind, visitId });
  };
  const told = { list, own };
  // Who the nurse is busy with; with one person in the house there is nobody else it can be about.
  const about = here.find(({ visit }) => visit.id === chosen) ?? (here.length === 1 ? here[0] : undefined);
  return (
    <div className={styles.day}>
      <DayHead {...told} onLock={acts.lock} />
      <DayBar list={list} rows={rows} onAway={() => open('away', null)} />
      <main id="main" tabIndex={-1} className={styles.list}>
        <RefusedActs {...told} acts={acts} />
        {rows.length === 0 && <Notice kind="empty" icon="armchair" title={t('empty')} />}
        <ul className={styles.rows}>
          {rows.map((row) => (
            <VisitRow
              key={row.visit.id}
              row={row}
              now={now}
              chosen={row.visit.id === chosen}
              resting={row.visit.id === resting}
              onAct={(kind) => {
                setChosen(row.visit.id);
                rest(row.visit.id);
                void acts.add({ visitId: row.visit.id, kind });
              }}
              onAsk={(kind) => open(kind, row.visit.id)}
            />
          ))}
        </ul>
      </main>
      <DayFoot
        {...told}
        rows={rows}
        about={about ?? null}
        onReaction={() => open('reaction', here.length === 1 ? (here[0]?.visit.id ?? null) : null)}
        onMeasure={() => open('measure', about?.visit.id ?? null)}
        resting={resting === UNDO}
        onUndo={(act) => {
          rest(UNDO);
          void acts.add({ visitId: act.visitId, kind: 'undone', body: { act: act.id } });
        }}
      />
      <Dialogs opened={opened} rows={rows} acts={acts} onOpen={setOpened} />
    </div>
  );
};
