import { type JSX, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { renderSVG } from 'uqr';
import type { FamilyInvited } from '#modules/people/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import letter from '#web/rooms/people/own/OwnDoor.module.css';
import { Logo } from '#web/shell/Logo.tsx';
import styles from './Family.module.css';

const Sheet = ({ invited, address }: { invited: FamilyInvited; address: string }): JSX.Element => {
  const t = useText('family');
  const format = useFormat();
  const { name, codeTo } = invited.relative;
  return (
    <div className={letter.letter}>
      <p className={letter.logo}>
        <Logo size={28} /> {t('letter.from')}
      </p>
      <h1>{t('letter.title')}</h1>
      <p>{t('letter.to', { name })}</p>
      <p>{t('letter.why')}</p>
      <ol>
        <li>{t('letter.open')}</li>
        <li>{t('letter.birth')}</li>
        <li>{t(codeTo === null ? 'letter.codePractice' : 'letter.code', { to: codeTo ?? '' })}</li>
      </ol>
      <img
        className={letter.square}
        alt={t('letter.square')}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`}
      />
      <p className={letter.address}>{address}</p>
      <p>{t('letter.until', { day: format.longDay(Date.parse(invited.until)) })}</p>
    </div>
  );
};

/** The link for the relative: gone to them by e-mail, or here once, to print and hand over. */
export const FamilyLink = ({
  invited,
  onDone,
}: {
  invited: FamilyInvited;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('family');
  const { token, relative } = invited;
  useEffect(() => {
    document.body.dataset['letter'] = 'yes';
    return () => {
      delete document.body.dataset['letter'];
    };
  }, []);
  if (token === null)
    return (
      <div className={styles.stack}>
        <p role="status">{t('link.mailed', { to: relative.codeTo ?? '' })}</p>
        <div className={styles.acts}>
          <Button onPress={onDone}>{t('link.done')}</Button>
        </div>
      </div>
    );
  const address = `${window.location.origin}/meelezen#${token}`;
  return (
    <div className={styles.stack}>
      <p role="status">{t('link.made', { name: relative.name })}</p>
      <p className={letter.address}>{address}</p>
      <div className={styles.acts}>
        <Button look="primary" icon="printer" onPress={() => window.print()}>
          {t('link.print')}
        </Button>
        <Button onPress={onDone}>{t('link.done')}</Button>
      </div>
      {createPortal(
        <div className="paper-only">
          <Sheet invited={invited} address={address} />
        </div>,
        document.body,
      )}
    </div>
  );
};
