import type { BuildOptions } from '../build/options.ts';
import { findCommitted } from '../guard/find-committed.ts';
import type { Config } from '../model/index.ts';
import type { CommandOptions } from './options.ts';

/** Variables that CI systems set; most set the first. */
const OF_CI = [
  'CI',
  'CONTINUOUS_INTEGRATION',
  'BUILD_NUMBER',
  'TF_BUILD',
  'TEAMCITY_VERSION',
  'CODEBUILD_BUILD_ID',
] as const;

/**
 * How a build knows which documents of the output folder were published: in CI all of them, since a job finds there what it was
 * given (committed, restored or fetched) and no one tries anything; elsewhere those that are committed.
 */
export function selectPublished(
  { output }: Config,
  environment: CommandOptions['environment'],
): Pick<BuildOptions, 'selectPublished'> {
  const isInCi = OF_CI.some((name) => !/^(?:|0|false)$/i.test(environment[name] ?? ''));
  return isInCi ? {} : { selectPublished: (documents) => findCommitted(output, documents) };
}
