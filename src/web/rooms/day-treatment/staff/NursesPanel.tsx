import { type JSX, useState } from 'react';
import type { DayStaff } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { NurseCard } from './NurseCard.tsx';
import { NurseForm } from './NurseForm.tsx';
import styles from './Nurses.module.css';
import type { RotaActs } from './use-rota-acts.ts';

/** Who works here: what each may do until when, who is away, and adding somebody. */
export const NursesPanel = ({
  staff,
  keeps,
  today,
  acts,
}: {
  staff: DayStaff;
  keeps: boolean;
  today: string;
  acts: RotaActs;
}): JSX.Element => {
  const t = useText('day-staff');
  const [adding, setAdding] = useState(false);
  const { nurses, room } = staff;
  return (
    <Panel title={t('nurses.title', { count: nurses.length })}>
      {nurses.length === 0 && (
        <Notice kind="empty" icon="users-round" title={t('nurses.none')}>
          {t('nurses.noneLine')}
        </Notice>
      )}
      <ul className={styles.nurses}>
        {nurses.map((nurse) => (
          <NurseCard key={nurse.id} nurse={nurse} keeps={keeps} today={today} acts={acts} />
        ))}
      </ul>
      {keeps && (
        <Button icon="user-plus" expanded={adding} onPress={() => setAdding(!adding)}>
          {t('nurses.add')}
        </Button>
      )}
      {adding && <NurseForm unitId={room.unit.id} nurse={null} onDone={() => setAdding(false)} />}
    </Panel>
  );
};
