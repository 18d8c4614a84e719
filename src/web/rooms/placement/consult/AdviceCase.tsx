import type { JSX } from 'react';
import { capital, PROPERTY_WORDS } from '#kernel/words.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AnswerList } from '#web/rooms/placement/triage/AnswerList.tsx';
import { inWords, productShort, useProfileTitle } from '#web/rooms/placement/words.ts';
import { telephone } from '#web/telephone.ts';
import { AdviceForm } from './AdviceForm.tsx';
import styles from './Consult.module.css';

const useChips = (request: RequestView): string[] => {
  const words = useText('design');
  const asked = useText('request');
  const t = useText('triage');
  return [
    t('advise.asked', { product: productShort(request.product) }),
    asked(`why.${request.reason}`),
    asked(`where.${request.origin}`),
    ...request.traits.map((trait) => words(`profile.trait.${trait}`)),
    ...request.needs.map((need) => inWords(capital(PROPERTY_WORDS[need]))),
  ];
};

/** One question for advice: about whom without a name, what is known, whom one can call, and the advice. */
export const AdviceCase = ({
  request,
  onSent,
}: {
  request: RequestView;
  onSent: () => void;
}): JSX.Element => {
  const t = useText('triage');
  const title = useProfileTitle()(request);
  const chips = useChips(request);
  const { consult } = request;
  return (
    <div className={styles.one}>
      <Panel>
        <div className={styles.head}>
          <div>
            <h2>{title}</h2>
            <p className={styles.meta}>
              {request.code} · {t('advise.from', { name: request.referrer.name })}
            </p>
          </div>
          {consult?.phone != null && (
            <ButtonLink to={telephone(consult.phone)} look="call" size="large" icon="phone-call">
              {t('advise.call', { phone: consult.phone })}
            </ButtonLink>
          )}
        </div>
        <ul className={styles.chips}>
          {chips.map((chip) => (
            <li key={chip}>{chip}</li>
          ))}
        </ul>
      </Panel>
      {consult !== null && consult.question !== '' && (
        <p className={styles.question}>{t('advise.question', { text: consult.question })}</p>
      )}
      <div className={styles.body}>
        <Panel>
          <AdviceForm request={request} onSent={onSent} />
        </Panel>
        <Panel title={t('advise.answers')}>
          <AnswerList triage={request.triage} />
        </Panel>
      </div>
    </div>
  );
};
