import { join, posix, relative, resolve } from 'node:path';
import { isEntry } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { createFile } from '../files/write.ts';
import type { Config } from '../model/index.ts';
import { showPath } from '../problems/show-path.ts';
import { type Builder, readBuilder } from '../setup/read-builder.ts';
import { readRepository } from '../setup/read-repository.ts';
import { readSource, UNKNOWN_SOURCE } from '../setup/read-source.ts';
import { readTool } from '../setup/read-tool.ts';
import { fillWorkflow, type Workflow, type WorkflowFacts } from '../setup/workflows.ts';
import type { CommandOptions } from './options.ts';

/** What became of a workflow. */
export interface PlacedWorkflow {
  /** The file that was written, as shown to the user. */
  readonly written?: string;
  /** What there is to do, as lines. */
  readonly lines: readonly string[];
}

/** Where a workflow goes: GitHub and GitLab look at the top of a repository alone. */
export function findTarget({ target, isBesideConfig }: Workflow, workingDirectory: string): string {
  const top = isBesideConfig ? undefined : readRepository(workingDirectory)?.top;
  return join(top ?? workingDirectory, target);
}

/**
 * Writes a workflow for the configuration of a site, unless that would replace a site that something else builds: then the step is
 * shown that belongs into the workflow of that site.
 * @throws FileRefused, or the system's error
 */
export async function placeWorkflow(
  workflow: Workflow,
  config: Config,
  { workingDirectory, packageFolder }: CommandOptions,
): Promise<PlacedWorkflow> {
  const path = findTarget(workflow, workingDirectory);
  const repository = readRepository(workingDirectory);
  const top = workflow.isBesideConfig ? workingDirectory : (repository?.top ?? workingDirectory);
  const tool = await readTool(workingDirectory);
  const below = (file: string) => relative(top, file).replaceAll('\\', '/') || '.';
  const facts: WorkflowFacts = {
    site: config.site,
    branch: repository?.branch ?? 'main',
    source: readSource(packageFolder, workingDirectory) ?? UNKNOWN_SOURCE,
    config: below(resolve(workingDirectory, config.file)),
    output: below(config.output),
  };
  const shown = showPath(path, workingDirectory);
  // One that has such an addition deploys what it built as the whole site.
  const builder = workflow.addition
    ? readBuilder(workingDirectory, top, config.preset ?? tool?.preset, tool)
    : undefined;
  const shared = isEntry(path) ? { file: shown } : undefined;
  const other = builder ?? shared;
  if (other && workflow.addition)
    return { lines: explainAddition(shown, workflow.addition, other, config, facts) };
  const text = readTemplate(workflow, packageFolder);
  const mode = workflow.target.endsWith('.sh') ? 0o755 : 0o644;
  createFile(path, fillWorkflow(text, facts), [top], mode);
  const unknown = `In ${shown}, set FEEDWRIGHT to where your jobs get feedwright: its repository and commit, or a package file in your repository (docs/ci.md).`;
  return {
    written: shown,
    lines: [...(facts.source === UNKNOWN_SOURCE ? [unknown] : []), ...(workflow.next ? [workflow.next] : [])],
  };
}

function readTemplate({ template }: Workflow, packageFolder: string): string {
  const from = join(packageFolder, 'workflows', template);
  return readWhole(from, { maximum: 1_048_576, inside: [packageFolder] }).toString('utf8');
}

/** What belongs into the workflow of a site that something else builds. */
function explainAddition(
  shown: string,
  { to, lines }: NonNullable<Workflow['addition']>,
  { file, output }: Builder,
  config: Config,
  { source, config: configFile, output: own }: WorkflowFacts,
): readonly string[] {
  const built = output === undefined ? undefined : posix.join(posix.dirname(configFile), output);
  // With the setting "built" a build after that of the site finds the folder itself.
  const isBuilt = config.built !== undefined || (built !== undefined && `${own}/`.startsWith(`${built}/`));
  const isSet = config.lines.output !== undefined;
  const options = [
    ...(configFile === 'feedwright.yaml' ? [] : [` --config ${configFile}`]),
    ...(isSet || isBuilt ? [] : [` --output ${built ?? 'FOLDER'}`]),
  ];
  const isBefore = isSet && built !== undefined && !isBuilt;
  return [
    file === shown
      ? `${shown} already exists and was not changed.`
      : `${shown} was not written: it would deploy only the feeds, in place of the site that ${file} builds.`,
    `Add ${to} that deploys your site, ${isBefore ? 'before' : 'after'} the one that builds it:`,
    '',
    ...lines(`npx --yes --package '${source}' feedwright build${options.join('')}`),
    '',
    ...(isSet || isBuilt || built !== undefined ? [] : ['Replace FOLDER with the folder that you deploy.']),
    ...(source === UNKNOWN_SOURCE
      ? [
          'Replace OWNER and COMMIT with the repository and commit of feedwright, or name a package file in your repository (docs/ci.md).',
        ]
      : []),
    ...(config.published === undefined
      ? [
          `Also add this line to ${config.file}, so that every build compares its feeds with your live ones: published: ${config.site}`,
        ]
      : []),
  ];
}
