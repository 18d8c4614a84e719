import { type JSX, useEffect, useRef, useState } from 'react';
import type { Ward } from '#tower/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Strip, type StripFacts } from '#web/design/Strip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Thread } from '#web/rooms/placement/parts/Thread.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { announce } from '#web/shell/announce.ts';
import { AcceptPanel } from './AcceptPanel.tsx';
import type { Asked } from './asked.ts';
import styles from './Incoming.module.css';
import { LaterPanel } from './LaterPanel.tsx';
import { RefusePanel } from './RefusePanel.tsx';
import { useAskedWords } from './use-asked-words.ts';
import { useWardActs } from './use-ward-acts.ts';

type Answering = 'yes' | 'later' | 'no' | null;

/** The ward has seen the question: the asker may know. Once per question, and a failure is no news to the ward. */
const useSeen = (asked: Asked, own: boolean, title: string): void => {
  const told = useRef('');
  const { id, readAt } = asked.offer;
  useEffect(() => {
    if (!own || told.current === id) return;
    told.current = id;
    announce(title);
    if (readAt === null) call('POST', `/api/v1/offers/${id}/read`, {}).catch(() => undefined);
  }, [id, readAt, own, title]);
};

const useFacts = (asked: Asked): StripFacts => {
  const t = useText('ward');
  const format = useFormat();
  const words = useAskedWords();
  const now = useNow('minute');
  const { offer, request } = asked;
  const due = Date.parse(offer.answerBy);
  const until = format.moment(due, now);
  return {
    since: Date.parse(offer.sentAt),
    due,
    title: t('asked.title', { who: words.who(request) }),
    product: words.product(request),
    second: words.facts(asked, now),
    step: offer.held
      ? t('asked.held', { code: offer.placeCode, clock: until })
      : t('asked.notHeld', { code: offer.placeCode, clock: until }),
    state: offer.held ? 'held' : 'free',
  };
};

/** A question to the ward: time left, who it is about without a name, and yes, later or no. Keys A, L and R answer the first. */
export const Incoming = ({
  asked,
  ward,
  first,
}: {
  asked: Asked;
  ward: Ward;
  first: boolean;
}): JSX.Element => {
  const t = useText('ward');
  const acts = useWardActs();
  const [answering, setAnswering] = useState<Answering>(null);
  const facts = useFacts(asked);
  useSeen(asked, ward.own, `${facts.title}, ${facts.product}`);
  const toggle = (next: Answering): void => {
    acts.forget();
    setAnswering(answering === next ? null : next);
  };
  useKeys(
    ward.own && first
      ? [
          { keys: ['a'], does: t('asked.accept'), run: () => toggle('yes') },
          { keys: ['l'], does: t('asked.later'), run: () => toggle('later') },
          { keys: ['r'], does: t('asked.refuse'), run: () => toggle('no') },
          ...(answering === null
            ? []
            : [{ keys: ['Escape'], does: t('card.close'), run: () => toggle(answering), onlyKey: true }]),
        ]
      : [],
  );
  const buttons = (
    <>
      <Button
        size="large"
        expanded={answering === 'no'}
        onPress={() => toggle('no')}
        {...(first ? { keys: ['R'] } : {})}
      >
        {t('asked.refuse')}
      </Button>
      <Button
        size="large"
        expanded={answering === 'later'}
        onPress={() => toggle('later')}
        {...(first ? { keys: ['L'] } : {})}
      >
        {t('asked.later')}
      </Button>
      <Button
        look="primary"
        size="large"
        expanded={answering === 'yes'}
        onPress={() => toggle('yes')}
        {...(first ? { keys: ['A'] } : {})}
      >
        {t('asked.accept')}
      </Button>
    </>
  );
  return (
    <section className={styles.incoming} aria-label={`${facts.title}, ${facts.product}`}>
      <Strip facts={facts} actions={ward.own ? buttons : undefined} />
      {answering === 'yes' && <AcceptPanel asked={asked} ward={ward} acts={acts} />}
      {answering === 'later' && <LaterPanel asked={asked} ward={ward} acts={acts} />}
      {answering === 'no' && <RefusePanel asked={asked} acts={acts} />}
      {ward.own && <Thread request={asked.request} />}
    </section>
  );
};
