import type { JSX } from 'react';
import { ageOn } from '#kernel/age-band.ts';
import { localDay } from '#kernel/calendar.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { StayAnswer, StayView } from '#modules/stay/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { NotRead } from '#web/design/NotRead.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { FamilyPanel } from '#web/rooms/people/family/FamilyPanel.tsx';
import { HandoverPanel } from '#web/rooms/stay/handover/HandoverPanel.tsx';
import { ReoPart } from '#web/rooms/stay/observation/ReoPart.tsx';
import { BarriersPanel } from '#web/rooms/stay/parts/BarriersPanel.tsx';
import { CarePanel } from '#web/rooms/stay/parts/CarePanel.tsx';
import { LengthPanel } from '#web/rooms/stay/parts/LengthPanel.tsx';
import { MeetingsPanel } from '#web/rooms/stay/parts/MeetingsPanel.tsx';
import { ResponsiblePanel } from '#web/rooms/stay/parts/ResponsiblePanel.tsx';
import { ReturnPanel } from '#web/rooms/stay/return/ReturnPanel.tsx';
import { usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { StayHead } from './StayHead.tsx';
import styles from './StayPage.module.css';

/** What there is to see and do of a stay, the most urgent first. */
const Sheet = ({ stay }: { stay: StayView }): JSX.Element => {
  usePrinted('requests', [stay.requestId]);
  return (
    <div className={styles.page}>
      <StayHead stay={stay} />
      {stay.answers && <ReoPart stay={stay} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <BarriersPanel stay={stay} />
          <ReturnPanel stay={stay} />
          <MeetingsPanel stay={stay} />
          <FamilyPanel stay={stay} />
        </div>
        <div className={styles.column}>
          {stay.endedAt === null && <LengthPanel stay={stay} />}
          {stay.endedAt === null && <CarePanel stay={stay} />}
          <ResponsiblePanel stay={stay} />
          <HandoverPanel stay={stay} />
        </div>
      </div>
      {stay.treats && !stay.answers && <ReoPart stay={stay} />}
    </div>
  );
};

const useTitle = (stay: StayView | undefined): string => {
  const t = useText('stay');
  const now = useNow('minute');
  if (stay === undefined) return t('page.title');
  if (stay.person === null) return t('page.nameless', { code: stay.code });
  const age = ageOn(stay.person.birthDate, localDay(now, stay.zone));
  return t('page.name', { name: stay.person.name, age });
};

const useLine = (stay: StayView | undefined): string => {
  const t = useText('stay');
  if (stay === undefined) return t('page.loading');
  const language = currentLanguage();
  const responsible =
    stay.responsible === null
      ? null
      : t('page.responsible', {
          who: [stay.responsible.doctor, stay.responsible.organisation.name].filter(Boolean).join(', '),
        });
  const where =
    stay.bed === null || stay.endedAt !== null
      ? stay.site
      : t('page.where', { site: stay.site, bed: stay.bed });
  return [
    t('page.kind', { product: PRODUCT_WORDS[stay.product].short[language] }),
    where,
    ...(responsible === null ? [] : [responsible]),
  ].join(' · ');
};

/** One stay: what it is for, how far it is, and what must happen before somebody goes home. */
export const StayPage = (): JSX.Element => {
  const t = useText('stay');
  const stayId = usePathPart('stayId');
  const read = useRead<StayAnswer>(`/api/v1/stays/${stayId}`, ['stay', 'request']);
  const known = read.data?.body.stay;
  const stay = known?.id === stayId ? known : undefined;
  const title = useTitle(stay);
  const line = useLine(stay);
  return (
    <Screen title={title} line={line} back="/verblijf">
      {stay !== undefined && <Sheet key={stayId} stay={stay} />}
      {stay === undefined && <NotRead read={read} grid="2fr 1fr 220px" rows={6} late={t('page.loading')} />}
    </Screen>
  );
};
