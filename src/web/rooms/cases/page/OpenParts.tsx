import type { JSX } from 'react';
import { CASE_PARTS, type CasePart } from '#modules/cases/types.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Round.module.css';

/** The cells of one organisation: open or shut, part by part; with `onChange` each is a press. */
export const OpenParts = ({
  name,
  open,
  blocked = false,
  onChange,
}: {
  name: string;
  open: readonly CasePart[];
  blocked?: boolean;
  onChange?: (parts: readonly CasePart[]) => void;
}): JSX.Element => {
  const t = useText('cases');
  return (
    <>
      {CASE_PARTS.map((part) => {
        const isOpen = open.includes(part);
        const said = t(isOpen ? 'round.open' : 'round.shut');
        const face = (
          <>
            <Icon name={isOpen ? 'check' : 'minus'} size={18} />
            <span>{said}</span>
          </>
        );
        return (
          <td key={part} data-open={isOpen || undefined} data-part={t(`part.${part}`)}>
            {onChange === undefined ? (
              <span className={styles.cell}>{face}</span>
            ) : (
              <button
                type="button"
                className={styles.cell}
                aria-disabled={blocked || undefined}
                aria-label={`${said}: ${t('round.partFor', { name, part: t(`part.${part}`) })}`}
                onClick={() => {
                  if (!blocked) onChange(isOpen ? open.filter((each) => each !== part) : [...open, part]);
                }}
              >
                {face}
              </button>
            )}
          </td>
        );
      })}
    </>
  );
};
