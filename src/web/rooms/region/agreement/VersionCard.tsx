import { type JSX, useState } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import { Changes } from './Changes.tsx';
import { Signatures } from './Signatures.tsx';
import { useAgreeing } from './use-agreement.ts';
import styles from './VersionCard.module.css';
import { useDay } from './words.ts';

type Version = Agreements['versions'][number];
type Step = 'sign' | 'withdraw';

/** May sign for their organisation; the assistant reads along. */
const SIGNS = ['gp', 'transfer-nurse', 'ward', 'elderly-doctor', 'desk', 'region-manager'];
/** May propose, change and take back. */
export const PROPOSES = ['desk', 'region-manager'];

const Ask = ({
  version,
  step,
  onDone,
}: {
  version: Version;
  step: Step;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('agreement');
  const day = useDay();
  const { actor } = useSignedIn();
  const { act, busy, problem } = useAgreeing();
  const done = (): void => {
    announce(t(`ask.${step}.done`, { party: actor.organisation.name }));
    onDone();
  };
  return (
    <>
      <AskFirst
        title={t(`ask.${step}.title`, { party: actor.organisation.name })}
        yes={t(`ask.${step}.yes`)}
        no={t('no')}
        busy={busy}
        onYes={() => act(`/${version.id}/${step}`, {}, done)}
        onNo={onDone}
      >
        {t(`ask.${step}.line`, { day: day(version.validFrom) })}
      </AskFirst>
      <Refused problem={problem} />
    </>
  );
};

const Acts = ({ version, onChange }: { version: Version; onChange: () => void }): JSX.Element | null => {
  const t = useText('agreement');
  const { actor } = useSignedIn();
  const [asked, setAsked] = useState<Step | null>(null);
  const open =
    version.standing === 'proposed' || version.standing === 'to-come' || version.standing === 'in-force';
  const mine = version.missing.some(({ id }) => id === actor.organisation.id);
  const signs = open && mine && SIGNS.includes(actor.role);
  const changes = version.adoptedAt === null && PROPOSES.includes(actor.role);
  if (asked !== null) return <Ask version={version} step={asked} onDone={() => setAsked(null)} />;
  if (!signs && !changes) return null;
  return (
    <div className={styles.acts}>
      {signs && (
        <Button look="primary" icon="pen-line" onPress={() => setAsked('sign')}>
          {t('sign', { party: actor.organisation.name })}
        </Button>
      )}
      {changes && <Button onPress={onChange}>{t('change')}</Button>}
      {changes && (
        <Button look="quiet" onPress={() => setAsked('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  );
};

/** A version that is on the table or yet to begin: from when, what changes, who signed, and one's own name below it. */
export const VersionCard = ({
  version,
  today,
  onChange,
}: {
  version: Version;
  today: string;
  onChange: () => void;
}): JSX.Element => {
  const t = useText('agreement');
  const day = useDay();
  const late = version.standing === 'proposed' && version.validFrom < today;
  const parties = version.signatures.length + version.missing.length;
  return (
    <Panel title={t(`standing.${version.standing}`)}>
      <div className={styles.version}>
        <p className={styles.day}>{t('from', { day: day(version.validFrom) })}</p>
        {late && <p className={styles.late}>{t('late')}</p>}
        <Changes changes={version.changes} />
        <Acts version={version} onChange={onChange} />
        <h3>{t('signed.count', { count: version.signatures.length, of: parties })}</h3>
        <Signatures version={version} />
        {version.proposedBy !== null && (
          <p className={styles.by}>{t('proposedBy', { name: version.proposedBy })}</p>
        )}
      </div>
    </Panel>
  );
};
