import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { ClockRing } from '#web/design/ClockRing.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { type Step, Steps } from '#web/design/Steps.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { OwnDoor } from '#web/rooms/people/own/OwnDoor.tsx';
import { ChooseHouse } from '#web/rooms/placement/answers/ChooseHouse.tsx';
import { OtherDates } from '#web/rooms/placement/answers/OtherDates.tsx';
import { Contacts } from '#web/rooms/placement/parts/Contacts.tsx';
import { Documents } from '#web/rooms/placement/parts/Documents.tsx';
import { LadderNotice } from '#web/rooms/placement/parts/LadderNotice.tsx';
import { Messages } from '#web/rooms/placement/parts/Messages.tsx';
import { Missing } from '#web/rooms/placement/parts/Missing.tsx';
import { Sharing } from '#web/rooms/placement/parts/Sharing.tsx';
import { Transport } from '#web/rooms/placement/parts/Transport.tsx';
import { Waits } from '#web/rooms/placement/parts/Waits.tsx';
import { acceptedOffer, openOffer } from '#web/rooms/placement/strip-facts.ts';
import { TriagePanel } from '#web/rooms/placement/triage/TriagePanel.tsx';
import { inWords } from '#web/rooms/placement/words.ts';
import { BeginConversation } from '#web/rooms/social/conversation/BeginConversation.tsx';
import { RequestHandover } from '#web/rooms/stay/handover/RequestHandover.tsx';
import { OutcomePanel } from '#web/rooms/stay/return/OutcomePanel.tsx';
import styles from './Detail.module.css';
import { NextPlace } from './NextPlace.tsx';

const Waiting = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('mine');
  const format = useFormat();
  const now = useNow('minute');
  const offer = openOffer(request);
  if (offer === undefined) return null;
  return (
    <div className={styles.hero}>
      <ClockRing since={Date.parse(offer.sentAt)} due={Date.parse(offer.answerBy)} />
      <div>
        {offer.held ? <StateChip state="held">{t('hero.held')}</StateChip> : null}
        <h2>
          {t('hero.answers', { site: offer.site, moment: format.moment(Date.parse(offer.answerBy), now) })}
        </h2>
      </div>
    </div>
  );
};

const Planned = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('mine');
  const format = useFormat();
  const now = useNow('minute');
  const offer = acceptedOffer(request);
  if (offer === undefined) return null;
  const arrival = offer.arrivalFrom === null ? null : Date.parse(offer.arrivalFrom);
  const admitted = request.state === 'admitted';
  return (
    <div className={styles.hero}>
      <div>
        <StateChip state={admitted ? 'occupied' : 'held'}>
          {t(admitted ? 'hero.there' : 'hero.yes')}
        </StateChip>
        <h2>
          {arrival === null || admitted
            ? t('hero.at', { site: offer.site })
            : t('hero.planned', {
                day: format.dayName(arrival, now),
                clock: format.clock(arrival),
                site: offer.site,
              })}
        </h2>
        {offer.doctor !== null && (
          <p>
            {t(admitted ? 'hero.doctorHas' : 'hero.doctor', { doctor: offer.doctor, bed: offer.placeCode })}
          </p>
        )}
      </div>
    </div>
  );
};

const Told = ({ request }: { request: RequestView }): JSX.Element => (
  <div className={styles.hero}>
    <h2>{inWords(request.turn)}</h2>
  </div>
);

const Hero = ({ request }: { request: RequestView }): JSX.Element => {
  if (request.state === 'offered' && openOffer(request) !== undefined) return <Waiting request={request} />;
  if (acceptedOffer(request) !== undefined && request.state !== 'closed')
    return <Planned request={request} />;
  return <Told request={request} />;
};

/** Must the reader say something: choose a house, or take or leave another date? */
const asksReader = ({ offers }: RequestView): boolean =>
  offers.some(({ state }) => state === 'willing' || state === 'alternative');

/** The one sentence that lets a practice go on with its day; nothing when there is something to do. */
const calm = (request: RequestView): 'offered' | 'accepted' | 'searching' | null => {
  if (request.awaitsConsent.length > 0) return null;
  if (request.state === 'accepted') return 'accepted';
  if (request.triage.open.length > 0) return null;
  if (asksReader(request)) return null;
  if (request.state === 'offered') return 'offered';
  return request.state === 'searching' && request.deskAsked ? 'searching' : null;
};

const PHASES = { done: 'done', now: 'now', 'to-come': 'todo' } as const;

const useSteps = (request: RequestView): Step[] => {
  const t = useText('mine');
  const format = useFormat();
  const now = useNow('minute');
  const timeOf = (step: RequestView['steps'][number]): string | undefined => {
    if (step.at !== null) return format.moment(Date.parse(step.at), now);
    return step.state === 'now' ? t('steps.now') : undefined;
  };
  return request.steps.map((step) => {
    const time = timeOf(step);
    return {
      title: inWords(step),
      ...(step.detail === null ? {} : { line: inWords(step.detail) }),
      ...(time === undefined ? {} : { time }),
      phase: PHASES[step.state],
    };
  });
};

/** Where one request stands: one clock, one sentence, the steps. */
export const RequestDetail = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('mine');
  const steps = useSteps(request);
  const sentence = calm(request);
  return (
    <div className={styles.detail}>
      {!asksReader(request) && (
        <Panel>
          <Hero request={request} />
        </Panel>
      )}
      {sentence !== null && (
        <p className={styles.calm}>
          <Icon name="circle-check" size={18} />
          {t(`calm.${sentence}`)}
        </p>
      )}
      {(request.state === 'admitted' || request.state === 'closed') && (
        <OutcomePanel requestId={request.id} />
      )}
      <ChooseHouse request={request} />
      <OtherDates request={request} />
      {request.state === 'searching' && !request.deskAsked && <NextPlace request={request} />}
      <TriagePanel key={request.id} request={request} />
      <RequestHandover key={`handover ${request.id}`} request={request} />
      <Panel>
        <Steps label={t('steps.label')} steps={steps} />
        <Waits request={request} />
      </Panel>
      <Panel>
        <div className={styles.facts}>
          <Missing request={request} />
          <Sharing request={request} />
          <Contacts request={request} />
          <LadderNotice request={request} />
          <Transport request={request} />
          <Documents request={request} />
          <Messages request={request} />
          {request.person !== null && <OwnDoor key={request.id} personId={request.person.id} />}
          {request.person !== null && <BeginConversation about={{ person: request.person.id }} />}
        </div>
      </Panel>
    </div>
  );
};
