/** Chapters in MP4 files, which music-metadata finds only in some of them and gives in other units. */

/** A chapter of a file; its start in seconds. */
export interface FileChapter {
  readonly start: number;
  readonly title: string;
}

/** Reads bytes of a file; fewer at its end. */
export type ReadBytes = (offset: number, length: number) => Buffer;

/** More is not a table of contents. */
const MOST = 1000;
/** The tables of a day of audio have a few megabytes. */
const LARGEST_TABLES = 32_000_000;

/**
 * The chapters of an MP4 file (P13): of the list that Nero's tools and ffmpeg write (`chpl`), else of the track of texts that
 * Apple's write (QTFF §"Chapter Lists"). Of the file only the tables are read, and the titles.
 */
export function readMp4Chapters(read: ReadBytes): readonly FileChapter[] {
  const tables = findTables(read);
  if (!tables) return [];
  const list = find(tables, 'udta', 'chpl');
  const listed = list ? readList(list) : [];
  return listed.length > 0 ? listed : readTrack(tables, read);
}

/** The box `moov`, wherever it stands amid the audio. */
function findTables(read: ReadBytes): Buffer | undefined {
  for (let at = 0, boxes = 0; boxes < MOST; boxes++) {
    const head = read(at, 16);
    if (head.length < 8) return undefined;
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short;
    const start = isLong ? 16 : 8;
    if (size < start) return undefined;
    if (head.toString('latin1', 4, 8) === 'moov')
      return size > LARGEST_TABLES ? undefined : read(at + start, size - start);
    at += size;
  }
  return undefined;
}

interface Box {
  readonly name: string;
  readonly body: Buffer;
}

function divide(parent: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= parent.length; ) {
    const size = parent.readUInt32BE(at);
    if (size < 8) break;
    boxes.push({ name: parent.toString('latin1', at + 4, at + 8), body: parent.subarray(at + 8, at + size) });
    at += size;
  }
  return boxes;
}

/** The box at the end of a path of names. */
function find(parent: Buffer, ...path: readonly string[]): Buffer | undefined {
  return path.reduce<Buffer | undefined>(
    (inside, name) => inside && divide(inside).find((box) => box.name === name)?.body,
    parent,
  );
}

/** Each chapter: its start in 100 ns, the length of its title in one byte, the title. */
function readList(list: Buffer): readonly FileChapter[] {
  const chapters: FileChapter[] = [];
  for (let at = list[0] === 0 ? 5 : 9; at + 9 <= list.length; ) {
    const end = at + 9 + (list[at + 8] ?? 0);
    const start = Number(list.readBigUInt64BE(at)) / 10_000_000;
    chapters.push({ start, title: list.toString('utf8', at + 9, end).trim() });
    at = end;
  }
  return chapters;
}

function readTrack(tables: Buffer, read: ReadBytes): readonly FileChapter[] {
  const tracks = divide(tables).flatMap(({ name, body }) => (name === 'trak' ? [body] : []));
  const [id] = tracks.flatMap((track) => listWords(find(track, 'tref', 'chap'), 0));
  const texts = tracks.find((track) => id !== undefined && idOf(track) === id);
  const scale = texts && scaleOf(texts);
  const samples = texts && find(texts, 'mdia', 'minf', 'stbl');
  if (!scale || !samples) return [];
  const places = listPlaces(samples);
  let time = 0;
  return listTimes(samples).flatMap((duration, index) => {
    const start = time / scale;
    time += duration;
    const place = places[index];
    const text = place === undefined ? Buffer.alloc(0) : read(place, 2);
    if (place === undefined || text.length < 2) return [];
    return [
      {
        start,
        title: read(place + 2, text.readUInt16BE(0))
          .toString('utf8')
          .trim(),
      },
    ];
  });
}

function idOf(track: Buffer): number | undefined {
  const head = find(track, 'tkhd');
  return listWords(head, head?.[0] === 1 ? 20 : 12)[0];
}

/** How many units of time a second has. */
function scaleOf(track: Buffer): number | undefined {
  const head = find(track, 'mdia', 'mdhd');
  return listWords(head, head?.[0] === 1 ? 20 : 12)[0];
}

/** The numbers of four bytes from a place on. */
function listWords(box: Buffer | undefined, from: number): readonly number[] {
  const count = box ? Math.min(Math.floor((box.length - from) / 4), 3 * MOST) : 0;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => box?.readUInt32BE(from + 4 * index) ?? 0);
}

/** The durations of the texts: pairs of a count and a duration. */
function listTimes(samples: Buffer): readonly number[] {
  const pairs = listWords(find(samples, 'stts'), 8);
  const times: number[] = [];
  for (let index = 0; index + 1 < pairs.length && times.length < MOST; index += 2)
    for (let left = Math.min(pairs[index] ?? 0, MOST); left > 0; left--) times.push(pairs[index + 1] ?? 0);
  return times.slice(0, MOST);
}

/** Where in the file each text begins: in chunks, of which a table says how many texts they have. */
function listPlaces(samples: Buffer): readonly number[] {
  const short = listWords(find(samples, 'stco'), 8);
  const long = listWords(find(samples, 'co64'), 8);
  const chunks = short.length > 0 ? short : joinPairs(long);
  const runs = listWords(find(samples, 'stsc'), 8);
  const [same = 0, , ...sizes] = listWords(find(samples, 'stsz'), 4);
  const places: number[] = [];
  for (const [index, chunk] of chunks.entries()) {
    let at = chunk;
    for (let left = countIn(runs, index + 1); left > 0 && places.length < MOST; left--) {
      const size = same === 0 ? sizes[places.length] : same;
      places.push(at);
      at += size ?? 0;
    }
  }
  return places;
}

function joinPairs(words: readonly number[]): readonly number[] {
  return words.flatMap((word, index) => (index % 2 === 0 ? [word * 2 ** 32 + (words[index + 1] ?? 0)] : []));
}

/** How many texts a chunk has, counted from 1: runs of a first chunk, a count and a description. */
function countIn(runs: readonly number[], chunk: number): number {
  let count = 0;
  for (let index = 0; index + 1 < runs.length && (runs[index] ?? 0) <= chunk; index += 3)
    count = runs[index + 1] ?? 0;
  return Math.min(count, MOST);
}
