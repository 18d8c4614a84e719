import { type JSX, useId, useState } from 'react';
import type { AroundBody } from '#modules/social/contract.ts';
import { LOADS, NEARNESS } from '#modules/social/types.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Network.module.css';

type Carer = NonNullable<AroundBody['carer']>;

const NOT_SAID: Carer = { load: null, words: '', question: '' };

/** Words below a question of their own. */
const Lines = ({
  label,
  hint,
  max,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  max: number;
  value: string;
  onChange: (value: string) => void;
}): JSX.Element => {
  const id = useId();
  return (
    <div>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <TextArea
        labelledBy={id}
        {...(hint === undefined ? {} : { hint })}
        rows={2}
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
};

/** How it goes with who cares, in their own words, and what they ask for themselves. */
const CarerFields = ({
  carer,
  onChange,
}: {
  carer: Carer;
  onChange: (carer: Carer) => void;
}): JSX.Element => {
  const t = useText('network');
  return (
    <div className={styles.caring}>
      <p className={styles.label}>{t('carer.how')}</p>
      <ChipToggles
        label={t('carer.how')}
        one
        chips={LOADS.map((value) => ({ value, label: t(`load.${value}`) }))}
        values={carer.load === null ? [] : [carer.load]}
        onChange={([load = carer.load]) => onChange({ ...carer, load })}
      />
      <Lines
        label={t('carer.words')}
        max={1000}
        value={carer.words}
        onChange={(words) => onChange({ ...carer, words })}
      />
      <Lines
        label={t('carer.question')}
        hint={t('carer.questionHint')}
        max={500}
        value={carer.question}
        onChange={(question) => onChange({ ...carer, question })}
      />
    </div>
  );
};

/** Somebody of the network, as the person says it; what is typed stays until it is kept or left. */
export const PersonForm = ({
  begin,
  busy,
  problem,
  onKeep,
  onLeave,
}: {
  begin: AroundBody | null;
  busy: boolean;
  problem: Problem | null;
  onKeep: (said: AroundBody) => void;
  onLeave: () => void;
}): JSX.Element => {
  const t = useText('network');
  const [said, setSaid] = useState<AroundBody>(
    begin ?? { name: '', bond: '', near: 'close', does: '', carer: null },
  );
  const change = (part: Partial<AroundBody>): void => setSaid((before) => ({ ...before, ...part }));
  const ready = said.name.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onKeep(said);
      }}
    >
      <div className={styles.two}>
        <TextField
          label={t('name')}
          maxLength={80}
          autoComplete="off"
          value={said.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextField
          label={t('bond')}
          hint={t('bondHint')}
          maxLength={80}
          autoComplete="off"
          value={said.bond}
          onChange={(event) => change({ bond: event.currentTarget.value })}
        />
      </div>
      <p className={styles.label}>{t('near')}</p>
      <ChipToggles
        label={t('near')}
        one
        chips={NEARNESS.map((value) => ({ value, label: t(`nearness.${value}`) }))}
        values={[said.near]}
        onChange={([near = said.near]) => change({ near })}
      />
      <Lines label={t('does')} max={500} value={said.does} onChange={(does) => change({ does })} />
      <ChipToggles
        label={t('carer.label')}
        chips={[{ value: 'carer', label: t('carer.label') }]}
        values={said.carer === null ? [] : ['carer']}
        onChange={(on) => change({ carer: on.length > 0 ? NOT_SAID : null })}
      />
      {said.carer !== null && <CarerFields carer={said.carer} onChange={(carer) => change({ carer })} />}
      <Refused problem={problem} />
      <div className={styles.row}>
        <Button submit look="primary" size="large" busy={busy} blocked={!ready}>
          {t('keep')}
        </Button>
        <Button size="large" onPress={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </form>
  );
};
