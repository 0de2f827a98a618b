import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Inside, lookAt, mustStayInside } from './places.ts';
import { FileRefused } from './refused.ts';

/** What the shell or the system gives a process to write to. */
const STREAM = /^\/dev\/(?:stdout|stderr|null|fd\/\d+)$/;

/**
 * Makes a new file, with the folders that it needs.
 * @param mode permissions @default 0o666, less what the system takes away
 * @throws FileRefused, or the system's error: also when something is there
 */
export function createFile(path: string, text: string, inside: Inside, mode = 0o666): void {
  mustStayInside(path, inside);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx', mode });
}

/** Writes a file that the user or the CI named, such as a report. @throws FileRefused, or the system's error */
export function writeNamed(path: string, text: string): void {
  refuseSpecial(path);
  writeFileSync(path, text);
}

/** Adds to a file that the user or the CI named. @throws FileRefused, or the system's error */
export function appendNamed(path: string, text: string): void {
  refuseSpecial(path);
  appendFileSync(path, text);
}

/** A pipe that no one reads would be waited for. */
function refuseSpecial(path: string): void {
  const found = lookAt(path);
  if (!found || found.isFile() || STREAM.test(path)) return;
  throw new FileRefused(found.isDirectory() ? 'a-folder' : 'not-a-file');
}
