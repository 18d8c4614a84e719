import { type JSX, useId, useState } from 'react';
import { LIMIT_CHECKS, type Proposal } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Age } from '#web/design/Age.tsx';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { originOf } from '#web/design/figure.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './ProposalCards.module.css';
import { inWords, placeName } from './words.ts';

const FIRST = 3;

const Free = ({ place }: { place: Proposal }): JSX.Element => {
  const t = useText('request');
  const format = useFormat();
  const now = useNow('minute');
  if (place.state === 'free') return <FreeBox count={place.free} {...originOf(place.figure)} />;
  return (
    <StateChip state="soon">
      {t('places.from', { moment: format.moment(Date.parse(place.from), now) })}
    </StateChip>
  );
};

/** What of the hard limits nobody said: it keeps nobody out, but one call settles it. */
const ToAsk = ({ place }: { place: Proposal }): JSX.Element | null => {
  const open = place.checks.filter(
    ({ code, met }) => met === null && LIMIT_CHECKS.some((limit) => limit === code),
  );
  if (open.length === 0) return null;
  return (
    <span className={styles.ask}>
      <Icon name="circle-question-mark" size={14} />
      <span>{open.map(inWords).join(' · ')}</span>
    </span>
  );
};

const Card = ({
  place,
  title,
  name,
  best,
  chosen,
  onChoose,
}: {
  place: Proposal;
  title: string;
  name: string;
  best: boolean;
  chosen: boolean;
  onChoose: () => void;
}): JSX.Element => {
  const t = useText('request');
  const format = useFormat();
  const id = useId();
  // A check stands only where nothing deviates from what was asked.
  const whole = place.checks.every(({ met }) => met !== false);
  const where = [place.organisation, place.town, ...(place.km === null ? [] : [format.distance(place.km)])];
  return (
    <label className={cx(styles.card, chosen && styles.chosen)}>
      <input
        type="radio"
        name={name}
        checked={chosen}
        onChange={onChoose}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-why`}
      />
      <span className={styles.text}>
        {best && <span className={styles.best}>{t('places.best')}</span>}
        <span id={`${id}-name`}>
          <b>{title}</b> <span className={styles.where}>{where.join(' · ')}</span>
        </span>
      </span>
      <span className={styles.free}>
        <Free place={place} />
      </span>
      <span className={cx(styles.why, !whole && styles.partly)} id={`${id}-why`}>
        {whole ? <Icon name="check" /> : <Icon name="minus" />}
        <span>{inWords(place.why)}</span>
      </span>
      <ToAsk place={place} />
      <span className={styles.foot}>
        <Age {...originOf(place.figure)} sourceWord />
        {place.answersInMinutes !== null && (
          <span className={styles.answers}>
            <Icon name="timer" size={14} />
            {t('places.answers', { count: place.answersInMinutes })}
          </span>
        )}
      </span>
      <span className={styles.pick} aria-hidden="true">
        {chosen && <Icon name="check" />}
        {t(chosen ? 'places.chosen' : 'places.choose')}
      </span>
    </label>
  );
};

/** What fits, best first and best chosen; one press or Alt 1–3 takes another. */
export const ProposalCards = ({
  fits,
  chosen,
  onChoose,
}: {
  fits: readonly Proposal[];
  chosen: Proposal | null;
  onChoose: (place: Proposal) => void;
}): JSX.Element => {
  const t = useText('request');
  const name = useId();
  const [all, setAll] = useState(false);
  const shown = fits.filter((place, rank) => all || rank < FIRST || place === chosen);
  return (
    <>
      <div role="radiogroup" aria-label={t('places.label')} className={styles.cards}>
        {shown.map((place) => (
          <Card
            key={place.unitId}
            place={place}
            title={placeName(place, fits)}
            name={name}
            best={place === fits[0]}
            chosen={place === chosen}
            onChoose={() => onChoose(place)}
          />
        ))}
      </div>
      {shown.length < fits.length && (
        <Button onPress={() => setAll(true)}>
          {t('places.more', { count: fits.length - shown.length })}
        </Button>
      )}
    </>
  );
};
