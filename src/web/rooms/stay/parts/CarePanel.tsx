import { type JSX, type ReactNode, useState } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { AbsenceForm } from './AbsenceForm.tsx';
import { CareForm, GpForm } from './CareForms.tsx';
import styles from './parts.module.css';
import { ReadyForm } from './ReadyForm.tsx';
import { StayPanel } from './StayPanel.tsx';
import { type StayActs, useStayActs } from './use-stay-acts.ts';

type Step = 'ready' | 'absence' | 'care' | 'gp';

const FORMS = { ready: ReadyForm, absence: AbsenceForm, care: CareForm, gp: GpForm } as const;

const Line = ({
  word,
  change,
  onChange,
  late = false,
  children,
}: {
  word: string;
  /** The verb; null when there is nothing to do here. */
  change: string | null;
  onChange: () => void;
  late?: boolean;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('stay');
  return (
    <div className={styles.fact}>
      <dt>{word}</dt>
      <dd className={cx(late && styles.late)}>{children}</dd>
      {change !== null && (
        <dd className={styles.acts}>
          <Button size="small" look="quiet" label={t('form.of', { verb: change, word })} onPress={onChange}>
            {change}
          </Button>
        </dd>
      )}
    </div>
  );
};

/** How long somebody could have been gone, and what stood in the way. */
const Waited = ({ waiting }: { waiting: StayView['waiting'] }): JSX.Element | null => {
  const t = useText('stay');
  if (waiting.delayedDays + waiting.wrongBedDays === 0) return null;
  const causes = waiting.causes.map(({ cause, days }) =>
    t('waiting.cause', { what: cause === 'none' ? t('waiting.none') : t(`barrier.${cause}`), count: days }),
  );
  return (
    <span className={styles.second}>
      {waiting.delayedDays > 0 && `${t('waiting.delayed', { count: waiting.delayedDays })} `}
      {waiting.wrongBedDays > 0 && `${t('waiting.wrongBed', { count: waiting.wrongBedDays })} `}
      {causes.length > 0 && t('waiting.causes', { causes: causes.join(', ') })}
    </span>
  );
};

const Absent = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const now = useNow('minute');
  const { absence } = stay;
  if (absence === null) return <>{t(stay.absences.length === 0 ? 'absence.here' : 'absence.hereAgain')}</>;
  const moment = (iso: string): string => format.moment(Date.parse(iso), now);
  return (
    <>
      {t(`absence.since.${absence.reason}`, { moment: moment(absence.leftAt) })}
      {absence.expectedBack !== null && (
        <span className={styles.second}>{t('absence.until', { moment: moment(absence.expectedBack) })}</span>
      )}
    </>
  );
};

const useBack = (acts: StayActs): (() => void) => {
  const t = useText('stay');
  return () => void acts.act({ path: 'absence/end', body: {}, done: t('absence.backDone') });
};

const Facts = ({
  stay,
  acts,
  onStep,
}: {
  stay: StayView;
  acts: StayActs;
  onStep: (step: Step) => void;
}): JSX.Element => {
  const t = useText('stay');
  const language = currentLanguage();
  const words = useStayWords();
  const back = useBack(acts);
  const keeps = stay.own && stay.endedAt === null;
  const verb = (word: string): string | null => (keeps ? word : null);
  const { readyDay, wlzSince } = stay.ready;
  const waited = stay.waiting.delayedDays + stay.waiting.wrongBedDays;
  return (
    <dl className={styles.told}>
      <Line
        word={t('ready.title')}
        change={verb(t('form.change'))}
        onChange={() => onStep('ready')}
        late={waited > 0}
      >
        {readyDay === null ? t('ready.notYet') : t('ready.since', { day: words.day(readyDay) })}
        {wlzSince !== null && (
          <span className={styles.second}>{t('ready.wlzOn', { day: words.day(wlzSince) })}</span>
        )}
        <Waited waiting={stay.waiting} />
      </Line>
      <Line
        word={t('absence.title')}
        change={verb(t(stay.absence === null ? 'absence.go' : 'absence.end'))}
        onChange={() => (stay.absence === null ? onStep('absence') : back())}
      >
        <Absent stay={stay} />
      </Line>
      <Line word={t('care.title')} change={verb(t('form.change'))} onChange={() => onStep('care')}>
        {PRODUCT_WORDS[stay.product].long[language]}
        {stay.courses.length > 1 && (
          <span className={styles.second}>
            {stay.courses
              .map(({ product, fromDay }) =>
                t('care.course', {
                  product: PRODUCT_WORDS[product].short[language],
                  day: words.day(fromDay),
                }),
              )
              .join(' · ')}
          </span>
        )}
      </Line>
      <Line word={t('care.gpTitle')} change={verb(t('form.change'))} onChange={() => onStep('gp')}>
        {stay.gp?.name ?? t('care.noGp')}
      </Line>
    </dl>
  );
};

/** How it is with the care: from when somebody could go, whether they are here, for which care, and which practice hears. */
export const CarePanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const acts = useStayActs(stay.id);
  const [step, setStep] = useState<Step | null>(null);
  const go = (next: Step | null): void => {
    acts.forget();
    setStep(next);
  };
  const Form = step === null ? null : FORMS[step];
  return (
    <StayPanel title={t('care.panel')}>
      <Facts stay={stay} acts={acts} onStep={go} />
      {Form !== null && <Form key={step} stay={stay} acts={acts} onDone={() => go(null)} />}
      {Form === null && acts.problem !== null && (
        <div className={styles.told}>
          <Refused problem={acts.problem} />
        </div>
      )}
    </StayPanel>
  );
};
