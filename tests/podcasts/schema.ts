import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { machine } from '../machine.ts';
import { makeSite } from '../run-cli.ts';

/** Whether elements can be held against the schema of the podcast namespace here. */
export const HAS_SCHEMA = machine.xmllint && machine['the schema of the podcast namespace (../shared/specs)'];

/** Expects elements of the podcast namespace, as they are written, to be valid by its schema. */
export function expectValid(elements: readonly string[]): void {
  const root = `<root>${elements.join('\n').replaceAll('podcast:', '')}</root>`;
  const folder = makeSite({ 'root.xml': root });
  const schema = join(import.meta.dirname, '../../../shared/specs/podcast.xsd');
  const ran = spawnSync('xmllint', ['--noout', '--schema', schema, join(folder, 'root.xml')], {
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining('validates')]);
}
