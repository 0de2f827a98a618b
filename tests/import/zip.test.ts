import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Bundle, openFiles, openZip, readText } from '../../src/import/bundle.ts';
import { BrokenExport } from '../../src/import/read-records.ts';
import { expectLinearTime } from '../growth.ts';

const UNIX = 3;
const TEXT = 'A text that is long enough to be packed, packed, packed, packed, packed, packed.';

function pack(...names: readonly string[]): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8(TEXT)]))));
}

/** Where the entry of the first file begins in the directory. */
const directoryOf = (zip: Buffer) => zip.indexOf('PK\u0001\u0002');

function changed(zip: Buffer, change: (zip: Buffer) => void): Buffer {
  const copy = Buffer.from(zip);
  change(copy);
  return copy;
}

/** Why an export is refused. */
function refusal(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    if (error instanceof BrokenExport) return `${error.problem.message} ${error.problem.hint}`;
    throw error;
  }
  return '';
}

/** A zip of one stored file in the form for sizes above 4 GB (Zip64), which says so of small ones, too. */
function packLarge(name: string): Buffer {
  const small = Buffer.from(zipSync({ [name]: [strToU8(TEXT), { level: 0 }] }));
  const at = directoryOf(small);
  const entry = Buffer.from(small.subarray(at, at + 46 + name.length));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const place of [4, 12]) extra.writeBigUInt64LE(BigInt(TEXT.length), place);
  for (const place of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, place);
  entry.writeUInt16LE(extra.length, 30);
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(1n, 32);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + entry.length + extra.length), 64);
  const last = Buffer.from(small.subarray(-22));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([small.subarray(0, at), entry, extra, end, last]);
}

test('a zip gives its files, whoever packed it', () => {
  const zips: readonly (readonly [Buffer, string])[] = [
    [pack('a/b.txt'), 'a/b.txt'],
    [pack('a\\b.txt'), 'a/b.txt'],
    [pack('größe/日本.txt'), 'größe/日本.txt'],
    [Buffer.concat([pack('a.txt'), Buffer.from('more behind it')]), 'a.txt'],
    [packLarge('large.txt'), 'large.txt'],
  ];
  for (const [zip, name] of zips) {
    const bundle = openZip(zip, 'x.zip');
    expect(bundle.names).toEqual([name]);
    expect(readText(bundle, name)).toBe(TEXT);
  }
});

test('what macOS adds, and links to files elsewhere, are no files of an export', () => {
  const zip = zipSync({
    'posts.csv': strToU8(TEXT),
    '__MACOSX/._posts.csv': strToU8('x'),
    'posts/._1.html': strToU8('x'),
    '.DS_Store': strToU8('x'),
    'posts/2.html': [strToU8('/etc/passwd'), { os: UNIX, attrs: 0o120777 << 16 }],
  });
  expect(openZip(zip, 'x.zip').names).toEqual(['posts.csv']);
});

describe('a zip is refused with the reason', () => {
  const whole = pack('a.txt');
  const at = directoryOf(whole);
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    [
      'where a byte of a file is another',
      changed(whole, (zip) => zip.writeUInt8(zip.readUInt8(45) ^ 1, 45)),
      /cut off or damaged/,
    ],
    [
      'where its checksum is another',
      changed(whole, (zip) => zip.writeUInt8(zip.readUInt8(at + 16) ^ 1, at + 16)),
      /cut off or damaged/,
    ],
    [
      'where a file is longer than it says',
      changed(whole, (zip) => zip.writeUInt32LE(TEXT.length - 1, at + 24)),
      /cut off or damaged/,
    ],
    [
      'where a file lies outside of it',
      changed(whole, (zip) => zip.writeUInt32LE(0xfffffff0, at + 42)),
      /cut off or damaged/,
    ],
    ['where its end is missing', whole.subarray(0, -5), /cut off or damaged/],
    ['where its beginning is missing', whole.subarray(40), /cut off or damaged/],
    [
      'where it needs a password',
      changed(whole, (zip) => zip.writeUInt16LE(1, at + 8)),
      /password.*Unpack it/,
    ],
    [
      'where it is packed in a rare way',
      changed(whole, (zip) => zip.writeUInt16LE(12, at + 10)),
      /not supported.*Unpack it/,
    ],
    ['where a file leads out of it', pack('..\\evil.txt'), /outside its folder/],
    [
      'where a file claims to fill the disk',
      changed(whole, (zip) => zip.writeUInt32LE(0xfffffff0, at + 24)),
      /unpack to 4295 MB/,
    ],
  ];
  test.each(cases)('%s', (_, zip, reason) => {
    const read = () => openZip(zip, 'x.zip').names.map((name) => openZip(zip, 'x.zip').read(name));
    expect(refusal(read)).toMatch(reason);
  });
});

test('whatever bytes of a zip are others, it is read or refused', () => {
  const whole = pack('a.txt', 'b.txt');
  for (let at = 0; at < whole.length; at++) {
    const zip = changed(whole, (copy) => copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at));
    const read = () => {
      const bundle = openZip(zip, 'x.zip');
      for (const name of bundle.names) bundle.read(name);
    };
    expect(refusal(read)).toMatch(/^$|Nothing was imported/);
  }
});

test('files are found in a time that grows with their number', () => {
  expectLinearTime((count) => {
    const names = Array.from({ length: count }, (_, index) => `media/${index}.jpg`);
    const bundle: Bundle = { names, read: () => new Uint8Array() };
    const find = openFiles(bundle, (url) => url);
    for (const name of names) find(name);
  }, 20_000);
});
