import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Meeting } from '#modules/stay/types-parts.ts';
import { decideCancelled, decideHeld, decidePlanned } from './meeting.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-11-03', 11 * 60, ZONE);
const talk: Meeting = {
  ...{ id: 'm', kind: 'day-14', plannedAt: NOW, heldAt: null, present: [], departureDay: null },
  ...{ care: '', treatment: '', agreed: '', cancelled: null, byName: null, version: 1 },
};
const outcome = {
  ...{ present: ['dr. Vos', 'mw. Alberts'], departureDay: '2026-11-10' },
  ...{ care: 'wijkzorg', treatment: 'fysio', agreed: 'naar huis' },
};
const held = { at: NOW, now: NOW, zone: ZONE, byName: 'M. de Boer' };
const done: Meeting = { ...talk, heldAt: NOW };
const off: Meeting = { ...talk, cancelled: 'ziek' };

describe('a talk', () => {
  it('is held with who was there and what was agreed, once', () => {
    expect(decideHeld(talk, outcome, held)).toMatchObject({
      value: { ...outcome, heldAt: NOW, byName: 'M. de Boer' },
    });
    expect(decideHeld(done, outcome, held)).toMatchObject({ refusal: { code: 'talk-held' } });
    expect(decideHeld(off, outcome, held)).toMatchObject({ refusal: { code: 'talk-cancelled' } });
  });

  it('was not tomorrow, and nobody agrees to have left before it', () => {
    expect(decideHeld(talk, outcome, { ...held, at: NOW + HOUR })).toMatchObject({
      refusal: { code: 'in-the-future' },
    });
    expect(decideHeld(talk, { ...outcome, departureDay: '2026-11-02' }, held)).toMatchObject({
      refusal: { code: 'departure-before-talk' },
    });
    expect(decideHeld(talk, { ...outcome, departureDay: '2026-11-03' }, held).ok).toBe(true);
  });

  it('moves to another moment to come, also when it was called off', () => {
    const then = NOW + DAY;
    expect(decidePlanned(off, then, NOW)).toMatchObject({ value: { plannedAt: then, cancelled: null } });
    expect(decidePlanned(talk, NOW, NOW)).toMatchObject({ refusal: { code: 'talk-in-past' } });
    expect(decidePlanned(done, then, NOW)).toMatchObject({ refusal: { code: 'talk-held' } });
  });

  it('is called off with a reason, once', () => {
    expect(decideCancelled(talk, 'ziek')).toMatchObject({ value: { cancelled: 'ziek' } });
    expect(decideCancelled(off, 'ziek')).toMatchObject({ refusal: { code: 'talk-cancelled' } });
    expect(decideCancelled(done, 'ziek')).toMatchObject({ refusal: { code: 'talk-held' } });
  });
});
