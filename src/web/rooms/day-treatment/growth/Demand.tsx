import { type JSX, useId, useState } from 'react';
import type { TreatmentList } from '#modules/day-treatment/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Stepper } from '#web/design/Stepper.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { DEMAND_FIELDS, type DemandField, linesOf, newLine } from './demand.ts';
import styles from './Growth.module.css';
import type { DemandLine, Growth } from './use-growth.ts';

/** One treatment with its six numbers. */
const LineFields = ({
  line,
  onChange,
  onRemove,
}: {
  line: DemandLine;
  onChange: (line: DemandLine) => void;
  onRemove: () => void;
}): JSX.Element => {
  const t = useText('day-growth');
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <h3>{line.name}</h3>
        <Button
          size="small"
          look="quiet"
          label={t('demand.removeOf', { name: line.name })}
          onPress={onRemove}
        >
          {t('demand.remove')}
        </Button>
      </div>
      <ul className={styles.fields}>
        {(Object.keys(DEMAND_FIELDS) as DemandField[]).map((field) => {
          const [min, max] = DEMAND_FIELDS[field];
          return (
            <li key={field}>
              <span>{t(`field.${field}`)}</span>
              <Stepper
                label={t('demand.fieldOf', { field: t(`field.${field}`), name: line.name })}
                value={line[field]}
                min={min}
                max={max}
                onChange={(value) => onChange({ ...line, [field]: value })}
              />
            </li>
          );
        })}
      </ul>
    </li>
  );
};

/** Chooses a treatment that can be ordered and is not in the list yet. */
const AddLine = ({
  treatments,
  onAdd,
}: {
  treatments: TreatmentList['treatments'];
  onAdd: (line: DemandLine) => void;
}): JSX.Element | null => {
  const t = useText('day-growth');
  const id = useId();
  if (treatments.length === 0) return null;
  return (
    <p className={styles.add}>
      <label htmlFor={id}>{t('demand.add')}</label>
      <select
        id={id}
        value=""
        onChange={({ target }) => {
          const found = treatments.find(({ code }) => code === target.value);
          if (found !== undefined) onAdd(newLine(found));
        }}
      >
        <option value="">{t('demand.choose')}</option>
        {treatments.map(({ code, draft, now }) => (
          <option key={code} value={code}>
            {(now?.body ?? draft).name}
          </option>
        ))}
      </select>
    </p>
  );
};

/** What is reckoned with: who is expected in a year. One press away from changing it; `open` when there is nothing yet. */
export const Demand = ({ growth, open }: { growth: Growth; open: boolean }): JSX.Element => {
  const t = useText('day-growth');
  const { number } = useWeekWords();
  const [opened, setOpened] = useState(open);
  const read = useRead<TreatmentList>('/api/v1/treatments', ['day-order']);
  const given = (read.data?.body.treatments ?? []).filter(({ now }) => now !== null);
  const lines = linesOf(growth.draft.demand, growth.counted?.lines ?? [], given);
  const set = (at: number, line: DemandLine | null): void =>
    growth.setDemand(lines.flatMap((each, i) => (i === at ? (line ?? []) : each)));
  return (
    <Panel title={t('demand.title')}>
      <p className={styles.quiet}>
        {growth.draft.demand === null && growth.counted !== null
          ? t('demand.counted', { count: growth.counted.days })
          : t('demand.own')}
      </p>
      <ul className={styles.demand} hidden={opened}>
        {lines.map((line) => (
          <li key={line.treatment}>
            <b>{line.name}</b>
            <span>{t('demand.line', { ...line, count: line.people, people: number(line.people) })}</span>
          </li>
        ))}
      </ul>
      {opened && (
        <ul className={styles.lines}>
          {lines.map((line, at) => (
            <LineFields
              key={line.treatment}
              line={line}
              onChange={(next) => set(at, next)}
              onRemove={() => set(at, null)}
            />
          ))}
        </ul>
      )}
      {opened && (
        <AddLine
          treatments={given.filter(({ code }) => lines.every(({ treatment }) => treatment !== code))}
          onAdd={(line) => growth.setDemand([...lines, line])}
        />
      )}
      <div className={styles.acts}>
        {growth.answer !== null && (
          <Button size="small" expanded={opened} onPress={() => setOpened(!opened)}>
            {t(opened ? 'demand.close' : 'demand.open')}
          </Button>
        )}
        {growth.draft.demand !== null && growth.counted !== null && (
          <Button size="small" look="quiet" onPress={() => growth.setDemand(null)}>
            {t('demand.back')}
          </Button>
        )}
      </div>
    </Panel>
  );
};
