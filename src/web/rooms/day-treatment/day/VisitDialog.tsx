import { type JSX, useState } from 'react';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import { DayDialog } from './DayDialog.tsx';
import styles from './Dialog.module.css';
import type { Row } from './due.ts';
import { NoteForm } from './NoteForm.tsx';
import type { DayActs } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

const Facts = ({ row: { visit } }: { row: Row }): JSX.Element => {
  const t = useText('day-list');
  const facts = [
    ['number', t('visit.numberOf', { number: visit.number, of: visit.of })],
    ['dose', visit.dose],
    ['weight', visit.weightKg === null ? null : t('visit.kilos', { kilos: visit.weightKg })],
    ['limits', visit.note],
    ['stopRule', visit.stopRule],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([fact, words]) =>
          words !== null && (
            <div key={fact}>
              <dt>{t(`visit.${fact}`)}</dt>
              <dd>{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
};

/** Everything about one visit: what was ordered, what was done and when; what went otherwise is written down here. */
export const VisitDialog = ({
  row,
  acts,
  onClose,
}: {
  row: Row;
  acts: DayActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const [asked, setAsked] = useState<'deviated' | 'not-given' | null>(
    row.visit.stopped && row.standing.startedAt === null && row.group !== 'over' ? 'not-given' : null,
  );
  const { visit, standing, group } = row;
  const { name, phone } = visit.specialist;
  const close = (kept: boolean): boolean => {
    if (kept) onClose();
    return kept;
  };
  return (
    <DayDialog title={words.name(visit)} onClose={onClose}>
      <p className={styles.quiet}>{words.line(visit)}</p>
      <Facts row={row} />
      <ButtonLink to={telephone(phone)} look="call" size="large" icon="phone">
        {t('check.call', { who: name, phone })}
      </ButtonLink>
      <h3>{t('visit.done')}</h3>
      {row.acts.length === 0 && <p className={styles.quiet}>{t('visit.nothing')}</p>}
      <ul className={styles.acts}>
        {row.acts.map((act) => (
          <li key={act.id}>
            <span>{words.clock(act.at)}</span> {words.act(act)} <small>{act.byName}</small>
          </li>
        ))}
      </ul>
      {asked === 'deviated' && (
        <NoteForm
          label={t('visit.deviation')}
          submit={t('visit.keep')}
          onSay={(note) => acts.add({ visitId: visit.id, kind: 'deviated', body: { note } }).then(close)}
        />
      )}
      {asked === 'not-given' && (
        <NoteForm
          label={t('visit.whyNot')}
          submit={t('visit.notGiven')}
          onSay={(why) => acts.add({ visitId: visit.id, kind: 'not-given', body: { why } }).then(close)}
        />
      )}
      {asked === null && (
        <div className={styles.ends}>
          <Button size="large" icon="pencil" onPress={() => setAsked('deviated')}>
            {t('visit.deviate')}
          </Button>
          {standing.startedAt === null && group !== 'over' && (
            <Button size="large" icon="ban" onPress={() => setAsked('not-given')}>
              {t('act.not-given')}
            </Button>
          )}
        </div>
      )}
    </DayDialog>
  );
};
