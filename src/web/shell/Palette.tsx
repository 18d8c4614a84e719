import '@mantine/spotlight/styles.layer.css';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useSession } from '#web/api/session.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { useText } from '#web/i18n/texts.ts';
import { currentActs } from './acts.ts';
import { roomsFor } from './rooms.ts';

/** "Zoek of doe iets": the rooms, and everything that can be done on this screen now. */
export const Palette = (): JSX.Element => {
  const t = useText('shell');
  const navigate = useNavigate();
  const { data: session } = useSession();
  const rooms = session === null || session === undefined ? [] : roomsFor(session);
  const going: SpotlightActionData[] = rooms.map((room) => ({
    id: room.id,
    label: t(`room.${room.id}`),
    leftSection: <Icon name={room.icon} size={18} />,
    onClick: () => void navigate({ to: room.to }),
  }));
  const doing: SpotlightActionData[] = currentActs()
    .filter((act) => act.onlyKey !== true)
    .map((act) => ({
      id: `act ${act.does}`,
      label: act.does,
      rightSection: act.keys[0] === undefined ? undefined : <Kbd>{act.keys[0].toUpperCase()}</Kbd>,
      onClick: act.run,
    }));
  return (
    <Spotlight
      shortcut={null}
      actions={[
        { group: t('palette.go'), actions: going },
        { group: t('palette.do'), actions: doing },
      ]}
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      maxHeight={440}
      radius={10}
      searchProps={{
        placeholder: t('search'),
        'aria-label': t('search'),
        leftSection: <Icon name="search" size={18} />,
      }}
    />
  );
};
