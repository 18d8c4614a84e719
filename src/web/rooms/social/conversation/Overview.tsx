import type { JSX } from 'react';
import type { ConversationView, PartBody } from '#modules/social/contract.ts';
import type { TalkPart } from '#modules/social/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Conversation.module.css';
import { useMarkWords } from './use-mark-words.ts';
import { Web } from './Web.tsx';

/** What was said of one part; with `onChange` it can be said otherwise. */
const SaidPart = ({
  name,
  said,
  changedBy,
  onChange,
}: {
  name: string;
  said: PartBody;
  changedBy: string | null;
  onChange?: (() => void) | undefined;
}): JSX.Element => {
  const t = useText('conversation');
  const words = useMarkWords();
  return (
    <li>
      <div className={styles.saidHead}>
        <h3>{name}</h3>
        {onChange !== undefined && (
          <Button look="quiet" icon="pencil" onPress={onChange} label={`${t('change')}: ${name}`}>
            {t('change')}
          </Button>
        )}
      </div>
      {said.mark !== null && <p className={styles.markSaid}>{words(said.mark).seen}</p>}
      <p className={said.words === '' ? styles.nothing : styles.quote}>
        {said.words === '' ? t('words.none') : said.words}
      </p>
      {said.talk && (
        <p className={styles.talkSaid}>
          <Icon name="message-circle" size={18} /> {t('talk')}
        </p>
      )}
      {changedBy !== null && <p className={styles.by}>{t('writtenBy', { name: changedBy })}</p>}
    </li>
  );
};

/** The whole of a conversation as far as the reader may see it: the web, and each part in words. */
export const Overview = ({
  of,
  onPart,
}: {
  of: ConversationView;
  onPart?: (part: TalkPart) => void;
}): JSX.Element => {
  const t = useText('conversation');
  const language = currentLanguage();
  return (
    <div className={styles.overview}>
      <Web of={of} />
      <ul className={styles.said} aria-label={t('parts')}>
        {of.parts.map(({ part, changedBy, ...said }) => (
          <SaidPart
            key={part}
            name={of.prompts.prompts.find((each) => each.part === part)?.name[language] ?? ''}
            said={said}
            changedBy={changedBy}
            onChange={onPart === undefined ? undefined : () => onPart(part)}
          />
        ))}
      </ul>
    </div>
  );
};
