import { type JSX, useId } from 'react';
import { localDay } from '#kernel/calendar.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { faultText } from '#web/rooms/placement/request/field.ts';
import { PersonFields } from '#web/rooms/placement/request/PersonFields.tsx';
import styles from './Case.module.css';
import { SaidYes } from './SaidYes.tsx';
import { type FromSignal, useOpenCase } from './use-open-case.ts';

/** About whom, the question in their own words, and their yes: that opens a case. */
export const OpenCase = ({ from, onStop }: { from?: FromSignal; onStop?: () => void }): JSX.Element => {
  const t = useText('cases');
  const ofRequest = useText('request');
  const words = useId();
  const { actor } = useSignedIn();
  const blocked = useLink().state === 'lost';
  const today = localDay(useNow('minute'), REGION_ZONE);
  const { draft, known, faults, open, ready, change, send } = useOpenCase(today, from);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !blocked) send();
      }}
    >
      {known && <p className={styles.what}>{t('open.known', { name: from?.name ?? '' })}</p>}
      {!known && (
        <>
          <h3>{t('open.who')}</h3>
          <PersonFields
            person={draft.person}
            faults={faults}
            fresh={from === undefined}
            // Help with living and money never asks for a BSN.
            asksBsn={actor.role !== 'welfare-worker'}
            onChange={(person) => change({ person })}
            wrong={(field) => faultText(faults, field, ofRequest)}
          />
        </>
      )}
      <h3 id={words}>{t('open.question')}</h3>
      <TextArea
        labelledBy={words}
        hint={t('open.questionHint')}
        rows={3}
        maxLength={1000}
        value={draft.question}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      <SaidYes
        title={t('open.yes', { organisation: actor.organisation.name })}
        value={draft.yes}
        onChange={(yes) => change({ yes })}
      />
      <Refused problem={open.error} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={open.isPending} blocked={!ready || blocked}>
          {t('open.do')}
        </Button>
        {onStop !== undefined && (
          <Button look="quiet" onPress={onStop}>
            {t('open.stop')}
          </Button>
        )}
      </div>
    </form>
  );
};
