import { describe, expect, it } from 'vitest';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { changesOf } from './live.ts';

const line = (more: Partial<WrittenEntry>): WrittenEntry => ({
  xid: '7',
  id: 1,
  at: 0,
  room: 'capacity',
  event: 'held',
  subject: 'claim',
  unitId: 'unit',
  organisationId: 'house',
  actor: 'somebody',
  body: {},
  ...more,
});

describe('what screens are told', () => {
  it('is that the board and a ward moved, once, whatever happened to its beds', () => {
    expect(
      changesOf([line({ id: 1 }), line({ id: 2, event: 'left' }), line({ id: 3, unitId: null })]),
    ).toEqual([
      { topic: 'board', id: 'region', version: '7-3', organisations: null },
      { topic: 'ward', id: 'unit', version: '7-2', organisations: null },
    ]);
  });

  it('is that a service on the social map said something, to everybody; of what else that room holds nothing', () => {
    const said = { room: 'social', unitId: null };
    expect(changesOf([line({ ...said, event: 'state-said', subject: 'service' })])).toEqual([
      { topic: 'service', id: 'service', version: '7-1', organisations: null },
    ]);
    expect(changesOf([line({ ...said, event: 'talked' })])).toEqual([]);
  });

  it('is that a referral moved, to who referred and who got it', () => {
    const moved = { room: 'social', unitId: null, event: 'referral-accepted', subject: 'referral' };
    const told = changesOf([line({ ...moved, body: { organisations: ['gp', 'welfare'] } })]);
    expect(told).toEqual([
      { topic: 'referral', id: 'referral', version: '7-1', organisations: ['gp', 'welfare'] },
    ]);
  });

  it('is that a team or a hospital told something, and not that the board moved', () => {
    const beside = { unitId: null, organisationId: 'home-care' };
    const told = changesOf([
      line({ ...beside, event: 'team-counted', subject: 'team' }),
      line({ ...beside, event: 'load-reported', subject: 'site' }),
      line({ ...beside, event: 'stop-began', subject: 'site' }),
    ]);
    expect(told).toEqual([
      { topic: 'team', id: 'team', version: '7-1', organisations: null },
      { topic: 'load', id: 'site', version: '7-1', organisations: null },
    ]);
  });

  it('is that a request moved, to its parties and to nobody else', () => {
    const told = changesOf([
      line({ room: 'placement', subject: 'request', body: { organisations: ['gp', 'house', 3] } }),
    ]);
    expect(told).toEqual([
      { topic: 'request', id: 'request', version: '7-1', organisations: ['gp', 'house'] },
      { topic: 'ward', id: 'unit', version: '7-1', organisations: ['gp', 'house'] },
    ]);
    const [untold] = changesOf([line({ room: 'placement', unitId: null })]);
    expect(untold?.organisations).toEqual([]);
  });

  it('is that a room with chairs moved, to everybody and not on the board; an order to its parties only', () => {
    const told = changesOf([
      line({ event: 'chair-claimed' }),
      line({ id: 2, room: 'day-treatment', event: 'half-day-closed', subject: 'half-day' }),
      line({
        ...{ id: 3, room: 'day-treatment', event: 'signed', subject: 'order', unitId: null },
        body: { organisations: ['hospital', 'house'] },
      }),
      line({ id: 4, room: 'day-treatment', event: 'treatment-signed', unitId: null }),
    ]);
    expect(told).toEqual([
      { topic: 'day-room', id: 'unit', version: '7-2', organisations: null },
      { topic: 'day-order', id: 'order', version: '7-3', organisations: ['hospital', 'house'] },
    ]);
  });

  it('is that a yes came or went, on every screen where the name may stand, to who knows the person', () => {
    const told = changesOf([
      line({
        room: 'people',
        event: 'consent-revoked',
        subject: 'person',
        body: { organisations: ['house'] },
      }),
    ]);
    expect(told.map(({ topic }) => topic)).toEqual(['consent', 'request', 'ward']);
    expect(told.map(({ organisations }) => organisations)).toEqual([['house'], ['house'], ['house']]);
  });

  it('is that the region moved, and with it the board; nothing about other rooms', () => {
    expect(changesOf([line({ room: 'region' })]).map((change) => change.topic)).toEqual(['region', 'board']);
    expect(changesOf([line({ room: 'people' })])).toEqual([]);
  });
});
