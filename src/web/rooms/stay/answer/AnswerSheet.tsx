import type { JSX } from 'react';
import type { AnswerView, StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import styles from './Answer.module.css';
import { AnswerLetter } from './AnswerLetter.tsx';
import { BothTexts } from './BothTexts.tsx';
import { lackingOf, type WrittenBox } from './boxes.ts';
import type { DraftState } from './draft-keeper.ts';
import { MedicationBox } from './MedicationBox.tsx';
import { Retriage } from './Retriage.tsx';
import { SendAsk } from './SendAsk.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { useLetterPaper } from './use-letter-paper.ts';
import { useSending } from './use-sending.ts';
import { WriteBox } from './WriteBox.tsx';

/** How the draft stands, in words. */
const Kept = ({ state, savedAt }: { state: DraftState['state']; savedAt: string | null }): JSX.Element => {
  const t = useText('observation');
  const format = useFormat();
  const now = useNow('minute');
  const clock = savedAt === null ? null : format.moment(Date.parse(savedAt), now);
  const kept = clock === null ? t('answer.new') : t('answer.kept', { clock });
  return (
    <p className={styles.kept} role="status">
      {state === 'kept' ? kept : t(`answer.${state}`)}
    </p>
  );
};

const Lacks = ({ count }: { count: number }): JSX.Element => {
  const t = useText('observation');
  return count === 0 ? (
    <p className={styles.complete}>
      <Icon name="check" size={15} />
      {t('answer.complete')}
    </p>
  ) : (
    <p className={styles.lacks}>
      <Icon name="circle-alert" size={15} />
      {t('answer.lacks', { count })}
    </p>
  );
};

const Boxes = ({ stay, view, draft }: { stay: StayView; view: AnswerView; draft: Draft }): JSX.Element => {
  const box = (name: WrittenBox): JSX.Element => (
    <WriteBox
      key={name}
      name={name}
      text={draft.boxes[name]}
      proposals={name === 'seen' ? view.proposals : []}
      onWrite={(text) => draft.write({ [name]: text })}
      onLeave={() => void draft.keep()}
    />
  );
  return (
    <div className={styles.boxes}>
      {box('seen')}
      {box('finding')}
      {box('advice')}
      <MedicationBox stay={stay} medication={view.medication} writes />
      {box('followUp')}
    </div>
  );
};

/** The answer while it is written: what is ready, what is missing, and when it was kept. */
export const AnswerSheet = ({
  stay,
  view,
  begin,
}: {
  stay: StayView;
  view: AnswerView;
  begin: Parameters<typeof useDraft>[2];
}): JSX.Element => {
  const t = useText('observation');
  const draft = useDraft(stay.id, view, begin);
  const lacking = lackingOf(draft.boxes, view.medication);
  const sending = useSending(stay, draft);
  const paper = useLetterPaper(stay);
  useKeys([{ keys: ['p'], does: t('answer.printLetter'), run: paper.print }]);
  const state = draft.draft;
  const team = stay.meetings.find(
    ({ kind, heldAt, cancelled }) => kind === 'team' && heldAt === null && cancelled === null,
  );
  const letter = { boxes: draft.boxes, medication: view.medication, number: view.number, sentAt: null };
  return (
    <section className={styles.panel} aria-labelledby="answer-title">
      <header className={styles.head}>
        <h2 id="answer-title">{t('answer.title')}</h2>
        <Lacks count={lacking.count} />
        <span className={styles.push} />
        <Kept state={state.state} savedAt={view.sentAt === null ? view.savedAt : null} />
        <Button icon="printer" onPress={paper.print}>
          {t('answer.print')}
        </Button>
        <Button look="primary" expanded={sending.asking} onPress={sending.ask}>
          {t(team === undefined ? 'answer.send' : 'answer.sendAfter')}
        </Button>
      </header>
      {sending.asking && <SendAsk stay={stay} lacking={lacking} team={team ?? null} sending={sending} />}
      <Refused problem={state.state === 'failed' ? state.problem : sending.problem} />
      {state.state === 'apart' && (
        <BothTexts mine={draft.boxes} theirs={state.theirs} by={state.by} onSettle={draft.settle} />
      )}
      <Boxes stay={stay} view={view} draft={draft} />
      {stay.endedAt === null && <Retriage stay={stay} boxes={draft.boxes} />}
      {paper.on && <AnswerLetter stay={stay} letter={letter} />}
    </section>
  );
};
