import { createHash } from 'node:crypto';
import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { LiveBoard } from './board-bytes.ts';
import type { CapacityStatement, Country } from './contract-open.ts';
import { type Neighbours, sumOf } from './neighbours.ts';
import { openCounts } from './open-counts.ts';
import { type Made, squeeze } from './squeeze.ts';

/** Who looks without signing in sees a new figure at most once in so long. */
const OPEN_EVERY = 5_000;
/** Ages are told anew so often, also when nobody moved. */
const AGES_EVERY = MINUTE;

const tagOf = (content: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;

/** What leaves the region as counts: made once for everybody. */
export interface OpenFigures {
  /** What the organisations that publish have free. */
  statement(now: Instant): Made & { readonly content: CapacityStatement };
  /** The regions we follow, beside our own. */
  country(now: Instant): Made & { readonly content: Country };
}

const ownRegion = (statement: CapacityStatement, asOf: string): Country['regions'][number] => ({
  id: null,
  name: statement.region ?? '',
  figureAt: asOf,
  heardAt: asOf,
  phase: 'fresh',
  counts: sumOf(statement),
});

/** Opens what the region tells of itself and knows of others. */
export const openFigures = (picture: Picture, board: LiveBoard, neighbours: Neighbours): OpenFigures => {
  let open: (Made & { content: CapacityStatement; from: string; at: Instant }) | null = null;
  let country: (Made & { content: Country; from: string; at: Instant }) | null = null;
  const all = (): Set<string> => new Set(picture.region.organisations.map((each) => each.id));
  const publishing = (): Set<string> =>
    new Set(picture.region.organisations.filter((each) => each.publishes).map((each) => each.id));
  return {
    statement(now) {
      if (open !== null && open.at <= now && now - open.at < OPEN_EVERY) return open;
      const { board: drawn, version } = board.current(now);
      if (open?.from === version) {
        open = { ...open, at: now };
        return open;
      }
      const content = openCounts(drawn, picture.region, publishing(), now);
      // The moment it was made does not make it another answer.
      open = { content, from: version, at: now, etag: tagOf(content.capacity), body: squeeze(content) };
      return open;
    },
    country(now) {
      const { board: drawn, version } = board.current(now);
      const from = `${version} ${neighbours.version}`;
      if (country?.from === from && country.at <= now && now - country.at < AGES_EVERY) return country;
      const asOf = isoFromInstant(now);
      const content: Country = {
        asOf,
        regions: [
          ownRegion(openCounts(drawn, picture.region, all(), now), asOf),
          ...neighbours.current(now, picture.region.agreement),
        ],
      };
      country = { content, from, at: now, etag: tagOf(content.regions), body: squeeze(content) };
      return country;
    },
  };
};
