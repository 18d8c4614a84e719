import { type JSX, useEffect, useRef } from 'react';
import type { Act } from '#modules/day-treatment/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import { type About, ChoosePerson } from './ChoosePerson.tsx';
import { DayDialog } from './DayDialog.tsx';
import styles from './Dialog.module.css';
import type { Row } from './due.ts';
import { NoteForm } from './NoteForm.tsx';
import type { DayActs } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

/** When this reaction began: what was done before it belongs to an earlier one. */
const sinceStart = (acts: readonly Act[]): Act[] => {
  const reacted = acts.filter(({ kind }) => kind === 'reacted');
  const ended = reacted.findLastIndex(({ body }) => body['over'] === true);
  return reacted.slice(ended + 1);
};

const Step = ({
  words,
  doneAt,
  onDone,
}: {
  words: string;
  doneAt: string | null;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('day-list');
  return (
    <li className={styles.step} data-done={doneAt !== null || undefined}>
      <span>{words}</span>
      {doneAt === null ? (
        <Button size="large" icon="check" label={t('reaction.doneOf', { step: words })} onPress={onDone}>
          {t('reaction.done')}
        </Button>
      ) : (
        <b>
          <Icon name="check" /> {doneAt}
        </b>
      )}
    </li>
  );
};

const Reaction = ({ row, acts, onClose }: { row: Row; acts: DayActs; onClose: () => void }): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const { visit, standing } = row;
  const begun = useRef(standing.reacting);
  const now = sinceStart(row.acts);
  const write = (body: Act['body']): Promise<boolean> =>
    acts.add({ visitId: visit.id, kind: 'reacted', body });
  useEffect(() => {
    // Opening it is stopping: the moment is written down before anything else is asked.
    if (begun.current) return;
    begun.current = true;
    void acts.add({ visitId: visit.id, kind: 'reacted' });
  }, [acts, visit.id]);
  const first = now[0];
  const clockOf = (found: Act | undefined): string | null =>
    found === undefined ? null : words.clock(found.at);
  const { name, phone } = visit.specialist;
  return (
    <div className={styles.reaction}>
      <p className={styles.stopped} role="status">
        <Icon name="octagon-x" size={22} />
        <b>{t('reaction.stop')}</b>
        {first !== undefined && <span>{t('reaction.since', { clock: words.clock(first.at) })}</span>}
      </p>
      <a className={styles.call} href={telephone(phone)} onClick={() => void write({ called: true })}>
        <Icon name="phone-call" size={24} />
        <span>
          <b>{t('reaction.call', { who: name })}</b>
          <small>
            {[phone, clockOf(now.find(({ body }) => body['called'] === true))]
              .filter((part) => part !== null)
              .join(' · ')}
          </small>
        </span>
      </a>
      <h3>{t('reaction.steps')}</h3>
      <ol className={styles.steps}>
        {visit.reaction.map((step, i) => (
          <Step
            key={step}
            words={step}
            doneAt={clockOf(now.find(({ body }) => body['step'] === i + 1))}
            onDone={() => void write({ step: i + 1 })}
          />
        ))}
      </ol>
      {visit.emergency.length > 0 && (
        <p className={styles.quiet}>{t('reaction.atHand', { what: visit.emergency.join(', ') })}</p>
      )}
      <NoteForm label={t('reaction.note')} submit={t('reaction.keep')} onSay={(note) => write({ note })} />
      <div className={styles.ends}>
        <Button
          size="large"
          icon="check"
          onPress={() => void write({ over: true }).then((kept) => kept && onClose())}
        >
          {t('reaction.over')}
        </Button>
        {first !== undefined && now.length === 1 && (
          <Button
            size="large"
            icon="undo-2"
            onPress={() =>
              void acts
                .add({ visitId: visit.id, kind: 'undone', body: { act: first.id } })
                .then((kept) => kept && onClose())
            }
          >
            {t('reaction.none')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Somebody reacts: it stops at once, the specialist is one tap away, and the clinic's own steps each get their moment. */
export const ReactionDialog = ({ row, rows, acts, onClose, onChoose }: About): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const title = row === null ? t('reaction.who') : t('reaction.of', { name: words.name(row.visit) });
  return (
    <DayDialog title={title} onClose={onClose}>
      {row === null ? (
        <ChoosePerson rows={rows} onChoose={onChoose} />
      ) : (
        <Reaction key={row.visit.id} row={row} acts={acts} onClose={onClose} />
      )}
    </DayDialog>
  );
};
