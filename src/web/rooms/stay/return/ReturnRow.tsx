import { type JSX, useState } from 'react';
import type { ReturnView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Return.module.css';
import { ReturnForm } from './ReturnForm.tsx';
import type { ReturnActs, ReturnLine } from './use-return.ts';

const MARKS: Readonly<Record<ReturnLine['state'], string>> = {
  open: 'circle',
  asked: 'clock',
  arranged: 'circle-check',
  'not-needed': 'minus',
};

const useDetail = (line: ReturnLine): string => {
  const t = useText('return');
  const format = useFormat();
  const parts = [
    t(`state.${line.state}`),
    line.who,
    line.fromDay === null ? '' : t('from', { day: format.day(noonOf(line.fromDay)) }),
    line.note,
  ];
  return parts.filter((part) => part !== '').join(' · ');
};

const Due = ({ line }: { line: ReturnLine }): JSX.Element | null => {
  const t = useText('return');
  const format = useFormat();
  const open = line.state === 'open' || line.state === 'asked';
  if (!open || line.dueDay === null) return null;
  const day = format.day(noonOf(line.dueDay));
  return (
    <span className={cx(styles.due, line.late && styles.late)}>
      {line.late && <Icon name="triangle-alert" size={13} />}
      {t(line.late ? 'late' : 'due', { day })}
    </span>
  );
};

/** One thing home needs: how far it is, and one tap to say that it is arranged; who and when can be added in place. */
export const ReturnRow = ({
  line,
  plan,
  acts,
}: {
  line: ReturnLine;
  plan: ReturnView;
  acts: ReturnActs;
}): JSX.Element => {
  const t = useText('return');
  const [open, setOpen] = useState(false);
  const detail = useDetail(line);
  const name = t(`item.${line.item}`);
  const keeps = plan.own && plan.endedAt === null;
  const toDo = line.state === 'open' || line.state === 'asked';
  const arrange = (): void => {
    void acts.change(line, { ...line, state: 'arranged' }, t('done.arranged', { item: name }));
  };
  return (
    <li className={styles.item} data-item={line.item} data-state={line.state}>
      <span className={styles.mark}>
        <Icon name={MARKS[line.state]} size={18} />
      </span>
      <span className={styles.what}>
        <b>{name}</b>
        <span>{detail}</span>
      </span>
      {plan.endedAt === null && <Due line={line} />}
      {keeps && (
        <span className={styles.acts}>
          {toDo && (
            <Button
              size="small"
              icon="check"
              busy={acts.busy}
              label={t('act.arrangedLabel', { item: name })}
              onPress={arrange}
            >
              {t('act.arranged')}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            expanded={open}
            label={t('act.changeLabel', { item: name })}
            onPress={() => setOpen(!open)}
          >
            {t('act.change')}
          </Button>
        </span>
      )}
      {keeps && open && <ReturnForm line={line} acts={acts} onDone={() => setOpen(false)} />}
    </li>
  );
};
