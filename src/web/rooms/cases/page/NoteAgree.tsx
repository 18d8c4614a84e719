import type { JSX } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Case.module.css';

/** For whom, and by when, a line becomes an action; an owner of null is the person. */
export interface Agreeing {
  readonly owner: string | null;
  readonly name: string;
  readonly due: string;
}

const PERSON = 'person';

/** Said once above the note, so that each line is an action with one press. */
export const NoteAgree = ({
  of,
  today,
  agreeing,
  onChange,
}: {
  of: CaseView;
  today: string;
  agreeing: Agreeing;
  onChange: (next: Agreeing) => void;
}): JSX.Element => {
  const t = useText('cases');
  const owners = of.helpers.filter(({ parts }) => parts?.includes('plan') !== false);
  return (
    <div className={styles.fields}>
      <div className={styles.form}>
        <h3>{t('note.agreeFor')}</h3>
        <ChipToggles
          label={t('note.agreeFor')}
          one
          chips={[
            { value: PERSON, label: t('plan.person') },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          values={[agreeing.owner ?? PERSON]}
          onChange={([next = PERSON]) =>
            onChange({
              ...agreeing,
              owner: next === PERSON ? null : next,
              name: owners.find(({ id }) => id === next)?.name ?? t('plan.person'),
            })
          }
        />
      </div>
      <TextField
        label={t('plan.due')}
        type="date"
        min={today}
        value={agreeing.due}
        onChange={(event) => onChange({ ...agreeing, due: event.currentTarget.value })}
      />
    </div>
  );
};
