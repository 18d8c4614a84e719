import { type JSX, useId } from 'react';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Field } from './CourseFields.tsx';
import styles from './OrderForm.module.css';
import type { Orderable } from './order-draft.ts';
import type { Writing } from './use-order-form.ts';

type YesNo = 'yes' | 'no';

/** A few lines in the specialist's own words. */
const Words = ({
  field,
  writing: { draft, change, wrong },
}: {
  field: 'stopRule' | 'limits';
  writing: Writing;
}): JSX.Element => {
  const t = useText('orders');
  const id = useId();
  const fault = wrong(field);
  return (
    <div data-field={field}>
      <p id={id} className={styles.label}>
        {t(`field.${field}`)}
      </p>
      <TextArea
        labelledBy={id}
        rows={2}
        maxLength={1000}
        value={draft[field]}
        hint={t(`hint.${field}`)}
        aria-invalid={fault === null ? undefined : true}
        onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      />
      {fault !== null && (
        <p className={styles.fault} role="alert">
          <Icon name="circle-alert" size={15} />
          {fault}
        </p>
      )}
    </div>
  );
};

const LabFields = ({ days, writing }: { days: number; writing: Writing }): JSX.Element => {
  const t = useText('orders');
  const { draft, change } = writing;
  return (
    <div className={styles.row}>
      <Field field="labOn" type="date" hint={t('hint.labOn', { count: days })} writing={writing} />
      {draft.labOn !== '' && (
        <div className={styles.asked}>
          <span>{t('field.labOk')}</span>
          <ChipToggles<YesNo>
            label={t('field.labOk')}
            one
            shape="joined"
            chips={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
            values={draft.labOk === null ? [] : [draft.labOk ? 'yes' : 'no']}
            onChange={([answer]) => change({ labOk: answer === 'yes' })}
          />
        </div>
      )}
    </div>
  );
};

/** What is given, what the treatment asks to be known, and when nothing is given. */
export const CareFields = ({ treatment, ...writing }: Writing & { treatment: Orderable }): JSX.Element => {
  const { weight, labDays } = treatment.body;
  return (
    <>
      <div className={styles.row}>
        <Field field="dose" writing={writing} />
        {weight && <Field field="weightKg" type="number" writing={writing} />}
      </div>
      {labDays !== null && <LabFields days={labDays} writing={writing} />}
      <Words field="stopRule" writing={writing} />
      <Words field="limits" writing={writing} />
    </>
  );
};
