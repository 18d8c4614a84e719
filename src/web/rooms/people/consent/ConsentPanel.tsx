import { type JSX, useState } from 'react';
import type { ConsentList } from '#modules/people/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Consent.module.css';
import { ConsentForm, type Receiver } from './ConsentForm.tsx';
import { ConsentLine } from './ConsentLine.tsx';

/** What somebody agreed to, the last first. */
const Said = ({ personId }: { personId: string }): JSX.Element => {
  const t = useText('consent');
  const { data, error } = useRead<ConsentList>(`/api/v1/persons/${personId}/consents`, ['consent']);
  const consents = data?.body.consents ?? [];
  return (
    <>
      {data === undefined && error === null && <Skeleton grid="1fr 120px" rows={2} />}
      <Refused problem={error} />
      {data !== undefined && consents.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      {error === null && (
        <ul className={styles.list}>
          {consents.map((consent) => (
            <ConsentLine key={consent.id} personId={personId} consent={consent} />
          ))}
        </ul>
      )}
    </>
  );
};

/** What the person agreed to, and what is still wanted: one press from there to writing down a yes. */
export const ConsentPanel = ({
  personId,
  awaits,
  receivers,
}: {
  personId: string;
  /** Who is in the request and may not know who it is yet. */
  awaits: readonly Receiver[];
  /** With whom it may be about besides. */
  receivers: readonly Receiver[];
}): JSX.Element => {
  const t = useText('consent');
  const [shown, setShown] = useState(false);
  const [adding, setAdding] = useState(false);
  const [first] = awaits;
  if (first === undefined && !shown)
    return (
      <div>
        <Button look="quiet" icon="hand-heart" onPress={() => setShown(true)}>
          {t('show')}
        </Button>
      </div>
    );
  const act = (
    <Button look={first === undefined ? 'secondary' : 'primary'} onPress={() => setAdding(true)}>
      {t(first === undefined ? 'another' : 'add')}
    </Button>
  );
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {first !== undefined && !adding && (
        <Notice kind="conflict" icon="hand-heart" title={t('missing')} actions={act}>
          {t('missingLine', { organisation: awaits.map(({ organisation }) => organisation).join(', ') })}
        </Notice>
      )}
      {adding && (
        <ConsentForm
          personId={personId}
          receivers={[...awaits, ...receivers]}
          onDone={() => {
            setAdding(false);
            setShown(true);
          }}
        />
      )}
      <Said personId={personId} />
      {first === undefined && !adding && (
        <div className={styles.acts}>
          {act}
          <Button look="quiet" onPress={() => setShown(false)}>
            {t('hide')}
          </Button>
        </div>
      )}
    </section>
  );
};
