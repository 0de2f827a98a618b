import { join } from 'node:path';
import type { ReadFeeds } from '../adopt/read-feeds.ts';
import { loadConfig } from '../config/load.ts';
import { isEntry } from '../files/places.ts';
import { FileRefused } from '../files/refused.ts';
import { joinLines } from '../problems/printable.ts';
import { showPath } from '../problems/show-path.ts';
import { explainReason } from '../publish/failure.ts';
import { placeBelowBase } from '../setup/base-path.ts';
import { chooseSettings, type NewSettings } from '../setup/choose-settings.ts';
import { sayWhere, sayZone } from '../setup/explain-output.ts';
import { type FoundOther, findOtherTool } from '../setup/other-tools.ts';
import { type FoundTool, findSites, readTool } from '../setup/read-tool.ts';
import { WORKFLOWS, type Workflow } from '../setup/workflows.ts';
import { CONFIGURATION, hasErrors } from './init-attempt.ts';
import { sayUndated, showFirstBuild } from './init-first-build.ts';
import { askUser } from './init-questions.ts';
import { settle } from './init-trial.ts';
import { findTarget, type PlacedWorkflow, placeWorkflow } from './init-workflow.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';
import { refuse } from './refuse.ts';
import type { Trial } from './trial.ts';

const OTHER_FILES = [CONFIGURATION, 'feedwright.yml', 'feedwright.json'];

/** `feedwright init`: writes a commented configuration, and if wanted a workflow, and shows what the first build will give. */
export async function runInit(options: CommandOptions): Promise<CommandOutput> {
  const { workingDirectory } = options;
  const workflow = options.workflow === undefined ? undefined : WORKFLOWS.get(options.workflow);
  if (options.workflow !== undefined && !workflow)
    return refuse(`"${options.workflow}" is not a workflow. Use ${[...WORKFLOWS.keys()].join(', ')}.`, 2);
  const target = workflow && findTarget(workflow, workingDirectory);
  if (target !== undefined && !workflow?.isShared && isEntry(target))
    return refusePresent(showPath(target, workingDirectory));
  const present = OTHER_FILES.find((name) => isEntry(join(workingDirectory, name)));
  if (present !== undefined) return workflow ? addWorkflow(workflow, options) : refusePresent(present);
  const tool = await readTool(workingDirectory);
  const other = tool ? undefined : findOtherTool(workingDirectory);
  const sites = tool || other ? [] : await nameSites(workingDirectory);
  const { settings: own, unread } = chooseSettings(
    tool?.words ?? { settings: { built: other?.built, ...other?.settings } },
    tool?.preset,
  );
  const answers = await askUser({ ...own, ...(tool?.preset ? { preset: tool.preset } : {}) }, options);
  if ('wrong' in answers) return refuse([...explain(tool), ...sites, answers.wrong].join('\n'), 2);
  if ('isBrokenOff' in answers) return refuse('\nNothing was written.', 1);
  const { askPodcast } = await import('./init-podcast.ts');
  const placed = tool ? placeBelowBase(answers.settings, tool) : { settings: answers.settings, notes: [] };
  const asked = await askPodcast(placed.settings, options);
  if ('wrong' in asked) return refuse(asked.wrong, 2);
  if ('isBrokenOff' in asked) return refuse('\nNothing was written.', 1);
  const { settings, notes } = asked;
  const { against } = answers;
  const ids = tool?.words.ids;
  const id = ids === undefined ? {} : { id: `${settings.site?.replace(/\/*$/, '/')}${ids}` };
  const recognised = { tool, other, unread, notes: [...placed.notes, ...sites, ...notes] };
  return write({ ...settings, ...id }, workflow, recognised, { ...options, against });
}

/** Where the sites are that a folder without one has further down. */
async function nameSites(workingDirectory: string): Promise<readonly string[]> {
  const sites = await findSites(workingDirectory);
  return sites
    .slice(0, 5)
    .map(
      ({ file, base }) => `Found ${file}. For the feeds of that site, run "npx feedwright init" in ${base}`,
    );
}

function refusePresent(name: string): CommandOutput {
  return refuse(`${name} already exists. "init" never overwrites a file.`, 1);
}

const NO_FEEDS: ReadFeeds = { feeds: [], problems: [] };

async function readOld(
  names: readonly string[],
  workingDirectory: string,
  site: string | undefined,
): Promise<ReadFeeds> {
  const { readNamedFeeds } = await import('../adopt/read-feeds.ts');
  return readNamedFeeds(names, workingDirectory, site);
}

/** Writes what was chosen; what the disk refuses is said. */
async function write(
  settings: NewSettings,
  workflow: Workflow | undefined,
  recognised: Recognised,
  options: CommandOptions,
): Promise<CommandOutput> {
  const { against = [], workingDirectory, colour } = options;
  const { feeds, problems } =
    against.length > 0 ? await readOld(against, workingDirectory, settings.site) : NO_FEEDS;
  if (problems.length > 0) return refuse(`${formatProblems(problems, colour)}Nothing was written.`, 1);
  try {
    const isToolKnown = recognised.tool !== undefined || recognised.other !== undefined;
    const trial = await settle(settings, feeds, options, isToolKnown);
    const placed =
      workflow && trial.config ? await placeWorkflow(workflow, trial.config, options) : { lines: [] };
    return report(trial, placed, recognised, options);
  } catch (error) {
    return refuseWrite(error, options, ` ${CONFIGURATION} was written.`);
  }
}

/** A workflow for the configuration that is there already, which stays as it is. */
async function addWorkflow(workflow: Workflow, options: CommandOptions): Promise<CommandOutput> {
  const { config, problems } = loadConfig({ workingDirectory: options.workingDirectory });
  const error = formatProblems(problems, options.colour);
  if (!config) return refuse(`${error}Nothing was written.`, 1);
  try {
    const { written, lines } = await placeWorkflow(workflow, config, options);
    const first = written === undefined ? [] : [`Wrote ${written}. Did not change ${config.file}.`];
    const out = joinLines([...first, ...lines]);
    return { out, error, exitCode: 0 };
  } catch (error) {
    return refuseWrite(error, options, '');
  }
}

/** Says why the disk refused; anything else is a bug. */
function refuseWrite(error: unknown, { workingDirectory }: CommandOptions, before: string): CommandOutput {
  if (error instanceof FileRefused)
    return refuse(`The workflow can't be written: ${error.message}.${before}`, 1);
  if (!(error instanceof Error && 'syscall' in error && 'path' in error)) throw error;
  const path = showPath(String(error.path), workingDirectory);
  const done = path === CONFIGURATION ? '' : before;
  return refuse(`"${path}" can't be written: ${explainReason(error)}.${done}`, 1);
}

interface Recognised {
  readonly tool: FoundTool | undefined;
  readonly other: FoundOther | undefined;
  readonly unread: readonly string[];
  /** What there is to say of audio. */
  readonly notes: readonly string[];
}

function report(
  trial: Trial,
  { written, lines: steps }: PlacedWorkflow,
  { tool, other, unread, notes }: Recognised,
  options: CommandOptions,
): CommandOutput {
  const { settings, problems } = trial;
  const isFailed = hasErrors(trial);
  const preset = tool?.preset === undefined ? '' : `preset: ${tool.preset}, `;
  const from = tool ? ` (${preset}from ${tool.file})` : guessed(settings);
  const lines = [
    `Wrote ${[CONFIGURATION, ...(written === undefined ? [] : [written])].join(' and ')}${from}.`,
    ...unread.map((word) => `${tool?.file}: skipped ${word}, because feedwright has no equivalent.`),
    ...(other ? [other.note] : explain(tool)),
    ...sayZone(settings),
    ...trial.notes,
    ...notes,
    ...(isFailed ? [] : showFirstBuild(trial, options)),
    ...(isFailed || options.output !== undefined
      ? []
      : sayWhere(settings, tool?.base, tool?.words.command ?? other?.command)),
    ...(steps.length > 0 ? ['', ...steps] : []),
  ];
  const end = isFailed ? `The first build would fail: ${countProblems(problems)}.\n${sayUndated(trial)}` : '';
  return {
    out: joinLines(lines),
    error: formatProblems(problems, options.colour) + end,
    exitCode: isFailed ? 1 : 0,
  };
}

/** What there is to say of the configuration of the tool. */
function explain(tool: FoundTool | undefined): readonly string[] {
  return (tool?.words.notes ?? []).map((note) => `${tool?.file}: ${note}`);
}

function guessed({ preset }: NewSettings): string {
  return preset === undefined ? '' : ` (preset: ${preset}, guessed from the articles)`;
}
