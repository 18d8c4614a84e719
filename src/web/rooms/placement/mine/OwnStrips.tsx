import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { Strip } from '#web/design/Strip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { stripOf } from '#web/rooms/placement/strip-facts.ts';
import { useProfileTitle } from '#web/rooms/placement/words.ts';
import styles from './Mine.module.css';

/** Is there still somebody who must move? */
export const isRunning = ({ state }: RequestView): boolean => state !== 'admitted' && state !== 'closed';

const groupOf = (request: RequestView): 'running' | 'admitted' | 'closed' => {
  if (isRunning(request)) return 'running';
  return request.state === 'admitted' ? 'admitted' : 'closed';
};

/** The own requests as strips; they are the reader's own patients, so the name may stand on the second line. */
export const OwnStrips = ({
  requests,
  shownId,
}: {
  requests: readonly RequestView[];
  shownId: string | null;
}): JSX.Element => {
  const t = useText('mine');
  const navigate = useNavigate();
  const titleOf = useProfileTitle();
  const second = ({ person, code }: RequestView): string =>
    person === null ? code : t('strip.second', { name: person.name, code });
  const groups = Object.entries(Object.groupBy(requests, groupOf));
  return (
    <div className={styles.groups}>
      {groups.map(([group, own = []]) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h2>{t(`group.${group}`)}</h2>
          <ul className={styles.strips}>
            {own.map((request) => (
              <li key={request.id}>
                <Strip
                  facts={stripOf(request, titleOf(request), second(request))}
                  chosen={request.id === shownId}
                  onOpen={() => void navigate({ to: `/aanvragen/${request.id}` })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
