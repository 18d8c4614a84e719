import { Link, useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Helper, QuestionAnswer } from '#modules/social/contract.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useServiceWords } from '#web/rooms/social/map/use-service-words.ts';
import { keepHeard } from '#web/rooms/social/refer/heard.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Ask.module.css';
import { wayTo } from './way.ts';

/** The last tap: who works here refers, everybody can call, write or find the way. */
const Reach = ({
  helper,
  words,
  refers,
}: {
  helper: Helper;
  words: string;
  refers: boolean;
}): JSX.Element => {
  const t = useText('first-question');
  const navigate = useNavigate();
  const { id, name, phone, email, url, lat, lon } = helper;
  const refer = (): void => {
    keepHeard(words);
    void navigate({ to: `/verwijzen/${id}` });
  };
  const site = url !== null && /^https?:/.test(url) ? url : null;
  return (
    <div className={styles.reach}>
      {refers && (
        <Button look="primary" size="large" icon="arrow-right" label={t('referTo', { name })} onPress={refer}>
          {t('refer')}
        </Button>
      )}
      {phone !== null && (
        <ButtonLink
          to={telephone(phone)}
          look="call"
          size="large"
          icon="phone"
          label={t('callTo', { name, phone })}
        >
          {t('call', { phone })}
        </ButtonLink>
      )}
      {email !== null && (
        <ButtonLink to={`mailto:${email}`} size="large" icon="mail" label={t('mailTo', { name })}>
          {t('mail')}
        </ButtonLink>
      )}
      {phone === null && email === null && site !== null && (
        <ButtonLink to={site} size="large" icon="external-link" label={t('siteOf', { name })}>
          {t('site')}
        </ButtonLink>
      )}
      {lat !== null && lon !== null && (
        <ButtonLink to={wayTo({ lat, lon })} size="large" icon="map" label={t('routeTo', { name })}>
          {t('route')}
        </ButtonLink>
      )}
      {phone === null && email === null && site === null && <p>{t('noContact')}</p>}
    </div>
  );
};

/** One helper: whether there is room, how far, why this one, and how to reach them. */
export const HelperCard = ({
  helper,
  heard,
  words,
  refers,
}: {
  helper: Helper;
  heard: QuestionAnswer['heard'];
  words: string;
  refers: boolean;
}): JSX.Element => {
  const t = useText('first-question');
  const { stateOf, whyOf, assuredOf } = useServiceWords();
  const state = stateOf(helper);
  const where = [helper.organisation, helper.address ?? helper.town].filter(
    (part) => part !== null && part !== '',
  );
  const old = helper.assured.phase === 'marked' || helper.assured.phase === 'hidden';
  return (
    <li className={styles.helper}>
      <h3>
        <Link to="/sociale-kaart/$id" params={{ id: helper.id }}>
          {helper.name}
        </Link>
      </h3>
      <p className={styles.where}>{where.join(' · ')}</p>
      <p className={styles.state}>
        <StateMark state={state.mark} size={16} />
        <b>{state.words}</b>
      </p>
      <ul className={styles.why} aria-label={t('why', { name: helper.name })}>
        {whyOf(helper.reasons, heard).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {old && <p className={styles.where}>{assuredOf(helper)}</p>}
      <Reach helper={helper} words={words} refers={refers} />
    </li>
  );
};
