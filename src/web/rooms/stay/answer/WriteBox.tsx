import { type JSX, useId } from 'react';
import type { AnswerView } from '#modules/stay/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Answer.module.css';
import type { WrittenBox } from './boxes.ts';

/** A box to write in: a check when there is something, tinted while it is empty. */
export const WriteBox = ({
  name,
  text,
  proposals,
  onWrite,
  onLeave,
}: {
  name: WrittenBox;
  text: string;
  /** Sentences from what was measured, to put in. */
  proposals: AnswerView['proposals'];
  onWrite: (text: string) => void;
  onLeave: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const language = currentLanguage();
  const id = useId();
  const empty = text.trim() === '';
  const fresh = proposals.filter((each) => !text.includes(each[language]));
  return (
    <div className={styles.box} data-box={name} data-missing={empty || undefined}>
      <label htmlFor={id} className={styles.name}>
        {empty ? <Icon name="circle-alert" size={16} /> : <Icon name="check" size={16} />}
        {t(`box.${name}`)}
        <span className="aloud">{t(empty ? 'box.empty' : 'box.ready')}</span>
      </label>
      <textarea
        id={id}
        value={text}
        maxLength={3000}
        rows={3}
        placeholder={t(`box.hint.${name}`)}
        onChange={(event) => onWrite(event.currentTarget.value)}
        onBlur={onLeave}
      />
      {fresh.length > 0 && (
        <details className={styles.proposals} open={empty}>
          <summary>{t('box.proposals', { count: fresh.length })}</summary>
          <ul>
            {fresh.map((each) => (
              <li key={each.code}>
                <button
                  type="button"
                  onClick={() => onWrite([text.trim(), each[language]].filter(Boolean).join(' '))}
                >
                  <Icon name="plus" size={13} />
                  {each[language]}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
