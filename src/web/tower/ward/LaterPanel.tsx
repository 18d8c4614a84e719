import { type JSX, useEffect, useRef, useState } from 'react';
import { type Day, halfDayInterval, instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Asked } from './asked.ts';
import styles from './Incoming.module.css';
import type { WardActs } from './use-ward-acts.ts';

const HALVES = ['morning', 'afternoon', 'evening'] as const;
const DAYS_AHEAD = 7;
const NOON = 12 * 60;

/** The half-days of a day that are later than what was asked. */
const halvesOf = (
  day: Day,
  after: Instant,
  zone: string,
): { half: (typeof HALVES)[number]; from: Instant }[] =>
  HALVES.map((half) => ({ half, from: halfDayInterval(day, half, zone).from })).filter(
    ({ from }) => from > after,
  );

const useDays = ({ offer, request }: Asked, zone: string) => {
  const now = useNow('minute');
  const known = offer.alternativeFrom === null ? now : Date.parse(offer.alternativeFrom);
  const after = Math.max(now, Date.parse(request.wantedFrom), known);
  const first = localDay(after, zone);
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => plusDays(first, ahead)).filter(
    (day) => halvesOf(day, after, zone).length > 0,
  );
  const [chosen, choose] = useState(days.find((day) => day > first) ?? days[0] ?? first);
  return { now, days, chosen, choose, halves: halvesOf(chosen, after, zone) };
};

/** "Yes, but later": a day, and the half-day that sends it. The bed waits for that day while the referrer answers. */
export const LaterPanel = ({
  asked,
  ward,
  acts,
}: {
  asked: Asked;
  ward: Ward;
  acts: WardActs;
}): JSX.Element => {
  const t = useText('ward');
  const format = useFormat();
  const { zone } = ward.site;
  const { now, days, chosen, choose, halves } = useDays(asked, zone);
  const [text, setText] = useState('');
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), []);
  return (
    <div ref={sheet} className={styles.panel}>
      <TextField
        label={t('refuse.text')}
        hint={t('refuse.hint')}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <p className={styles.head}>{t('later.day')}</p>
        <ChipToggles<Day>
          label={t('later.day')}
          one
          shape="box"
          chips={days.map((day) => ({
            value: day,
            label: capital(format.dayName(instantOf(day, NOON, zone), now)),
          }))}
          values={[chosen]}
          onChange={([day]) => choose(day ?? chosen)}
        />
      </div>
      <div>
        <p className={styles.head}>{t('later.half')}</p>
        <div className={styles.reasons}>
          {halves.map(({ half, from }) => (
            <Button
              key={half}
              busy={acts.busy}
              onPress={() => void acts.propose(asked.offer.id, { from, text: text.trim() }, t('later.done'))}
            >
              {t(`later.${half}`)}
            </Button>
          ))}
        </div>
      </div>
      <ProblemNotice problem={acts.problem} kind="conflict" />
      <div className={styles.send}>
        <p>{t('later.then')}</p>
      </div>
    </div>
  );
};
