import { useMutation } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import type { AnswerView, StayView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Answer.module.css';
import { AnswerLetter, type Letter, LetterBody } from './AnswerLetter.tsx';
import { Retriage } from './Retriage.tsx';
import { answerPath } from './use-draft.ts';
import { useLetterPaper } from './use-letter-paper.ts';

const useReading = (stayId: string) => {
  const t = useText('observation');
  const path = answerPath(stayId);
  return useMutation<void, Problem, number>({
    mutationFn: async (number) => {
      await call('POST', `${path}/read`, { number });
      announce(t('answer.saidRead'));
      await readAgain([path]);
    },
  });
};

const Frame = ({ children, acts }: { children: ReactNode; acts?: ReactNode }): JSX.Element => {
  const t = useText('observation');
  return (
    <section className={styles.panel} aria-labelledby="answer-title">
      <header className={styles.head}>
        <h2 id="answer-title">{t('answer.title')}</h2>
        <span className={styles.push} />
        {acts}
      </header>
      {children}
    </section>
  );
};

const Sent = ({
  stay,
  letter,
  readAt,
  onNext,
}: {
  stay: StayView;
  letter: Letter & { readonly sentAt: string };
  readAt: string | null;
  onNext: (() => void) | null;
}): JSX.Element => {
  const t = useText('observation');
  const format = useFormat();
  const now = useNow('minute');
  const { actor } = useSignedIn();
  const reading = useReading(stay.id);
  const paper = useLetterPaper(stay);
  useKeys([{ keys: ['p'], does: t('answer.printLetter'), run: paper.print }]);
  const mayRead = readAt === null && stay.gp?.id === actor.organisation.id;
  const at = (iso: string): string => format.moment(Date.parse(iso), now);
  return (
    <Frame
      acts={
        <>
          <p className={styles.kept}>
            {t('answer.sent', { moment: at(letter.sentAt), gp: stay.gp?.name ?? t('send.noGp') })}{' '}
            {readAt === null ? t('answer.unread') : t('answer.readAt', { moment: at(readAt) })}
          </p>
          {onNext !== null && <Button onPress={onNext}>{t('answer.next')}</Button>}
          <Button icon="printer" onPress={paper.print}>
            {t('answer.print')}
          </Button>
          {mayRead && (
            <Button
              look="primary"
              icon="check"
              busy={reading.isPending}
              onPress={() => reading.mutate(letter.number)}
            >
              {t('answer.read')}
            </Button>
          )}
        </>
      }
    >
      <Refused problem={reading.error} />
      <div className={styles.reading}>
        <LetterBody stay={stay} letter={letter} />
      </div>
      {paper.on && <AnswerLetter stay={stay} letter={letter} />}
    </Frame>
  );
};

/** The letter to read: for the GP, and for the house once it went. `onNext` begins another letter. */
export const ReadLetter = ({
  stay,
  view,
  onNext,
}: {
  stay: StayView;
  view: AnswerView;
  onNext: (() => void) | null;
}): JSX.Element => {
  const t = useText('observation');
  const [letter] = view.sent;
  if (letter === undefined)
    return (
      <Frame>
        <div className={styles.waits}>
          <Notice kind="empty" icon="mail" title={t('answer.notYet')}>
            {t('answer.notYetLine', { house: stay.house.name, phone: stay.unit.phone })}
          </Notice>
        </div>
      </Frame>
    );
  return (
    <>
      <Sent stay={stay} letter={letter} readAt={letter.readAt} onNext={onNext} />
      {view.own && stay.endedAt === null && <Retriage stay={stay} boxes={letter.boxes} />}
    </>
  );
};
