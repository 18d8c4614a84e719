import { type JSX, useState } from 'react';
import type { ObservationView, StayView } from '#modules/stay/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { DayPopover } from './DayPopover.tsx';
import { FigureTable } from './FigureTable.tsx';
import styles from './Strip.module.css';
import { StripPhone } from './StripPhone.tsx';
import { StripSheet } from './StripSheet.tsx';
import type { Sheet, StripView } from './sheet.ts';
import type { PlanTask } from './strip.ts';
import { type ObservationActs, useObservationActs, useObservations } from './use-observations.ts';
import { useStripKeys } from './use-strip-keys.ts';
import { useStripWords } from './use-strip-words.ts';

const Title = ({
  count,
  table,
  onFlip,
}: {
  count: number;
  table: boolean;
  onFlip: () => void;
}): JSX.Element => {
  const t = useText('observation');
  return (
    <div>
      <h2>{count === 9 ? t('strip.nine') : t('strip.days', { count })}</h2>
      <button
        type="button"
        className={styles.flip}
        aria-pressed={table}
        aria-label={t('strip.table')}
        title={t('strip.tableKey')}
        onClick={onFlip}
      >
        <Icon name="table-2" size={16} />
      </button>
    </div>
  );
};

/** The strip as a sheet or as figures, with what a day holds floating over it. */
const OnDesk = ({
  sheet,
  day,
  acts,
  onClose,
}: {
  sheet: Sheet;
  day: string | null;
  acts: ObservationActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const [table, setTable] = useState(false);
  const flip = (): void => setTable(!table);
  useKeys([{ keys: ['t'], does: t('strip.table'), run: flip }]);
  useStripKeys(sheet.view);
  const corner = <Title count={sheet.view.days.length} table={table} onFlip={flip} />;
  const hanging =
    day === null
      ? null
      : { day, card: <DayPopover key={day} sheet={sheet} day={day} acts={acts} onClose={onClose} /> };
  const Shape = table ? FigureTable : StripSheet;
  return <Shape sheet={sheet} corner={corner} hanging={hanging} />;
};

const Known = ({ stay, view: seen }: { stay: StayView; view: ObservationView }): JSX.Element => {
  // After the end there is no now any more.
  const view: StripView = stay.endedAt === null ? seen : { ...seen, today: null };
  const t = useText('observation');
  const words = useStripWords(stay.zone);
  const phone = usePhone();
  const acts = useObservationActs(stay.id);
  const [day, setDay] = useState<string | null>(null);
  const writes = view.own && stay.endedAt === null;
  const turn = (task: PlanTask): void => {
    if (acts.busy) return;
    const done = task.doneAt === null;
    void acts.turn(
      task,
      done ? 'done' : 'undone',
      t(done ? 'plan.saidDone' : 'plan.saidOpen', { label: task.label }),
    );
  };
  const sheet: Sheet = { view, words, zone: stay.zone, onDay: setDay, onTask: writes ? turn : null };
  return (
    <section className={styles.strip} aria-label={t('strip.label')}>
      {phone ? (
        <StripPhone sheet={sheet} acts={acts} />
      ) : (
        <OnDesk sheet={sheet} day={day} acts={acts} onClose={() => setDay(null)} />
      )}
      <Refused problem={acts.problem} />
    </section>
  );
};

/** The days of a stay as one strip: what is planned, what was measured, and where it turned. */
export const ObservationStrip = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('observation');
  const read = useObservations(stay.id);
  const view = read.data?.body.observation;
  if (view !== undefined && view.stayId === stay.id) return <Known stay={stay} view={view} />;
  return (
    <NotRead
      read={read}
      grid="150px 1fr 1fr 1fr 1fr 1fr 1fr 1fr 1fr 1fr"
      rows={6}
      late={t('strip.loading')}
    />
  );
};
