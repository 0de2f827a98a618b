/**
 * The head of a PNG file, which says its size; there are no pixels.
 * @param colour its colour type: 2 is RGB, 6 is RGB with transparency
 */
export function makePng(width: number, height: number, colour = 2): Buffer {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.writeUInt32BE(13, 8);
  head.write('IHDR', 12);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.set([8, colour, 0, 0, 0], 24);
  return head;
}

/** The head of a JPEG file, which says its size; there are no pixels. @param channels 3 for colours, 4 for CMYK */
export function makeJpeg(width: number, height: number, channels: number): Buffer {
  const frame = Buffer.alloc(10 + 3 * channels);
  frame.set([0xff, 0xc0, 0, frame.length - 2, 8]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  frame.set([channels], 9);
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  return Buffer.concat([Buffer.from(start), frame]);
}
