import { expect, it } from 'vitest';
import { SERVICE_TEXTS } from '#demo/service-texts.ts';
import { KIND_CODES } from '#modules/social/decide/kinds.ts';
import { labelledQuestions, ndcg } from './labels.ts';

it('there are two hundred questions, each once, graded by kinds that the map has', () => {
  const all = labelledQuestions();
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(new Set(all.map(({ question }) => question)).size).toBe(all.length);
  for (const { grades } of all)
    expect(Object.keys(grades).filter((kind) => !(kind in SERVICE_TEXTS))).toEqual([]);
  expect(Object.keys(SERVICE_TEXTS).sort()).toEqual([...KIND_CODES].sort());
});

it('the best order is one, nothing is nought, and a better one above a worse one gains', () => {
  const label = { question: '', grades: { a: 3, b: 1 } };
  expect(
    ndcg(
      label,
      Array.from({ length: 10 }, () => 'a'),
      10,
    ),
  ).toBe(1);
  expect(ndcg(label, ['c', undefined], 10)).toBe(0);
  expect(ndcg(label, ['a', 'b'], 1)).toBeGreaterThan(ndcg(label, ['b', 'a'], 1));
});
