import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { type About, ChoosePerson } from './ChoosePerson.tsx';
import { DayDialog } from './DayDialog.tsx';
import styles from './Dialog.module.css';
import type { Row } from './due.ts';
import { figuresOf, impossible, MEASURE_NAMES, MEASURES, type Typed } from './measured.ts';
import type { DayActs } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

const Measure = ({ row, acts, onClose }: { row: Row; acts: DayActs; onClose: () => void }): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const [typed, setTyped] = useState<Typed>({});
  const [asked, setAsked] = useState(false);
  const wrong = impossible(typed);
  const figures = figuresOf(typed);
  const before = row.acts.filter(({ kind }) => kind === 'measured');
  const keep = async (): Promise<void> => {
    setAsked(true);
    if (figures === null || wrong.length > 0) return;
    if (await acts.add({ visitId: row.visit.id, kind: 'measured', body: figures })) onClose();
  };
  return (
    <form
      className={styles.measure}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {MEASURE_NAMES.map((measure, i) => (
        <TextField
          key={measure}
          data-autofocus={i === 0 || undefined}
          label={t(`measure.${measure}`)}
          inputMode="decimal"
          autoComplete="off"
          value={typed[measure] ?? ''}
          onChange={({ currentTarget }) => setTyped({ ...typed, [measure]: currentTarget.value })}
          error={
            asked && wrong.includes(measure)
              ? t('measure.bounds', { least: MEASURES[measure][0], most: MEASURES[measure][1] })
              : null
          }
        />
      ))}
      {asked && figures === null && (
        <p className={styles.wrong} role="status">
          {t('measure.none')}
        </p>
      )}
      <Button submit look="primary" size="large">
        {t('measure.keep')}
      </Button>
      {before.length > 0 && (
        <ul className={styles.acts} aria-label={t('measure.before')}>
          {before.map((act) => (
            <li key={act.id}>
              <span>{words.clock(act.at)}</span> {words.act(act)}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
};

/** Blood pressure, pulse, saturation, temperature: what was measured, of whom. */
export const MeasureDialog = ({ row, rows, acts, onClose, onChoose }: About): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const title = row === null ? t('measure.who') : t('measure.of', { name: words.name(row.visit) });
  return (
    <DayDialog title={title} onClose={onClose}>
      {row === null ? (
        <ChoosePerson rows={rows} onChoose={onChoose} />
      ) : (
        <Measure row={row} acts={acts} onClose={onClose} />
      )}
    </DayDialog>
  );
};
