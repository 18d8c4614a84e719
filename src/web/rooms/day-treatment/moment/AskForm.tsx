import { type JSX, useEffect, useId, useRef, useState } from 'react';
import type { MomentAnswerBody, MomentView } from '#modules/day-treatment/contract.ts';
import { PARTS, type Part } from '#modules/day-treatment/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Moment.module.css';

/** Working days: on others no Thuiskamer is open. */
const WEEKDAYS = ['1', '2', '3', '4', '5'] as const;
type Weekday = (typeof WEEKDAYS)[number];
type AnyPart = Part | 'any';

/** Which half-days suit. Nothing chosen: any. */
const Suits = ({
  weekdays,
  part,
  onWeekdays,
  onPart,
}: {
  weekdays: readonly Weekday[];
  part: AnyPart;
  onWeekdays: (next: Weekday[]) => void;
  onPart: (next: AnyPart) => void;
}): JSX.Element => {
  const t = useText('day-moment');
  const parts: readonly AnyPart[] = [...PARTS, 'any'];
  return (
    <>
      <div className={styles.question}>
        <h3>{t('ask.weekdays')}</h3>
        <ChipToggles<Weekday>
          label={t('ask.weekdays')}
          chips={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))}
          values={weekdays}
          onChange={onWeekdays}
        />
      </div>
      <div className={styles.question}>
        <h3>{t('ask.part')}</h3>
        <ChipToggles<AnyPart>
          label={t('ask.part')}
          one
          chips={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
          values={[part]}
          onChange={([next]) => onPart(next ?? 'any')}
        />
      </div>
    </>
  );
};

/** Somebody asks for another moment, or says that they cannot come, in their own words. */
export const AskForm = ({
  asking,
  view,
  busy,
  onSend,
  onBack,
}: {
  asking: 'other-moment' | 'cannot';
  view: MomentView;
  busy: boolean;
  onSend: (said: Omit<MomentAnswerBody, 'token'>) => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('day-moment');
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const again = view.answer === asking;
  const [words, setWords] = useState(again ? (view.words ?? '') : '');
  const [weekdays, setWeekdays] = useState<Weekday[]>(
    again ? WEEKDAYS.filter((each) => view.weekdays.includes(Number(each))) : [],
  );
  const [part, setPart] = useState<AnyPart>(again ? (view.part ?? 'any') : 'any');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const suits = { weekdays: weekdays.map(Number), part: part === 'any' ? null : part };
        const none = { weekdays: [], part: null };
        if (!busy) onSend({ answer: asking, words, ...(asking === 'cannot' ? none : suits) });
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {t(`ask.${asking}.title`)}
      </h2>
      <p>{t(`ask.${asking}.line`)}</p>
      {asking === 'other-moment' && (
        <Suits weekdays={weekdays} part={part} onWeekdays={setWeekdays} onPart={setPart} />
      )}
      <div className={styles.question}>
        <h3 id={id}>{t('ask.words')}</h3>
        <TextArea
          labelledBy={id}
          hint={t('ask.wordsHint')}
          value={words}
          rows={3}
          maxLength={500}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <div className={styles.acts}>
        <Button submit look="primary" size="large" wide busy={busy}>
          {t(`ask.${asking}.send`)}
        </Button>
        <Button size="large" wide onPress={onBack}>
          {t('ask.back')}
        </Button>
      </div>
    </form>
  );
};
