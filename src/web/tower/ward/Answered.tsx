import { type JSX, useState } from 'react';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Strip } from '#web/design/Strip.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Asked } from './asked.ts';
import styles from './Incoming.module.css';
import { RefusePanel } from './RefusePanel.tsx';
import { useAskedWords } from './use-asked-words.ts';
import { useWardActs } from './use-ward-acts.ts';

/** What the ward answered and somebody else must say something to: its yes that the family chooses among, its later date. */
export const Answered = ({ asked, ward }: { asked: Asked; ward: Ward }): JSX.Element => {
  const t = useText('ward');
  const format = useFormat();
  const words = useAskedWords();
  const now = useNow('minute');
  const acts = useWardActs();
  const [refusing, setRefusing] = useState(false);
  const { offer, request } = asked;
  const due = Date.parse(offer.answerBy);
  const clock = format.moment(due, now);
  const from = Date.parse(offer.alternativeFrom ?? offer.answerBy);
  const step =
    offer.state === 'willing'
      ? t('asked.willing', { code: offer.placeCode, clock })
      : t('asked.alternative', {
          moment: `${format.dayName(from, now)} ${format.clock(from)}`,
          clock,
        });
  const title = capital(words.who(request));
  const product = words.product(request);
  return (
    <section className={styles.incoming} aria-label={`${title}, ${product}`}>
      <Strip
        facts={{
          since: Date.parse(offer.answeredAt ?? offer.sentAt),
          due,
          title,
          product,
          second: words.facts(asked, now),
          step,
          state: offer.held ? 'held' : 'free',
        }}
        actions={
          ward.own ? (
            <Button size="large" expanded={refusing} onPress={() => setRefusing(!refusing)}>
              {t('asked.still')}
            </Button>
          ) : undefined
        }
      />
      {refusing && <RefusePanel asked={asked} acts={acts} />}
    </section>
  );
};
