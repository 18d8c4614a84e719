import type { JSX } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import { CHAPTERS, type Chapter, RULE_WORDS, RULES } from '#modules/region/types.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Rules } from './agreement-draft.ts';
import styles from './Chapters.module.css';
import { nameAmong, read } from './words.ts';

/** The sign of each chapter. */
export const CHAPTER_ICONS: Readonly<Record<Chapter, JSX.Element>> = {
  answer: <Icon name="timer" size={16} />,
  crisis: <Icon name="siren" size={16} />,
  choice: <Icon name="user-check" size={16} />,
  gone: <Icon name="bed" size={16} />,
  waiting: <Icon name="hourglass" size={16} />,
  ladder: <Icon name="arrow-up-narrow-wide" size={16} />,
  fresh: <Icon name="clock" size={16} />,
  consult: <Icon name="stethoscope" size={16} />,
};

/** The sentence with what was agreed in bold: the eye finds the number first. */
const Told = ({ says, short }: { says: string; short: string }): JSX.Element => {
  const [before, ...after] = says.split(short);
  if (short === '' || after.length === 0) return <>{says}</>;
  return (
    <>
      {before}
      <b>{short}</b>
      {after.join(short)}
    </>
  );
};

/** What was agreed, in sentences, chapter by chapter. */
export const Chapters = ({ rules, among }: { rules: Rules; among: Agreements }): JSX.Element => {
  const t = useText('agreement');
  const nameOf = nameAmong(among);
  // Nobody chooses when the first yes counts: then how long choosing takes says nothing.
  const told = RULES.filter((rule) => rule !== 'choiceMinutes' || rules.choice === 'person');
  return (
    <div className={styles.chapters}>
      {CHAPTERS.map((chapter) => (
        <section key={chapter} className={styles.chapter}>
          <h3>
            {CHAPTER_ICONS[chapter]}
            {t(`chapter.${chapter}`)}
          </h3>
          <ul>
            {told
              .filter((rule) => RULE_WORDS[rule].chapter === chapter)
              .map((rule) => (
                <li key={rule}>
                  <Told
                    says={read(RULE_WORDS[rule].says(rules, nameOf))}
                    short={read(RULE_WORDS[rule].short(rules, nameOf))}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
