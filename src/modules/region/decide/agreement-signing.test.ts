import { describe, expect, it } from 'vitest';
import type { AgreementVersion, Organisation, Signature } from '#modules/region/types.ts';
import { CAUTIOUS } from './agreement.ts';
import { rulesIn } from './agreement-rules.ts';
import {
  decideProposal,
  decideSignature,
  decideWithdrawal,
  followedBy,
  mustStillSign,
  standingOf,
} from './agreement-signing.ts';

const TODAY = '2026-11-23';
const version = (validFrom: string, adoptedAt: number | null, answerMinutes = 45): AgreementVersion => ({
  id: validFrom,
  validFrom,
  ...CAUTIOUS,
  answerMinutes,
  deskOrganisationId: 'desk',
  deskPhone: '0592-00 41 00',
  proposedAt: 0,
  proposedBy: 'm',
  adoptedAt,
});
const organisation = (id: string, party = true): Organisation => ({
  id,
  code: id,
  name: id,
  kind: 'care-provider',
  phone: null,
  party,
  publishes: false,
});
const organisations = [organisation('desk'), organisation('vaart'), organisation('welzijn', false)];
const by = (organisationId: string): Signature => ({
  agreementId: '2026-12-01',
  organisationId,
  signedAt: 0,
  signedBy: 'x',
  name: 'X',
});

const old = version('2026-01-01', 0);
const current = version('2026-06-01', 0);
const proposal = version('2026-12-01', null, 30);
const versions = [old, version('2026-05-01', null), current, proposal, version('2027-01-01', 0)];

describe('a version of the agreement', () => {
  it('stands somewhere between proposed and past', () => {
    expect(versions.map((each) => standingOf(each, versions, TODAY))).toEqual([
      'past',
      'overtaken',
      'in-force',
      'proposed',
      'to-come',
    ]);
    expect(standingOf(proposal, [proposal], '2027-06-01')).toBe('proposed');
  });

  it('follows what everybody signed before its day, not what was only proposed', () => {
    expect(followedBy(versions, proposal)?.id).toBe('2026-06-01');
    expect(followedBy(versions, { validFrom: '2027-02-01' })?.id).toBe('2027-01-01');
    expect(followedBy(versions, old)).toBeNull();
  });
});

describe('proposing', () => {
  const propose = (validFrom: string, answerMinutes: number) =>
    decideProposal(
      { rules: { ...rulesIn(current), answerMinutes }, validFrom },
      { versions, otherwise: current, today: TODAY },
    );
  const code = (validFrom: string, answerMinutes: number): string | null => {
    const decided = propose(validFrom, answerMinutes);
    return decided.ok ? null : decided.refusal.code;
  };

  it('begins today or later, on a day that nothing agreed begins on', () => {
    expect(code('2026-11-22', 30)).toBe('agreement-day-past');
    expect(code(TODAY, 30)).toBeNull();
    expect(code('2027-01-01', 30)).toBe('agreement-day-taken');
  });

  it('takes the place of a proposal for the same day', () => {
    expect(propose('2026-12-01', 20)).toEqual({ ok: true, value: { replaces: '2026-12-01' } });
    expect(propose('2026-12-02', 20)).toEqual({ ok: true, value: { replaces: null } });
  });

  it('changes something, into something that can stand', () => {
    expect(code('2026-12-02', 45)).toBe('agreement-same');
    expect(code('2026-12-02', 61)).toBe('hold-too-short');
    expect(code('2026-12-02', 1)).toBe('rule-out-of-bounds');
  });
});

describe('signing', () => {
  const sign = (id: string, signatures: readonly Signature[], what = proposal) =>
    decideSignature(what, id, { versions, organisations, signatures, today: TODAY });

  it('is for the parties', () => {
    expect(mustStillSign(organisations, [by('vaart')]).map(({ id }) => id)).toEqual(['desk']);
    expect(sign('welzijn', [])).toEqual({ ok: false, refusal: { code: 'not-a-party' } });
  });

  it('makes the agreement whole with the last name', () => {
    expect(sign('vaart', [])).toEqual({ ok: true, value: { signs: true, adopts: false } });
    expect(sign('vaart', [by('desk')])).toEqual({ ok: true, value: { signs: true, adopts: true } });
  });

  it('twice changes nothing, unless a party that had not signed has left since', () => {
    expect(sign('vaart', [by('vaart')])).toEqual({ ok: true, value: { signs: false, adopts: false } });
    expect(sign('vaart', [by('vaart'), by('desk')])).toEqual({
      ok: true,
      value: { signs: false, adopts: true },
    });
  });

  it('later is possible for who became a party, and adopts nothing anew', () => {
    expect(sign('vaart', [by('desk')], current)).toEqual({ ok: true, value: { signs: true, adopts: false } });
  });

  it('is too late for what was passed by', () => {
    for (const what of [old, versions[1] ?? old])
      expect(sign('vaart', [], what)).toEqual({ ok: false, refusal: { code: 'agreement-overtaken' } });
  });

  it('cannot be undone by taking back what everybody signed', () => {
    expect(decideWithdrawal(current)).toEqual({ ok: false, refusal: { code: 'agreement-adopted' } });
    expect(decideWithdrawal(proposal).ok).toBe(true);
  });
});
