/** A WAV file of silence: 8,000 samples of one byte per second. */
export function makeWav(seconds: number): Buffer {
  const samples = Buffer.alloc(8000 * seconds, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** Chapters as a tag of ID3v2.3 (https://id3.org/id3v2-chapters-1.0), to stand before MP3 sound; times in seconds. */
export function makeChapterTag(chapters: readonly (readonly [start: number, title: string])[]): Buffer {
  const frames = chapters.map(([start, title], index) => {
    const text = Buffer.concat([Buffer.from([0]), Buffer.from(title, 'latin1')]);
    const times = Buffer.alloc(16, 0xff);
    times.writeUInt32BE(start * 1000, 0);
    times.writeUInt32BE((start + 1) * 1000, 4);
    return frame('CHAP', Buffer.concat([Buffer.from(`c${index}\0`), times, frame('TIT2', text)]));
  });
  const body = Buffer.concat(frames);
  const size = [21, 14, 7, 0].map((shift) => (body.length >> shift) & 0x7f);
  return Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), Buffer.from(size), body]);
}

function frame(id: string, body: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.write(id, 0);
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body]);
}
