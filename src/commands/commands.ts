import type { Command, OptionName } from './options.ts';

/** What reading a site takes. */
const SITE: readonly OptionName[] = [
  'config',
  'site',
  'title',
  'articles',
  'output',
  'now',
  'strict',
  'quiet',
];

/** What comparing with published feeds takes. */
const GUARD: readonly OptionName[] = ['against', 'offline-ok', 'allow'];

/** What changing articles takes. */
const CHANGING: readonly OptionName[] = ['config', 'site', 'title', 'write', 'json', 'quiet'];

/** Every command, in the order of `--help`. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  build: {
    summary: 'write the feeds',
    options: [...SITE, ...GUARD, 'watch', 'report', 'format'],
    examples: [
      'feedwright build --site https://you.example/ --title "Your name"',
      'feedwright build --output public --report report.json',
    ],
    load: async () => (await import('./build.ts')).runBuild,
  },
  serve: {
    summary: 'preview your articles in the browser, as feed readers will show them',
    options: [...SITE.filter((name) => name !== 'strict' && name !== 'quiet'), ...GUARD, 'port'],
    examples: ['feedwright serve'],
    load: async () => (await import('./serve.ts')).runServe,
  },
  check: {
    summary: 'dry run of a build plus a check for broken links; with FEED (URL, file or folder), lint feeds',
    operands: '[FEED…]',
    options: [...SITE, ...GUARD, 'live', 'format'],
    examples: [
      'feedwright check',
      'feedwright check https://you.example/feed.xml old/rss.xml',
      'feedwright check dist',
      'feedwright check https://you.example/podcast.xml --live',
    ],
    load: async () => (await import('./check.ts')).runCheck,
  },
  diff: {
    summary: 'show what subscribers would see if you built now',
    options: [...SITE, ...GUARD, 'json'],
    examples: ['feedwright diff', 'feedwright diff --against https://you.example/feed.xml --json'],
    load: async () => (await import('./diff.ts')).runDiff,
  },
  list: {
    summary: 'list every article with its date, URL and status',
    options: [...SITE, 'json'],
    examples: ['feedwright list', 'feedwright list --json'],
    load: async () => (await import('./list.ts')).runList,
  },
  links: {
    summary: "print the <link> tags for your pages' <head>",
    options: SITE,
    examples: ['feedwright links'],
    load: async () => (await import('./links.ts')).runLinks,
  },
  new: {
    summary: 'create the file of a new article',
    operands: 'TITLE',
    options: ['config', 'articles', 'draft', 'due', 'note', 'from', 'pin', 'now'],
    examples: [
      'feedwright new "My title"',
      'feedwright new "Later" --due "2030-01-01 09:00" --draft',
      'feedwright new --from copy.txt',
    ],
    load: async () => (await import('./new.ts')).runNew,
  },
  import: {
    summary: "turn another tool's export, or any feed, into articles",
    operands: 'SOURCE',
    options: [
      'config',
      'site',
      'title',
      'articles',
      'output',
      'against',
      'now',
      'media',
      'dry-run',
      'json',
      'quiet',
    ],
    examples: [
      'feedwright import export.xml --media',
      'feedwright import https://you.example/feed.xml --dry-run',
    ],
    load: async () => (await import('./import.ts')).runImport,
  },
  adopt: {
    summary: 'keep the IDs of a feed that another tool published',
    operands: 'URL_OR_FILE…',
    options: CHANGING,
    examples: ['feedwright adopt https://you.example/feed.xml', 'feedwright adopt old/feed.xml --write'],
    load: async () => (await import('./adopt.ts')).runAdopt,
  },
  pin: {
    summary: 'write the IDs of your feeds into your articles, before you change their URLs',
    options: [...CHANGING, 'output', 'now'],
    examples: ['feedwright pin --write'],
    load: async () => (await import('./pin.ts')).runPin,
  },
  probe: {
    summary: 'find the size and duration of audio files on other hosts',
    options: CHANGING,
    examples: ['feedwright probe', 'feedwright probe --write'],
    load: async () => (await import('./probe.ts')).runProbe,
  },
  notify: {
    summary: 'tell the hub which feeds changed, once they are live',
    options: ['config', 'site', 'title', 'output', 'report', 'wait', 'format', 'quiet'],
    examples: ['feedwright notify --report report.json'],
    load: async () => (await import('./notify.ts')).runNotify,
  },
  init: {
    summary: 'write feedwright.yaml, and a workflow if you ask for one',
    options: ['site', 'title', 'output', 'against', 'workflow', 'now'],
    examples: [
      'feedwright init',
      'feedwright init --site https://you.example/ --title You --workflow gitlab',
      'feedwright init --against https://you.example/feed.xml',
    ],
    load: async () => (await import('./init.ts')).runInit,
  },
  help: {
    summary: 'print help, or the help of one command',
    operands: '[COMMAND]',
    options: [],
    examples: ['feedwright help build'],
    load: async () => (await import('./help-command.ts')).runHelp,
  },
  completion: {
    summary: 'print the completion script for bash, zsh or fish',
    operands: 'SHELL',
    options: [],
    examples: ['feedwright completion bash'],
    load: async () => (await import('./completion.ts')).runCompletion,
  },
};
