import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { CODE } from './source.fixture.ts';

describe('regular expressions', () => {
  /** Literals of one line, as they stand after what can come before one. */
  const LITERAL = /(?:[=(,:![?&|]|return|=>)\s*\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;
  const LONG = 3_000;
  /** What makes a pattern try one way after the other: much of the same, and then something else. */
  const PIECES = [
    'a',
    'A',
    '0',
    '9 ',
    ' ',
    '-',
    '.',
    ',',
    ';',
    '"',
    "'",
    '/',
    '\\',
    '\n',
    '\t',
    '<',
    '(',
    '{',
    '@',
    'a@a.',
    'a-',
    'é',
    '=',
    '+',
    ':',
    '1:',
    'aA0 ',
  ];
  const INPUTS = PIECES.flatMap((piece) =>
    ['', '!', '\u0000'].map((end) => piece.repeat(LONG / piece.length) + end),
  );

  it('end soon, whatever long text they are tried on', { timeout: 60_000 }, () => {
    const literals = new Set(
      CODE.filter(([path]) => path.endsWith('.ts')).flatMap(([, text]) =>
        [...text.matchAll(LITERAL)].map(
          ([, source = '', flags = '']) => `/${source}/${flags.replace('g', '')}`,
        ),
      ),
    );
    expect(literals.size).toBeGreaterThan(60);
    // One that never ends is ended: the rest of this file goes on.
    const slow = [...literals].filter((literal) => {
      try {
        runInNewContext(
          `for (const text of inputs) ${literal}.test(text)`,
          { inputs: INPUTS },
          { timeout: 2_000 },
        );
        return false;
      } catch {
        return true;
      }
    });
    expect(slow).toEqual([]);
  });

  it('that never end would be seen', () => {
    const endless = () =>
      runInNewContext('/^(a+)+$/.test(text)', { text: `${'a'.repeat(40)}!` }, { timeout: 50 });
    expect(endless).toThrow(/timed out/);
  });
});
