import { useMutation, useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { counts } from '#kernel/freshness.ts';
import type { FollowedList } from '#modules/region/contract.ts';
import type { Country } from '#tower/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import type { Session } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Neighbours.module.css';

const EVERY_MS = 60_000;
const FOLLOWERS = ['desk', 'region-manager'];

type Neighbour = Country['regions'][number];

const Line = ({ region, onEnd }: { region: Neighbour; onEnd: (() => void) | null }): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const now = useNow('minute');
  const known = counts(region.phase);
  const age =
    region.figureAt === null
      ? t('neighbours.never')
      : t(known ? 'neighbours.age' : 'neighbours.tooOld', {
          moment: format.moment(Date.parse(region.figureAt), now),
        });
  return (
    <tr>
      <th scope="row">{region.name}</th>
      <td>
        {known ? (
          <ul className={styles.counts}>
            {region.counts.map((count) => (
              <li key={count.type}>
                <StateMark state={(count.free ?? 0) > 0 ? 'free' : 'occupied'} size={13} />
                <b>{count.free ?? t('dash')}</b> {count.type}
              </li>
            ))}
          </ul>
        ) : (
          <span className={styles.unknown}>
            <StateMark state="unknown" size={13} /> {t('neighbours.unknown')}
          </span>
        )}
      </td>
      <td className={styles.age}>{age}</td>
      <td>
        {onEnd !== null && (
          <Button
            look="quiet"
            size="small"
            label={t('neighbours.endOf', { name: region.name })}
            onPress={onEnd}
          >
            {t('neighbours.end')}
          </Button>
        )}
      </td>
    </tr>
  );
};

const Follow = ({ onDone }: { onDone: () => void }): JSX.Element => {
  const t = useText('board');
  const language = currentLanguage();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const follow = useMutation<FollowedList, Problem>({
    mutationFn: () => call('POST', '/api/v1/followed-regions', { name: name.trim(), url: url.trim() }),
    onSuccess: () => {
      setName('');
      setUrl('');
      onDone();
    },
  });
  return (
    <form
      className={styles.follow}
      onSubmit={(event) => {
        event.preventDefault();
        follow.mutate();
      }}
    >
      <TextField
        label={t('neighbours.name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        maxLength={100}
        required
      />
      <TextField
        label={t('neighbours.url')}
        value={url}
        placeholder={t('neighbours.example')}
        onChange={({ target }) => setUrl(target.value)}
        error={
          follow.error === null ? null : `${follow.error.sentence(language)} ${follow.error.next(language)}`
        }
        required
      />
      <Button submit busy={follow.isPending}>
        {t('neighbours.follow')}
      </Button>
    </form>
  );
};

/** Neighbouring regions beside ours: their own published counts, marked as theirs, with their age. */
export const Neighbours = ({ session }: { session: Session }): JSX.Element | null => {
  const t = useText('board');
  const { data, refetch } = useQuery<Country>({
    queryKey: ['/api/v1/country'],
    queryFn: () => call('GET', '/api/v1/country'),
    refetchInterval: EVERY_MS,
    meta: { topics: ['region'] },
  });
  const end = useMutation<unknown, Problem, string>({
    mutationFn: (id) => call('POST', `/api/v1/followed-regions/${id}/end`, {}),
    onSuccess: () => refetch(),
  });
  const follows = FOLLOWERS.includes(session.actor.role);
  const theirs = (data?.regions ?? []).filter(({ id }) => id !== null);
  if (theirs.length === 0 && !follows) return null;
  return (
    <Panel title={t('neighbours.title')}>
      <p className={styles.lead}>{t(theirs.length === 0 ? 'neighbours.none' : 'neighbours.line')}</p>
      {theirs.length > 0 && (
        <table className={styles.table}>
          <tbody>
            {theirs.map((region) => (
              <Line
                key={region.id}
                region={region}
                onEnd={follows && region.id !== null ? () => end.mutate(region.id ?? '') : null}
              />
            ))}
          </tbody>
        </table>
      )}
      {follows && <Follow onDone={() => void refetch()} />}
    </Panel>
  );
};
