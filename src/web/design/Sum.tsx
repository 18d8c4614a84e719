import { type JSX, type ReactNode, useId } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { CloseButton } from './CloseButton.tsx';
import { cx } from './cx.ts';
import { StateMark } from './StateMark.tsx';
import styles from './Sum.module.css';
import type { State } from './states.ts';

/** A number opened as the sum that ends in it. Lines are taken off the total, so they count positive here. */
export interface SumFacts {
  /** `Waarom 2 vrij?` */
  readonly title: string;
  /** `Herstelhuis Peelo · ELV hoog` */
  readonly about: string;
  readonly total: { readonly label: string; readonly count: number };
  readonly lines: readonly { readonly state: State; readonly label: string; readonly count: number }[];
  /** `state` free, or unknown when the figure is too old to count. */
  readonly result: {
    readonly state: 'free' | 'unknown';
    readonly label: string;
    readonly count: number | null;
  };
  /** Where the figure came from, usually an Age and one sentence. */
  readonly source: ReactNode;
}

/** Het sommetje: total, minus lines with their shapes, line, result in its colour, source, and what one can do. */
export const Sum = ({
  facts,
  onClose,
  children,
}: {
  facts: SumFacts;
  onClose?: () => void;
  children?: ReactNode;
}): JSX.Element => {
  const t = useText('design');
  const id = useId();
  return (
    <section className={styles.sum} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{facts.title}</h2>
        <p>{facts.about}</p>
        {onClose !== undefined && (
          <CloseButton label={t('close')} onPress={onClose} className={styles.close} />
        )}
      </div>
      <p className={styles.line}>
        <span>{facts.total.label}</span>
        <b>{facts.total.count}</b>
      </p>
      {facts.lines.map((line) => (
        <p key={`${line.state} ${line.label}`} className={styles.line}>
          <StateMark state={line.state} />
          <span>{line.label}</span>
          <b>{t('minus', { count: line.count })}</b>
        </p>
      ))}
      <p className={cx(styles.result, styles[facts.result.state])}>
        <StateMark state={facts.result.state} />
        <span>{facts.result.label}</span>
        <b>{facts.result.count ?? t('dash')}</b>
      </p>
      <div className={styles.source}>{facts.source}</div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </section>
  );
};
