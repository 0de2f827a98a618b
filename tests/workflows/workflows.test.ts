import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { fillWorkflow } from '../../src/setup/workflows.ts';
import { serveHub } from '../announce/hub.ts';
import { article, makeRepository, type Repository } from '../history/repository.ts';
import { machine } from '../machine.ts';
import { makeSite } from '../run-cli.ts';
import { type LiveSite, serveLiveSite } from './live-site.ts';
import {
  type Job,
  type JobResult,
  jobEnvironment,
  run,
  runJob,
  SOURCE,
  type Step,
  type Workflow,
} from './run-job.ts';

beforeEach(({ skip }) => skip(!(machine.git && machine.bash && machine.curl)));

const folder = join(import.meta.dirname, '../../workflows');
const templates = readdirSync(folder).filter((name) => name.startsWith('github-'));
const [EARLY, LATE] = ['2024-02-01T00:00:00Z', '2024-03-02T00:00:00Z'];

let live: LiveSite;
beforeAll(async () => {
  live = await serveLiveSite();
});
afterAll(() => live.close());

function readWorkflow(name: string): Workflow {
  return load(fillFor(name, live.address)) as Workflow;
}

/** A template for a site whose configuration is at the top of its repository. */
function fillFor(name: string, site: string): string {
  const facts = { site, branch: 'main', source: SOURCE, config: 'feedwright.yaml', output: 'dist' };
  return fillWorkflow(readFileSync(join(folder, name), 'utf8'), facts);
}

/** A repository with one article that is published and one that becomes due on 1 March 2024. */
function makeOrigin(site: string): Repository {
  const repository = makeRepository({
    'articles/a.md': article('A').replace('---\n', '---\ntags: [Crème brûlée]\n'),
    'articles/b.md': article('B').replace('2024-01-01', '2024-03-01'),
  });
  const more = 'feeds: [{ by: tag }]\npages: true\nlists: [menu, opml]\n';
  repository.write('feedwright.yaml', `site: ${site}\ntitle: You\n${more}`);
  repository.commit('2024-01-01T00:00:00Z');
  repository.git('config', 'receive.denyCurrentBranch', 'updateInstead');
  return repository;
}

const titles = (path: string): readonly string[] =>
  JSON.parse(readFileSync(path, 'utf8')).items.map(({ title }: { title: string }) => title);

const expectDone = (result: JobResult) => expect(result.isFailed, result.log).toBe(false);

describe('every workflow', () => {
  test.each([
    ...templates,
    '../.github/workflows/release.yml',
  ])('%s pins its actions, asks for its rights and mixes no text into scripts', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { permissions, jobs, on } = load(text) as Workflow;
    for (const job of Object.values(jobs)) {
      const rights = Object.entries(job.permissions ?? permissions ?? {});
      expect(rights.length).toBeGreaterThan(0);
      // Whoever runs code of others may write nothing.
      const isWriting = rights.some(([, right]) => right === 'write');
      expect(isWriting && /npx|npm (?:ci|install|run|test)/.test(JSON.stringify(job.steps))).toBe(false);
    }
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const { uses, run: script } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(script ?? '').not.toContain('${{');
    }
    const { schedule } = on as { schedule?: readonly { cron: string }[] };
    for (const { cron } of schedule ?? []) expect(Number(cron.split(' ')[0]) % 5).not.toBe(0);
  });

  test.each(
    readdirSync(folder),
  )('%s names the package in one line, and that is no name on a registry', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text.match(/git\+https:\/\/github\.com\/OWNER\/feedwright\.git#COMMIT/g)?.length).toBe(1);
    for (const [, what] of text.matchAll(/npx (\S+ \S+ \S+ \S+)/g))
      expect(what).toBe('--yes --package "$FEEDWRIGHT" feedwright');
    expect(text).not.toContain('feedwright@');
  });
});

describe('github-pages', () => {
  it('deploys after a push, and on schedule only what has become due', async () => {
    const repository = makeOrigin(live.address);
    const workflow = readWorkflow('github-pages.yml');
    const around = { origin: repository.folder, live: live.folder };
    const pushed = await runJob(workflow, { ...around, event: 'push', now: EARLY });
    expectDone(pushed);
    expect(pushed.outputs.feeds).toMatchObject({ changed: 'true', 'next-due': '2024-03-01T00:00:00Z' });
    expect(titles(join(live.folder, 'feed.json'))).toEqual(['A']);
    expect(titles(join(live.folder, 'tags/crème-brûlée/feed.json'))).toEqual(['A']);
    expect(existsSync(join(live.folder, '.well-known/feed-menu.json'))).toBe(true);

    const idle = await runJob(workflow, { ...around, event: 'schedule', now: '2024-02-02T00:00:00Z' });
    expectDone(idle);
    expect(idle.outputs.feeds).toMatchObject({ changed: 'false', 'new-items': '0', feeds: '[]' });
    expect(idle.ran).not.toContain('actions/deploy-pages');

    // Nobody lists the documents: that one ends is known from the manifest.
    repository.write('articles/a.md', article('A').replace('---\n', '---\ntags: [Soup]\n'));
    repository.commit('2024-02-02T00:00:00Z');
    const renamed = await runJob(workflow, { ...around, event: 'schedule', now: '2024-02-02T00:00:00Z' });
    expect(renamed.isFailed).toBe(true);
    expect(renamed.log).toContain('feed-url-changed');
    repository.git('revert', '--no-edit', 'HEAD');

    const due = await runJob(workflow, { ...around, event: 'schedule', now: LATE });
    expectDone(due);
    expect(due.outputs.feeds).toMatchObject({ changed: 'true', 'new-items': '1', 'next-due': '' });
    expect(due.ran).toContain('actions/deploy-pages');
    expect(titles(join(live.folder, 'feed.json'))).toEqual(['B', 'A']);
  });

  it('tells a hub after the deployment, as the documentation says', async () => {
    for (const name of readdirSync(live.folder)) rmSync(join(live.folder, name), { recursive: true });
    const [hub, guide] = [await serveHub(), readFileSync(join(folder, '../docs/ci.md'), 'utf8')];
    const [upload = '', notify = ''] = [...guide.matchAll(/```yaml\n([^`]*)```/g)]
      .map(([, text = '']) => text)
      .filter((text) => text.includes('name: feeds'));
    const workflow = readWorkflow('github-pages.yml');
    const { build, deploy } = workflow.jobs;
    if (!build || !deploy) throw new Error('no jobs');
    const jobs = {
      build: { ...build, steps: [...build.steps, ...(load(upload) as readonly Step[])] },
      deploy,
      ...(load(notify) as Readonly<Record<string, Job>>),
    };
    const repository = makeOrigin(live.address);
    repository.write('feedwright.yaml', `site: ${live.address}\ntitle: Hub\nhub: ${hub.url}\n`);
    repository.commit('2024-01-02T00:00:00Z');
    const around = { origin: repository.folder, live: live.folder, event: 'push', now: EARLY };
    const pushed = await runJob({ ...workflow, jobs }, around);
    await hub.close();
    expectDone(pushed);
    expect(pushed.ran.at(-1)).toBe('Tell the hub');
    expect(hub.notices.map((notice) => notice.get('hub.url')).toSorted()).toEqual(
      ['atom.xml', 'feed.json', 'rss.xml'].map((path) => live.address + path),
    );
  });

  it('publishes nothing when the published feeds cannot be read', async () => {
    const { folder: origin } = makeOrigin(live.address);
    live.fail = 503;
    const failed = await runJob(readWorkflow('github-pages.yml'), {
      origin,
      live: live.folder,
      event: 'push',
      now: EARLY,
    });
    live.fail = 0;
    expect(failed.isFailed).toBe(true);
    expect(failed.log).toMatch(/^::error .*xml" answers 503/m);
    expect(failed.ran).not.toContain('actions/deploy-pages');
  });
});

describe('github-commit', () => {
  it('commits after a push, and on schedule only what has become due', async () => {
    const repository = makeOrigin('https://you.example/');
    const workflow = readWorkflow('github-commit.yml');
    const around = { origin: repository.folder, live: live.folder };
    expectDone(await runJob(workflow, { ...around, event: 'push', now: EARLY }));
    expect(titles(join(repository.folder, 'dist/feed.json'))).toEqual(['A']);
    expect(titles(join(repository.folder, 'dist/tags/crème-brûlée/feed.json'))).toEqual(['A']);
    expect(existsSync(join(repository.folder, 'dist/.well-known/feed-menu.json'))).toBe(true);
    expect(repository.git('log', '-1', '--format=%s, %an')).toBe('Update the feeds, github-actions[bot]');

    const head = repository.git('rev-parse', 'HEAD');
    expectDone(await runJob(workflow, { ...around, event: 'schedule', now: '2024-02-02T00:00:00Z' }));
    expect(repository.git('rev-parse', 'HEAD')).toBe(head);

    expectDone(await runJob(workflow, { ...around, event: 'schedule', now: LATE }));
    expect(titles(join(repository.folder, 'dist/feed.json'))).toEqual(['B', 'A']);
    expect(repository.git('rev-parse', 'HEAD~1')).toBe(head);
  });

  it('knows from the committed manifest what ends, and gives the same IDs again after a forced push', async () => {
    const repository = makeOrigin('https://you.example/');
    const workflow = readWorkflow('github-commit.yml');
    const around = { origin: repository.folder, live: live.folder };
    const before = repository.git('rev-parse', 'HEAD');
    expectDone(await runJob(workflow, { ...around, event: 'push', now: EARLY }));
    const published = readFileSync(join(repository.folder, 'dist/rss.xml'), 'utf8');
    expect(existsSync(join(repository.folder, 'dist/feedwright-manifest.txt'))).toBe(true);

    repository.write('articles/a.md', article('A').replace('---\n', '---\ntags: [Soup]\n'));
    const renamed = repository.commit('2024-02-02T00:00:00Z');
    const refused = await runJob(workflow, { ...around, event: 'push', now: EARLY });
    expect([refused.isFailed, refused.ran.includes('Commit the feeds')]).toEqual([true, false]);
    expect(refused.log).toContain('feed-url-changed');
    expect(repository.git('rev-parse', 'HEAD')).toBe(renamed);

    repository.git('reset', '--hard', before);
    expectDone(await runJob(workflow, { ...around, event: 'push', now: EARLY }));
    expect(readFileSync(join(repository.folder, 'dist/rss.xml'), 'utf8')).toBe(published);
  });

  it('commits nothing while the site that "published" names is down', async () => {
    const repository = makeOrigin(live.address);
    const settings = readFileSync(join(repository.folder, 'feedwright.yaml'), 'utf8');
    repository.write('feedwright.yaml', `${settings}published: ${live.address}\n`);
    const head = repository.commit('2024-01-02T00:00:00Z');
    live.fail = 503;
    const around = { origin: repository.folder, live: live.folder, event: 'schedule', now: EARLY };
    const failed = await runJob(readWorkflow('github-commit.yml'), around);
    live.fail = 0;
    expect([failed.isFailed, repository.git('rev-parse', 'HEAD')]).toEqual([true, head]);
    expect(failed.log).toContain('answers 503');
  });

  it('keeps a commit that came in between', async () => {
    const repository = makeOrigin('https://you.example/');
    const before = (step: string) => {
      if (step !== 'Commit the feeds') return;
      repository.write('note.md', 'A note.\n');
      repository.commit('2024-02-01T00:00:00Z', 'A note');
    };
    const around = { origin: repository.folder, live: live.folder, event: 'push', now: EARLY, before };
    expectDone(await runJob(readWorkflow('github-commit.yml'), around));
    expect(repository.git('log', '--format=%s', '-2')).toBe('Update the feeds\nA note');
  });
});

describe('github-check', () => {
  async function check(change: (repository: Repository) => void): Promise<JobResult> {
    const repository = makeOrigin(live.address);
    const around = { origin: repository.folder, live: live.folder };
    expectDone(await runJob(readWorkflow('github-pages.yml'), { ...around, event: 'push', now: EARLY }));
    change(repository);
    repository.commit('2024-02-01T00:00:00Z');
    return runJob(readWorkflow('github-check.yml'), { ...around, event: 'pull_request', now: EARLY });
  }

  it('shows what subscribers will see, as text whatever the titles say', async () => {
    const title = '"` </code> <img src=x onerror=alert(1)> ```"';
    const checked = await check((repository) => repository.write('articles/c.md', article(title)));
    expectDone(checked);
    expect(checked.summary).toContain('1 new');
    const lines = checked.summary.split('\n').slice(2).filter(Boolean);
    expect(lines.filter((line) => !line.startsWith('    '))).toEqual([]);
    expect(existsSync(join(checked.workspace, 'dist'))).toBe(false);
  });

  it('fails with annotations at the lines', async () => {
    const broken = article('C').replace('2024-01-01', '2024-02-31');
    const checked = await check((repository) => repository.write('articles/c.md', broken));
    expect(checked.isFailed).toBe(true);
    expect(checked.log).toMatch(/^::error file=articles\/c\.md,line=3/m);
  });
});

describe('gitlab', () => {
  interface GitLabJob {
    readonly script: readonly string[];
    readonly needs?: readonly string[];
    readonly allow_failure?: { readonly exit_codes: number };
    readonly artifacts: { readonly paths: readonly string[] };
  }
  type Pipeline = Readonly<Record<string, GitLabJob>> & {
    readonly variables: Readonly<Record<string, string>>;
  };

  /** Both jobs, each in a folder of its own, and the deployment of `public`. */
  async function runPipeline(
    origin: string,
    now: string,
    source = 'push',
  ): Promise<{ log: string; exitCode: number | null; report: unknown }> {
    const pipeline = load(fillFor('gitlab.yml', live.address)) as Pipeline;
    const { variables, feeds, pages } = pipeline;
    if (!feeds || !pages) throw new Error('no jobs');
    expect(String(variables.GIT_DEPTH)).toBe('0');
    const [workspace, second] = [join(makeSite({}), 'workspace'), makeSite({})];
    const env = jobEnvironment({
      ...{
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: source,
        CI_PROJECT_DIR: workspace,
        SOURCE_DATE_EPOCH: String(Date.parse(now) / 1000),
      },
      ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    });
    await run('git', ['clone', `file://${origin}`, workspace], '/', env);
    const built = await run('sh', ['-e', '-c', feeds.script.join('\n')], workspace, env);
    const report = JSON.parse(readFileSync(join(workspace, 'gl-code-quality-report.json'), 'utf8'));
    if (built.exitCode !== 0) return { ...built, report };
    expect(pages.needs).toEqual(['feeds']);
    for (const path of feeds.artifacts.paths)
      cpSync(join(workspace, path), join(second, path), { recursive: true });
    const deployed = await run('sh', ['-e', '-c', pages.script.join('\n')], second, env);
    if (deployed.exitCode === pages.allow_failure?.exit_codes) return { ...deployed, report };
    expect(deployed.exitCode, deployed.log).toBe(0);
    cpSync(join(second, 'public'), live.folder, { recursive: true });
    return { ...built, report };
  }

  it('builds, reports code quality, deploys, and compares with what is live', async () => {
    for (const name of readdirSync(live.folder)) rmSync(join(live.folder, name), { recursive: true });
    const repository = makeOrigin(live.address);
    const first = await runPipeline(repository.folder, EARLY);
    expect(first.exitCode, first.log).toBe(0);
    expect(first.report).toMatchObject([{ check_name: 'local-site' }]);
    expect(titles(join(live.folder, 'feed.json'))).toEqual(['A']);
    expect(titles(join(live.folder, 'tags/crème-brûlée/feed.json'))).toEqual(['A']);
    expect((await runPipeline(repository.folder, EARLY, 'schedule')).exitCode).toBe(10);
    expect((await runPipeline(repository.folder, LATE, 'schedule')).exitCode).toBe(0);
    expect(titles(join(live.folder, 'feed.json'))).toEqual(['B', 'A']);
    repository.write('articles/a.md', article('A').replace('---\n', '---\nid: other\n'));
    repository.commit('2024-01-03T00:00:00Z');
    const refused = await runPipeline(repository.folder, EARLY);
    expect(refused.exitCode).toBe(1);
    expect(JSON.stringify(refused.report)).toContain('id-changed');
  });
});

describe.skipIf(!machine.rsync)('cron', () => {
  async function cron(clone: string, target: string, now: string) {
    const env = jobEnvironment({ TARGET: target, SOURCE_DATE_EPOCH: String(Date.parse(now) / 1000) });
    return run('sh', [join(clone, 'publish-feeds.sh')], '/', env);
  }

  it('pulls, builds and copies, and says nothing while all is well', async () => {
    const repository = makeOrigin('https://you.example/');
    repository.write('publish-feeds.sh', fillFor('cron.sh', 'https://you.example/'));
    repository.write('.gitignore', 'dist/\n');
    repository.commit('2024-01-02T00:00:00Z');
    const clone = join(makeSite({}), 'clone');
    const target = makeSite({ 'index.html': 'mine' });
    await run('git', ['clone', `file://${repository.folder}`, clone], '/', jobEnvironment({}));
    const first = await cron(clone, `${target}/`, EARLY);
    expect(first).toEqual({ exitCode: 0, log: '', out: '' });
    expect(titles(join(target, 'feed.json'))).toEqual(['A']);
    repository.write('articles/c.md', article('C'));
    repository.commit('2024-01-03T00:00:00Z');
    expect((await cron(clone, `${target}/`, LATE)).log).toBe('');
    expect(titles(join(target, 'feed.json')).toSorted()).toEqual(['A', 'B', 'C']);
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe('mine');
  });

  it('copies later what a server refused, nothing that would hurt subscribers, and nothing after a forced push', async () => {
    const repository = makeOrigin('https://you.example/');
    repository.write('publish-feeds.sh', fillFor('cron.sh', 'https://you.example/'));
    repository.write('.gitignore', 'dist/\n');
    const old = repository.commit('2024-01-02T00:00:00Z');
    const clone = join(makeSite({}), 'clone');
    await run('git', ['clone', `file://${repository.folder}`, clone], '/', jobEnvironment({}));
    const target = makeSite({});
    const down = await cron(clone, `${target}/no/such/folder/`, EARLY);
    expect([down.exitCode !== 0, down.log]).toEqual([true, expect.stringContaining('rsync')]);
    expect(await cron(clone, `${target}/`, EARLY)).toMatchObject({ exitCode: 0, log: '' });
    const published = readFileSync(join(target, 'rss.xml'), 'utf8');
    expect(existsSync(join(target, 'feedwright-manifest.txt'))).toBe(true);

    repository.write('articles/a.md', article('A').replace('---\n', '---\nid: other\n'));
    repository.commit('2024-01-03T00:00:00Z');
    const refused = await cron(clone, `${target}/`, EARLY);
    expect([refused.exitCode, refused.log]).toEqual([1, expect.stringContaining('id-changed')]);
    repository.git('reset', '--hard', old);
    repository.write('articles/c.md', article('C'));
    repository.commit('2024-01-04T00:00:00Z');
    const forced = await cron(clone, `${target}/`, EARLY);
    expect([forced.exitCode !== 0, forced.log]).toEqual([true, expect.stringMatching(/fast-forward/i)]);
    expect(readFileSync(join(target, 'rss.xml'), 'utf8')).toBe(published);
  });

  it('copies nothing when the build fails', async () => {
    const repository = makeOrigin('https://you.example/');
    repository.write('publish-feeds.sh', fillFor('cron.sh', 'https://you.example/'));
    repository.write('.gitignore', 'dist/\n');
    repository.commit('2024-01-02T00:00:00Z');
    const clone = join(makeSite({}), 'clone');
    await run('git', ['clone', `file://${repository.folder}`, clone], '/', jobEnvironment({}));
    expect((await cron(clone, `${makeSite({})}/`, EARLY)).exitCode).toBe(0);
    repository.write('articles/c.md', article('C').replace('2024-01-01', '2024-02-31'));
    repository.commit('2024-01-03T00:00:00Z');
    const target = makeSite({});
    const ended = await cron(clone, `${target}/`, EARLY);
    expect(ended.exitCode).not.toBe(0);
    expect(ended.log).toContain('error bad-date');
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('the action', () => {
  const workflowWith = (inputs: Readonly<Record<string, string>>): Workflow => ({
    on: {},
    jobs: {
      feeds: {
        steps: [
          { uses: 'actions/checkout@x', with: { 'fetch-depth': 0 } },
          { id: 'feeds', uses: 'OWNER/feedwright@x', with: inputs },
        ],
      },
    },
  });

  async function use(inputs: Readonly<Record<string, string>>, change = (_: Repository) => {}) {
    const repository = makeOrigin('https://you.example/');
    change(repository);
    repository.commit('2024-01-02T00:00:00Z');
    const around = { origin: repository.folder, live: live.folder, event: 'push', now: EARLY };
    return runJob(workflowWith(inputs), around);
  }

  it('builds, with outputs for the next steps', async () => {
    const used = await use({}, (repository) => repository.write('note', ''));
    expectDone(used);
    expect(used.outputs.feeds).toMatchObject({
      changed: 'true',
      'next-due': '2024-03-01T00:00:00Z',
      'next-expiry': '',
      feeds: expect.stringMatching(/^\["rss\.xml","atom\.xml","feed\.json","tags/),
    });
    expect(titles(join(used.workspace, 'dist/feed.json'))).toEqual(['A']);
  });

  it('takes config, output, against, strict and allow', async () => {
    const used = await use(
      {
        config: 'site/own.yaml',
        output: 'out',
        against: 'old\nold',
        strict: 'true',
        allow: 'id-changed\nflood\n',
      },
      (repository) => {
        repository.write('site/own.yaml', 'site: https://you.example/\ntitle: Own\narticles: ../articles\n');
        repository.write('old/rss.xml', '<rss version="2.0"><channel><title>Old</title></channel></rss>');
      },
    );
    expectDone(used);
    expect(titles(join(used.workspace, 'out/feed.json'))).toEqual(['A']);
    const warned = await use({ strict: 'true' }, (repository) =>
      repository.write('articles/c.md', article('C').replace('title: C\n', '')),
    );
    expect(warned.isFailed).toBe(true);
    expect(warned.outputs.feeds?.changed).toBe('false');
  });

  test.each([
    '; touch pwned',
    '$(touch pwned)',
    '`touch pwned`',
    '" && touch pwned; "',
    '--help',
    '-o\nx',
  ])('runs nothing that an input says: %j', async (text) => {
    for (const name of ['config', 'output', 'against', 'allow', 'strict']) {
      const used = await use({ [name]: text }, (repository) => repository.write('note', ''));
      expect(readdirSync(used.workspace)).not.toContain('pwned');
    }
  });
});
