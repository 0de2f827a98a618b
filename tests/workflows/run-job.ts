import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { readOutputs } from '../read-outputs.ts';
import { makeSite } from '../run-cli.ts';
import { evaluate, fill, isTrue } from './expressions.ts';

const project = join(import.meta.dirname, '../..');

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly run?: string;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What surrounds a run: where the repository and the live site are, when it is, and what happened. */
export interface Surroundings {
  /** The repository that is cloned. */
  readonly origin: string;
  /** Folder of the site that is live. */
  readonly live: string;
  readonly event: string;
  /** RFC 3339. */
  readonly now: string;
  /** Called before a step, by its name. */
  readonly before?: (step: string) => void;
}

export interface JobResult {
  readonly isFailed: boolean;
  readonly log: string;
  readonly summary: string;
  /** Outputs by id of the step, and those of the jobs by their names. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of the steps that ran. */
  readonly ran: readonly string[];
  readonly workspace: string;
}

export function readYaml<T>(path: string): T {
  return load(readFileSync(path, 'utf8')) as T;
}

/** What the workflows of the tests name as the package. */
export const SOURCE =
  'git+https://git.example/somebody/feedwright.git#0123456789abcdef0123456789abcdef01234567';

/** A folder with a `npx` that runs this project's command line instead of installing the package that is named. */
export function makeTools(): string {
  const script = `#!/bin/sh
[ "$1 $2 $3 $4" = "--yes --package ${SOURCE} feedwright" ] || { echo "npx $*: not expected" >&2; exit 99; }
shift 4
exec "${process.execPath}" "${join(project, 'lib/cli.js')}" "$@"
`;
  // The action compiles its own folder, which is done here already.
  const npm = `#!/bin/sh
[ "$1 $2 $3" = "ci --prefix ${project}" ] || { echo "npm $*: not expected" >&2; exit 99; }
`;
  const folder = makeSite({ npx: script, npm });
  for (const name of ['npx', 'npm']) chmodSync(join(folder, name), 0o755);
  return folder;
}

/** Runs a program and waits, without keeping this process from serving the live site. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly log: string; readonly out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env });
    let [log, out] = ['', ''];
    child.stdout.on('data', (text) => {
      log += text;
      out += text;
    });
    child.stderr.on('data', (text) => {
      log += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, log, out }));
  });
}

/** The environment of a job: nothing of this machine but its programs. */
export function jobEnvironment(more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    PATH: [makeTools(), process.env.PATH ?? ''].join(delimiter),
    HOME: makeSite({}),
    CI: 'true',
    GIT_CONFIG_NOSYSTEM: '1',
    ...more,
  };
}

/** Runs the jobs of a workflow, one after the other and each on a machine of its own, as GitHub's runners do. */
export async function runJob(workflow: Workflow, around: Surroundings): Promise<JobResult> {
  const results: Record<string, JobResult> = {};
  const shared = makeSite({});
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needed = [job.needs ?? []].flat().map((each) => results[each]);
    const context = (key: string) => {
      const [first, from = '', , output = ''] = key.split('.');
      if (key === 'github.event_name') return around.event;
      if (first !== 'needs') throw new Error(`a name that a job cannot look up: ${key}`);
      return results[from]?.outputs[from]?.[output] ?? '';
    };
    if (needed.some((each) => !each || each.isFailed)) continue;
    if (job.if !== undefined && !isTrue(evaluate(job.if, context))) continue;
    results[name] = await runOne(name, job, workflow.env ?? {}, shared, around);
  }
  const all = Object.values(results);
  return {
    isFailed: all.some(({ isFailed }) => isFailed),
    log: all.map(({ log }) => log).join(''),
    summary: all.map(({ summary }) => summary).join(''),
    outputs: Object.assign({}, ...all.map(({ outputs }) => outputs)),
    ran: all.flatMap(({ ran }) => ran),
    workspace: all[0]?.workspace ?? '',
  };
}

async function runOne(
  name: string,
  job: Job,
  env: Readonly<Record<string, string>>,
  artifacts: string,
  around: Surroundings,
): Promise<JobResult> {
  const workspace = join(makeSite({}), 'workspace');
  mkdirSync(workspace);
  const temporary = makeSite({ output: '', summary: '' });
  const base = jobEnvironment({
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: around.event,
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: join(temporary, 'output'),
    GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
    RUNNER_TEMP: temporary,
    SOURCE_DATE_EPOCH: String(Date.parse(around.now) / 1000),
    ...env,
  });
  const state: State = {
    ...{ around, workspace, base, artifacts, outputs: {}, inputs: {} },
    ...{ isFailed: false, log: '', ran: [] },
  };
  await runSteps(job.steps, state);
  const { isFailed, log, ran } = state;
  const own = Object.entries(job.outputs ?? {}).map(([key, value]) => [
    key,
    fill(value, (asked) => lookUp(asked, state)),
  ]);
  return {
    isFailed,
    log,
    summary: readFileSync(join(temporary, 'summary'), 'utf8'),
    outputs: { ...state.outputs, [name]: { ...state.outputs[name], ...Object.fromEntries(own) } },
    ran,
    workspace,
  };
}

interface State {
  readonly around: Surroundings;
  readonly workspace: string;
  readonly base: Readonly<Record<string, string>>;
  /** The folder of what jobs hand to others. */
  readonly artifacts: string;
  readonly outputs: Record<string, Readonly<Record<string, string>>>;
  readonly inputs: Readonly<Record<string, string>>;
  isFailed: boolean;
  log: string;
  ran: string[];
}

async function runSteps(steps: readonly Step[], state: State): Promise<void> {
  for (const step of steps) {
    const context = (name: string) => lookUp(name, state);
    const wanted = step.if === undefined || isTrue(evaluate(step.if, context));
    if (!wanted || (state.isFailed && !step.if?.includes('always()'))) continue;
    const name = step.name ?? step.uses?.replace(/@.*/, '') ?? step.id ?? '';
    state.around.before?.(name);
    state.ran.push(name);
    if (step.uses === undefined) await runScript(step, state);
    else await useAction(step, state);
  }
}

function lookUp(name: string, { around, outputs, inputs, base }: State): string {
  const [first = '', second = '', , fourth = ''] = name.split('.');
  if (name === 'github.event_name') return around.event;
  if (name === 'runner.temp') return base.RUNNER_TEMP ?? '';
  if (first === 'steps') return outputs[second]?.[fourth] ?? '';
  if (first === 'inputs') return inputs[second] ?? '';
  throw new Error(`a name that the tests do not know: ${name}`);
}

async function runScript(step: Step, state: State): Promise<void> {
  const { workspace, base } = state;
  const context = (name: string) => lookUp(name, state);
  const env = Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value, context)]);
  writeFileSync(base.GITHUB_OUTPUT ?? '', '');
  const script = fill(step.run ?? '', context);
  const flags = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  const ended = await run('bash', [...flags, '-c', script], workspace, {
    ...base,
    ...Object.fromEntries(env),
  });
  state.log += ended.log;
  state.isFailed ||= ended.exitCode !== 0;
  if (step.id !== undefined)
    state.outputs[step.id] = readOutputs(readFileSync(base.GITHUB_OUTPUT ?? '', 'utf8'));
}

async function useAction(step: Step, state: State): Promise<void> {
  const { workspace, around, base, artifacts } = state;
  const [action = ''] = (step.uses ?? '').split('@');
  const given = (name: string) => fill(String(step.with?.[name] ?? ''), (key) => lookUp(key, state));
  if (action === 'actions/checkout') {
    const depth = String(step.with?.['fetch-depth'] ?? 1);
    const shallow = depth === '0' ? [] : [`--depth=${depth}`];
    const cloned = await run('git', ['clone', ...shallow, `file://${around.origin}`, '.'], workspace, base);
    if (cloned.exitCode !== 0) throw new Error(cloned.log);
    // Without the token of the job nothing can be pushed.
    if (step.with?.['persist-credentials'] === false)
      await run('git', ['remote', 'set-url', '--push', 'origin', 'no-credentials'], workspace, base);
  } else if (action === 'actions/upload-pages-artifact') {
    cpSync(join(workspace, given('path')), join(artifacts, 'pages'), { recursive: true });
  } else if (action === 'actions/deploy-pages') {
    // A deployment replaces the whole site.
    for (const name of readdirSync(around.live)) rmSync(join(around.live, name), { recursive: true });
    cpSync(join(artifacts, 'pages'), around.live, { recursive: true });
  } else if (action === 'actions/upload-artifact') {
    for (const path of given('path').trim().split('\n'))
      cpSync(join(workspace, path), join(artifacts, given('name'), path), { recursive: true });
  } else if (action === 'actions/download-artifact') {
    cpSync(join(artifacts, given('name')), resolve(workspace, given('path')), { recursive: true });
  } else if (action === 'OWNER/feedwright') await runComposite(step, state);
  else if (action !== 'actions/setup-node')
    throw new Error(`an action that the tests do not know: ${action}`);
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Runs the action of this project. */
async function runComposite(step: Step, state: State): Promise<void> {
  const action = readYaml<Action>(join(project, 'action.yml'));
  const given = step.with ?? {};
  const inputs = Object.entries(action.inputs).map(([name, input]) => [
    name,
    String(given[name] ?? input.default ?? ''),
  ]);
  const base = { ...state.base, GITHUB_ACTION_PATH: project };
  const inner: State = { ...state, base, outputs: {}, inputs: Object.fromEntries(inputs), ran: [] };
  await runSteps(action.runs.steps, inner);
  state.isFailed ||= inner.isFailed;
  state.log = inner.log;
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [
    name,
    fill(value, (key) => lookUp(key, inner)),
  ]);
  if (step.id !== undefined) state.outputs[step.id] = Object.fromEntries(outputs);
}
