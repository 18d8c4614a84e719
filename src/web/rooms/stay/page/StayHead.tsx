import { type JSX, useState } from 'react';
import { daysBetween } from '#kernel/calendar.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { daysAhead } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { LabelledArea } from '#web/rooms/stay/parts/LabelledArea.tsx';
import { PartForm } from '#web/rooms/stay/parts/PartForm.tsx';
import { type StayActs, useStayActs } from '#web/rooms/stay/parts/use-stay-acts.ts';
import styles from './StayHead.module.css';

/** Who of the practice writes down a wish; the house always may. */
const WISHES: readonly string[] = ['gp', 'gp-assistant'];

type Wish = NonNullable<StayView['goal']>;

const EditWish = ({ label, onPress }: { label: string; onPress: () => void }): JSX.Element => (
  <button type="button" className={styles.edit} aria-label={label} title={label} onClick={onPress}>
    <Icon name="pencil" size={15} />
  </button>
);

/** Writing what the GP wants to know, or what the person wants: the newest counts, what stood there stays. */
const WishForm = ({
  stay,
  kind,
  acts,
  onDone,
}: {
  stay: StayView;
  kind: 'goal' | 'question';
  acts: StayActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const [text, setText] = useState(stay[kind]?.text ?? '');
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    if (await acts.act({ path: 'wishes', body: { kind, text: text.trim() }, done: t('head.wrote') }))
      onDone();
  };
  return (
    <PartForm acts={acts} act={t('form.keep')} onSend={() => void send()} onStop={onDone}>
      <LabelledArea label={t(`head.${kind}Words`)} value={text} onChange={setText} maxLength={500} />
    </PartForm>
  );
};

const Question = ({
  question,
  by,
  onEdit,
}: {
  question: Wish;
  by: string;
  onEdit: (() => void) | null;
}): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  return (
    <div className={styles.question}>
      <Icon name="quote" size={20} />
      <div>
        <p className={styles.small}>
          {t('head.question', { by, day: format.day(Date.parse(question.at)) })}
          {onEdit !== null && <EditWish label={t('head.editQuestion')} onPress={onEdit} />}
        </p>
        <h2 className={styles.large}>{question.text}</h2>
      </div>
    </div>
  );
};

const Goal = ({ goal, onEdit }: { goal: Wish | null; onEdit: (() => void) | null }): JSX.Element => {
  const t = useText('stay');
  return (
    <div className={styles.goal}>
      <p className={styles.small}>
        {t('head.goal')}
        {onEdit !== null && <EditWish label={t('head.editGoal')} onPress={onEdit} />}
      </p>
      <p className={styles.own}>{goal === null ? t('head.noGoal') : t('head.quoted', { text: goal.text })}</p>
    </div>
  );
};

/** How many days are left, and when somebody is expected to leave. */
const Left = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const now = useNow('minute');
  if (stay.endedAt !== null && stay.destination !== null) {
    return (
      <div className={styles.left}>
        <Icon name="log-out" size={22} />
        <p>
          <b>{t(`destination.${stay.destination}`)}</b>
          {t('head.ended', { day: format.day(Date.parse(stay.endedAt)), count: stay.day })}
        </p>
      </div>
    );
  }
  const over = stay.daysLeft < 0;
  const leaves = stay.expectedEnd === null ? null : Date.parse(stay.expectedEnd);
  // Nine days count down to the last; of three months only the last days do, and until then the way home.
  if (!stay.answers && !stay.alarm && leaves !== null && daysAhead(leaves, now) >= 0) {
    const count = daysAhead(leaves, now);
    return (
      <div className={styles.left}>
        <span className={styles.figure}>{count}</span>
        <p>
          <b>{t('head.toGo', { count })}</b>
          {t('head.dayOf', {
            day: format.day(leaves),
            number: stay.day,
            days: daysBetween(stay.arrivedDay, stay.lastDay) + 1,
          })}
        </p>
      </div>
    );
  }
  return (
    <div className={cx(styles.left, stay.alarm && styles.alarm, over && styles.over)}>
      <span className={styles.figure}>{Math.abs(stay.daysLeft)}</span>
      <p>
        <b>{t(over ? 'head.daysOver' : 'head.daysLeft', { count: Math.abs(stay.daysLeft) })}</b>
        {leaves === null ? t('head.noEnd') : t('head.end', { day: format.dayName(leaves, now) })}
      </p>
    </div>
  );
};

/** The head of a stay: the question, the own goal, and how many days are left. */
export const StayHead = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const acts = useStayActs(stay.id);
  const { role } = useSignedIn().actor;
  const [writing, setWriting] = useState<'goal' | 'question' | null>(null);
  const may = stay.endedAt === null && (stay.own || (stay.treats && WISHES.includes(role)));
  const edit = (kind: 'goal' | 'question'): (() => void) | null =>
    may
      ? () => {
          acts.forget();
          setWriting(kind);
        }
      : null;
  return (
    <section className={styles.whole} aria-label={t('head.label')}>
      <div className={styles.head}>
        {stay.question !== null && (
          <Question question={stay.question} by={stay.referrer.name} onEdit={edit('question')} />
        )}
        <Goal goal={stay.goal} onEdit={edit('goal')} />
        <Left stay={stay} />
      </div>
      {writing !== null && (
        <WishForm key={writing} stay={stay} kind={writing} acts={acts} onDone={() => setWriting(null)} />
      )}
    </section>
  );
};
