import { type JSX, useState } from 'react';
import { instantFromIso, instantOf, isoFromInstant, localTime, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Then } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { momentTyped, typedMoment } from '#web/i18n/typed-moment.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import styles from './History.module.css';
import { NumberButton } from './list/NumberButton.tsx';
import { ThenTable } from './ThenTable.tsx';

/** The whole hour a day before this moment: where looking back begins. */
const yesterday = (now: Instant): Instant => Math.floor((now - DAY) / HOUR) * HOUR;

/** The same clock some calendar days on: a day of the change of the clock is one day too. */
const daysOn = (at: Instant, days: number): Instant => {
  const { day, minutes } = localTime(at, REGION_ZONE);
  return instantOf(plusDays(day, days), minutes, REGION_ZONE);
};

const Chooser = ({ at, onChange }: { at: Instant; onChange: (at: Instant) => void }): JSX.Element => {
  const t = useText('history');
  const now = useNow();
  const to = (moment: Instant): void => onChange(Math.min(now, moment));
  useKeys([
    { keys: ['ArrowLeft'], does: t('then.hourBack'), run: () => to(at - HOUR), onlyKey: true },
    { keys: ['ArrowRight'], does: t('then.hourOn'), run: () => to(at + HOUR), onlyKey: true },
    { keys: ['j'], does: t('then.dayBack'), run: () => to(daysOn(at, -1)), onlyKey: true },
    { keys: ['k'], does: t('then.dayOn'), run: () => to(daysOn(at, 1)), onlyKey: true },
  ]);
  return (
    <div className={styles.chooser}>
      <label className={styles.moment}>
        <span>{t('then.moment')}</span>
        <input
          type="datetime-local"
          value={typedMoment(at, REGION_ZONE)}
          max={typedMoment(now, REGION_ZONE)}
          onChange={({ target }) => {
            const typed = momentTyped(target.value, REGION_ZONE);
            if (typed !== null) to(typed);
          }}
        />
      </label>
      <div className={styles.steps}>
        <Button icon="chevrons-left" onPress={() => to(daysOn(at, -1))}>
          {t('then.dayBack')}
        </Button>
        <Button icon="chevron-left" onPress={() => to(at - HOUR)}>
          {t('then.hourBack')}
        </Button>
        <Button icon="chevron-right" onPress={() => to(at + HOUR)}>
          {t('then.hourOn')}
        </Button>
        <Button icon="chevrons-right" onPress={() => to(daysOn(at, 1))}>
          {t('then.dayOn')}
        </Button>
      </div>
    </div>
  );
};

/** Who waited then: how many, and of each kind of care a number that opens its list. */
const Waiting = ({ waiting, at }: { waiting: Then['waiting']; at: Instant }): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const people = waiting.reduce((sum, each) => sum + each.count, 0);
  if (people === 0) return <p className={styles.sentence}>{t('then.nobody')}</p>;
  return (
    <p className={styles.sentence}>
      {t('then.waiting', { count: people })}
      {waiting.map(({ product, count }) => (
        <span key={product} className={styles.waited}>
          {productShort(product)}{' '}
          <NumberButton
            number={{ of: 'waiting', product, at: isoFromInstant(at) }}
            word={t('figure.waiting')}
            about={`${productShort(product)}, ${format.day(at)} ${format.clock(at)}`}
          >
            {count}
          </NumberButton>
        </span>
      ))}
    </p>
  );
};

/** The board at a moment of the past, beside the board of now. */
export const ThenPanel = (): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const now = useNow();
  const [view, change] = useAddress();
  const [began] = useState(() => yesterday(now));
  const at = momentTyped(view['moment'] ?? '', REGION_ZONE) ?? began;
  const read = useRead<Then>(`/api/v1/history/then?at=${isoFromInstant(at)}`, []);
  const body = read.data?.body;
  return (
    <Panel title={t('then.title', { moment: format.longDay(at), clock: format.clock(at) })}>
      <Chooser at={at} onChange={(moment) => change({ moment: typedMoment(moment, REGION_ZONE) })} />
      {body === undefined || read.error !== null ? (
        <NotRead read={read} grid="1fr 60px 60px 60px" rows={8} />
      ) : body.rows.length === 0 ? (
        <Notice kind="empty" icon="history" title={t('then.none')} />
      ) : (
        <>
          <Waiting waiting={body.waiting} at={instantFromIso(body.at)} />
          <ThenTable then={body} />
          <p className={styles.rests}>
            {t('then.since', { day: format.longDay(instantFromIso(body.since)) })} {t('then.door')}
          </p>
        </>
      )}
    </Panel>
  );
};
