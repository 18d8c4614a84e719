import { type JSX, useId, useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import {
  questionOf,
  ROUTE_FACTS,
  ROUTES,
  type Route,
  TRIAGE_NOW,
  UNKNOWN,
} from '#modules/placement/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Consult.module.css';
import { type AdviceInHand, useAdvice } from './use-advice.ts';

/** What is advised most stands there at once. */
const FIRST: readonly Route[] = [
  'elv-low',
  'elv-high',
  'reo-observation',
  'grz',
  'elv-palliative',
  'wlz-crisis',
  'home-with-nursing',
  'hospital',
];

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const RouteChoice = ({ advice }: { advice: AdviceInHand }): JSX.Element => {
  const t = useText('triage');
  const id = useId();
  const [more, setMore] = useState(false);
  const shown = more ? ROUTES : FIRST;
  return (
    <section className={styles.group}>
      <h3 id={id}>{t('advise.route')}</h3>
      <ChoiceCards<Route>
        labelledBy={id}
        columns={2}
        value={advice.route}
        onChange={advice.choose}
        choices={shown.map((route) => ({
          value: route,
          title: capitalised(inWords(ROUTE_FACTS[route].words)),
          line: t(`law.${ROUTE_FACTS[route].law}`),
        }))}
      />
      {advice.missing.route && <p className={styles.fault}>{t('advise.routeMissing')}</p>}
      {!more && (
        <div>
          <Button look="quiet" onPress={() => setMore(true)}>
            {t('advise.more')}
          </Button>
        </div>
      )}
    </section>
  );
};

/** One question the referrer could not answer. */
const Doubt = ({ question: id, advice }: { question: string; advice: AdviceInHand }): JSX.Element | null => {
  const titleId = useId();
  const question = questionOf(TRIAGE_NOW, id)?.question;
  if (question === undefined) return null;
  const options = question.options.filter(({ value }) => value !== UNKNOWN);
  return (
    <section className={styles.group}>
      <h3 id={titleId}>{inWords(question.words)}</h3>
      <ChoiceCards
        labelledBy={titleId}
        columns={Math.min(3, options.length)}
        value={advice.answers[id] ?? null}
        onChange={(answer) => advice.answer(id, answer)}
        choices={options.map(({ value, words }) => ({ value, title: inWords(words) }))}
      />
    </section>
  );
};

/** The advice: what nobody knew, what fits, and one sentence why. */
export const AdviceForm = ({
  request,
  onSent,
}: {
  request: RequestView;
  onSent: () => void;
}): JSX.Element => {
  const t = useText('triage');
  const advice = useAdvice(request, onSent);
  const { busy, problem } = advice.stepping;
  // How heavy the care is, is said by the place that fits.
  const doubts = request.triage.unknown.filter((question) => question !== 'weight');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        advice.send();
      }}
    >
      {doubts.length > 0 && <p className={styles.meta}>{t('advise.unknown')}</p>}
      {doubts.map((question) => (
        <Doubt key={question} question={question} advice={advice} />
      ))}
      <RouteChoice advice={advice} />
      <TextField
        label={t('advise.why')}
        value={advice.text}
        maxLength={1000}
        autoComplete="off"
        placeholder={t('advise.whyExample')}
        error={advice.missing.text ? t('advise.whyMissing') : null}
        onChange={(event) => advice.write(event.currentTarget.value)}
      />
      <Refused problem={problem} />
      <div>
        <Button look="primary" size="large" icon="check" submit busy={busy}>
          {t(busy ? 'advise.sending' : 'advise.send')}
        </Button>
      </div>
    </form>
  );
};
