import { type JSX, useDeferredValue, useId, useState } from 'react';
import type { ReferralView, SearchAnswer } from '#modules/social/contract.ts';
import { useLink } from '#web/api/live.ts';
import { useAsked } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from '#web/rooms/social/refer/Refer.module.css';
import { useStepAct } from './use-step-act.ts';

const MOST = 5;

/** Other help for the same question, looked up on the map by what kind of help it should be: never by the words of the person. */
const useOthers = (looked: string, own: string): SearchAnswer['hits'] => {
  const need = useDeferredValue(looked.trim());
  const asked = need.length < 2 ? null : { need };
  const hits = useAsked<SearchAnswer>('/api/v1/social/searches', asked, ['service']).data?.body.hits ?? [];
  return asked === null ? [] : hits.filter(({ id }) => id !== own).slice(0, MOST);
};

/** Passes the question on to other help, with a yes of the person to that organisation. */
export const PassOnForm = ({
  referral,
  onStop,
}: {
  referral: ReferralView;
  onStop: () => void;
}): JSX.Element => {
  const t = useText('referral');
  const found = useId();
  const blocked = useLink().state === 'lost';
  const { act, pending } = useStepAct(referral);
  const [looked, setLooked] = useState('');
  const [service, setService] = useState<string | null>(null);
  const [yes, setYes] = useState(false);
  const others = useOthers(looked, referral.service.id);
  const chosen = others.find(({ id }) => id === service);
  const ready = chosen !== undefined && yes && !blocked;
  useFocusBack();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) act.mutate({ step: 'passed-on', body: { service, yes } });
      }}
    >
      <TextField
        label={t('pass.look')}
        hint={t('pass.lookHint')}
        autoComplete="off"
        value={looked}
        onChange={(event) => setLooked(event.currentTarget.value)}
      />
      {others.length > 0 && (
        <div className={styles.part}>
          <h3 id={found}>{t('pass.found')}</h3>
          <ChoiceCards<string>
            labelledBy={found}
            columns={1}
            choices={others.map(({ id, name, organisation }) => ({
              value: id,
              title: name,
              line: organisation,
            }))}
            value={service}
            onChange={setService}
          />
        </div>
      )}
      {chosen !== undefined && (
        <label className={styles.tick}>
          <input type="checkbox" checked={yes} onChange={(event) => setYes(event.currentTarget.checked)} />
          <span>
            {t('yes.label', { organisation: chosen.organisation })}
            <small>{t('yes.line')}</small>
          </span>
        </label>
      )}
      <Refused problem={act.error} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={pending} blocked={!ready}>
          {t('act.pass-on')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('end.stop')}
        </Button>
      </div>
    </form>
  );
};
