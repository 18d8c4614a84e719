import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A test that makes the product complain on the console has found something: it fails, unless it expects the words itself. */
const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      complaints.push(`console.${level}: ${words.map(String).join(' ')}`);
    });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, 'the console stays silent').toEqual([]);
});
