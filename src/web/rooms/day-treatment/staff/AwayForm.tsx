import { type JSX, useState } from 'react';
import type { StaffNurse } from '#modules/day-treatment/contract.ts';
import { ABSENT, type Absent } from '#modules/day-treatment/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Nurses.module.css';
import type { RotaActs } from './use-rota-acts.ts';
import { useStaffWords } from './use-staff-words.ts';

/** From when to when somebody is not there. Ill from today, nobody knows until when: that is one press. */
export const AwayForm = ({
  nurse,
  today,
  acts,
  onDone,
}: {
  nurse: StaffNurse;
  today: string;
  acts: RotaActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const [why, setWhy] = useState<Absent>('ill');
  const [from, setFrom] = useState(today);
  const [last, setLast] = useState('');
  const turned = last !== '' && last < from;
  const said = { from, last: last === '' ? null : last, why };
  const send = async (): Promise<void> => {
    if (turned || from === '') return;
    const done = t('away.done', { initials: nurse.initials, away: words.away({ id: '', ...said }) });
    if (await acts.away(nurse, said, done)) onDone();
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('away.askOf', { name: nurse.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ChipToggles<Absent>
        label={t('away.why')}
        one
        shape="joined"
        chips={ABSENT.map((value) => ({ value, label: t(`standing.${value}`) }))}
        values={[why]}
        onChange={([next]) => setWhy(next ?? why)}
      />
      <div className={styles.fields}>
        <TextField
          label={t('away.from')}
          type="date"
          value={from}
          error={from === '' ? t('away.noFrom') : null}
          onChange={({ target }) => setFrom(target.value)}
        />
        <TextField
          label={t('away.last')}
          hint={t('away.lastHint')}
          type="date"
          min={from}
          value={last}
          error={turned ? t('away.turned') : null}
          onChange={({ target }) => setLast(target.value)}
        />
      </div>
      <div className={styles.acts}>
        <Button submit look="primary" busy={acts.busy} blocked={turned || from === ''}>
          {acts.busy
            ? t('busy')
            : t('away.say', { away: from === '' ? '' : words.away({ id: '', ...said }) })}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('stop')}
        </Button>
      </div>
    </form>
  );
};
