import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Columns, readFile } from './read.ts';
import { writeSheet } from './sheet.ts';

const columns: Columns = { all: ['site_code', 'name', 'until'], required: ['site_code', 'name'] };
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readFile(bytes, columns);
  return read.ok ? 'ok' : read.refusal.code;
};

/** An archive with one packed entry that says itself how large it is. */
const archive = (name: string, content: Buffer, says: number): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const before = local.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(before, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
};

describe('a workbook', () => {
  it('is read like the list it holds, and written so that it is read again the same', async () => {
    const read = await readFile(await writeSheet(columns.all, [['ES', '=1+1', '2026-11-23']]), columns);
    expect(read.ok && read.value.rows).toEqual([
      { number: 2, cells: { site_code: 'ES', name: '=1+1', until: '2026-11-23' } },
    ]);
  });
  it('gives a day for a date, whatever the clock of the server', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'site_code' }, { value: 'name' }, { value: 'until' }],
      [{ value: 'ES' }, { value: 'Beuk' }, { value: new Date(Date.UTC(2026, 10, 23)), format: 'dd-mm-yyyy' }],
    ]).toBuffer();
    const read = await readFile(bytes, columns);
    expect(read.ok && read.value.rows[0]?.cells['until']).toBe('2026-11-23');
  });
  it('is refused with what is wrong: no workbook, an empty one, columns that are missing', async () => {
    expect(await codeOf(archive('a.txt', Buffer.from('hello'), 5))).toBe('import-no-text');
    expect(await codeOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe('import-no-text');
    expect(await codeOf(await writeSheet(columns.all, []))).toBe('import-empty');
    expect(await codeOf(await writeSheet(['site_code'], [['ES']]))).toBe('import-columns-missing');
  });
  it('that would unpack to a flood is refused, whether it says so or lies about it', async () => {
    const flood = Buffer.alloc(64 * 1024 * 1024, 0x20);
    expect(await codeOf(archive('xl/worksheets/sheet1.xml', flood, flood.length))).toBe('import-too-large');
    expect(await codeOf(archive('xl/worksheets/sheet1.xml', flood, 5))).toBe('import-no-text');
  }, 30_000);
});
