import { type JSX, useState } from 'react';
import type { ObservationAnswer, ObservationView, SeenView, StayView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { ObserveForm } from './ObserveForm.tsx';
import styles from './Seen.module.css';
import { SeenItem } from './SeenItem.tsx';
import {
  type ObservationActs,
  observationsPath,
  useObservationActs,
  useObservations,
} from './use-observations.ts';

/** What was seen before what the page holds, fetched page by page. */
const useOlder = (view: ObservationView) => {
  const [older, setOlder] = useState<{ seen: readonly SeenView[]; cursor: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const cursor = older === null ? view.cursor : older.cursor;
  const more = async (): Promise<void> => {
    if (cursor === null || busy) return;
    setBusy(true);
    const path = `${observationsPath(view.stayId)}?before=${encodeURIComponent(cursor)}`;
    const next = await call<ObservationAnswer>('GET', path).catch(() => null);
    setBusy(false);
    if (next !== null)
      setOlder({
        seen: [...(older?.seen ?? []), ...next.observation.seen],
        cursor: next.observation.cursor,
      });
  };
  const known = new Set(view.seen.map(({ id }) => id));
  return { seen: (older?.seen ?? []).filter(({ id }) => !known.has(id)), cursor, busy, more };
};

const FIRST_ON_PHONE = 5;

const List = ({ view, acts }: { view: ObservationView; acts: ObservationActs | null }): JSX.Element => {
  const t = useText('observation');
  const phone = usePhone();
  const [all, setAll] = useState(false);
  const older = useOlder(view);
  if (view.seen.length === 0)
    return (
      <div className={styles.empty}>
        <Notice kind="empty" icon="eye" title={t('seen.none')}>
          {t(acts === null ? 'seen.noneLine' : 'seen.noneAct')}
        </Notice>
      </div>
    );
  // On a phone what comes below it should not be far away.
  const short = phone && !all && view.seen.length > FIRST_ON_PHONE;
  const shown = short ? view.seen.slice(0, FIRST_ON_PHONE) : [...view.seen, ...older.seen];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ol className={styles.list} tabIndex={0}>
        {shown.map((seen) => (
          <SeenItem key={seen.id} seen={seen} acts={acts} />
        ))}
      </ol>
      {(short || older.cursor !== null) && (
        <p className={styles.more}>
          <Button
            size="small"
            look="quiet"
            busy={older.busy}
            onPress={() => (short ? setAll(true) : void older.more())}
          >
            {t('seen.older')}
          </Button>
        </p>
      )}
    </>
  );
};

const Known = ({ stay, view }: { stay: StayView; view: ObservationView }): JSX.Element => {
  const t = useText('observation');
  const acts = useObservationActs(stay.id);
  const [writing, setWriting] = useState(false);
  const writes = view.own && stay.endedAt === null;
  const open = (): void => {
    acts.forget();
    setWriting(true);
  };
  useKeys(writes ? [{ keys: ['n'], does: t('observe.title'), run: open }] : []);
  return (
    <section className={styles.panel} aria-labelledby="seen-title">
      <header className={styles.head}>
        <h2 id="seen-title">{t('seen.title')}</h2>
        {writes && !writing && (
          <Button icon="plus" keys={['N']} onPress={open}>
            {t('observe.act')}
          </Button>
        )}
      </header>
      {writing && <ObserveForm stay={stay} acts={acts} onClose={() => setWriting(false)} />}
      {!writing && <Refused problem={acts.problem} />}
      <List view={view} acts={writes ? acts : null} />
    </section>
  );
};

/** What was seen, newest first, and the quick way to write down what is seen now. */
export const SeenToday = ({ stay }: { stay: StayView }): JSX.Element | null => {
  const { data, error } = useObservations(stay.id);
  const view = data?.body.observation;
  if (view !== undefined && view.stayId === stay.id) return <Known stay={stay} view={view} />;
  // The strip beside it says what is the matter.
  if (error !== null) return null;
  return (
    <Panel>
      <Skeleton grid="70px 1fr" rows={4} />
    </Panel>
  );
};
