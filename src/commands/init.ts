import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from '../build.ts';
import { checkShape } from '../config/check.ts';
import { SETTINGS } from '../config/keys.ts';
import { loadConfig } from '../config/load.ts';
import { listArticles } from '../list.ts';
import type { BuildReport, Config, Problem } from '../model.ts';
import { chooseSettings, type NewSettings } from '../setup/choose-settings.ts';
import { type FoundTool, readTool } from '../setup/read-tool.ts';
import { fillWorkflow, WORKFLOWS, type Workflow } from '../setup/workflows.ts';
import { writeConfig } from '../setup/write-config.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';

const FILE = 'feedwright.yaml';
const OTHER_FILES = [FILE, 'feedwright.yml', 'feedwright.json'];

/** `feedwright init`: writes a commented configuration, and if wanted a workflow, and shows what the first build will give. */
export async function runInit(options: CommandOptions): Promise<CommandOutput> {
  const { workingDirectory } = options;
  const workflow = options.workflow === undefined ? undefined : WORKFLOWS[options.workflow];
  if (options.workflow !== undefined && !workflow)
    return refuse(`"${options.workflow}" is not a workflow. Use ${Object.keys(WORKFLOWS).join(', ')}.`, 2);
  const present = [...OTHER_FILES, ...(workflow ? [workflow.target] : [])].find((name) =>
    existsSync(join(workingDirectory, name)),
  );
  if (present !== undefined) return refuse(`${present} is there already, and nothing is overwritten.`, 1);
  const tool = await readTool(workingDirectory);
  const { settings: own, unread } = chooseSettings(tool?.words ?? {});
  const settings = await complete({ ...own, ...(tool ? { preset: tool.preset } : {}) }, options);
  if (typeof settings === 'string') return refuse(settings, 2);
  const trial = settle(settings, options);
  const written = workflow ? [FILE, writeWorkflow(workflow, trial.settings.site ?? '', options)] : [FILE];
  return report(trial, written, { tool, unread }, options);
}

function refuse(message: string, exitCode: 1 | 2): CommandOutput {
  return { out: '', error: `${message}\n`, exitCode };
}

/** Adds what only the user knows: from the options, or by asking. @returns what is wrong, as a sentence */
async function complete(found: NewSettings, options: CommandOptions): Promise<NewSettings | string> {
  const { site, title, output, ask } = options;
  const given = {
    site: site ?? (ask ? await ask('Home page of the site', found.site ?? '') : found.site),
    title: title ?? (ask ? await ask('Title of the site', found.title ?? '') : found.title),
  };
  for (const key of ['site', 'title'] as const) {
    const value = given[key]?.trim() ?? '';
    const wish = key === 'site' ? '--site https://you.example/' : '--title "Your name"';
    if (value === '') return `The ${key} is not known. Say it with ${wish}.`;
    if (checkShape(value, SETTINGS[key]).length > 0 || (key === 'site' && !URL.canParse(value)))
      return `The ${key} is not ${key === 'site' ? 'an address' : 'text'}: "${value}". Say it with ${wish}.`;
  }
  const { site: home = '', title: name = '' } = given;
  return { ...found, site: home.trim(), title: name.trim(), ...(output === undefined ? {} : { output }) };
}

/** A configuration that was written, and what a build with it gives. */
interface Trial {
  readonly settings: NewSettings;
  readonly config?: Config;
  readonly report?: BuildReport;
  readonly problems: readonly Problem[];
}

/** Writes the configuration, tries it, and adds what the articles themselves show. */
function settle(settings: NewSettings, options: CommandOptions): Trial {
  let trial = attempt(settings, options, 'wx');
  const looksLike = trial.report?.looksLike;
  if (looksLike !== undefined) trial = attempt({ ...settings, preset: looksLike }, options, 'w');
  if (!trial.config || !hasErrors(trial)) return trial;
  const tolerant = attempt({ ...trial.settings, onError: 'skip' }, options, 'w');
  return hasErrors(tolerant) ? attempt(trial.settings, options, 'w') : tolerant;
}

function hasErrors({ problems }: Trial): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function attempt(settings: NewSettings, options: CommandOptions, flag: 'wx' | 'w'): Trial {
  const { workingDirectory, instant, workers } = options;
  writeFileSync(join(workingDirectory, FILE), writeConfig(settings), { flag });
  const { config, problems } = loadConfig({ workingDirectory });
  if (!config) return { settings, problems };
  const tried = build(config, { now: instant, workers, write: false });
  return { settings, config, report: tried, problems: [...problems, ...tried.problems] };
}

function writeWorkflow(
  { template, target }: Workflow,
  site: string,
  { workingDirectory, packageFolder }: CommandOptions,
): string {
  const text = readFileSync(join(packageFolder, 'workflows', template), 'utf8');
  const path = join(workingDirectory, target);
  mkdirSync(dirname(path), { recursive: true });
  const mode = target.endsWith('.sh') ? 0o755 : 0o644;
  writeFileSync(path, fillWorkflow(text, site), { flag: 'wx', mode });
  return target;
}

interface Recognised {
  readonly tool: FoundTool | undefined;
  readonly unread: readonly string[];
}

function report(
  trial: Trial,
  written: readonly string[],
  { tool, unread }: Recognised,
  options: CommandOptions,
): CommandOutput {
  const { settings, config, problems } = trial;
  const isFailed = hasErrors(trial);
  const from = tool ? ` (${tool.preset}, as ${tool.file} shows)` : guessed(settings);
  const lines = [
    `Wrote ${written.join(' and ')}${from}.`,
    ...unread.map((word) => `${tool?.file}: ${word} has no counterpart here.`),
    ...(settings.onError === 'skip'
      ? ['Some articles cannot be read, so "onError: skip" leaves them out; they are named below.']
      : []),
    ...(config && !isFailed ? showFirstBuild(config, options) : []),
  ];
  const end = isFailed ? `The first build would fail: ${countProblems(problems)}.\n` : '';
  return {
    out: lines.map((line) => `${line}\n`).join(''),
    error: formatProblems(problems, options.colour) + end,
    exitCode: isFailed ? 1 : 0,
  };
}

function guessed({ preset }: NewSettings): string {
  return preset === undefined ? '' : ` (the articles look like those of ${preset})`;
}

function showFirstBuild(config: Config, options: CommandOptions): readonly string[] {
  const { workingDirectory, instant, workers } = options;
  const { articles } = listArticles(config, instant, workers);
  const carried = articles.filter(({ state }) => state === 'in the feed');
  const newest = carried.slice(0, 3).map(({ published, url }) => `  ${published?.slice(0, 10)}  ${url}`);
  const files = config.formats.map(({ path }) => relative(workingDirectory, join(config.output, path)));
  return [
    '',
    `${articles.length} articles, ${carried.length} in the feed. The addresses of the newest, to compare with your site:`,
    ...newest,
    '',
    `The first build, "npx feedwright build", will write ${files.join(', ')}.`,
  ];
}
