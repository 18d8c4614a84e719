import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENT_PURPOSES, type Consent } from '#modules/people/types.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '#modules/region/types.ts';
import { type Sharing, sharingGround } from './consent.ts';

const GIVEN = Date.parse('2026-11-20T09:00:00Z');

const said = (change: Partial<Consent> = {}): Consent => ({
  ...{ id: 'yes', personId: 'person', purpose: 'hand-over', receiverOrg: 'house', receiverKind: null },
  ...{ explicit: true, givenBy: 'person', givenAt: GIVEN, revokedAt: null },
  ...change,
});

const sharing = (from: OrganisationKind, to: OrganisationKind, change: Partial<Sharing> = {}): Sharing => ({
  ...{ from: { id: 'asker', kind: from }, to: { id: 'house', kind: to }, purpose: 'hand-over' },
  ...change,
});

const ground = (from: OrganisationKind, to: OrganisationKind, consents: readonly Consent[] = []) =>
  sharingGround(sharing(from, to), consents).ground;

describe('sharing who somebody is', () => {
  it.each<[from: OrganisationKind, to: OrganisationKind, without: string, with_: string]>([
    ['gp', 'care-provider', 'referral', 'referral'],
    ['hospital', 'care-provider', 'referral', 'referral'],
    ['gp', 'desk', 'referral', 'referral'],
    ['care-provider', 'home-care', 'referral', 'referral'],
    ['gp', 'welfare', 'none', 'consent'],
    ['hospital', 'welfare', 'none', 'consent'],
    ['desk', 'welfare', 'none', 'consent'],
    ['welfare', 'gp', 'none', 'consent'],
    ['welfare', 'care-provider', 'none', 'consent'],
    ['welfare', 'desk', 'none', 'consent'],
    ['welfare', 'welfare', 'none', 'consent'],
    ['gp', 'insurer', 'none', 'consent'],
    ['insurer', 'welfare', 'none', 'consent'],
  ])('from %s to %s: %s, and with a yes to that house %s', (from, to, without, agreed) => {
    expect(ground(from, to)).toBe(without);
    expect(ground(from, to, [said()])).toBe(agreed);
  });

  it.each<[what: string, consent: Consent]>([
    ['to another organisation', said({ receiverOrg: 'other' })],
    ['to another kind', said({ receiverOrg: null, receiverKind: 'home-care' })],
    ['to all of care', said({ receiverOrg: null })],
    ['for another purpose', said({ purpose: 'welfare' })],
    ['that was taken back', said({ revokedAt: GIVEN + 1 })],
    ['that was only presumed', said({ explicit: false })],
  ])('a yes %s opens nothing', (_what, consent) => {
    expect(ground('gp', 'welfare', [consent])).toBe('none');
  });

  it('names the yes that says most: to the organisation before its kind, the first of two alike', () => {
    const kind = said({ id: 'kind', receiverOrg: null, receiverKind: 'welfare', givenAt: GIVEN - 5 });
    const later = said({ id: 'later', givenAt: GIVEN + 5 });
    expect(sharingGround(sharing('gp', 'welfare'), [kind, later, said()])).toEqual({
      ground: 'consent',
      consentId: 'yes',
    });
    expect(sharingGround(sharing('gp', 'welfare'), [kind])).toMatchObject({ consentId: 'kind' });
  });

  it('an organisation may always read what it wrote itself', () => {
    const self = { id: 'house', kind: 'welfare' } as const;
    expect(sharingGround({ from: self, to: self, purpose: 'hand-over' }, [])).toEqual({ ground: 'referral' });
  });
});

const anyKind = fc.constantFrom(...ORGANISATION_KINDS);
const anyConsent: fc.Arbitrary<Consent> = fc.record({
  id: fc.uuid(),
  personId: fc.constant('person'),
  purpose: fc.constantFrom(...CONSENT_PURPOSES),
  receiverOrg: fc.constantFrom('house', 'other', null),
  receiverKind: fc.option(anyKind),
  explicit: fc.boolean(),
  givenBy: fc.constant('person' as const),
  givenAt: fc.integer({ min: 0, max: 5 }),
  revokedAt: fc.constantFrom(null, 9),
});

describe('whatever was said', () => {
  it('the social domain is entered and left only on a standing yes for this purpose to this receiver', () => {
    fc.assert(
      fc.property(anyKind, fc.boolean(), fc.array(anyConsent), (kind, back, consents) => {
        const asked = back ? sharing('welfare', kind) : sharing(kind, 'welfare');
        const found = sharingGround(asked, consents);
        expect(found.ground).not.toBe('referral');
        if (found.ground !== 'consent') return;
        const yes = consents.find(({ id }) => id === found.consentId);
        expect(yes).toMatchObject({ explicit: true, revokedAt: null, purpose: 'hand-over' });
        expect(yes?.receiverOrg === 'house' || yes?.receiverKind === asked.to.kind).toBe(true);
      }),
    );
  });

  it('taking everything back closes it, and the order in which it was written down changes nothing', () => {
    fc.assert(
      fc.property(anyKind, fc.array(anyConsent), (kind, consents) => {
        const asked = sharing('welfare', kind);
        expect(sharingGround(asked, consents.toReversed())).toEqual(sharingGround(asked, consents));
        const gone = consents.map((each) => ({ ...each, revokedAt: 9 }));
        expect(sharingGround(asked, gone).ground).toBe('none');
      }),
    );
  });
});
