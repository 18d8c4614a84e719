import type { JSX } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { LinkView } from '#modules/capacity/contract.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { CountLine } from './CountLine.tsx';
import styles from './LinkPage.module.css';
import { type Change, oneLess, oneMore, publishedNow, withPublished } from './link-change.ts';
import thumb from './UnderThumb.module.css';

const NAMED_BEDS = 6;

const Step = ({
  sign,
  label,
  blocked,
  onPress,
}: {
  sign: 'minus' | 'plus';
  label: string;
  blocked: boolean;
  onPress: () => void;
}): JSX.Element => (
  <button
    type="button"
    className={styles.step}
    aria-label={label}
    aria-disabled={blocked || undefined}
    onClick={() => {
      if (!blocked) onPress();
    }}
  >
    <Icon name={sign} size={22} />
  </button>
);

interface Steps {
  readonly less: () => void;
  readonly more: () => void;
  readonly least: boolean;
  readonly most: boolean;
}

const Count = ({
  state,
  count,
  word,
  line,
  steps,
}: {
  state: 'free' | 'soon' | 'closed';
  count: number;
  word: string;
  line: string;
  steps?: Steps;
}): JSX.Element => {
  const t = useText('link');
  return (
    <CountLine state={state} count={count} word={word} line={line}>
      {steps !== undefined && (
        <span className={styles.steps}>
          <Step sign="minus" label={t('less', { word })} blocked={steps.least} onPress={steps.less} />
          <Step sign="plus" label={t('more', { word })} blocked={steps.most} onPress={steps.more} />
        </span>
      )}
    </CountLine>
  );
};

interface Counting {
  readonly view: LinkView;
  readonly change: Change;
  readonly onChange: (next: Change) => void;
}

const PublishedCounts = ({ view, change, onChange }: Counting): JSX.Element => {
  const language = currentLanguage();
  const t = useText('link');
  return (
    <ul className={cx(thumb.numbers, styles.numbers)}>
      {publishedNow(change, view).map(({ product, free }) => (
        <Count
          key={product}
          state="free"
          count={free}
          word={PRODUCT_WORDS[product].short[language]}
          line={t('free')}
          steps={{
            less: () => onChange(withPublished(change, view, { product, free: free - 1 })),
            more: () => onChange(withPublished(change, view, { product, free: free + 1 })),
            least: free === 0,
            most: false,
          }}
        />
      ))}
    </ul>
  );
};

/** The numbers on the board, with − and + for what a ward can say without a name. */
export const LinkCounts = ({ view, change, onChange }: Counting): JSX.Element => {
  const t = useText('link');
  if (view.published !== null) return <PublishedCounts view={view} change={change} onChange={onChange} />;
  const free = view.counts.free - change.close + change.open;
  const closed = view.counts.closed + change.close - change.open;
  const beds = (codes: readonly string[]): string =>
    codes.length === 0 ? t('none') : t('beds', { codes: codes.slice(0, NAMED_BEDS).join(', ') });
  const less = (): void => onChange(oneLess(change, view));
  const more = (): void => onChange(oneMore(change, view));
  return (
    <ul className={cx(thumb.numbers, styles.numbers)}>
      <Count
        state="free"
        count={free}
        word={t('free')}
        line={beds(view.beds.free)}
        steps={{ less, more, least: free === 0, most: closed === 0 }}
      />
      <Count state="soon" count={view.counts.soon} word={t('soon')} line={beds(view.beds.soon)} />
      <Count
        state="closed"
        count={closed}
        word={t('closed')}
        line={beds(view.beds.closed)}
        steps={{ less: more, more: less, least: closed === 0, most: free === 0 }}
      />
    </ul>
  );
};
