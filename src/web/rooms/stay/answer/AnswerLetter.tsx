import type { JSX, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { AnswerBoxes, AnswerView, StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useStripWords } from '#web/rooms/stay/observation/use-strip-words.ts';
import { Logo } from '#web/shell/Logo.tsx';
import styles from './Letter.module.css';

/** What stands in a letter, sent or not. */
export interface Letter {
  readonly boxes: AnswerBoxes;
  readonly medication: AnswerView['medication'];
  readonly number: number;
  /** Null: a draft; that stands on the paper. */
  readonly sentAt: string | null;
  readonly sentBy?: string;
}

const Part = ({ title, children }: { title: string; children: ReactNode }): JSX.Element => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** Five parts in order, as on the screen; what is missing is said, not left out. */
export const LetterBody = ({ stay, letter }: { stay: StayView; letter: Letter }): JSX.Element => {
  const t = useText('observation');
  const words = useStripWords(stay.zone);
  const { boxes, medication } = letter;
  const written = (text: string): JSX.Element => (
    <p className={styles.written}>{text.trim() === '' ? t('letter.blank') : text}</p>
  );
  return (
    <>
      <Part title={t('box.seen')}>{written(boxes.seen)}</Part>
      <Part title={t('box.finding')}>{written(boxes.finding)}</Part>
      <Part title={t('box.advice')}>{written(boxes.advice)}</Part>
      <Part title={t('box.medication')}>
        {medication.length === 0 && <p>{t('box.noMedication')}</p>}
        <ul className={styles.medicines}>
          {medication.map((mark) => (
            <li key={mark.id}>
              <b>{words.mark(mark)}</b>, {words.day(mark.day)}
              {mark.detail !== '' && `, ${mark.detail}`}. {mark.reason ?? t('letter.noReason')}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('box.followUp')}>{written(boxes.followUp)}</Part>
    </>
  );
};

const Sheet = ({ stay, letter }: { stay: StayView; letter: Letter }): JSX.Element => {
  const t = useText('observation');
  const format = useFormat();
  const now = useNow('minute');
  const words = useStripWords(stay.zone);
  const at = letter.sentAt === null ? now : Date.parse(letter.sentAt);
  return (
    <article className={styles.letter}>
      <header>
        <p className={styles.house}>
          <Logo size={26} />
          <span>
            <b>{stay.house.name}</b>
            {stay.unit.name} · {stay.unit.phone}
          </span>
        </p>
        <p className={styles.date}>
          {capital(format.longDay(at))}
          {letter.sentAt === null && <b>{t('letter.draft', { clock: format.clock(now) })}</b>}
        </p>
      </header>
      <p className={styles.to}>{t('letter.to', { gp: stay.gp?.name ?? t('send.noGp') })}</p>
      <h1>{t('letter.title', { name: stay.person?.name ?? stay.code })}</h1>
      <p className={styles.who}>
        {stay.person !== null && t('letter.born', { day: words.date(stay.person.birthDate) })}{' '}
        {t('letter.stayed', { day: words.date(stay.arrivedDay), count: stay.day })}
      </p>
      {stay.question !== null && (
        <p className={styles.question}>
          <b>{t('letter.question')}</b> {stay.question.text}
        </p>
      )}
      {stay.goal !== null && (
        <p className={styles.question}>
          <b>{t('letter.goal')}</b> {t('letter.quoted', { text: stay.goal.text })}
        </p>
      )}
      <LetterBody stay={stay} letter={letter} />
      <footer>
        <p>
          {stay.responsible?.doctor ?? letter.sentBy ?? ''}
          <br />
          {stay.house.name}
        </p>
        <p>{t('letter.foot', { code: stay.code, number: letter.number, phone: stay.unit.phone })}</p>
      </footer>
    </article>
  );
};

/** The letter alone on its sheet of A4, black on white. */
export const AnswerLetter = ({ stay, letter }: { stay: StayView; letter: Letter }): JSX.Element =>
  createPortal(
    <div className="paper-only">
      <Sheet stay={stay} letter={letter} />
    </div>,
    document.body,
  );
