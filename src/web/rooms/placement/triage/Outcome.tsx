import { type JSX, useId, useState } from 'react';
import type { InstrumentView } from '#modules/placement/contract.ts';
import { ROUTE_FACTS, type TriageOutcome } from '#modules/placement/types.ts';
import { useRead } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Triage.module.css';

/** How somebody goes on against the advice. */
export interface GoingOn {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** On a running request the words are sent with a press; in the form they go along with it. */
  readonly send: { readonly busy: boolean; readonly run: () => void } | null;
}

/** The answers lead to what is asked: nothing more to do. */
export const Fits = ({
  outcome,
  onChange,
}: {
  outcome: TriageOutcome;
  onChange: () => void;
}): JSX.Element => {
  const t = useText('triage');
  return (
    <div className={styles.outcome} role="status">
      <Icon name="circle-check" size={18} />
      <div>
        <b>{t('fits', { route: inWords(ROUTE_FACTS[outcome.route].words) })}</b>{' '}
        <span className={styles.law}>{t(`law.${outcome.law}`)}</span>
        <p className={styles.told}>{inWords(outcome.reason)}</p>
      </div>
      <Button look="quiet" onPress={onChange}>
        {t('change')}
      </Button>
    </div>
  );
};

const Call = ({ outcome }: { outcome: TriageOutcome }): JSX.Element | null => {
  const t = useText('triage');
  const read = useRead<InstrumentView>(outcome.contact === null ? null : '/api/v1/triage/instrument', [
    'region',
  ]);
  const contact = read.data?.body.routes.find(({ route }) => route === outcome.route)?.contact ?? null;
  if (contact === null) return null;
  return (
    <ButtonLink to={telephone(contact.phone)} look="primary" size="huge" icon="phone-call">
      {t('call', { name: contact.name })} <span className={styles.number}>{contact.phone}</span>
    </ButtonLink>
  );
};

const Arguments = ({ going }: { going: GoingOn }): JSX.Element => {
  const t = useText('triage');
  const id = useId();
  return (
    <div className={styles.field}>
      <b id={id}>{t('arguments')}</b>
      <TextArea
        labelledBy={id}
        rows={2}
        maxLength={1000}
        value={going.text}
        placeholder={t('argumentsExample')}
        onChange={(event) => going.onText(event.currentTarget.value)}
      />
      {going.send !== null && (
        <Button
          look="primary"
          busy={going.send.busy}
          blocked={going.text.trim() === ''}
          onPress={going.send.run}
        >
          {t('goOnSend')}
        </Button>
      )}
    </div>
  );
};

/** The answers lead elsewhere: to whom, why, who pays, and their telephone as the big thing. Going on needs arguments. */
export const Elsewhere = ({
  outcome,
  going,
  onFollow,
  onChange,
}: {
  outcome: TriageOutcome;
  going: GoingOn;
  onFollow: () => void;
  onChange: () => void;
}): JSX.Element => {
  const t = useText('triage');
  const [on, setOn] = useState(going.text !== '');
  const route = inWords(ROUTE_FACTS[outcome.route].words);
  return (
    <Notice
      kind="conflict"
      icon="route"
      announce
      title={
        <>
          {t('advice', { route })} <span className={styles.law}>{t(`law.${outcome.law}`)}</span>
        </>
      }
    >
      {inWords(outcome.reason)}
      <div className={styles.elsewhere}>
        <Call outcome={outcome} />
        {outcome.route === 'home-with-nursing' && (
          // Beside the form, so that what was filled in stays.
          <a href="/bord#wijk" target="_blank" rel="noopener">
            {t('teams')}
          </a>
        )}
        {outcome.product !== null && (
          <Button look="primary" size="large" onPress={onFollow}>
            {t('follow', { route })}
          </Button>
        )}
        <div className={styles.acts}>
          <Button onPress={() => setOn(!on)} expanded={on}>
            {t('goOn')}
          </Button>
          <Button look="quiet" onPress={onChange}>
            {t('change')}
          </Button>
        </div>
        {on && <Arguments going={going} />}
      </div>
    </Notice>
  );
};
