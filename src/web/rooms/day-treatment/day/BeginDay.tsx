import { type JSX, useState } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type { DayRooms, DayWeek, HalfDayView } from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { type Session, useSession } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { daysAhead } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Day.module.css';
import { PinField } from './PinField.tsx';
import { pinFault } from './seal.ts';
import { beginDay } from './use-day.ts';
import { Waiting } from './Waiting.tsx';

const NewPin = ({ halfDayId, byName }: { halfDayId: string; byName: string }): JSX.Element => {
  const t = useText('day-list');
  const [pins, setPins] = useState<readonly [string, string]>(['', '']);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pin, again] = pins;
  const fault = pinFault(pin);
  const open = async (): Promise<void> => {
    setAsked(true);
    if (fault !== null || pin !== again || busy) return;
    setBusy(true);
    await beginDay(pin, halfDayId, byName).catch((failed: unknown) => {
      setBusy(false);
      if (!(failed instanceof Problem)) throw failed;
      setProblem(failed);
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <PinField
        label={t('pin.choose')}
        hint={t('pin.hint')}
        value={pin}
        onChange={(typed) => setPins([typed, again])}
        error={asked && fault !== null ? t(`pin.${fault}`) : null}
      />
      <PinField
        label={t('pin.again')}
        value={again}
        onChange={(typed) => setPins([pin, typed])}
        error={asked && fault === null && pin !== again ? t('pin.differs') : null}
      />
      <ProblemNotice problem={problem} />
      <Button submit look="primary" size="large" busy={busy}>
        {busy ? t('unlock.busy') : t('begin.open')}
      </Button>
      <p className={styles.quiet}>{t('begin.line')}</p>
    </form>
  );
};

/** The half-days one can open: those of today, and the one that was asked for. */
const openable = (halfDays: readonly HalfDayView[], now: number, asked: string | undefined): HalfDayView[] =>
  halfDays.filter(({ id, opens, closed }) =>
    id === asked ? true : closed === null && daysAhead(Date.parse(opens), now) === 0,
  );

/** In the evening and in the weekend the next half-day is there already, for who prepares it. */
const useNextHalfDay = (
  roomId: string,
  week: DayWeek | undefined,
  now: number,
  isOpen: boolean,
): HalfDayView | undefined => {
  const from = week === undefined || isOpen ? null : localDay(now, week.room.zone);
  const url = from === null ? null : `/api/v1/day-rooms/${roomId}/week?from=${from}`;
  const ahead = useRead<DayWeek>(url, ['day-room']);
  if (from === null) return undefined;
  return ahead.data?.body.halfDays.find(
    ({ closed, opens, day }) => closed === null && day > from && Date.parse(opens) > now,
  );
};

const Choose = ({ roomId, byName }: { roomId: string; byName: string }): JSX.Element => {
  const t = useText('day-list');
  const format = useFormat();
  const now = useNow('minute');
  const [{ dagdeel: asked }, change] = useAddress();
  const week = useRead<DayWeek>(`/api/v1/day-rooms/${roomId}/week`, ['day-room']);
  const body = week.data?.body;
  const today = body === undefined ? [] : openable(body.halfDays, now, asked);
  const next = useNextHalfDay(
    roomId,
    body,
    now,
    today.some(({ closes }) => Date.parse(closes) > now),
  );
  if (body === undefined) return <NotRead read={week} grid="1fr" rows={3} />;
  const isNew = next !== undefined && today.every(({ id }) => id !== next.id);
  const choices = isNew ? [...today, next] : today;
  const chosen =
    choices.find(({ id }) => id === asked) ??
    choices.find(({ closes }) => Date.parse(closes) > now) ??
    choices.at(-1);
  if (chosen === undefined) return <Notice kind="empty" title={t('begin.none')} icon="armchair" />;
  return (
    <>
      <ChipToggles
        label={t('begin.which')}
        one
        shape="joined"
        chips={choices.map(({ id, part, opens }) => ({
          value: id,
          label: t('begin.half', { day: format.dayName(Date.parse(opens), now), part: t(`part.${part}`) }),
        }))}
        values={[chosen.id]}
        onChange={([next]) => change({ dagdeel: next ?? '' })}
      />
      <NewPin key={chosen.id} halfDayId={chosen.id} byName={byName} />
    </>
  );
};

const OwnRoom = ({ byName }: { byName: string }): JSX.Element => {
  const t = useText('day-list');
  const rooms = useRead<DayRooms>('/api/v1/day-rooms', ['day-room']);
  if (rooms.data === undefined) return <NotRead read={rooms} grid="1fr" rows={3} />;
  const room = rooms.data.body.rooms.find(({ own }) => own);
  if (room === undefined) return <Notice kind="empty" title={t('begin.noRoom')} icon="armchair" />;
  return <Choose roomId={room.unit.id} byName={byName} />;
};

const Begin = ({ session: { actor } }: { session: Session }): JSX.Element =>
  actor.unit === null ? (
    <OwnRoom byName={actor.name} />
  ) : (
    <Choose roomId={actor.unit.id} byName={actor.name} />
  );

/** No day on this tablet yet: which one, and under which PIN. */
export const BeginDay = (): JSX.Element => {
  const t = useText('day-list');
  const { data: session } = useSession();
  return (
    <Panel title={t('begin.title')}>
      <div className={styles.form}>
        <Waiting />
        {session === null || session === undefined ? (
          <p>{t('begin.offline')}</p>
        ) : (
          <Begin session={session} />
        )}
      </div>
    </Panel>
  );
};
