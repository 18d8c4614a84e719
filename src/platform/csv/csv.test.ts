import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE, readTable } from './read.ts';
import { writeTable } from './write.ts';

const known = { all: ['code', 'name', 'note'], required: ['code', 'name'] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (text: string) => {
  const table = readTable(bytes(text), known);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value.rows.map((row) => row.cells);
};
const refusal = (content: Uint8Array) => {
  const table = readTable(content, known);
  return table.ok ? null : table.refusal;
};

describe('a file as people save it', () => {
  it.each([
    ['semicolons and CRLF', 'code;name\r\nA1;De Es\r\n'],
    ['commas and LF', 'code,name\nA1,De Es\n'],
    ['a byte order mark', '\uFEFFcode;name\r\nA1;De Es'],
    ['quotes', 'code;name\n"A1";"De Es"'],
    ['capitals and spaces in the heading', ' Code ; NAME\nA1 ; De Es '],
    ['empty columns and rows at the end', 'code;name;;\nA1;De Es;;\n;;;\n\n'],
  ])('is read with %s', (_, text) => {
    expect(cellsOf(text)).toEqual([{ code: 'A1', name: 'De Es' }]);
  });

  it('keeps a separator and a quote that stand in quotes', () => {
    expect(cellsOf('code;name\nA1;"De Es; ""oost"""')).toEqual([{ code: 'A1', name: 'De Es; "oost"' }]);
  });

  it('numbers rows as a spreadsheet does, also past empty ones', () => {
    const table = readTable(bytes('code;name\n\nA1;De Es\n;\nA2;De Brink'), known);
    expect(table.ok && table.value.rows.map((row) => row.number)).toEqual([3, 5]);
  });

  it('takes a formula as the text it is', () => {
    expect(cellsOf('code;name\nA1;=HYPERLINK("x")')).toEqual([{ code: 'A1', name: '=HYPERLINK("x")' }]);
  });

  it('names the row and column of a line break inside a cell, and reads the other rows', () => {
    const table = readTable(bytes('code;name\nA1;"De\nEs"\nA2;De Brink'), known);
    expect(table).toMatchObject({
      ok: true,
      value: { rows: [{ number: 3 }], issues: [{ row: 2, column: 'name' }] },
    });
  });

  it('names the row that has more cells than the heading', () => {
    const table = readTable(bytes('code;name\nA1;De Es;oost'), known);
    expect(table).toMatchObject({ ok: true, value: { rows: [], issues: [{ row: 2, column: '' }] } });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['nothing', '', 'import-empty'],
    ['a heading only', 'code;name\n', 'import-empty'],
    ['a missing column', 'code\nA1', 'import-columns-missing'],
    ['an unknown column', 'code;name;nmae\nA1;x;y', 'import-columns-unknown'],
    ['a column twice', 'code;name;name\nA1;x;y', 'import-columns-double'],
    ['a quote that never closes', 'code;name\nA1;"De Es\nA2;x', 'import-unreadable'],
  ])('is refused for %s', (_, text, code) => {
    expect(refusal(bytes(text))?.code).toBe(code);
  });

  it('is refused when its letters are not UTF-8', () => {
    expect(refusal(Uint8Array.from([...bytes('code;name\nA1;Balloo'), 0xeb]))?.code).toBe('import-not-utf8');
    expect(refusal(Uint8Array.from(Buffer.from('\uFEFFcode;name\nA1;De Es', 'utf16le')))?.code).toBe(
      'import-not-utf8',
    );
  });

  it('is refused above 5 MB and above 20,000 rows', () => {
    expect(refusal(new Uint8Array(LARGEST_FILE + 1))?.code).toBe('import-too-large');
    const rows = (count: number) =>
      bytes(`code;name\n${Array.from({ length: count }, (_, i) => `A${i};x`).join('\n')}`);
    expect(refusal(rows(20_001))).toEqual({ code: 'import-too-many-rows', params: { most: 20_000 } });
    expect(refusal(rows(20_000))).toBeNull();
  });

  it('is refused within two seconds when it is made to choke on', () => {
    const began = performance.now();
    expect(refusal(bytes(';'.repeat(4_000_000)))?.code).toMatch(/^import-/);
    expect(refusal(bytes(`code;name\nA1;${'x'.repeat(4_000_000)}`))?.code).toBe('import-unreadable');
    expect(refusal(bytes(`code;name\n"${'""'.repeat(2_000_000)}`))?.code).toBe('import-unreadable');
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a file that is taken out', () => {
  it('opens in a Dutch spreadsheet', () => {
    expect(writeTable(['code', 'name'], [['A1', 'De Es; oost']])).toBe(
      '\uFEFFcode;name\r\nA1;"De Es; oost"\r\n',
    );
  });

  it.each(['=1+1', '+31592001720', '-5', '@SUM(A1)'])('shows %s instead of running it', (cell) => {
    expect(writeTable(['code'], [[cell]])).toContain(`\r\n'${cell}`);
  });

  it('is read again exactly as it was written', () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom("'s-Gravenhage", "'=1", "''+x", '=1', '-', '@', '"', ';', ',', '“'),
      )
      .map((text) => text.replace(/\p{Cc}/gu, '').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(cellsOf(writeTable(known.all, rows))).toEqual(
          rows.map(([code, name, note]) => ({ code, name, note })),
        );
      }),
    );
  });
});
