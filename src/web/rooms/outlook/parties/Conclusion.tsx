import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { conclude, dilemmaOf, misfitWords } from '#planning/whatif/index.ts';
import type { Misfit, PartyRow } from '#planning/whatif/types.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Conclusion.module.css';

/** What the change does, in sentences: the first in sight, the others beside them. */
export const Conclusion = ({ rows, years }: { rows: readonly PartyRow[]; years: number }): JSX.Element => {
  const t = useText('outlook');
  const said = conclude(rows, { years, misfits: [], agreed: false }).filter(
    ({ code }) => code !== 'dilemma' && code !== 'no-agreement',
  );
  return (
    <section className={styles.conclusion} aria-labelledby="conclusion-title">
      <h2 id="conclusion-title">{t('conclusion.title')}</h2>
      <ul>
        {said
          .filter(({ code }) => code !== 'certainty')
          .map(({ sentence }) => (
            <li key={sentence.nl}>{inWords(sentence)}</li>
          ))}
      </ul>
      {said
        .filter(({ code }) => code === 'certainty')
        .map(({ sentence }) => (
          <p key={sentence.nl} className={styles.quiet}>
            {inWords(sentence)}
          </p>
        ))}
    </section>
  );
};

/** Some gain and others pay: who, and where that is agreed. */
export const DilemmaCard = ({ rows }: { rows: readonly PartyRow[] }): JSX.Element | null => {
  const t = useText('outlook');
  const dilemma = dilemmaOf(rows);
  if (dilemma === null) return null;
  return (
    <section className={styles.dilemma} aria-labelledby="dilemma-title">
      <Icon name="scale" size={20} />
      <div>
        <h2 id="dilemma-title">{t('dilemma.title')}</h2>
        <p>
          {inWords(dilemma.sentence)} {t('dilemma.none')}
        </p>
        <Link to="/afspraken">{t('dilemma.agree')}</Link>
      </div>
    </section>
  );
};

/** What cannot be played honestly, in words. `blocks`: nothing is drawn because of it. */
export const Misfits = ({
  misfits,
  blocks,
}: {
  misfits: readonly Misfit[];
  blocks: boolean;
}): JSX.Element | null => {
  const t = useText('outlook');
  if (misfits.length === 0) return null;
  return (
    <Notice
      kind={blocks ? 'empty' : 'plain'}
      icon={blocks ? 'chart-spline' : 'info'}
      title={t(blocks ? 'misfit.blocks' : 'misfit.beside')}
    >
      <ul>
        {misfits.map((misfit) => (
          <li key={`${misfit.code} ${misfit.what}`}>{inWords(misfitWords(misfit))}</li>
        ))}
      </ul>
    </Notice>
  );
};
