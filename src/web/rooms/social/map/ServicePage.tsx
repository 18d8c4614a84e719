import { useParams } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { clockOf } from '#kernel/calendar.ts';
import type { ServiceView } from '#modules/social/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { telephone } from '#web/telephone.ts';
import styles from './SocialMap.module.css';
import { StateTaps } from './StateTaps.tsx';
import { useRefers } from './use-refers.ts';
import { useServiceWords } from './use-service-words.ts';

const MINUTES_A_DAY = 1_440;

/** `ar` as its reader calls it; what no list knows stays as it was written. */
const languageName = (code: string): string =>
  /^[a-z]{2,3}$/.test(code)
    ? (new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(code) ?? code)
    : code;

const Fact = ({ label, children }: { label: string; children: ReactNode }): JSX.Element => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Hours = ({ hours }: { hours: ServiceView['hours'] }): JSX.Element => {
  const t = useText('social-map');
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.opens - b.opens);
  return (
    <ul>
      {sorted.map(({ weekday, opens, closes }) => (
        <li key={`${weekday} ${opens}`}>
          {t(`weekday.${weekday}`)} {clockOf(opens)}–{clockOf(closes % MINUTES_A_DAY)}
        </li>
      ))}
    </ul>
  );
};

const agesOf = (t: ReturnType<typeof useText>, { minimumAge, maximumAge }: ServiceView): string | null => {
  if (minimumAge !== null && maximumAge !== null) return t('page.ages', { from: minimumAge, to: maximumAge });
  if (minimumAge !== null) return t('page.from', { from: minimumAge });
  return maximumAge === null ? null : t('page.to', { to: maximumAge });
};

const Reach = ({ service }: { service: ServiceView }): JSX.Element => {
  const t = useText('social-map');
  const { phones, email, url } = service;
  if (phones.length === 0 && email === null && url === null)
    return <Notice kind="plain" icon="phone-off" title={t('page.noContact')} />;
  return (
    <div className={styles.reach}>
      {phones.map(({ number }) => (
        <ButtonLink key={number} to={telephone(number)} look="call" icon="phone">
          {number}
        </ButtonLink>
      ))}
      {email !== null && (
        <ButtonLink to={`mailto:${email}`} icon="mail">
          {email}
        </ButtonLink>
      )}
      {url !== null && /^https?:/.test(url) && (
        <ButtonLink to={url} icon="external-link">
          {t('page.site')}
        </ButtonLink>
      )}
    </div>
  );
};

const Facts = ({ service }: { service: ServiceView }): JSX.Element => {
  const t = useText('social-map');
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['howToJoin', service.howToJoin],
    ['forWhom', [service.forWhom, agesOf(t, service)].filter((part) => part !== null).join(' ')],
    ['costs', service.costs],
    ['hours', service.hours.length === 0 ? null : <Hours key="hours" hours={service.hours} />],
    ['languages', service.languages.map(languageName).join(', ')],
    [
      'places',
      service.places.length === 0
        ? null
        : service.places.map(({ address, accessibility }) => (
            <span key={address} className={styles.place}>
              {[address, ...accessibility].join('. ')}
            </span>
          )),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([key, value]) => (
        <Fact key={key} label={t(`page.${key}`)}>
          {value === null || value === '' ? t('page.unknown') : value}
        </Fact>
      ))}
    </dl>
  );
};

const Shown = ({ service }: { service: ServiceView }): JSX.Element => {
  const t = useText('social-map');
  const { stateOf, saidOf, assuredOf } = useServiceWords();
  const refers = useRefers();
  const state = stateOf(service);
  const said = [saidOf(service), assuredOf(service)].filter((part) => part !== null).join(' · ');
  return (
    <Panel>
      <div className={styles.shown}>
        <p className={styles.state}>
          <StateMark state={state.mark} size={16} />
          <b>{state.words}</b>
          {!service.mine && <small>{said}</small>}
        </p>
        {service.alert !== null && <Notice kind="aged" title={service.alert} />}
        <p>{service.description}</p>
        <Reach service={service} />
        {refers && (
          <div>
            <ButtonLink to={`/verwijzen/${service.id}`} look="primary" icon="send">
              {t('page.refer')}
            </ButtonLink>
          </div>
        )}
        <Facts service={service} />
        {service.mine && <StateTaps service={service} />}
      </div>
    </Panel>
  );
};

/** One service: what it does, for whom, how to join, and whether there is room. */
export const ServicePage = (): JSX.Element => {
  const t = useText('social-map');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead<ServiceView>(`/api/v1/social/services/${id}`, ['service']);
  const service = read.data?.body;
  const kinds = service?.kinds.map((kind) => kind[currentLanguage()]).join(', ') ?? '';
  return (
    <Screen
      title={service?.name ?? t('page.title')}
      line={
        service === undefined ? '' : [service.organisation, kinds].filter((part) => part !== '').join(' · ')
      }
      back="/sociale-kaart"
    >
      <div className={styles.page}>
        <div>
          <ButtonLink to="/sociale-kaart" look="quiet" icon="arrow-left">
            {t('page.back')}
          </ButtonLink>
        </div>
        {service === undefined ? <NotRead read={read} grid="1fr" rows={6} /> : <Shown service={service} />}
      </div>
    </Screen>
  );
};
