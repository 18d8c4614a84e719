import type { JSX } from 'react';
import type { FamilyView } from '#modules/stay/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { FamilyStay, Part } from './FamilyStay.tsx';
import { Relative } from './Relative.tsx';

/** The stay on the page behind a link of one's own; the person also chooses here who reads along. */
export const StayTab = ({ view }: { view: FamilyView }): JSX.Element => {
  const t = useText('family');
  const relative = view.reader === 'relative';
  if (view.stay === null) return <p>{t('noStay')}</p>;
  return (
    <FamilyStay stay={view.stay} relative={relative}>
      {!relative && (
        <Part title={t('panelOwn')}>
          <Relative path="/api/v1/own/family" own practice={view.practice} />
        </Part>
      )}
    </FamilyStay>
  );
};
