import { type JSX, useId } from 'react';
import { PARTS, type Part } from '#modules/day-treatment/types.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Field } from './CourseFields.tsx';
import styles from './OrderForm.module.css';
import type { Writing } from './use-order-form.ts';

/** A house one can choose. */
export interface House {
  readonly id: string;
  readonly name: string;
}

const WEEKDAYS = ['1', '2', '3', '4', '5'] as const;
const URGENCIES = ['1', '2', '3', '4', '5'] as const;

const ChooseHouse = ({
  field,
  houses,
  none,
  writing: { draft, change, wrong },
}: {
  field: 'siteOrg' | 'gpOrg';
  houses: readonly House[];
  none: string;
  writing: Writing;
}): JSX.Element => {
  const t = useText('orders');
  const id = useId();
  const fault = wrong(field);
  return (
    <div className={styles.choose} data-field={field}>
      <label htmlFor={id}>{t(`field.${field}`)}</label>
      <select
        id={id}
        value={draft[field]}
        aria-invalid={fault === null ? undefined : true}
        onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      >
        <option value="">{none}</option>
        {houses.map((house) => (
          <option key={house.id} value={house.id}>
            {house.name}
          </option>
        ))}
      </select>
      {fault !== null && <p className={styles.fault}>{fault}</p>}
    </div>
  );
};

/** Where it is given, and who reads what was given. */
export const HouseFields = ({
  sites,
  practices,
  ...writing
}: Writing & { sites: readonly House[]; practices: readonly House[] }): JSX.Element => {
  const t = useText('orders');
  return (
    <div className={styles.row}>
      <ChooseHouse field="siteOrg" houses={sites} none={t('choose')} writing={writing} />
      <ChooseHouse field="gpOrg" houses={practices} none={t('where.noGp')} writing={writing} />
    </div>
  );
};

/** What may stay as it is: how pressing, when somebody likes to come, and who is called. */
export const MoreFields = (writing: Writing): JSX.Element => {
  const t = useText('orders');
  const { draft, change } = writing;
  return (
    <>
      <div className={styles.asked}>
        <span>{t('field.urgency')}</span>
        <ChipToggles<(typeof URGENCIES)[number]>
          label={t('field.urgency')}
          one
          shape="joined"
          chips={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          values={URGENCIES.filter((value) => Number(value) === draft.urgency)}
          onChange={([urgency]) => change({ urgency: Number(urgency) })}
        />
      </div>
      <div className={styles.asked}>
        <span>{t('field.weekdays')}</span>
        <ChipToggles<(typeof WEEKDAYS)[number]>
          label={t('field.weekdays')}
          chips={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))}
          values={WEEKDAYS.filter((value) => draft.weekdays.includes(Number(value)))}
          onChange={(days) => change({ weekdays: days.map(Number) })}
        />
        <ChipToggles<Part>
          label={t('field.part')}
          chips={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
          values={draft.part === null ? [] : [draft.part]}
          onChange={(parts) => change({ part: parts.at(-1) ?? null })}
        />
      </div>
      <div className={styles.row}>
        <Field field="specialistName" writing={writing} />
        <Field field="specialistPhone" type="tel" writing={writing} />
      </div>
    </>
  );
};
