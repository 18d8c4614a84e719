import type { CSSProperties, JSX } from 'react';
import type { RequestView, Wait } from '#modules/placement/contract.ts';
import { WAIT_CAUSES } from '#modules/placement/types.ts';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Parts.module.css';

/** One shade of petrol per cause, always the same one; what it waits for now has the colour of now. */
const shadeOf = (cause: Wait['cause']): CSSProperties => ({
  ['--shade' as string]: `${92 - WAIT_CAUSES.indexOf(cause) * 9}%`,
});

/** Where a request waited so far: a thin bar for the eye, the same in words below it. */
export const Waits = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const { waits } = request;
  if (waits.every(({ minutes }) => minutes === 0)) return null;
  return (
    <section className={styles.part} aria-label={t('waits.label')}>
      <div className={styles.bar} aria-hidden="true">
        {waits.map(({ cause, minutes, now }) => (
          <span
            key={cause}
            className={now ? styles.now : undefined}
            style={{ ...shadeOf(cause), flexGrow: minutes }}
          />
        ))}
      </div>
      <ul className={styles.waits}>
        {waits.map(({ cause, now, text }) => (
          <li key={cause} className={now ? styles.now : undefined}>
            <span className={styles.swatch} style={shadeOf(cause)} aria-hidden="true" />
            {inWords(text)}
          </li>
        ))}
      </ul>
    </section>
  );
};
