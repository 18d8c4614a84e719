import type { LinkBody, LinkView } from '#modules/capacity/contract.ts';

/** What the ward changed on its link before pressing the button: just what is sent. */
export type Change = Readonly<LinkBody>;

/** Nothing changed: the figures still stand. */
export const NOTHING: Change = { close: 0, open: 0, reason: 'no-staff', published: [] };

const settled = (change: Change): Change =>
  change.close === 0 && change.open === 0 && change.published.length === 0 ? NOTHING : change;

/** One free bed less: it closes; or one that was about to open stays closed. */
export const oneLess = (change: Change, view: LinkView): Change => {
  if (change.open > 0) return settled({ ...change, open: change.open - 1 });
  return change.close < view.counts.free ? { ...change, close: change.close + 1 } : change;
};

/** One free bed more: a closed one opens; or one that was about to close stays open. */
export const oneMore = (change: Change, view: LinkView): Change => {
  if (change.close > 0) return settled({ ...change, close: change.close - 1 });
  return change.open < view.counts.closed ? { ...change, open: change.open + 1 } : change;
};

/** The number of a ward that reports counts, as it will be sent. */
export const publishedNow = (change: Change, view: LinkView): LinkBody['published'] =>
  (view.published ?? []).map(
    (line) => change.published.find((each) => each.product === line.product) ?? line,
  );

/** Another number for one kind of care. */
export const withPublished = (
  change: Change,
  view: LinkView,
  line: LinkBody['published'][number],
): Change => {
  const next = publishedNow(change, view).map((each) => (each.product === line.product ? line : each));
  const same = next.every((each) =>
    view.published?.some((known) => known.product === each.product && known.free === each.free),
  );
  return settled({ ...change, published: same ? [] : next });
};
