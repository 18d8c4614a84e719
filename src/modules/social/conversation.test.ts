import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as contract from './contract-conversation.ts';
import {
  decideFinish,
  decidePart,
  decideShares,
  isDimension,
  partsFor,
  type TalkReader,
} from './decide/conversation.ts';
import { PROMPTS_V1 } from './decide/prompts-v1.ts';
import { type Conversation, DIMENSIONS, type Said, type Share, TALK_PARTS } from './types-conversation.ts';

const ORGS = ['practice', 'welfare', 'hospital'] as const;
const aPart = fc.constantFrom(...TALK_PARTS);
const someParts = fc.uniqueArray(aPart);
const aSaid: fc.Arbitrary<Said> = fc.record({
  mark: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  words: fc.constantFrom('', 'Slecht', 'Gaat wel'),
  talk: fc.boolean(),
});
const someShares: fc.Arbitrary<Share[]> = fc.uniqueArray(
  fc.record({ part: aPart, organisationId: fc.constantFrom(...ORGS) }),
  { selector: ({ part, organisationId }) => `${part} ${organisationId}` },
);
const aConversation: fc.Arbitrary<Conversation> = fc.record({
  id: fc.constant('talk'),
  personId: fc.constant('person'),
  prompts: fc.constant(1),
  madeOrg: fc.option(fc.constantFrom(...ORGS), { nil: null }),
  beganAt: fc.constant(0),
  finishedAt: fc.option(fc.constant(1), { nil: null }),
});
const PERSON: TalkReader = { personId: 'person', organisationId: null };
const from = (organisationId: string): TalkReader => ({ personId: null, organisationId });

/** The shares after the person said what one organisation may see. */
const after = (
  standing: readonly Share[],
  organisationId: string,
  wanted: Parameters<typeof decideShares>[2],
) => {
  const { open, shut } = decideShares(standing, organisationId, wanted);
  return [
    ...standing.filter((each) => each.organisationId !== organisationId || !shut.includes(each.part)),
    ...open.map((part) => ({ part, organisationId })),
  ];
};

describe('who sees what', () => {
  it('the person always sees all of it; while it goes on only who holds it does too', () => {
    fc.assert(
      fc.property(aConversation, someShares, fc.constantFrom(...ORGS), (of, shares, org) => {
        expect(partsFor(of, TALK_PARTS, shares, PERSON)).toEqual(TALK_PARTS);
        const seen = partsFor(of, TALK_PARTS, shares, from(org));
        if (of.finishedAt === null) expect(seen).toEqual(of.madeOrg === org ? TALK_PARTS : []);
        else for (const part of seen) expect(shares).toContainEqual({ part, organisationId: org });
      }),
    );
  });

  it('after it is finished an organisation sees exactly what was shared with it last, and of others nothing moved', () => {
    fc.assert(
      fc.property(someShares, fc.constantFrom(...ORGS), someParts, (standing, org, wanted) => {
        const of: Conversation = {
          ...{ id: 'talk', personId: 'person', prompts: 1, madeOrg: org, beganAt: 0, finishedAt: 1 },
        };
        const shares = after(standing, org, wanted);
        expect([...partsFor(of, TALK_PARTS, shares, from(org))].toSorted()).toEqual(wanted.toSorted());
        for (const other of ORGS.filter((each) => each !== org))
          expect(partsFor(of, TALK_PARTS, shares, from(other))).toEqual(
            partsFor(of, TALK_PARTS, standing, from(other)),
          );
      }),
    );
  });
});

describe('what is written', () => {
  const stands = (version: number, said: Said) => ({
    ...said,
    ...{ part: 'daily' as const, version, changedAt: 0, changedOrg: null },
  });
  const goes = { finishedAt: null };

  it('is written over only by who saw what stands; the same again has no effect', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), aSaid, aSaid, (version, seen, before, said) => {
        const done = decidePart(goes, stands(version, before), { said, seen });
        const same = version > 0 && JSON.stringify(before) === JSON.stringify(said);
        if (same) expect(done).toEqual({ ok: true, value: 'keep' });
        else expect(done.ok).toBe(version === seen);
      }),
    );
  });

  it('stays as it is once it is finished, and has a mark only where there is an axis', () => {
    fc.assert(
      fc.property(aSaid, (said) => {
        expect(decidePart({ finishedAt: 1 }, stands(1, said), { said, seen: 1 }).ok).toBe(false);
        const need = { ...stands(0, said), part: 'need' as const };
        expect(decidePart(goes, need, { said, seen: 0 }).ok).toBe(said.mark === null);
      }),
    );
    expect(decideFinish({ finishedAt: 1 }, []).ok).toBe(false);
    expect(decideFinish(goes, [{ mark: null, words: '', talk: false }]).ok).toBe(false);
    expect(decideFinish(goes, [{ mark: 0, words: '', talk: false }]).ok).toBe(true);
  });
});

describe('the prompts', () => {
  it('ask every part once, the six first, in Dutch and in English, and link to where they come from', () => {
    expect(PROMPTS_V1.prompts.map(({ part }) => part)).toEqual(TALK_PARTS);
    expect(TALK_PARTS.filter(isDimension)).toEqual(DIMENSIONS);
    for (const { name, ask, think } of PROMPTS_V1.prompts)
      for (const words of [name, ask, ...think]) {
        expect(words.nl.length).toBeGreaterThan(3);
        expect(words.en.length).toBeGreaterThan(3);
        expect(words.nl.split(' ').length).toBeLessThanOrEqual(12);
      }
    expect(PROMPTS_V1.source).toMatch(/^https:\/\//);
  });
});

/** A word by which a mark would become a figure about somebody. */
const FIGURE = /score|total|sum|average|mean|avg|rank|target|norm|level|percent|trend|delta|compar/i;

/** Every name in a shape, with where it stands. */
const namesIn = (schema: unknown, path = ''): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? Object.entries(value as object).flatMap(([name, inner]) => [
          `${path}.${name}`,
          ...namesIn(inner, `${path}.${name}`),
        ])
      : namesIn(value, path),
  );
};

describe('a mark is drawn and nothing else', () => {
  it('no answer or body has a figure made of marks, and a mark stands only with its part', () => {
    const names = Object.entries(contract).flatMap(([name, shape]) =>
      shape instanceof z.ZodType ? namesIn(z.toJSONSchema(shape, { unrepresentable: 'any' }), name) : [],
    );
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => FIGURE.test(name.split('.').at(-1) ?? ''))).toEqual([]);
    const marks = names.filter((name) => name.endsWith('.mark'));
    expect(marks.length).toBeGreaterThan(3);
    for (const mark of marks) expect(mark).toMatch(/(parts|part)\.mark$|^PartBody\.mark$/);
  });

  it('no code of the product reckons with marks', () => {
    const folder = import.meta.dirname;
    const root = join(folder, '../../..');
    const sql = readFileSync(join(root, 'db/migrations/20261122_94_social_conversation.sql'), 'utf8');
    const files = [folder, join(folder, 'decide')].flatMap((at) =>
      readdirSync(at)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => ({ name, text: readFileSync(join(at, name), 'utf8') })),
    );
    const reading = files.filter(({ text }) => /\bmark\b/.test(text.replaceAll(/\/?\*.*|\/\/.*/g, '')));
    // They name it, keep it, and hand it on as it is; that a part was filled is all that is asked of it.
    expect(reading.map(({ name }) => name).toSorted()).toEqual([
      'contract-conversation.ts',
      'conversation.ts',
      'store-conversation.ts',
      'types-conversation.ts',
      'view-conversation.ts',
    ]);
    for (const { text } of [...reading, { text: sql }])
      expect(text).not.toMatch(
        /(avg|sum|reduce|sort|toSorted|Math\.\w+)\s*\(|mark\s*[-+*/<>]|(?<!=)[-+*/<>]\s*mark\b/i,
      );
  });
});
