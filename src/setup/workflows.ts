import { UNKNOWN_SOURCE } from './read-source.ts';

/** A ready workflow of the folder `workflows/` of the package, and where it belongs in a repository. */
export interface Workflow {
  readonly template: string;
  /** Below the top of the repository, or next to the configuration. */
  readonly target: string;
  readonly isBesideConfig?: true;
  /** Jobs of all kinds stand in this file. */
  readonly isShared?: true;
  /** How a command is in the workflow of another tool: what it is added to, and its lines. */
  readonly addition?: { readonly to: string; readonly lines: (command: string) => readonly string[] };
  /** What is left to do, in a sentence. */
  readonly next?: string;
}

/** The workflows by the name that a user may write. */
export const WORKFLOWS: ReadonlyMap<string, Workflow> = new Map<string, Workflow>(
  Object.entries({
    'github-pages': {
      template: 'github-pages.yml',
      target: '.github/workflows/feeds.yml',
      addition: {
        to: 'this step to the workflow',
        lines: (command) => ['      - name: Build the feeds', `        run: ${command}`],
      },
      next: 'On GitHub, set Settings > Pages > Source to "GitHub Actions".',
    },
    'github-commit': { template: 'github-commit.yml', target: '.github/workflows/feeds.yml' },
    'github-check': { template: 'github-check.yml', target: '.github/workflows/check-feeds.yml' },
    gitlab: {
      template: 'gitlab.yml',
      target: '.gitlab-ci.yml',
      isShared: true,
      addition: { to: 'this line to "script" of the job', lines: (command) => [`    - ${command}`] },
      next: 'On GitLab, add a schedule (Build > Pipeline schedules) such as "17 * * * *".',
    },
    cron: { template: 'cron.sh', target: 'publish-feeds.sh', isBesideConfig: true },
  }),
);

/** What a template is made for. */
export interface WorkflowFacts {
  /** Home page of the site, ends with `/`. */
  readonly site: string;
  readonly branch: string;
  /** Where a job gets feedwright. */
  readonly source: string;
  /** The configuration and the output folder, below the folder that the job runs in, `/` between segments. */
  readonly config: string;
  readonly output: string;
}

/** Where the templates stand for the site that they are for. */
const SITE = 'https://you.example/';

/** A template made for a site; the template says everything else. */
export function fillWorkflow(template: string, facts: WorkflowFacts): string {
  const quote = template.startsWith('#!') ? quoteForShell : quoteForYaml;
  const set = (text: string, name: string, value: string) =>
    text.replace(new RegExp(`^(\\s*${name}(?:: |=)).*$`, 'm'), (_, start: string) => start + quote(value));
  const { branch, source, config, output } = facts;
  const placed = ['CONFIG', 'OUTPUT'].reduce(
    (text, name) => set(text, name, name === 'CONFIG' ? config : output),
    template.replaceAll(UNKNOWN_SOURCE, () => source),
  );
  // A URL has no quote and no white space, so it stays one word in YAML and in the shell.
  const site = new URL(facts.site).href.replaceAll("'", '%27').replaceAll('$', '%24');
  return placed
    .replaceAll(SITE, () => site)
    .replace(
      'branches: [main]',
      () => `branches: [${/^[a-z]+$/.test(branch) ? branch : quoteForYaml(branch)}]`,
    );
}

function quoteForYaml(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
