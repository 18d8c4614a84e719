import { describe, expect, it } from 'vitest';
import { PersonEntry } from './contract.ts';
import { profileOf } from './service.ts';
import { personView } from './view.ts';

const AMSTERDAM = 'Europe/Amsterdam';

describe('the profile of a person', () => {
  it('says an age band and a sex', () => {
    expect(
      profileOf({ birthDate: '1938-04-12', sex: 'female' }, Date.parse('2026-11-23T10:00:00Z'), AMSTERDAM),
    ).toEqual({
      ageBand: '85-89',
      sex: 'female',
    });
  });

  it('turns with the birthday as it is at the place, not in Greenwich', () => {
    const justAfterMidnight = Date.parse('2026-11-22T23:30:00Z');
    const born = { birthDate: '1936-11-23', sex: 'male' } as const;
    expect(profileOf(born, justAfterMidnight, AMSTERDAM).ageBand).toBe('90-94');
    expect(profileOf(born, justAfterMidnight, 'America/New_York').ageBand).toBe('85-89');
  });
});

describe('a person as shown', () => {
  const known = {
    id: 'a',
    name: 'Geertje Hofsteenge',
    birthDate: '1938-04-12',
    sex: 'female',
    bsn: '999911612',
    pc4: '9405',
    phone: null,
    gpName: null,
    kinName: null,
    kinPhone: null,
    version: 1,
  } as const;
  it('keeps the BSN behind, apart from its last three digits', () => {
    expect(personView(known).bsnMasked).toBe('••••••612');
    expect(JSON.stringify(personView(known))).not.toContain('999911');
  });
  it('says it when there is no BSN', () => {
    expect(personView({ ...known, bsn: null }).bsnMasked).toBeNull();
  });
});

describe('a person as entered', () => {
  const entry = { name: 'Geertje Hofsteenge', birthDate: '1938-04-12', sex: 'female' };
  it('needs no more than a name, a birth date and a sex', () => {
    expect(PersonEntry.safeParse(entry).success).toBe(true);
  });
  it.each([
    ['a day that does not exist', { birthDate: '1938-02-30' }],
    ['a BSN that fails the 11-test', { bsn: '999911613' }],
    ['an invisible character', { name: 'Geertje\u0000' }],
    ['an empty name', { name: '  ' }],
    ['a field we do not know', { nickname: 'Gea' }],
  ])('is refused with %s', (_, change) => {
    expect(PersonEntry.safeParse({ ...entry, ...change }).success).toBe(false);
  });
});
