import { type JSX, useState } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { Ward } from '#tower/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { KeyHints } from '#web/design/Kbd.tsx';
import { Legend } from '#web/design/Legend.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { HandoverInbox } from '#web/rooms/stay/handover/HandoverInbox.tsx';
import { useRailCount } from '#web/shell/counts.ts';
import { usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import { Answered } from './Answered.tsx';
import { BedList } from './BedList.tsx';
import { CountsBar } from './CountsBar.tsx';
import { CountsOnly } from './CountsOnly.tsx';
import type { CardState } from './card-state.ts';
import { Incoming } from './Incoming.tsx';
import { MostFreed } from './MostFreed.tsx';
import { OtherWards, WardLine } from './OtherWards.tsx';
import { Timeline } from './Timeline.tsx';
import { useSheetDays } from './use-sheet-days.ts';
import { useWardActs } from './use-ward-acts.ts';
import { focusFirstBed, useWardKeys } from './use-ward-keys.ts';
import styles from './WardPage.module.css';
import { WARD_TOPICS, wardPath } from './ward-path.ts';

const Foot = ({ own, unitId }: { own: boolean; unitId: string }): JSX.Element => {
  const t = useText('ward');
  return (
    <div className={styles.foot}>
      <Legend />
      {own && (
        <ButtonLink to={`/afdeling/${unitId}/rooster`} icon="users-round">
          {t('roster')}
        </ButtonLink>
      )}
      {own && (
        <KeyHints
          hints={[
            { keys: ['↑', '↓'], does: t('hint.bed') },
            { keys: ['←', '→'], does: t('hint.bar') },
            { keys: ['V'], does: t('hint.move') },
            { keys: ['E'], does: t('hint.end') },
            { keys: ['G'], does: t('hint.close') },
          ]}
        />
      )}
    </div>
  );
};

/** Who asks for a bed here, and who lies in one. */
const onSheet = ({ incoming, places }: Ward): string[] => [
  ...incoming.map(({ request }) => request.id),
  ...places.flatMap(({ claims }) => claims.flatMap(({ requestId }) => requestId ?? [])),
];

const Sheet = ({ ward }: { ward: Ward }): JSX.Element => {
  const t = useText('ward');
  const phone = usePhone();
  const acts = useWardActs();
  const confirming = useWardActs();
  const [card, setCard] = useState<CardState | null>(null);
  const [changing, setChanging] = useState(false);
  const openCard = (next: CardState | null): void => {
    acts.forget();
    setCard(next);
  };
  const confirm = (): void => {
    if (!confirming.busy) void confirming.confirm(ward.unit.id, t('confirm.done'));
  };
  usePrinted('ward', onSheet(ward));
  useWardKeys({ ward, card, onCard: openCard, onConfirm: confirm });
  const open = ward.incoming.filter(({ offer }) => offer.state === 'open');
  useRailCount('ward', ward.own ? open.length : 0);
  const Beds = phone ? BedList : Timeline;
  return (
    <div className={styles.page}>
      <CountsBar
        ward={ward}
        confirming={confirming.busy}
        onConfirm={confirm}
        onChange={() => {
          setChanging(true);
          focusFirstBed(ward);
        }}
      />
      <ProblemNotice problem={confirming.problem} />
      {ward.own && ward.published !== null && <CountsOnly ward={ward} published={ward.published} />}
      {changing && (
        <Notice kind="plain" icon="pencil" title={t('change.title')} announce>
          {t('change.line')}
        </Notice>
      )}
      {open.map((asked, index) => (
        <Incoming key={asked.offer.id} asked={asked} ward={ward} first={index === 0} />
      ))}
      {ward.incoming
        .filter(({ offer }) => offer.state !== 'open')
        .map((asked) => (
          <Answered key={asked.offer.id} asked={asked} ward={ward} />
        ))}
      {ward.own && <HandoverInbox />}
      <Beds ward={ward} acts={acts} card={card} onCard={openCard} />
      {ward.own && <MostFreed unitId={ward.unit.id} />}
      <Foot own={ward.own} unitId={ward.unit.id} />
    </div>
  );
};

const useLine = (ward: Ward | undefined): string => {
  const t = useText('ward');
  if (ward === undefined) return t('page.loading');
  const language = currentLanguage();
  const products = [...new Set(ward.places.flatMap((bed) => bed.products))].map(
    (product) => PRODUCT_WORDS[product].short[language],
  );
  const stretch = t(ward.days.length > 7 ? 'page.weeks' : 'page.week');
  return t('page.line', { count: ward.places.length, products: products.join(', '), stretch });
};

/** One ward: what the region sees of it, what it is asked, and its beds over the coming days. */
export const WardPage = (): JSX.Element => {
  const t = useText('ward');
  const unitId = usePathPart('unitId');
  const days = useSheetDays();
  const phone = usePhone();
  const read = useRead<Ward>(wardPath(unitId, days), WARD_TOPICS);
  const known = read.data?.body;
  const ward = known?.unit.id === unitId ? known : undefined;
  const line = useLine(ward);
  const title =
    ward === undefined ? t('page.title') : t('page.name', { unit: ward.unit.name, site: ward.site.name });
  return (
    <Screen title={title} line={ward === undefined || phone ? line : <WardLine line={line} ward={ward} />}>
      {ward !== undefined && phone && <OtherWards ward={ward} />}
      {ward !== undefined && <Sheet key={unitId} ward={ward} />}
      {ward === undefined && <NotRead read={read} grid="60px 206px 1fr" rows={10} late={t('page.loading')} />}
    </Screen>
  );
};
