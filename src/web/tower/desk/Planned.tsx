import { type JSX, useState } from 'react';
import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { fromFields, toFields } from '#web/i18n/typed-moment.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { acceptedOffer } from '#web/rooms/placement/strip-facts.ts';
import { useStep } from '#web/rooms/placement/use-step.ts';
import { offerUndo } from '#web/shell/undo.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Steps.module.css';

const plan = (id: string, at: Instant) => ({
  path: `/requests/${id}/plan`,
  body: { arrivalFrom: isoFromInstant(at) },
});

/** Another day or hour for the admission; it can be taken back as long as the old moment has not passed. */
const AnotherMoment = ({
  request,
  arrival,
  onDone,
}: {
  request: RequestView;
  arrival: Instant;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const { take, busy, problem } = useStep();
  const planned = toFields(arrival, REGION_ZONE);
  const [day, setDay] = useState(planned.day);
  const [clock, setClock] = useState(planned.clock);
  const at = fromFields(day, clock, REGION_ZONE);
  const move = async (): Promise<void> => {
    if (at === null) return;
    const after = await take(plan(request.id, at));
    if (after instanceof Problem) return;
    onDone();
    if (arrival > now)
      offerUndo(t('plan.moved', { day: format.dayName(at, now), clock: format.clock(at) }), async () => {
        const before = plan(request.id, arrival);
        await call('POST', `/api/v1${before.path}`, before.body);
        await readAgain(['request', 'board']);
      });
  };
  return (
    <form
      className={styles.moment}
      onSubmit={(event) => {
        event.preventDefault();
        void move();
      }}
    >
      <TextField
        label={t('plan.day')}
        type="date"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextField
        label={t('plan.clock')}
        type="time"
        value={clock}
        onChange={(event) => setClock(event.currentTarget.value)}
      />
      <Button submit look="primary" busy={busy} blocked={at === null}>
        {t('plan.save')}
      </Button>
      <Button onPress={onDone}>{t('plan.leave')}</Button>
      <Refused problem={problem} />
    </form>
  );
};

const NotArrived = ({ request, onDone }: { request: RequestView; onDone: () => void }): JSX.Element => {
  const t = useText('desk');
  const { take, busy, problem } = useStep();
  const report = async (): Promise<void> => {
    const after = await take({ path: `/requests/${request.id}/not-arrived`, body: {} });
    if (!(after instanceof Problem)) onDone();
  };
  return (
    <>
      <AskFirst
        title={t('notArrived.title')}
        yes={t('notArrived.yes')}
        no={t('notArrived.no')}
        busy={busy}
        onYes={() => void report()}
        onNo={onDone}
      >
        {t('notArrived.line')}
      </AskFirst>
      <Refused problem={problem} />
    </>
  );
};

/** After a yes: which doctor admits, when and where; moving it, calling, and what to do when nobody came. */
export const Planned = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const [doing, setDoing] = useState<'moment' | 'not-arrived' | null>(null);
  const offer = acceptedOffer(request);
  if (offer === undefined) return null;
  const arrival = offer.arrivalFrom === null ? null : Date.parse(offer.arrivalFrom);
  const done = (): void => setDoing(null);
  return (
    <section className={styles.block} aria-label={t('plan.title')}>
      <StateChip state="held">{t('plan.title')}</StateChip>
      <h3 className={styles.big}>
        {arrival === null
          ? t('plan.at', { site: offer.site })
          : t('plan.when', {
              day: format.dayName(arrival, now),
              clock: format.clock(arrival),
              site: offer.site,
            })}
      </h3>
      <p>{t('plan.doctor', { doctor: offer.doctor ?? offer.organisation, bed: offer.placeCode })}</p>
      {request.responsible !== null && (
        <p className={styles.quiet}>
          {t('plan.responsible', { organisation: request.responsible.organisation })}
        </p>
      )}
      <div className={styles.acts}>
        <ButtonLink to={telephone(offer.phone)} look="call" icon="phone">
          {t('plan.call', { site: offer.site })}
        </ButtonLink>
        {arrival !== null && <Button onPress={() => setDoing('moment')}>{t('plan.another')}</Button>}
        {arrival !== null && arrival < now + MINUTE && (
          <Button onPress={() => setDoing('not-arrived')}>{t('notArrived.act')}</Button>
        )}
      </div>
      {doing === 'moment' && arrival !== null && (
        <AnotherMoment request={request} arrival={arrival} onDone={done} />
      )}
      {doing === 'not-arrived' && <NotArrived request={request} onDone={done} />}
    </section>
  );
};
