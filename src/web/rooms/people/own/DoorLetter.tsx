import { type JSX, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { renderSVG } from 'uqr';
import type { DoorView } from '#modules/people/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Logo } from '#web/shell/Logo.tsx';
import styles from './OwnDoor.module.css';

const Sheet = ({ door, address }: { door: DoorView; address: string }): JSX.Element => {
  const t = useText('own-door');
  const format = useFormat();
  const { region } = useSignedIn();
  return (
    <div className={styles.letter}>
      <p className={styles.logo}>
        <Logo size={28} /> {t('letter.from')}
      </p>
      <h1>{t('letter.title')}</h1>
      <p>{t('letter.to', { name: door.name })}</p>
      <p>{t('letter.why')}</p>
      <ol>
        <li>{t('letter.open')}</li>
        <li>{t('letter.birth')}</li>
        <li>{t(door.codeTo === null ? 'letter.codePractice' : 'letter.code', { to: door.codeTo ?? '' })}</li>
      </ol>
      <img
        className={styles.square}
        alt={t('letter.square')}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`}
      />
      <p className={styles.address}>{address}</p>
      <p>{t('letter.until', { day: format.longDay(Date.parse(door.until)) })}</p>
      <p>{t('letter.help', { phone: region.deskPhone })}</p>
    </div>
  );
};

/** The letter with the link: on the screen once, on paper alone on its sheet, and kept nowhere. */
export const DoorLetter = ({ door, onClose }: { door: DoorView; onClose: () => void }): JSX.Element => {
  const t = useText('own-door');
  const address = `${window.location.origin}/mijn#${door.token}`;
  useEffect(() => {
    document.body.dataset['letter'] = 'yes';
    return () => {
      delete document.body.dataset['letter'];
    };
  }, []);
  return (
    <>
      <p role="status">{t('made')}</p>
      <p className={styles.address}>{address}</p>
      <div className={styles.buttons}>
        <Button look="primary" icon="printer" onPress={() => window.print()}>
          {t('print')}
        </Button>
        <Button onPress={onClose}>{t('done')}</Button>
      </div>
      {createPortal(
        <div className="paper-only">
          <Sheet door={door} address={address} />
        </div>,
        document.body,
      )}
    </>
  );
};
