import { join } from 'node:path';
import { CONFIGURATION_NAMES } from '../config/config-file.ts';
import { isFile } from '../files/places.ts';
import type { CommandOptions } from './options.ts';

/** The name of the configuration that the options name, or that is in the working directory. */
export function findConfiguration({ config, workingDirectory }: CommandOptions): string | undefined {
  return config ?? CONFIGURATION_NAMES.find((name) => isFile(join(workingDirectory, name)));
}
