/** Reads bytes of a file that may be far away; fewer at its end. */
export type ReadFarBytes = (offset: number, length: number) => Promise<Buffer>;

/** A file with more is none that we know. */
const MOST_BOXES = 50;

/** How long an MP4 file is, in seconds, as the head of its tables says, wherever these stand (ISO/IEC 14496-12 §8.2.2). */
export async function readMp4Seconds(read: ReadFarBytes): Promise<number | undefined> {
  for (let at = 0, boxes = 0; boxes < MOST_BOXES; boxes++) {
    const head = await read(at, 256);
    if (head.length < 16) return undefined;
    if (head.toString('latin1', 4, 8) === 'moov') return readLength(head);
    const short = head.readUInt32BE(0);
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (size < 8) return undefined;
    at += size;
  }
  return undefined;
}

/** The box `mvhd`: version, flags, two dates, units per second, duration; longer ones in version 1. */
function readLength(head: Buffer): number | undefined {
  const at = head.indexOf('mvhd') + 4;
  const isLong = head[at] === 1;
  if (at < 8 || at + 32 > head.length) return undefined;
  const scale = head.readUInt32BE(at + (isLong ? 20 : 12));
  const length = isLong ? Number(head.readBigUInt64BE(at + 24)) : head.readUInt32BE(at + 16);
  return scale > 0 && length > 0 ? length / scale : undefined;
}
