import { type JSX, useId } from 'react';
import type { Sex } from '#modules/people/types.ts';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Fault } from './draft.ts';
import { type Field, faultText } from './field.ts';
import styles from './Person.module.css';
import type { PersonDraft } from './person.ts';

/** The six things about a person that placing needs; typing goes from field to field with Tab. */
export const PersonFields = ({
  person,
  faults,
  fresh,
  onChange,
  wrong,
  asksBsn = true,
}: {
  person: PersonDraft;
  faults: readonly Fault[];
  /** Nothing is filled in yet on a screen with a keyboard: begin here. */
  fresh: boolean;
  onChange: (person: PersonDraft) => void;
  /** What is wrong with a field, where that is said in other words than of a request. */
  wrong?: (field: Field) => string | null;
  /** Who helps beside care never asks for it. */
  asksBsn?: boolean;
}): JSX.Element => {
  const t = useText('request');
  const sexId = useId();
  const said = wrong ?? ((field: Field) => faultText(faults, field, t));
  const sexFault = said('sex');
  const text = (field: 'name' | 'birthDate' | 'pc4' | 'bsn') => ({
    label: t(`person.${field}`),
    value: person[field],
    error: said(field),
    autoComplete: 'off',
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ ...person, [field]: event.currentTarget.value }),
  });
  return (
    <div className={styles.fields}>
      <div data-field="name">
        <TextField {...text('name')} autoFocus={fresh} />
      </div>
      <div data-field="birthDate">
        <TextField {...text('birthDate')} inputMode="numeric" placeholder={t('person.birthExample')} />
      </div>
      <div data-field="sex" className={styles.sex}>
        <p id={sexId} className={styles.label}>
          {t('person.sex')}
        </p>
        <ChoiceCards<Sex>
          labelledBy={sexId}
          columns={3}
          value={person.sex}
          onChange={(sex) => onChange({ ...person, sex })}
          choices={[
            { value: 'female', title: t('person.female') },
            { value: 'male', title: t('person.male') },
            { value: 'other', title: t('person.other') },
          ]}
        />
        {sexFault !== null && <p className={styles.fault}>{sexFault}</p>}
      </div>
      <div data-field="pc4">
        <TextField {...text('pc4')} placeholder={t('person.pc4Example')} />
      </div>
      {asksBsn && (
        <div data-field="bsn">
          <TextField {...text('bsn')} inputMode="numeric" placeholder={t('mayBeEmpty')} />
        </div>
      )}
    </div>
  );
};
