import { join } from 'node:path';
import { isEntry } from '../files/places.ts';
import type { CommandOptions } from './options.ts';

const NAMES = ['feedwright.yaml', 'feedwright.yml', 'feedwright.json'];

/** The name of the configuration that the options name, or that is in the working directory. */
export function findConfiguration({ config, workingDirectory }: CommandOptions): string | undefined {
  return config ?? NAMES.find((name) => isEntry(join(workingDirectory, name)));
}
