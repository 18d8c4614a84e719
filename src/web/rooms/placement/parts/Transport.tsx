import { type JSX, useState } from 'react';
import { isoFromInstant, localTime } from '#kernel/calendar.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { type Transport as Means, TRANSPORTS } from '#modules/placement/types.ts';
import { useNow } from '#web/api/clock.ts';
import { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { fromFields } from '#web/i18n/typed-moment.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { acceptedOffer } from '#web/rooms/placement/strip-facts.ts';
import { useStep } from '#web/rooms/placement/use-step.ts';
import styles from './Parts.module.css';

/** Kind of ride and, when it is known, its moment; it begins at the planned arrival. */
const Arrange = ({ request, onDone }: { request: RequestView; onDone: () => void }): JSX.Element => {
  const t = useText('facts');
  const { transport } = request;
  const planned = transport?.at ?? acceptedOffer(request)?.arrivalFrom ?? null;
  const begin = planned === null ? null : localTime(Date.parse(planned), REGION_ZONE);
  const [by, setBy] = useState<Means>(transport?.by ?? 'own');
  const [day, setDay] = useState<string>(begin?.day ?? '');
  const [clock, setClock] = useState('');
  const { take, busy, problem } = useStep();
  const save = async (): Promise<void> => {
    const at = fromFields(day, clock, REGION_ZONE);
    const when = at === null ? {} : { at: isoFromInstant(at) };
    const after = await take({ path: `/requests/${request.id}/transport`, body: { by, ...when } });
    if (!(after instanceof Problem)) onDone();
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ChipToggles<Means>
        label={t('ride.how')}
        one
        shape="box"
        chips={TRANSPORTS.map((value) => ({ value, label: t(`ride.by.${value}`) }))}
        values={[by]}
        onChange={([next]) => setBy(next ?? by)}
      />
      <div className={styles.when}>
        <TextField
          label={t('ride.day')}
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextField
          label={t('ride.clock')}
          type="time"
          value={clock}
          onChange={(event) => setClock(event.currentTarget.value)}
        />
        <Button submit look="primary" busy={busy}>
          {t('ride.save')}
        </Button>
        {transport !== null && <Button onPress={onDone}>{t('ride.leave')}</Button>}
      </div>
      <Refused problem={problem} />
    </form>
  );
};

/** After a yes: how the person comes, and when the ride is. */
export const Transport = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const format = useFormat();
  const now = useNow('minute');
  const [changing, setChanging] = useState(false);
  if (request.state !== 'accepted') return null;
  const { transport } = request;
  const at = transport?.at ?? null;
  return (
    <section className={styles.part} aria-label={t('ride.title')}>
      <h3>{t('ride.title')}</h3>
      {transport === null || changing ? (
        <Arrange request={request} onDone={() => setChanging(false)} />
      ) : (
        <div className={styles.acts}>
          <p>
            <Icon name="car" size={16} /> {t(`ride.by.${transport.by}`)}
            {at !== null && `, ${format.moment(Date.parse(at), now)}`}
          </p>
          <Button size="small" look="quiet" onPress={() => setChanging(true)}>
            {t('ride.change')}
          </Button>
        </div>
      )}
    </section>
  );
};
