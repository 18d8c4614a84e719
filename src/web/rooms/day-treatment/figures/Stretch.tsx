import { type JSX, useState } from 'react';
import { useAddress } from '#web/address.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Figures.module.css';
import { STRETCHES } from './figures.ts';

const PER = ['week', 'half-day'] as const;

const OwnDays = ({ from, last }: { from: string; last: string }): JSX.Element => {
  const t = useText('day-figures');
  const [, change] = useAddress();
  const [days, setDays] = useState({ van: from, tot: last });
  const wrong = days.van === '' || days.tot === '' || days.van > days.tot;
  return (
    <form
      className={styles.own}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) change({ ...days, weken: '' });
      }}
    >
      <TextField
        label={t('stretch.from')}
        type="date"
        value={days.van}
        onChange={({ target }) => setDays({ ...days, van: target.value })}
      />
      <TextField
        label={t('stretch.last')}
        type="date"
        value={days.tot}
        error={wrong ? t('stretch.wrong') : null}
        onChange={({ target }) => setDays({ ...days, tot: target.value })}
      />
      <Button submit blocked={wrong}>
        {t('stretch.show')}
      </Button>
    </form>
  );
};

/** Over which days, and whether by week or by half-day. */
export const Stretch = ({
  weeks,
  from,
  last,
  per,
}: {
  weeks: string | null;
  from: string;
  last: string;
  per: (typeof PER)[number];
}): JSX.Element => {
  const t = useText('day-figures');
  const [, change] = useAddress();
  const [own, setOwn] = useState(weeks === null);
  const chosen = own || weeks === null ? 'own' : weeks;
  return (
    <div className={styles.stretch}>
      <ChipToggles<string>
        label={t('stretch.label')}
        one
        scroll
        shape="joined"
        chips={[
          ...STRETCHES.map((value) => ({ value, label: t('stretch.weeks', { count: Number(value) }) })),
          { value: 'own', label: t('stretch.own') },
        ]}
        values={[chosen]}
        onChange={([next]) => {
          setOwn(next === 'own');
          if (next !== undefined && next !== 'own') change({ weken: next, van: '', tot: '' });
        }}
      />
      <ChipToggles<(typeof PER)[number]>
        label={t('per.label')}
        one
        shape="joined"
        chips={PER.map((value) => ({ value, label: t(`per.${value}`) }))}
        values={[per]}
        onChange={([next]) => change({ per: next === 'half-day' ? 'dagdeel' : '' })}
      />
      {chosen === 'own' && <OwnDays key={`${from} ${last}`} from={from} last={last} />}
    </div>
  );
};
