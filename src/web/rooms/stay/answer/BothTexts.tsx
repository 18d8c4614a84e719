import { type JSX, useState } from 'react';
import type { AnswerBoxes } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Both.module.css';
import { apart, both, type WrittenBox } from './boxes.ts';

type Choice = 'mine' | 'theirs' | 'both';

/** Two people wrote at once: both texts side by side, and what stays is chosen per box. Both is the usual choice. */
export const BothTexts = ({
  mine,
  theirs,
  by,
  onSettle,
}: {
  mine: AnswerBoxes;
  theirs: AnswerBoxes;
  by: string | null;
  onSettle: (boxes: AnswerBoxes) => void;
}): JSX.Element => {
  const t = useText('observation');
  const [choices, setChoices] = useState<Partial<Record<WrittenBox, Choice>>>({});
  const chosen = (box: WrittenBox): string => {
    const choice = choices[box] ?? 'both';
    return choice === 'both' ? both(mine[box], theirs[box]) : choice === 'mine' ? mine[box] : theirs[box];
  };
  const differing = apart(mine, theirs);
  const settle = (): void =>
    onSettle({
      ...mine,
      ...Object.fromEntries(differing.map((box) => [box, chosen(box)])),
    });
  return (
    <div className={styles.apart}>
      <Notice
        kind="conflict"
        title={by === null ? t('apart.someone') : t('apart.title', { name: by })}
        announce
        actions={
          <Button look="primary" onPress={settle}>
            {t('apart.keep')}
          </Button>
        }
      >
        {t('apart.line')}
      </Notice>
      {differing.map((box) => (
        <div key={box} className={styles.pair}>
          <h3>{t(`box.${box}`)}</h3>
          <div>
            <h4>{t('apart.mine')}</h4>
            <p>{mine[box] === '' ? t('apart.nothing') : mine[box]}</p>
          </div>
          <div>
            <h4>{by === null ? t('apart.other') : by}</h4>
            <p>{theirs[box] === '' ? t('apart.nothing') : theirs[box]}</p>
          </div>
          <ChipToggles<Choice>
            label={t('apart.choose', { box: t(`box.${box}`) })}
            one
            shape="joined"
            chips={(['both', 'mine', 'theirs'] as const).map((value) => ({
              value,
              label: t(`apart.take.${value}`),
            }))}
            values={[choices[box] ?? 'both']}
            onChange={([choice = 'both']) => setChoices({ ...choices, [box]: choice })}
          />
        </div>
      ))}
    </div>
  );
};
