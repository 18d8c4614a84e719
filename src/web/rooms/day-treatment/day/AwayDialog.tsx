import { type JSX, useState } from 'react';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { DayDialog } from './DayDialog.tsx';
import styles from './Dialog.module.css';
import type { Row } from './due.ts';
import { NoteForm } from './NoteForm.tsx';
import { type DayActs, useCutOff } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

/** Who is expected and does not come: they called it off, or nobody heard of them. */
const Missing = ({ row, acts, onClose }: { row: Row; acts: DayActs; onClose: () => void }): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const [calledOff, setCalledOff] = useState(false);
  const { id, from } = row.visit;
  const done = (kept: boolean): boolean => {
    if (kept) onClose();
    return kept;
  };
  return (
    <li className={styles.missing}>
      <p>
        <b>{words.name(row.visit)}</b> {t('expected', { clock: words.clock(Date.parse(from)) })}
      </p>
      {calledOff ? (
        <NoteForm
          label={t('away.why')}
          submit={t('away.keep')}
          onSay={(why) => acts.add({ visitId: id, kind: 'not-given', body: { why } }).then(done)}
        />
      ) : (
        <div className={styles.ends}>
          <Button size="large" onPress={() => setCalledOff(true)}>
            {t('away.calledOff')}
          </Button>
          <Button size="large" onPress={() => void acts.add({ visitId: id, kind: 'missed' }).then(done)}>
            {t('away.missed')}
          </Button>
        </div>
      )}
    </li>
  );
};

/** Somebody does not come, or comes without a moment: that last asks an order, and so the planner. */
export const AwayDialog = ({
  rows,
  acts,
  onClose,
}: {
  rows: readonly Row[];
  acts: DayActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('day-list');
  const cutOff = useCutOff();
  const coming = rows.filter(({ group }) => group === 'coming');
  return (
    <DayDialog title={t('away.open')} onClose={onClose}>
      <h3>{t('away.title')}</h3>
      {coming.length === 0 ? (
        <p className={styles.quiet}>{t('away.nobody')}</p>
      ) : (
        <ul className={styles.people}>
          {coming.map((row) => (
            <Missing key={row.visit.id} row={row} acts={acts} onClose={onClose} />
          ))}
        </ul>
      )}
      <h3>{t('walkIn.title')}</h3>
      <p className={styles.quiet}>{t('walkIn.line')}</p>
      {cutOff === null ? (
        <ButtonLink to="/thuiskamer" size="large" icon="calendar-days">
          {t('walkIn.plan')}
        </ButtonLink>
      ) : (
        <p className={styles.quiet}>{t('walkIn.offline')}</p>
      )}
    </DayDialog>
  );
};
