import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from '#kernel/interval.ts';
import { claimOfHold, decideHold } from '#modules/capacity/decide/hold.ts';
import { lookAt, type UnitLook } from '#modules/capacity/picture.ts';
import type { UnitFacts } from '#modules/capacity/types.ts';
import { AGREEMENT, byDay, NOW, site, unitFacts } from './any-region.test.ts';
import { siteBoard } from './board.ts';

const lookOf = (facts: UnitFacts): UnitLook => lookAt(facts, AGREEMENT, () => byDay(NOW), NOW);
const boardOf = (facts: UnitFacts) => siteBoard(site('s1'), [lookOf(facts)], NOW);
const freePlaces = (look: UnitLook): string[] =>
  look.facts.places.filter((_, i) => look.best[i] === 'free').map((place) => place.id);

describe('a bed that serves several kinds of care', () => {
  it('counts under each of them and once in the totals', () => {
    fc.assert(
      fc.property(unitFacts('u1'), (facts) => {
        const { rows, totals } = boardOf({ ...facts, published: null });
        const look = lookOf({ ...facts, published: null });
        for (const row of rows) {
          const mine = look.products.get(row.product);
          expect(row.beds).toHaveLength(mine?.places.length ?? 0);
        }
        expect(rows.reduce((sum, row) => sum + row.beds.length, 0)).toBe(
          facts.places.reduce((sum, place) => sum + place.products.length, 0),
        );
        expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(facts.places.length);
        expect(totals.free).toBe(freePlaces(look).length);
      }),
      { numRuns: 120 },
    );
  });

  it('is taken from all of them by one hold, and nothing else is', () => {
    let held = 0;
    fc.assert(
      fc.property(unitFacts('u1'), fc.nat(), (any, pick) => {
        const facts = { ...any, published: null };
        const before = lookOf(facts);
        const choices = [...before.products].flatMap(([product, { places, standings }]) =>
          places
            .filter((i) => standings[i]?.state === 'free')
            .map((i) => ({ product, place: facts.places[i] })),
        );
        const choice = choices[pick % Math.max(1, choices.length)];
        if (choice?.place === undefined) return;
        const { product, place } = choice;
        const command = {
          ...{ claimId: 'c', placeId: place.id, subject: 's', product, from: NOW, expiresAt: NOW + HOUR },
        };
        const taken = decideHold(facts, command, { now: NOW, limits: AGREEMENT, admitsFrom: NOW });
        if (!taken.ok) throw new Error(taken.refusal.code);
        const after = lookOf({ ...facts, claims: [...facts.claims, claimOfHold(taken.value)] });
        held++;
        const index = facts.places.indexOf(place);
        for (const other of place.products)
          expect(after.products.get(other)?.standings[index]?.state).not.toBe('free');
        expect(freePlaces(before).filter((id) => !freePlaces(after).includes(id))).toContain(place.id);
        // A ward that is short of staff for the rest closes no more beds than it held.
        expect(freePlaces(after).length).toBeGreaterThanOrEqual(freePlaces(before).length - 1);
      }),
      { numRuns: 200 },
    );
    expect(held).toBeGreaterThan(20);
  });
});
