import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { isLive, isPresent, type Picture } from '#modules/capacity/index.ts';
import { type CareCourse, waitedUntil } from './courses.ts';
import type { Kept } from './history.ts';
import {
  type Behind,
  bedRow,
  counted,
  courseOfClaim,
  type Found,
  minuteOf,
  requestRow,
  untold,
} from './list-behind.ts';
import type { PastClaim } from './past-rows.ts';
import { type PlacesThen, placesThen, type UnitThen, unitsThen } from './then.ts';

/** Which number of the board at a moment. */
export interface MomentAsk {
  readonly of: keyof PlacesThen;
  readonly product: Product;
  readonly at: Instant;
  readonly siteId: string | null;
}

type CourseOf = (claim: Pick<PastClaim, 'id'>) => CareCourse | null;

/** Somebody in a bed, or promised one: as it became afterwards. */
const claimRow = (then: UnitThen, index: number, ask: MomentAsk, courseOf: CourseOf): Behind => {
  const place = then.facts.places[index];
  const there = then.facts.claims.filter(({ placeId }) => placeId === place?.id);
  const claim =
    ask.of === 'occupied'
      ? there.find(isPresent)
      : there
          .filter((each) => each.kind !== 'cleaning' && !isPresent(each) && isLive(each, ask.at))
          .toSorted((one, other) => one.during.from - other.during.from)[0];
  const past = then.unit.claims.find(({ id }) => id === claim?.id);
  const ends = [past?.leftAt, past?.releasedAt, past?.displacedAt].find((end) => typeof end === 'number');
  const stays = ask.of === 'occupied';
  return {
    kind: 'stay',
    ...{ unitId: then.unit.unitId, bed: place?.code ?? null, product: ask.product, minutes: null },
    from: (stays ? past?.arrivedAt : past?.madeAt) ?? null,
    until: (stays ? ends : (past?.arrivedAt ?? ends)) ?? null,
    course: past === undefined ? null : courseOf(past),
    because: null,
  };
};

/** A bed that is there, free or closed. */
const placeRow = (then: UnitThen, index: number, ask: MomentAsk): Behind => {
  const place = then.facts.places[index];
  const past = then.unit.places.find(({ id }) => id === place?.id);
  const row = (rest: Parameters<typeof bedRow>[3]): Behind =>
    bedRow(then.unit.unitId, place?.code ?? '', ask.product, rest);
  if (ask.of === 'beds') return row({ until: past?.endedAt ?? null });
  if (ask.of === 'free') return row({});
  const standing = then.products.get(ask.product)?.standings[index];
  const closure = then.facts.closures.find(({ placeId }) => placeId === place?.id);
  const stretch = closure?.during ?? { from: null, until: standing?.changesAt ?? null };
  return row({ ...stretch, because: `closed:${standing?.closedFor ?? 'other'}` });
};

/** The beds behind a number of the board as it was, by the same rules as the number itself. */
export const behindMoment = (kept: Kept, picture: Picture, ask: MomentAsk): Found => {
  const courseOf = courseOfClaim(kept);
  const served = [...unitsThen(kept, picture, ask.at)]
    .filter(([site]) => ask.siteId === null || site.id === ask.siteId)
    .flatMap(([, units]) =>
      units.flatMap((then) => {
        const places = placesThen(then, ask.product);
        return places === null ? [] : [{ then, places: places[ask.of] }];
      }),
    );
  if (served.every(({ places }) => places === null)) return untold('count', 'unknown');
  const person = ask.of === 'occupied' || ask.of === 'claimed';
  return counted(
    served.flatMap(({ then, places }) =>
      (places ?? []).map((index) =>
        person ? claimRow(then, index, ask, courseOf) : placeRow(then, index, ask),
      ),
    ),
  );
};

/** Who waited for a place at a moment. */
export const behindWaiting = (kept: Kept, product: Product, at: Instant): Found =>
  counted(
    kept.courses
      .filter(
        (course) =>
          course.product === product &&
          minuteOf(course.sentAt) <= minuteOf(at) &&
          minuteOf(at) < minuteOf(waitedUntil(course)),
      )
      .map((course) =>
        requestRow(course, { from: course.sentAt, until: course.arrivedAt ?? course.closedAt }, at),
      ),
  );
