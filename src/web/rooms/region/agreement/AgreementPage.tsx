import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import { useAddress } from '#web/address.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import { AgreementForm } from './AgreementForm.tsx';
import styles from './AgreementPage.module.css';
import { Changes } from './Changes.tsx';
import { Chapters } from './Chapters.tsx';
import { KeepingPart } from './KeepingPart.tsx';
import { Signatures } from './Signatures.tsx';
import { useAgreements } from './use-agreement.ts';
import { PROPOSES, VersionCard } from './VersionCard.tsx';
import { useDay } from './words.ts';

type Version = Agreements['versions'][number];

/** By how many it was signed; what was agreed before the tower has no names below it here. */
const signedWords = (t: TFunction, { signatures, missing }: Version): string => {
  const count = signatures.length;
  if (count === 0) return t('signed.before');
  return missing.length === 0
    ? t('signed.all', { count })
    : t('signed.count', { count, of: count + missing.length });
};

const Current = ({ all }: { all: Agreements }): JSX.Element => {
  const t = useText('agreement');
  const day = useDay();
  const version = all.versions.find(({ id }) => id === all.current.id);
  return (
    <Panel>
      <div className={styles.current}>
        <h2>{t('current.title')}</h2>
        <p>
          {version === undefined
            ? t('current.none')
            : `${t('from', { day: day(version.validFrom) })} · ${signedWords(t, version)}`}
        </p>
      </div>
      <Chapters rules={all.current.rules} among={all} />
      {version !== undefined && version.signatures.length > 0 && (
        <details className={styles.more}>
          <summary>{t('signed.who')}</summary>
          <Signatures version={version} />
        </details>
      )}
    </Panel>
  );
};

const Earlier = ({ versions }: { versions: readonly Version[] }): JSX.Element | null => {
  const t = useText('agreement');
  const day = useDay();
  if (versions.length === 0) return null;
  return (
    <Panel>
      <details className={styles.more}>
        <summary>{t('earlier.title', { count: versions.length })}</summary>
        <ul className={styles.earlier}>
          {versions.map((version) => (
            <li key={version.id}>
              <h3>{t('from', { day: day(version.validFrom) })}</h3>
              {version.changes.length === 0 ? (
                <p>{t('earlier.first')}</p>
              ) : (
                <Changes changes={version.changes} />
              )}
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
};

const Table = ({ all, onPropose }: { all: Agreements; onPropose: (what: string) => void }): JSX.Element => {
  const t = useText('agreement');
  const { actor } = useSignedIn();
  const phone = usePhone();
  const proposes = PROPOSES.includes(actor.role);
  const coming = all.versions.filter(({ standing }) => standing === 'proposed' || standing === 'to-come');
  // The first day first: that one changes something soonest.
  const inOrder = coming.toReversed();
  const behind = all.versions.filter(({ standing }) => standing === 'past' || standing === 'overtaken');
  useKeys(proposes ? [{ keys: ['n'], does: t('propose'), run: () => onPropose('nieuw') }] : []);
  const side = (
    <div className={styles.side}>
      {inOrder.map((version) => (
        <VersionCard
          key={version.id}
          version={version}
          today={all.today}
          onChange={() => onPropose(version.id)}
        />
      ))}
      {inOrder.length === 0 && (
        <Panel title={t('standing.proposed')}>
          <p className={styles.quiet}>{t('nothing')}</p>
        </Panel>
      )}
      {proposes && (
        <Button icon="file-plus-2" keys={['N']} onPress={() => onPropose('nieuw')}>
          {t('propose')}
        </Button>
      )}
      <ButtonLink to="/afspraken/verblijf" icon="route">
        {t('stays')}
      </ButtonLink>
      <ButtonLink to="/afspraken/behandelingen" icon="armchair">
        {t('treatments')}
      </ButtonLink>
    </div>
  );
  return (
    <div className={styles.table}>
      {/* On a phone what is asked of the reader stands first. */}
      {phone && side}
      <Current all={all} />
      {!phone && side}
      <div className={styles.whole}>
        <KeepingPart />
      </div>
      <div className={styles.whole}>
        <Earlier versions={behind} />
      </div>
    </div>
  );
};

/** The agreement of the region: what counts in plain words, what is proposed, one's name below it, and how all keep it. */
export const AgreementPage = (): JSX.Element => {
  const t = useText('agreement');
  const { actor } = useSignedIn();
  const [view, change] = useAddress();
  const { data, error } = useAgreements();
  const all = data?.body;
  const asked = view['voorstel'] ?? '';
  const writing = asked !== '' && PROPOSES.includes(actor.role);
  const start = all?.versions.find(({ id, adoptedAt }) => id === asked && adoptedAt === null) ?? null;
  return (
    <Screen
      title={t(writing ? 'form.page' : 'title')}
      line={t(writing ? 'form.pageLine' : 'line')}
      {...(writing ? { back: '/afspraken' } : {})}
    >
      {all === undefined && (error === null ? <Skeleton grid="1fr 400px" /> : <Refused problem={error} />)}
      {all !== undefined &&
        (writing ? (
          <AgreementForm among={all} start={start} onDone={() => change({ voorstel: '' })} />
        ) : (
          <Table all={all} onPropose={(voorstel) => change({ voorstel })} />
        ))}
    </Screen>
  );
};
