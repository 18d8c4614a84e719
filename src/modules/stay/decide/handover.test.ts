import { describe, expect, it } from 'vitest';
import { HANDOVER_SECTIONS, type KnownLine } from '#modules/stay/types-handover.ts';
import { handoverStep, passesAt, withWritten } from './handover.ts';
import { fillHandover, type HandoverFacts } from './handover-fill.ts';
import { changedSections, missingSections, resolveSections } from './handover-missing.ts';
import { sectionFacts } from './handover-sections.ts';
import type { StayFacts } from './handover-stay.ts';

const written = (text: string, none = false, without: string[] = []) => ({ text, none, without });
const line = (key: string): KnownLine => ({ key, text: key, source: 'request' });

describe('the states of a handover', () => {
  it('walk only the arrows of the table, and say why not', () => {
    expect(handoverStep('draft', 'send')).toEqual({ ok: true, value: 'sent' });
    expect(handoverStep('sent', 'confirm')).toEqual({ ok: true, value: 'received' });
    expect(handoverStep('received', 'confirm')).toMatchObject({ refusal: { code: 'handover-received' } });
    expect(handoverStep('draft', 'confirm')).toMatchObject({ refusal: { code: 'handover-not-sent' } });
    expect(handoverStep('revoked', 'send')).toMatchObject({ refusal: { code: 'handover-revoked' } });
  });

  it('pass responsibility on when somebody left and it was confirmed, whichever came last', () => {
    const received = { direction: 'out', state: 'received', receivedAt: 200 } as const;
    expect(passesAt({ endedAt: 300, destination: 'home' }, received)).toBe(300);
    expect(passesAt({ endedAt: 100, destination: 'home' }, received)).toBe(200);
    expect(passesAt({ endedAt: null, destination: null }, received)).toBeNull();
    expect(passesAt({ endedAt: 300, destination: 'died' }, received)).toBeNull();
    expect(passesAt({ endedAt: 300, destination: 'home' }, { ...received, state: 'sent' })).toBeNull();
    expect(passesAt({ endedAt: 300, destination: 'home' }, { ...received, direction: 'in' })).toBeNull();
  });
});

describe('what is missing', () => {
  const nothing = resolveSections({}, {});

  it('is what is needed and silent; that there is none is an answer, and a known line is', () => {
    expect(missingSections('in', nothing)).toContain('allergies');
    expect(missingSections('in', nothing)).not.toContain('nursing-plan');
    expect(missingSections('out', nothing)).toContain('nursing-plan');
    const said = resolveSections({ medication: [line('m')] }, { allergies: written('', true) });
    expect(missingSections('in', said)).not.toContain('allergies');
    expect(missingSections('in', said)).not.toContain('medication');
    const left = resolveSections({ medication: [line('m')] }, { medication: written('  ', false, ['m']) });
    expect(missingSections('in', left)).toContain('medication');
  });

  it('asks for infection and the directive, whatever else is known there', () => {
    const known = { alerts: [line('fall-risk')], 'social-context': [line('kin')] };
    const missing = missingSections('in', resolveSections(known, {}));
    expect(missing).toContain('alerts');
    expect(missing).toContain('social-context');
    const infected = resolveSections(
      { alerts: [line('infection')] },
      { 'social-context': written('Niet reanimeren') },
    );
    expect(missingSections('in', infected)).not.toContain('alerts');
    expect(missingSections('in', infected)).not.toContain('social-context');
  });

  it('knows what changed since it was sent before', () => {
    const now = resolveSections({ home: [line('a')] }, { history: written('Beroerte') });
    expect(changedSections(null, now)).toEqual([]);
    expect(changedSections(nothing, now)).toEqual(['history', 'home']);
    expect(changedSections(now, now)).toEqual([]);
  });

  it('keeps what was written before beside what is written now', () => {
    const both = withWritten({ home: written('Trap') }, [{ code: 'history', ...written('Beroerte') }]);
    expect(both).toEqual({ home: written('Trap'), history: written('Beroerte') });
  });
});

const stay: StayFacts = {
  product: 'reo-observation',
  arrivedDay: '2026-10-20',
  endedDay: null,
  destination: null,
  question: 'Waarom valt mevrouw?',
  goal: 'Weer zelf koken',
  observations: [
    { kind: 'weight', day: '2026-10-24', measured: { kg: 61.5 }, lab: null, text: '', withdrawn: null },
    {
      kind: 'blood-pressure',
      day: '2026-10-24',
      measured: { lying: 138, standing: 112 },
      lab: null,
      text: '',
      withdrawn: null,
    },
    {
      kind: 'blood-pressure',
      day: '2026-10-21',
      measured: { lying: 150 },
      lab: null,
      text: '',
      withdrawn: null,
    },
    {
      kind: 'note',
      day: '2026-10-23',
      measured: {},
      lab: null,
      text: 'Fout',
      withdrawn: { at: 1, reason: 'mis' },
    },
    { kind: 'note', day: '2026-10-22', measured: {}, lab: null, text: 'Slaapt beter', withdrawn: null },
  ],
  medication: [
    { id: 'm', medicine: 'Oxazepam', change: 'stopped', detail: '', reason: 'vallen', day: '2026-10-22' },
  ],
  barriers: [
    { id: 'b', code: 'wmo', ownerName: 'mw. Veen', due: '2026-10-28', note: 'traplift', solvedDay: null },
    { id: 'c', code: 'aids', ownerName: null, due: '2026-10-28', note: '', solvedDay: '2026-10-23' },
  ],
  home: [
    { item: 'home-care', state: 'arranged', who: 'Buurtzorg', fromDay: '2026-10-29', note: '' },
    { item: 'meals', state: 'open', who: '', fromDay: null, note: '' },
  ],
};

const facts: HandoverFacts = {
  person: {
    ...{ name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female', pc4: '9405', phone: null },
    ...{ gpName: 'dr. Bos', kinName: 'Roelof', kinPhone: '0592-00 17 21' },
  },
  request: {
    ...{ code: 'AS-0401', reason: 'observation', product: 'reo-observation', origin: 'home' },
    ...{ needs: ['isolation', 'lift'], traits: ['mrsa', 'lift', 'fall-risk'], language: 'Fries' },
    ...{ remarks: 'Gevallen', wish: 'Dicht bij dochter' },
  },
  triage: { wlz: 'Geen Wlz-indicatie', home: 'Thuis lukt het nu niet' },
  outcome: null,
  from: { name: 'Noord Zorg', phone: '0592-00 41 41', writer: 'Oefen ward' },
  to: null,
  stay,
};

describe('what is known already', () => {
  const known = fillHandover(facts);
  const texts = (code: keyof typeof known): string[] => (known[code] ?? []).map(({ text }) => text);

  it('stands under its head, with where it comes from, and nothing twice', () => {
    expect(texts('administrative')).toEqual([
      'Geertje Hofsteenge, geboren 02-05-1941, vrouw, postcode 9405',
      'Huisarts: dr. Bos',
      'Taal: Fries',
      'Geen Wlz-indicatie',
    ]);
    expect(texts('alerts')).toEqual(['MRSA of isolatie', 'Valgevaar']);
    expect(texts('nursing-plan')).toEqual(['Tillift', 'Wmo voor 28-10, mw. Veen: traplift']);
    expect(texts('social-context')).toEqual(['Naaste: Roelof, 0592-00 17 21']);
    expect(known.home?.map(({ source }) => source)).toEqual(['triage', 'return']);
  });

  it('takes the last of each kind of what was seen, and nothing that was withdrawn', () => {
    expect(texts('observations')).toEqual(['Bloeddruk (24-10): 138 mmHg / 112 mmHg']);
    expect(texts('nutrition')).toEqual(['Gewicht (24-10): 61.5 kg']);
    expect(texts('nursing-report')).toEqual(['Gezien (22-10): Slaapt beter']);
    expect(texts('medication')).toEqual(['Oxazepam gestopt 22-10: vallen']);
    expect(texts('clinical-report')).toEqual([
      'Observatie (REO) vanaf 20-10-2026',
      'Vraag van de huisarts: Waarom valt mevrouw?',
    ]);
    expect(texts('home').at(-1)).toBe('Thuiszorg geregeld, Buurtzorg vanaf 29-10');
  });

  it('tells no number that the rights would hide: no citizen service number', () => {
    expect(JSON.stringify(known)).not.toMatch(/\d{9}/);
  });
});

describe('the sections', () => {
  it('carry the concept of the standard, each another one', () => {
    const codes = HANDOVER_SECTIONS.flatMap((code) => sectionFacts(code).snomed ?? []);
    expect(codes).toHaveLength(15);
    expect(new Set(codes).size).toBe(15);
    expect(
      HANDOVER_SECTIONS.filter((code) => sectionFacts(code).needed.includes('in')).length,
    ).toBeLessThanOrEqual(11);
  });
});
