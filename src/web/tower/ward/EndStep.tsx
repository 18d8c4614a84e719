import { type FormEvent, type JSX, useState } from 'react';
import { DAY, type Instant } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { fromFields, toFields } from '#web/i18n/typed-moment.ts';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';
import { MomentFields } from './MomentFields.tsx';
import type { WardClaim } from './timeline.ts';
import { useWardWords } from './use-ward-words.ts';
import { leavingMoments } from './ward-times.ts';

const useEnd = (claim: WardClaim | null, zone: string, now: Instant) => {
  const planned =
    claim?.until === null || claim === null ? now + DAY : Math.max(Date.parse(claim.until), now + DAY / 2);
  const start = toFields(planned, zone);
  const later = toFields(claim?.latestEnd == null ? planned + 3 * DAY : Date.parse(claim.latestEnd), zone);
  const [day, setDay] = useState(start.day);
  const [clock, setClock] = useState(start.clock);
  const [uncertain, setUncertain] = useState(claim?.latestEnd != null);
  const [lastDay, setLastDay] = useState(later.day);
  const [lastClock, setLastClock] = useState(later.clock);
  const until = fromFields(day, clock, zone);
  const latest = uncertain ? fromFields(lastDay, lastClock, zone) : null;
  const valid = until !== null && until > now && (!uncertain || (latest !== null && latest > until));
  return {
    until,
    latest,
    valid,
    uncertain,
    setUncertain,
    first: { day, clock, onDay: setDay, onClock: setClock },
    last: { day: lastDay, clock: lastClock, onDay: setLastDay, onClock: setLastClock },
  };
};

/** When somebody is expected to leave: one press for the usual moments, fields for the rest, a range when nobody knows. */
export const EndStep = ({ bar, bed, ward, acts, onDone }: CardParts): JSX.Element | null => {
  const t = useText('ward');
  const words = useWardWords();
  const now = useNow('minute');
  const { claim } = bar;
  const end = useEnd(claim, ward.site.zone, now);
  if (claim === null) return null;
  const change = (until: Instant, latest: Instant | null): void =>
    onDone(
      acts.changeEnd(
        claim,
        { until, latest },
        t('done.end', { code: bed.code, moment: words.when(until, now) }),
      ),
    );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (end.valid && end.until !== null) change(end.until, end.latest);
  };
  return (
    <form className={styles.step} onSubmit={send} noValidate>
      <p className={styles.ask}>{t('end.when', { who: words.who(claim) })}</p>
      <div className={styles.choices}>
        {leavingMoments(now, ward.site.zone).map(({ key, at }) => (
          <Button key={key} busy={acts.busy} onPress={() => change(at, null)}>
            {words.when(at, now)}
          </Button>
        ))}
      </div>
      <MomentFields label={t('end.other')} {...end.first} />
      <ChipToggles
        label={t('end.uncertainLabel')}
        chips={[{ value: 'uncertain', label: t('end.uncertain'), icon: 'circle-question-mark' }]}
        values={end.uncertain ? ['uncertain'] : []}
        onChange={(values) => end.setUncertain(values.length > 0)}
      />
      {end.uncertain && <MomentFields label={t('end.latest')} {...end.last} />}
      {!end.valid && <p className={styles.hint}>{t(end.uncertain ? 'end.order' : 'moment.future')}</p>}
      <Button look="primary" submit busy={acts.busy} blocked={!end.valid}>
        {t('end.act')}
      </Button>
    </form>
  );
};
