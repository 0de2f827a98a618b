import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

const kilobyte = 1000;
const megabyte = 1000 * kilobyte;

/** What the bytes of a document say before anyone reads it: its size (R47) and its encoding (R21). */
export function inspectBytes(
  bytes: Uint8Array,
  { file, charset }: { readonly file: string; readonly charset?: string },
  isJson: boolean,
): readonly Problem[] {
  return [...inspectSize(bytes.length, file), ...inspectEncoding(bytes, file, charset, isJson)];
}

function inspectSize(bytes: number, file: string): readonly Problem[] {
  const place = { file };
  if (bytes > 5 * megabyte) return [problem('feed-refused-size', place, { bytes })];
  return bytes > 250 * kilobyte ? [problem('feed-heavy', place, { bytes })] : [];
}

function inspectEncoding(
  bytes: Uint8Array,
  file: string,
  charset: string | undefined,
  isJson: boolean,
): readonly Problem[] {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const isWide = /^(?:\xFF\xFE|\xFE\xFF)/.test(start);
  const declared = isJson
    ? undefined
    : /^[^>]{0,100}?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1];
  const label = charset ?? declared ?? 'utf-8';
  if (isWide) return [];
  const decoder = createDecoder(label);
  if (!decoder) return [problem('feed-encoding-unknown', { file }, { label })];
  try {
    decoder.decode(bytes);
    return [];
  } catch {
    return [problem('feed-encoding', { file, line: findInvalidLine(bytes) }, { label })];
  }
}

function createDecoder(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

/** The first line whose bytes are not UTF-8. */
function findInvalidLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [line, from] = [1, 0];
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    try {
      decoder.decode(bytes.subarray(from, end));
    } catch {
      return line;
    }
    from = end + 1;
    line++;
  }
  return line;
}
