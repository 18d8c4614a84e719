import { type JSX, useEffect, useRef, useState } from 'react';
import { OFFER_REFUSAL_WORDS } from '#modules/placement/refusals.ts';
import { type OfferRefusal, REFUSALS } from '#modules/placement/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import type { Asked } from './asked.ts';
import styles from './Incoming.module.css';
import type { WardActs } from './use-ward-acts.ts';

const KINDS = ['not-now', 'cannot'] as const;

const codesOf = (kind: (typeof KINDS)[number]): OfferRefusal[] =>
  (Object.keys(REFUSALS) as OfferRefusal[]).filter((code) => REFUSALS[code] === kind);

/** A no in one press: each reason sends. "Not now" may be asked again later, "cannot" is not asked again for this care. */
export const RefusePanel = ({ asked, acts }: { asked: Asked; acts: WardActs }): JSX.Element => {
  const t = useText('ward');
  const language = currentLanguage();
  const [text, setText] = useState('');
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={sheet} className={styles.panel}>
      <TextField
        label={t('refuse.text')}
        hint={t('refuse.hint')}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      {KINDS.map((kind) => (
        <div key={kind}>
          <p className={styles.head}>{t(`refuse.${kind}`)}</p>
          <div className={styles.reasons}>
            {codesOf(kind).map((code) => (
              <Button
                key={code}
                busy={acts.busy}
                onPress={() =>
                  void acts.refuse(asked.offer.id, { code, text: text.trim() }, t('refuse.done'))
                }
              >
                {capital(OFFER_REFUSAL_WORDS[code][language])}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <ProblemNotice problem={acts.problem} kind="conflict" />
    </div>
  );
};
