import {
  HANDOVER_SECTIONS,
  type HandoverDirection,
  type HandoverSection,
  type KnownLine,
  type SentSection,
  type SentSections,
  type WrittenSections,
} from '#modules/stay/types-handover.ts';
import { sectionFacts } from './handover-sections.ts';

/** What is known per section. */
export type KnownSections = Readonly<Partial<Record<HandoverSection, readonly KnownLine[]>>>;

const EMPTY: SentSection = { known: [], text: '', none: false };

/** What would go along now: what is known and was not left out, and what was written or said. */
export const resolveSections = (known: KnownSections, written: WrittenSections): SentSections =>
  Object.fromEntries(
    HANDOVER_SECTIONS.map((code) => {
      const own = written[code];
      const lines = (known[code] ?? []).filter(({ key }) => own?.without.includes(key) !== true);
      return [code, { known: lines, text: own?.text.trim() ?? '', none: own?.none ?? false }];
    }),
  );

/** Nothing known, written or said. */
const isSilent = ({ known, text, none }: SentSection): boolean => known.length === 0 && text === '' && !none;

/**
 * Lines that make a section answered. Who somebody's next of kin is says nothing about an advance directive: that is asked
 * all the same.
 */
const ANSWERS: Readonly<Partial<Record<HandoverSection, (line: KnownLine) => boolean>>> = {
  'social-context': ({ key }) => key === 'directive',
  alerts: ({ key }) => key.startsWith('infection'),
};

/** What is still missing, in the order in which it is read. It holds up nothing. */
export const missingSections = (direction: HandoverDirection, sections: SentSections): HandoverSection[] =>
  HANDOVER_SECTIONS.filter((code) => {
    if (!sectionFacts(code).needed.includes(direction)) return false;
    const section = sections[code] ?? EMPTY;
    const counts = ANSWERS[code];
    return isSilent(counts === undefined ? section : { ...section, known: section.known.filter(counts) });
  });

const words = ({ known, text, none }: SentSection): string =>
  JSON.stringify([known.map((line) => line.text), text, none]);

/** Which sections say something else than when it was sent before; the first time none. */
export const changedSections = (before: SentSections | null, now: SentSections): HandoverSection[] =>
  before === null
    ? []
    : HANDOVER_SECTIONS.filter((code) => words(before[code] ?? EMPTY) !== words(now[code] ?? EMPTY));
