import type { HandoverSectionView, HandoverView } from '#modules/stay/contract.ts';
import type { HandoverSection, WrittenSection } from '#modules/stay/types.ts';

/** What was typed and is not kept yet, with what stood there when the typing began. */
export type Typed = Readonly<
  Partial<Record<HandoverSection, { readonly mine: WrittenSection; readonly before: WrittenSection }>>
>;

/** What is written in a section, as it stands. */
const writtenOf = ({ text, none, known }: HandoverSectionView): WrittenSection => ({
  text,
  none,
  without: known.filter(({ without }) => without).map(({ key }) => key),
});

const same = (a: WrittenSection, b: WrittenSection): boolean => JSON.stringify(a) === JSON.stringify(b);

const sectionOf = (view: HandoverView, code: HandoverSection): WrittenSection => {
  const section = view.sections.find((each) => each.code === code);
  return section === undefined ? { text: '', none: false, without: [] } : writtenOf(section);
};

/** The same with one section as it is typed now; what stood there first is remembered once. */
export const typing = (
  typed: Typed,
  view: HandoverView,
  code: HandoverSection,
  mine: WrittenSection,
): Typed => ({ ...typed, [code]: { mine, before: typed[code]?.before ?? sectionOf(view, code) } });

/** What is typed in a section now, or else what stands there. */
export const shownOf = (typed: Typed, section: HandoverSectionView): WrittenSection =>
  typed[section.code]?.mine ?? writtenOf(section);

/** What goes to the server. */
export const bodyOf = (typed: Typed): (WrittenSection & { code: HandoverSection })[] =>
  (Object.keys(typed) as HandoverSection[]).flatMap((code) => {
    const entry = typed[code];
    return entry === undefined ? [] : [{ code, ...entry.mine }];
  });

/** Sections in which somebody else wrote something else meanwhile: their text, to be read beside one's own. */
export const apart = (typed: Typed, theirs: HandoverView): HandoverSection[] =>
  (Object.keys(typed) as HandoverSection[]).filter((code) => {
    const entry = typed[code];
    if (entry === undefined) return false;
    const now = sectionOf(theirs, code);
    return !same(now, entry.before) && !same(now, entry.mine);
  });

/** What is still to be kept after this was kept: only what was typed further. */
export const afterKeeping = (typed: Typed, kept: Typed): Typed =>
  Object.fromEntries(
    (Object.keys(typed) as HandoverSection[]).flatMap((code) => {
      const [now, then] = [typed[code], kept[code]];
      if (now === undefined || (then !== undefined && same(now.mine, then.mine))) return [];
      return [[code, then === undefined ? now : { mine: now.mine, before: then.mine }]];
    }),
  );

/** Without these sections: their text is the text. */
export const withoutCodes = (typed: Typed, codes: readonly HandoverSection[]): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([code]) => !codes.some((each) => each === code)));

/** The same, with what stands there now as where the typing began: one's own text is kept over it. */
export const rebased = (typed: Typed, theirs: HandoverView): Typed =>
  Object.fromEntries(
    bodyOf(typed).map(({ code, ...mine }) => [code, { mine, before: sectionOf(theirs, code) }]),
  );
