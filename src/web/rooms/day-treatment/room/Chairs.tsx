import type { JSX } from 'react';
import { CHAIR_ROOMS } from '#modules/capacity/types.ts';
import { newKey } from '#web/api/call.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { type DraftChair, withOneMore } from './facts.ts';
import styles from './Room.module.css';

type Kind = DraftChair['room'] | 'bed';
const KINDS: readonly Kind[] = ['bed', ...CHAIR_ROOMS];

const kindOf = ({ room, lying }: DraftChair): Kind => (lying ? 'bed' : room);
/** Where one can lie is in the treatment room. */
const asKind = (chair: DraftChair, kind: Kind): DraftChair =>
  kind === 'bed' ? { ...chair, room: 'treatment', lying: true } : { ...chair, room: kind, lying: false };

const ChairLine = ({
  chair,
  keeps,
  again,
  onChange,
  onDrop,
}: {
  chair: DraftChair;
  keeps: boolean;
  again: boolean;
  onChange: (chair: DraftChair) => void;
  onDrop: () => void;
}): JSX.Element => {
  const t = useText('day-room');
  if (!keeps)
    return (
      <li className={styles.chair}>
        <b>{chair.code}</b> {t(`kind.${kindOf(chair)}`)}
      </li>
    );
  return (
    <li className={styles.chair}>
      <TextField
        aria-label={t('chairs.code')}
        autoComplete="off"
        maxLength={10}
        value={chair.code}
        error={again ? t('chairs.again') : null}
        onChange={({ target }) => onChange({ ...chair, code: target.value })}
      />
      <ChipToggles<Kind>
        label={t('chairs.kindOf', { code: chair.code })}
        one
        shape="joined"
        chips={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        values={[kindOf(chair)]}
        onChange={([kind]) => kind !== undefined && onChange(asKind(chair, kind))}
      />
      <Button icon="x" look="quiet" label={t('chairs.dropOf', { code: chair.code })} onPress={onDrop}>
        {t('chairs.drop')}
      </Button>
    </li>
  );
};

/** The chairs in use, by the number that stands on them. One that is taken out must be free from now on. */
export const Chairs = ({
  chairs,
  keeps,
  again,
  onChange,
}: {
  chairs: readonly DraftChair[];
  keeps: boolean;
  again: readonly string[];
  onChange: (chairs: readonly DraftChair[]) => void;
}): JSX.Element => {
  const t = useText('day-room');
  return (
    <Panel title={t('chairs.title', { count: chairs.length })}>
      <p className={styles.small}>{t('chairs.line')}</p>
      <ul className={styles.chairs}>
        {chairs.map((chair) => (
          <ChairLine
            key={chair.key}
            chair={chair}
            keeps={keeps}
            again={again.includes(chair.code.trim())}
            onChange={(next) => onChange(chairs.map((each) => (each.key === chair.key ? next : each)))}
            onDrop={() => onChange(chairs.filter(({ key }) => key !== chair.key))}
          />
        ))}
      </ul>
      {keeps && (
        <Button icon="plus" onPress={() => onChange(withOneMore(chairs, newKey()))}>
          {t('chairs.add')}
        </Button>
      )}
    </Panel>
  );
};
