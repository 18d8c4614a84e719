import { type JSX, type RefObject, useRef, useState } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import { CHAPTERS, changesIn } from '#modules/region/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './AgreementForm.module.css';
import { type Draft, draftFaults, draftOf, nextMonday, type Rules, rulesOfDraft } from './agreement-draft.ts';
import { Changes } from './Changes.tsx';
import { CHAPTER_ICONS } from './Chapters.tsx';
import { RuleFields, type Writing } from './RuleFields.tsx';
import { useAgreeing } from './use-agreement.ts';
import { nameAmong, read } from './words.ts';

/** What the version of a day follows: the last that everybody signed before it. */
const rulesBefore = (among: Agreements, day: string): Rules =>
  among.versions.find(({ adoptedAt, validFrom }) => adoptedAt !== null && validFrom < day)?.rules ??
  among.current.rules;

const focusFirstFault = (form: RefObject<HTMLFormElement | null>): void =>
  // After the fields were drawn as wrong.
  void requestAnimationFrame(() =>
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );

/** What changes by what stands in the fields now; a number that cannot be is left out until it can. */
const Live = ({ draft, before, writing }: { draft: Draft; before: Rules; writing: Writing }): JSX.Element => {
  const t = useText('agreement');
  const changes = changesIn(before, rulesOfDraft(draft), nameAmong(writing.among)).filter(
    ({ rule }) => !writing.faults.has(rule),
  );
  return (
    <Panel title={t('form.changes', { count: changes.length })}>
      {changes.length === 0 ? (
        <p className={styles.quiet}>{t('form.nothing')}</p>
      ) : (
        <Changes changes={changes} />
      )}
    </Panel>
  );
};

/** Writing a proposal: every rule, and beside it what changes in words. Nothing counts until all parties have signed. */
export const AgreementForm = ({
  among,
  start,
  onDone,
}: {
  among: Agreements;
  /** The proposal that is changed; null writes a new one. */
  start: Agreements['versions'][number] | null;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('agreement');
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() =>
    draftOf(start?.rules ?? among.current.rules, start?.validFrom ?? nextMonday(among.today)),
  );
  const { act, busy, problem } = useAgreeing();
  useKeys([{ keys: ['Escape'], does: t('form.stop'), run: onDone, onlyKey: true }]);
  const before = rulesBefore(among, draft.validFrom);
  const faults = draftFaults(draft, among.today);
  const writing: Writing = {
    draft,
    before,
    among,
    faults,
    onType: (rule, text) => setDraft((now) => ({ ...now, typed: { ...now.typed, [rule]: text } })),
    onChoose: (chosen) => setDraft((now) => ({ ...now, chosen: { ...now.chosen, ...chosen } })),
  };
  const send = (): void => {
    if (faults.size > 0) {
      focusFirstFault(form);
      return;
    }
    act('', { validFrom: draft.validFrom, rules: rulesOfDraft(draft) }, () => {
      announce(t('form.done'));
      onDone();
    });
  };
  const dayFault = faults.get('validFrom');
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      aria-label={t('form.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send();
      }}
    >
      <div className={styles.rules}>
        <p className={styles.quiet}>{t('form.minutes')}</p>
        {CHAPTERS.map((chapter) => (
          <section key={chapter} className={styles.chapter}>
            <h2>
              {CHAPTER_ICONS[chapter]}
              {t(`chapter.${chapter}`)}
            </h2>
            <RuleFields chapter={chapter} writing={writing} />
          </section>
        ))}
      </div>
      <div className={styles.side}>
        <Panel title={t('form.title')}>
          <div className={styles.send}>
            <TextField
              label={t('form.from')}
              type="date"
              min={among.today}
              value={draft.validFrom}
              onChange={(event) => setDraft((now) => ({ ...now, validFrom: event.target.value }))}
              error={dayFault === undefined ? null : read(dayFault)}
            />
            <p className={styles.quiet}>{t('form.line', { count: among.parties.length })}</p>
            <Refused problem={problem} />
            <div className={styles.acts}>
              <Button look="primary" submit busy={busy}>
                {t(busy ? 'form.sending' : 'form.send')}
              </Button>
              <Button onPress={onDone}>{t('form.stop')}</Button>
            </div>
          </div>
        </Panel>
        <Live draft={draft} before={before} writing={writing} />
      </div>
    </form>
  );
};
