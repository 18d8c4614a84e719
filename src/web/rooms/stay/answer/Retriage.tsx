import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { Product } from '#kernel/product.ts';
import { URGENCIES, type Urgency } from '#kernel/urgency.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { AnswerBoxes, RetriageAnswer, StayView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import styles from './Answer.module.css';
import { RetriageTriage } from './RetriageTriage.tsx';

/** Where somebody can go on from here when home is not possible. */
const ONWARDS: readonly Product[] = ['elv-high', 'elv-low', 'grz', 'wlz-crisis', 'respite'];

/** So much fits in the remarks of a request. */
const MOST = 2000;

interface Asking {
  readonly product: Product;
  readonly urgency: Urgency;
  readonly remarks: string;
  /** Do the ordinary answers of the triage hold? Null: nobody said yet; then the desk asks. */
  readonly usual: boolean | null;
}

const LINES = ['seen', 'finding', 'advice', 'followUp'] as const;

/** What the answer already says is what the next house wants to know; who asks may change it. */
const useBegun = (stay: StayView): ((boxes: AnswerBoxes) => string) => {
  const t = useText('observation');
  return (boxes) =>
    [
      ...(stay.question === null ? [] : [[t('retriage.line.question'), stay.question.text] as const]),
      ...LINES.map((box) => [t(`retriage.line.${box}`), boxes[box].trim()] as const),
    ]
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `${label}: ${text}`)
      .join('\n')
      .slice(0, MOST);
};

const Filled = ({
  stay,
  asking,
  onChange,
}: {
  stay: StayView;
  asking: Asking;
  onChange: (change: Partial<Asking>) => void;
}): JSX.Element => {
  const t = useText('observation');
  const language = currentLanguage();
  return (
    <div className={styles.filled}>
      <p>{t('retriage.who', { name: stay.person?.name ?? stay.code, house: stay.house.name })}</p>
      <p className={styles.filledName}>{t('retriage.product')}</p>
      <ChipToggles<Product>
        label={t('retriage.product')}
        one
        shape="box"
        chips={ONWARDS.map((value) => ({ value, label: PRODUCT_WORDS[value].short[language] }))}
        values={[asking.product]}
        onChange={([product = 'elv-high']) => onChange({ product, usual: null })}
      />
      <p className={styles.filledName}>{t('retriage.urgency')}</p>
      <ChipToggles<Urgency>
        label={t('retriage.urgency')}
        one
        shape="box"
        chips={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        values={[asking.urgency]}
        onChange={([urgency = 'planned']) => onChange({ urgency })}
      />
      <RetriageTriage
        product={asking.product}
        usual={asking.usual}
        onUsual={(usual) => onChange({ usual })}
      />
      <p className={styles.filledName} id="retriage-remarks">
        {t('retriage.remarks')}
      </p>
      <TextArea
        labelledBy="retriage-remarks"
        rows={3}
        maxLength={MOST}
        value={asking.remarks}
        onChange={(event) => onChange({ remarks: event.currentTarget.value })}
      />
      <p>{t('retriage.rest')}</p>
    </div>
  );
};

/** Home is not possible: asks for a place for longer, with everything filled in. One look first, then it goes. */
export const Retriage = ({ stay, boxes }: { stay: StayView; boxes: AnswerBoxes }): JSX.Element => {
  const t = useText('observation');
  const begun = useBegun(stay);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { mutate, isPending, error, data, reset } = useMutation<RetriageAnswer, Problem, Asking>({
    mutationFn: ({ product, urgency, remarks, usual }) =>
      call('POST', `/api/v1/stays/${stay.id}/retriage`, {
        product,
        urgency,
        usualTriage: usual === true,
        ...(remarks.trim() === '' ? {} : { remarks: remarks.trim() }),
      }),
    onSuccess: async () => {
      announce(t('retriage.said'));
      setAsking(null);
      await readAgain(['stay', 'request']);
    },
  });
  if (data !== undefined)
    return (
      <div className={styles.onward}>
        <Notice
          kind="good"
          title={t('retriage.done')}
          actions={<ButtonLink to={`/aanvragen/${data.requestId}`}>{t('retriage.look')}</ButtonLink>}
          announce
        >
          {t('retriage.doneLine')}
        </Notice>
      </div>
    );
  return (
    <div className={styles.onward}>
      {asking === null ? (
        <Button
          look="quiet"
          icon="route"
          onPress={() => {
            reset();
            setAsking({
              ...{ product: 'elv-high', urgency: 'within-72-hours' },
              ...{ remarks: begun(boxes), usual: null },
            });
          }}
        >
          {t('retriage.act')}
        </Button>
      ) : (
        <AskFirst
          title={t('retriage.title')}
          yes={t(isPending ? 'retriage.busy' : 'retriage.yes')}
          no={t('retriage.no')}
          busy={isPending}
          onYes={() => mutate(asking)}
          onNo={() => setAsking(null)}
        >
          <Filled stay={stay} asking={asking} onChange={(change) => setAsking({ ...asking, ...change })} />
        </AskFirst>
      )}
      <Refused problem={error} />
    </div>
  );
};
