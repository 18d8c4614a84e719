import { type JSX, useState } from 'react';
import { capital, PROPERTY_WORDS } from '#kernel/words.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Question } from '#web/design/Question.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { MARKS, type Mark, markMeans } from './draft.ts';
import { LimitFields, TitleField } from './LimitFields.tsx';
import type { Asking } from './Questions.tsx';

/** How many chips stand there before `Meer`: what practices ask most. */
const FIRST = { phone: 4, desk: 8 } as const;

const useMarkWord = (): ((mark: Mark) => string) => {
  const t = useText('design');
  return (mark) => {
    const { trait, need } = markMeans(mark);
    if (trait !== undefined) return t(`profile.trait.${trait}`);
    return need === undefined ? mark : inWords(capital(PROPERTY_WORDS[need]));
  };
};

/** What a ward must know before it says yes, one tap each. */
export const MarksQuestion = (asking: Asking): JSX.Element => {
  const { draft, change } = asking;
  const t = useText('request');
  const phone = usePhone();
  const word = useMarkWord();
  const [more, setMore] = useState(false);
  const shown = MARKS.filter(
    (mark, place) => more || place < FIRST[phone ? 'phone' : 'desk'] || draft.marks.includes(mark),
  );
  const chips = shown.map((value) => ({ value, label: word(value) }));
  return (
    <Question number={7} title={t('marks.title')} hint={t('marks.hint')} done={draft.marks.length > 0}>
      {() => (
        <>
          <ChipToggles<Mark | 'more'>
            label={t('marks.title')}
            chips={more ? chips : [...chips, { value: 'more', label: t('marks.more'), icon: 'plus' }]}
            values={draft.marks}
            onChange={(values) => {
              if (values.includes('more')) setMore(true);
              else change({ marks: values.filter((value) => value !== 'more') });
            }}
          />
          {draft.marks.includes('closed-ward') && <TitleField {...asking} />}
          {(more || draft.language !== '' || draft.uzovi !== '') && <LimitFields {...asking} />}
        </>
      )}
    </Question>
  );
};

/** The question itself, in the referrer's own words; closed to who is asked until there is a yes. */
export const RemarksQuestion = ({ draft, change }: Asking): JSX.Element => {
  const t = useText('request');
  const observation = draft.reason === 'observation';
  return (
    <Question
      number={8}
      title={t(observation ? 'remarks.question' : 'remarks.title')}
      hint={t(observation ? 'remarks.questionHint' : 'mayBeEmpty')}
      done={draft.remarks.trim() !== ''}
    >
      {(id) => (
        <TextArea
          labelledBy={id}
          rows={1}
          maxLength={2000}
          value={draft.remarks}
          placeholder={t(observation ? 'remarks.questionExample' : 'remarks.example')}
          onChange={(event) => change({ remarks: event.currentTarget.value })}
        />
      )}
    </Question>
  );
};
