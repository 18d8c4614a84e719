import { describe, expect, it } from 'vitest';
import { rolesOf } from '#modules/accounts/types.ts';
import { ORGANISATION_KINDS, type Organisation, type Region } from '#modules/region/types.ts';
import { faultInAsked } from './invitation.ts';

const organisation = { id: 'house', kind: 'care-provider' } as Organisation;
const region = {
  sites: [
    { id: 'site', organisationId: 'house' },
    { id: 'theirs', organisationId: 'other' },
  ],
  units: [
    { id: 'unit', siteId: 'site' },
    { id: 'their-unit', siteId: 'theirs' },
  ],
} as unknown as Region;
const ask = (role: 'ward' | 'elderly-doctor' | 'desk', unitId: string | null, siteId: string | null = null) =>
  faultInAsked({ role, unitId, siteId }, organisation, region);

describe('who is asked', () => {
  it('gets a role the organisation has; only a desk gives the roles of a desk', () => {
    expect(ask('desk', null)).toBe('role-not-here');
    const giving = ORGANISATION_KINDS.filter((kind) =>
      rolesOf(kind).some((role) => role === 'desk' || role === 'region-manager'),
    );
    expect(giving).toEqual(['desk']);
  });

  it('works at a place of the organisation; a nurse of a ward has a ward', () => {
    expect(ask('ward', 'unit')).toBeNull();
    expect(ask('ward', 'unit', 'site')).toBeNull();
    expect(ask('elderly-doctor', null)).toBeNull();
    expect(ask('ward', null)).toBe('place-not-here');
    expect(ask('ward', 'their-unit')).toBe('place-not-here');
    expect(ask('ward', 'unit', 'theirs')).toBe('place-not-here');
    expect(ask('elderly-doctor', null, 'theirs')).toBe('place-not-here');
    expect(ask('elderly-doctor', null, 'nowhere')).toBe('place-not-here');
  });
});
