import type { JSX } from 'react';
import { Stepper } from '#web/design/Stepper.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './OrderForm.module.css';
import type { OrderDraft, OrderField } from './order-draft.ts';
import type { Writing } from './use-order-form.ts';

/** So many are ordered at once at most. */
const MOST = 60;

type Texts = { [K in keyof OrderDraft]: OrderDraft[K] extends string ? K : never }[keyof OrderDraft];

/** One line of the form, with what is wrong below it. */
export const Field = ({
  field,
  writing: { draft, change, wrong },
  type = 'text',
  hint,
}: {
  field: Texts & OrderField;
  writing: Writing;
  type?: 'text' | 'date' | 'number' | 'tel';
  hint?: string;
}): JSX.Element => {
  const t = useText('orders');
  return (
    <div data-field={field}>
      <TextField
        label={t(`field.${field}`)}
        type={type === 'number' ? 'text' : type}
        {...(type === 'number' ? { inputMode: 'decimal' } : {})}
        {...(hint === undefined ? {} : { hint })}
        autoComplete="off"
        value={draft[field]}
        error={wrong(field)}
        onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      />
    </div>
  );
};

const Count = ({
  field,
  least,
  writing: { draft, change, wrong },
}: {
  field: 'visits' | 'given';
  least: number;
  writing: Writing;
}): JSX.Element => {
  const t = useText('orders');
  const fault = wrong(field);
  return (
    <div className={styles.count} data-field={field} data-wrong={fault === null ? undefined : ''}>
      <span>{t(`field.${field}`)}</span>
      <Stepper
        label={t(`field.${field}`)}
        min={least}
        max={MOST}
        value={draft[field]}
        onChange={(count) => change({ [field]: count })}
      />
      {fault !== null && <p className={styles.fault}>{fault}</p>}
    </div>
  );
};

/** How often, how far apart, what the hospital gave before, and in which days. */
export const CourseFields = ({
  first,
  ...writing
}: Writing & {
  /** The first one is given in the hospital. */
  first: boolean;
}): JSX.Element => {
  const { visits, given } = writing.draft;
  return (
    <>
      <div className={styles.row}>
        <Count field="visits" least={1} writing={writing} />
        {visits > 1 && (
          <>
            <Field field="intervalDays" type="number" writing={writing} />
            <Field field="toleranceDays" type="number" writing={writing} />
          </>
        )}
      </div>
      <div className={styles.row}>
        <Count field="given" least={0} writing={writing} />
        {(first || given > 0) && <Field field="firstGivenOn" type="date" writing={writing} />}
      </div>
      <div className={styles.row}>
        <Field field="fromDay" type="date" writing={writing} />
        <Field field="latestDay" type="date" writing={writing} />
        <Field field="validUntil" type="date" writing={writing} />
      </div>
    </>
  );
};
