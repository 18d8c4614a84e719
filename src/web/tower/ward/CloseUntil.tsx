import { type JSX, useState } from 'react';
import { DAY, type Instant } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { fromFields, toFields } from '#web/i18n/typed-moment.ts';
import styles from './BedCard.module.css';
import { MomentFields } from './MomentFields.tsx';
import { useWardWords } from './use-ward-words.ts';
import { closingMoments } from './ward-times.ts';

/** Until when a bed stays closed: the usual moments in one press, any other with two fields. */
export const CloseUntil = ({
  zone,
  busy,
  onUntil,
}: {
  zone: string;
  busy: boolean;
  onUntil: (until: Instant) => void;
}): JSX.Element => {
  const t = useText('ward');
  const words = useWardWords();
  const now = useNow('minute');
  const start = toFields(now + DAY, zone);
  const [day, setDay] = useState(start.day);
  const [clock, setClock] = useState(start.clock);
  const own = fromFields(day, clock, zone);
  const valid = own !== null && own > now;
  return (
    <div className={styles.step}>
      <p className={styles.ask}>{t('close.until')}</p>
      <div className={styles.choices}>
        {closingMoments(now, zone).map(({ key, at }) => (
          <Button key={key} busy={busy} onPress={() => onUntil(at)}>
            {t('close.untilMoment', { moment: words.when(at, now) })}
          </Button>
        ))}
      </div>
      <MomentFields label={t('close.other')} day={day} clock={clock} onDay={setDay} onClock={setClock} />
      {!valid && <p className={styles.hint}>{t('moment.future')}</p>}
      <Button look="primary" busy={busy} blocked={!valid} onPress={() => own !== null && onUntil(own)}>
        {t('close.act')}
      </Button>
    </div>
  );
};
