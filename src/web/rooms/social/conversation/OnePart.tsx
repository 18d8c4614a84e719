import { type JSX, useEffect, useId, useRef } from 'react';
import type { ConversationView } from '#modules/social/contract.ts';
import { DIMENSIONS } from '#modules/social/types.ts';
import { TextArea } from '#web/design/TextArea.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Keeping } from './Keeping.tsx';
import type { HeldPart } from './keeper.ts';
import { MarkSlider } from './MarkSlider.tsx';
import styles from './Part.module.css';
import { ReadAloud } from './ReadAloud.tsx';
import type { Talk } from './use-talk.ts';

type Prompt = ConversationView['prompts']['prompts'][number];

/** One part of the conversation: the question, the mark, the words, and whether to talk about it. */
export const OnePart = ({
  prompt,
  held,
  talk,
}: {
  prompt: Prompt;
  held: HeldPart;
  talk: Talk;
}): JSX.Element => {
  const t = useText('conversation');
  const id = useId();
  const language = currentLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  const { part } = prompt;
  const marked = DIMENSIONS.some((each) => each === part);
  const [name, ask] = [prompt.name[language], prompt.ask[language]];
  const think = prompt.think.map((each) => each[language]);
  // Who goes on with the keyboard, or listens, begins at the question.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.part} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`} ref={title} tabIndex={-1}>
        {name}
      </h2>
      <p id={`${id}-ask`} className={styles.ask}>
        {ask}
      </p>
      {think.length > 0 && (
        <div className={styles.think}>
          <p>{t('think')}</p>
          <ul>
            {think.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <ReadAloud
          words={[
            name,
            ask,
            ...(think.length > 0 ? [t('think'), ...think] : []),
            marked ? t('mark.how') : '',
          ]}
        />
      </div>
      {marked && (
        <MarkSlider
          label={t('mark.how')}
          mark={held.said.mark}
          onMark={(mark) => talk.write(part, { mark })}
        />
      )}
      <div className={styles.words}>
        <p id={`${id}-words`}>{t(marked ? 'words.more' : 'words.own')}</p>
        <TextArea
          labelledBy={`${id}-ask ${id}-words`}
          rows={4}
          maxLength={2000}
          value={held.said.words}
          onChange={(event) => talk.write(part, { words: event.currentTarget.value })}
        />
      </div>
      <label className={styles.talk}>
        <input
          type="checkbox"
          checked={held.said.talk}
          onChange={(event) => talk.write(part, { talk: event.currentTarget.checked })}
        />
        <span>{t('talk')}</span>
      </label>
      <Keeping part={part} held={held} talk={talk} />
    </section>
  );
};
