import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { WardGains } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import styles from './MostFreed.module.css';

type Gain = WardGains['byCode'][number];

const VIEWS = ['code', 'owner'] as const;
type View = (typeof VIEWS)[number];

/** So many stand there at once; the others are asked for. */
const FIRST = 3;

const Row = ({ gain, rank }: { gain: Gain; rank: number }): JSX.Element => {
  const t = useText('next-move');
  const ofStays = useStayWords();
  const stay = useText('stay');
  const { code, owner, late, why, waiting, beds } = gain;
  const owners = [...new Set(beds.map(ofStays.owner))];
  return (
    <li className={styles.row}>
      <span className={styles.rank} aria-hidden="true">
        {rank}
      </span>
      <div>
        <h3>{code === null ? stay(`owner.${owner}`) : stay(`barrier.${code}`)}</h3>
        {why !== null && <p>{inWords(why)}</p>}
        {waiting > 0 && <p>{t('gains.waiting', { count: waiting })}</p>}
        <p>{t('gains.by', { who: owners.join(', ') })}</p>
        {late !== null && late > 0 && (
          <p className={styles.late}>
            <Icon name="triangle-alert" size={14} /> {t('gains.late', { count: late })}
          </p>
        )}
      </div>
      <ul className={styles.beds}>
        {beds.map(({ bed, stayId, due, late: isLate }) => (
          <li key={stayId}>
            <Link to={`/verblijf/${stayId}`}>
              <span className="aloud">{t('gains.openBed')} </span>
              {t(isLate ? 'gains.bedLate' : 'gains.bed', { bed, day: ofStays.day(due) })}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
};

/** Which barrier, gone today, frees most bed days on this ward: by what it is, or by who can take it away. */
export const MostFreed = ({ unitId }: { unitId: string }): JSX.Element | null => {
  const t = useText('next-move');
  const [view, setView] = useState<View>('code');
  const [all, setAll] = useState(false);
  const { data } = useRead<WardGains>(`/api/v1/units/${unitId}/barrier-gains`, ['stay', 'capacity']);
  const gains = view === 'code' ? data?.body.byCode : data?.body.byOwner;
  if (gains === undefined || gains.length === 0) return null;
  const rest = gains.length - FIRST;
  const rests = (data?.body.byCode ?? []).reduce((sum, gain) => sum + gain.rests, 0);
  return (
    <Panel title={t('gains.title')}>
      <ChipToggles<View>
        label={t('gains.view')}
        one
        shape="joined"
        chips={VIEWS.map((value) => ({ value, label: t(`gains.${value}`) }))}
        values={[view]}
        onChange={([next]) => setView(next ?? view)}
      />
      <ol className={styles.rows}>
        {(all ? gains : gains.slice(0, FIRST)).map((gain, at) => (
          <Row key={gain.code ?? gain.owner} gain={gain} rank={at + 1} />
        ))}
      </ol>
      <p className={styles.quiet}>{rests > 0 ? t('gains.rests', { count: rests }) : t('gains.guess')}</p>
      {rest > 0 && (
        <Button size="small" look="quiet" expanded={all} onPress={() => setAll(!all)}>
          {all ? t('gains.less') : t('gains.more', { count: rest })}
        </Button>
      )}
    </Panel>
  );
};
