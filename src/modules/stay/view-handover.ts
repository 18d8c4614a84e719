import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import { requestCodeOf } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HandoverAnswer, HandoverHead, HandoverSectionView, HandoverView } from './contract-handover.ts';
import {
  changedSections,
  type KnownSections,
  missingSections,
  resolveSections,
} from './decide/handover-missing.ts';
import { sectionFacts } from './decide/handover-sections.ts';
import { knownNow, type Party, partyOf, phoneOf, receiverOf } from './handover-facts.ts';
import { expectedDoctor, type Way, wayOfHandover } from './handover-way.ts';
import { stayById } from './store.ts';
import { handedOf, handoverFiles, handoversFor, sentOf } from './store-handover.ts';
import {
  HANDOVER_SECTIONS,
  type Handover,
  type HandoverDirection,
  type SentSections,
  type WrittenSections,
} from './types-handover.ts';

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

type Copy = Awaited<ReturnType<typeof sentOf>>[number];

/** Sections as they stand for who writes: all that is known, and what was left out of it. */
const liveSections = (
  direction: HandoverDirection,
  { known, written, last }: { known: KnownSections; written: WrittenSections; last: Copy | undefined },
): HandoverSectionView[] => {
  const now = resolveSections(known, written);
  const missing = new Set(missingSections(direction, now));
  const changed = new Set(changedSections(last?.sections ?? null, now));
  return HANDOVER_SECTIONS.map((code) => {
    const { needed, ...facts } = sectionFacts(code);
    const own = written[code];
    return {
      ...facts,
      needed: needed.includes(direction),
      missing: missing.has(code),
      none: own?.none ?? false,
      text: own?.text ?? '',
      known: (known[code] ?? []).map((line) => ({
        ...line,
        without: own?.without.includes(line.key) ?? false,
      })),
      changed: changed.has(code),
    };
  });
};

/** Sections as they were sent; what changed since the time before is marked. */
const sentSections = (
  direction: HandoverDirection,
  sections: SentSections,
  before: SentSections | null,
): HandoverSectionView[] => {
  const missing = new Set(missingSections(direction, sections));
  const changed = new Set(changedSections(before, sections));
  return HANDOVER_SECTIONS.map((code) => {
    const { needed, ...facts } = sectionFacts(code);
    const { known, text, none } = sections[code] ?? { known: [], text: '', none: false };
    return {
      ...{ ...facts, needed: needed.includes(direction), missing: missing.has(code), none, text },
      known: known.map((line) => ({ ...line, without: false })),
      changed: changed.has(code),
    };
  });
};

/** Who in the region can go on with somebody: everybody who gives care or help, but the house itself. */
const RECEIVES = new Set(['gp', 'care-provider', 'home-care', 'hospital', 'welfare']);

const receiversOf = (way: Way, doing: Doing): Party[] =>
  way.stay === null
    ? []
    : doing.region.organisations
        .filter(({ id, kind }) => RECEIVES.has(kind) && id !== way.fromOrg)
        .flatMap(({ id }) => partyOf(doing, id) ?? []);

const senderOf = (doing: Doing, organisationId: string): Party => {
  const party = partyOf(doing, organisationId);
  if (party === null) throw new Error(`organisation ${organisationId} is not in the region`);
  return party;
};

const momentsOf = (row: Handover | null) => ({
  state: row?.state ?? ('draft' as const),
  savedAt: isoOrNull(row?.savedAt ?? null),
  savedBy: row?.savedBy ?? '',
  sentAt: isoOrNull(row?.sentAt ?? null),
  receivedAt: isoOrNull(row?.receivedAt ?? null),
  receivedBy: row?.receivedBy ?? null,
  byPhone: row?.byPhone ?? false,
  revokedAt: isoOrNull(row?.revokedAt ?? null),
  revokedBecause: row?.revokedBecause ?? null,
  version: row?.version ?? 0,
});

const filesOf = async (tx: Tx, row: Handover | null): Promise<HandoverView['files']> =>
  row === null
    ? []
    : (await handoverFiles(tx, row.id)).map(({ id, name, mime, size, at }) => ({
        ...{ id, name, mime, bytes: size, at: isoFromInstant(at) },
      }));

const isWritten = (row: Handover | null): boolean =>
  row === null || row.state === 'draft' || row.state === 'sent';

/** Gone already, and nobody has confirmed: the house stays responsible. */
const isLate = ({ stay }: Way, row: Handover | null): boolean =>
  stay !== null && stay.endedAt !== null && stay.destination !== 'died' && row?.state !== 'received';

/** What stands in it now: as it can still be written, or as it was sent the last time. */
const ownSections = async (
  tx: Tx,
  way: Way,
  { row, writer }: { readonly row: Handover | null; readonly writer: string },
  doing: Doing,
): Promise<{ readonly sections: HandoverSectionView[]; readonly number: number }> => {
  const { direction } = way;
  const [last, before] = row === null ? [] : await sentOf(tx, row.id);
  const number = last?.number ?? 0;
  if (!isWritten(row) && last !== undefined)
    return { sections: sentSections(direction, last.sections, before?.sections ?? null), number };
  const signed = row === null || row.savedBy === '' ? writer : row.savedBy;
  const known = await knownNow(tx, way, { handover: row, writer: signed }, doing);
  return { sections: liveSections(direction, { known, written: row?.sections ?? {}, last }), number };
};

/** A handover as who writes it sees it: also before anything is kept. `writer` is who would sign it now. */
export const viewOwnHandover = async (
  tx: Tx,
  way: Way,
  of: { readonly row: Handover | null; readonly writer: string },
  doing: Doing,
): Promise<HandoverView> => {
  const { row } = of;
  const { request, stay, direction } = way;
  const { sections, number } = await ownSections(tx, way, of, doing);
  const { person } = request;
  return {
    id: row?.id ?? null,
    requestId: request.id,
    stayId: stay?.id ?? null,
    code: request.code,
    direction,
    own: true,
    receives: false,
    person: person === null ? null : { name: person.name, birthDate: person.birthDate },
    from: { ...senderOf(doing, way.fromOrg), phone: phoneOf(way, doing) },
    receiver: receiverOf(way, row, doing),
    receivers: receiversOf(way, doing),
    doctor: row?.toDoctor ?? expectedDoctor(way),
    sections,
    missing: sections.filter(({ missing }) => missing).map(({ code }) => code),
    files: await filesOf(tx, row),
    number,
    ...momentsOf(row),
    late: isLate(way, row),
  };
};

const nameOf = async (tx: Tx, personId: string): Promise<HandoverView['person']> => {
  const [person] = await peopleById(tx, [personId]);
  return person === undefined ? null : { name: person.name, birthDate: person.birthDate };
};

const receivedBy = (row: Handover, doing: Doing): HandoverView['receiver'] => {
  if (row.toOrg !== null) return partyOf(doing, row.toOrg);
  return row.toName === null ? null : { organisationId: null, name: row.toName, phone: row.toPhone };
};

/** A handover as who receives it reads it: as it was sent the last time. */
const viewSentHandover = async (tx: Tx, row: Handover, doing: Doing): Promise<HandoverView> => {
  const [last, before] = await sentOf(tx, row.id);
  const { direction, stayId } = row;
  const sections = sentSections(direction, last?.sections ?? {}, before?.sections ?? null);
  const stay = stayId === null ? null : await stayById(tx, stayId);
  const left = stay !== null && stay.endedAt !== null && stay.destination !== 'died';
  return {
    id: row.id,
    requestId: row.requestId,
    stayId,
    code: await requestCodeOf(tx, row.requestId),
    direction,
    own: false,
    receives: true,
    person: await nameOf(tx, row.personId),
    from: senderOf(doing, row.fromOrg),
    receiver: receivedBy(row, doing),
    receivers: [],
    doctor: row.toDoctor,
    sections,
    missing: sections.filter(({ missing }) => missing).map(({ code }) => code),
    files: await filesOf(tx, row),
    number: last?.number ?? 0,
    ...momentsOf(row),
    late: left && row.state !== 'received',
  };
};

/** One handover as this reader may know it: who sends it, or who receives it. */
export const viewHandover = async (
  tx: Tx,
  row: Handover,
  writer: string,
  doing: Doing,
): Promise<HandoverView | null> => {
  if (row.fromOrg !== doing.actor.organisationId) return viewSentHandover(tx, row, doing);
  const way = await wayOfHandover(tx, row, doing);
  return way === null ? null : viewOwnHandover(tx, way, { row, writer }, doing);
};

/** What waits for this organisation to confirm. */
export const handoverHeads = async (tx: Tx, doing: Doing): Promise<HandoverHead[]> => {
  const waiting = await handoversFor(tx, doing.actor.organisationId);
  const people = new Map(
    (
      await peopleById(
        tx,
        waiting.map(({ personId }) => personId),
      )
    ).map((person) => [person.id, person]),
  );
  const heads: HandoverHead[] = [];
  for (const row of waiting) {
    const person = people.get(row.personId);
    heads.push({
      id: row.id,
      requestId: row.requestId,
      direction: row.direction,
      person: person === undefined ? null : { name: person.name, birthDate: person.birthDate },
      from: partyOf(doing, row.fromOrg)?.name ?? '',
      number: (await sentOf(tx, row.id))[0]?.number ?? 0,
      sentAt: isoFromInstant(row.sentAt ?? row.savedAt),
      doctor: row.toDoctor,
      version: row.version,
    });
  }
  return heads;
};

/** How far the handover of a stay is, for who is a party to the stay and not to the handover. */
export const viewHanded = async (tx: Tx, stayId: string, doing: Doing): Promise<HandoverAnswer['handed']> => {
  const handed = (await handedOf(tx, [stayId])).get(stayId);
  if (handed === undefined) return null;
  const { state, toOrg, toName, sentAt, receivedAt } = handed;
  const to = toOrg === null ? (toName ?? '') : (partyOf(doing, toOrg)?.name ?? '');
  return { state, to, sentAt: isoOrNull(sentAt), receivedAt: isoOrNull(receivedAt) };
};
