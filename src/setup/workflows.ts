/** A ready workflow of the folder `workflows/` of the package, and where it belongs in a repository. */
export interface Workflow {
  readonly template: string;
  readonly target: string;
}

export const WORKFLOWS: Readonly<Record<string, Workflow>> = {
  'github-pages': { template: 'github-pages.yml', target: '.github/workflows/feeds.yml' },
  'github-commit': { template: 'github-commit.yml', target: '.github/workflows/feeds.yml' },
  'github-check': { template: 'github-check.yml', target: '.github/workflows/check-feeds.yml' },
  gitlab: { template: 'gitlab.yml', target: '.gitlab-ci.yml' },
  cron: { template: 'cron.sh', target: 'publish-feeds.sh' },
};

/** Where the templates stand for the site that they are for. */
const SITE = 'https://you.example/';

/** A template made for a site: its address is the only thing in it that differs. */
export function fillWorkflow(template: string, site: string): string {
  // An address has no quote and no white space, so it stays one word in YAML and in the shell.
  return template.replaceAll(SITE, new URL(site).href.replaceAll("'", '%27').replaceAll('$', '%24'));
}
