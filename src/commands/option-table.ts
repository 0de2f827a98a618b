/** An option as `parseArgs` takes it, and as `--help` explains it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: true;
  readonly short?: string;
  /** What stands for the value in `--help`. */
  readonly value?: string;
  /** Lines of `--help`. */
  readonly help: readonly string[];
  /** Lines of the help of one command, where the option means something else there. */
  readonly helpOf?: Readonly<Record<string, readonly string[]>>;
}

const COMPARE = [
  'compare with the feeds at this URL or in this folder or file',
  'instead of those in the output folder; can be repeated',
];

/** Every option of the command line, in the order of `--help`; `commands.ts` says which command takes which. */
export const OPTIONS = {
  config: {
    type: 'string',
    short: 'c',
    value: 'FILE',
    help: ['configuration file (default: feedwright.yaml, .yml or .json)'],
  },
  site: {
    type: 'string',
    value: 'URL',
    help: ['home page of the site; with --title, no configuration file is needed'],
    helpOf: { init: ['home page of the site'] },
  },
  title: { type: 'string', value: 'TEXT', help: ['title of the feed'] },
  output: {
    type: 'string',
    short: 'o',
    value: 'DIR',
    help: ['folder to write to (default: that of the built site, else dist)'],
  },
  articles: {
    type: 'string',
    value: 'DIR',
    help: ['folder of the articles (default: articles, content/posts, _posts or the like)'],
    helpOf: { import: ['folder to write the articles to (default: articles)'] },
  },
  now: {
    type: 'string',
    value: 'TIME',
    help: [
      'pretend it is this time, for example 2025-11-04T09:00:00Z',
      '(default: SOURCE_DATE_EPOCH, else the clock)',
    ],
  },
  against: {
    type: 'string',
    multiple: true,
    value: 'WHERE',
    help: [
      'compare with the feeds at this URL or in this folder or file',
      'instead of those in the output folder; can be repeated;',
      'import, init: keep the URLs and IDs of this feed',
    ],
    helpOf: {
      build: COMPARE,
      check: COMPARE,
      diff: COMPARE,
      serve: COMPARE,
      init: ['keep the URLs and IDs of this published feed (a URL, folder or file);', 'can be repeated'],
      import: [
        'keep the URL of this published feed, and compare with it (a URL,',
        'folder or file); can be repeated',
      ],
    },
  },
  'offline-ok': { type: 'boolean', help: ["continue if a URL can't be reached"] },
  allow: {
    type: 'string',
    multiple: true,
    value: 'CODE[:FILE]',
    help: [
      'accept this change (for example id-changed) and build anyway,',
      'everywhere or for one file; can be repeated',
    ],
  },
  live: {
    type: 'boolean',
    help: ['also ask the hosts of audio, artwork, chapters and transcripts'],
  },
  write: { type: 'boolean', help: ['change the files; without it, only show what would change'] },
  draft: { type: 'boolean', help: ['make it a draft'] },
  due: { type: 'string', value: 'TIME', help: ['when to publish the article (default: now)'] },
  note: { type: 'boolean', help: ['make it a note: the words are its text, and it has no title'] },
  from: {
    type: 'string',
    value: 'FILE',
    help: ['read headline, byline, dateline and paragraphs from this text file'],
  },
  pin: { type: 'boolean', help: ['give the article an ID that stays when its URL changes'] },
  media: { type: 'boolean', help: ['also save the images and files that public articles use'] },
  'dry-run': { type: 'boolean', help: ['only show what would be written'] },
  port: {
    type: 'string',
    value: 'PORT',
    help: ['port of the preview on this computer (default: 4100, or any free one)'],
  },
  watch: { type: 'boolean', help: ['build again whenever something changes, until you press Ctrl+C'] },
  strict: { type: 'boolean', help: ['fail on warnings, too'] },
  report: {
    type: 'string',
    value: 'FILE',
    help: [
      'build: also write the report as JSON to this file;',
      'notify: read the report of the build from this file',
    ],
    helpOf: {
      build: ['also write the report as JSON to this file'],
      notify: ['read the report of the build from this file'],
    },
  },
  wait: {
    type: 'string',
    value: 'SECONDS',
    help: ['how long to wait for the live feeds and for the hub (default: 300)'],
  },
  json: { type: 'boolean', help: ['print JSON instead of text'] },
  format: {
    type: 'string',
    value: 'NAME',
    help: [
      'print problems as text, json, github, gitlab (code quality) or sarif',
      '(default: the format of the CI service, else text)',
    ],
  },
  quiet: { type: 'boolean', short: 'q', help: ['print errors only'] },
  workflow: {
    type: 'string',
    value: 'NAME',
    help: [
      'also write a workflow that builds on a schedule: github-pages,',
      'github-commit, github-check, gitlab or cron',
    ],
  },
  help: {
    type: 'boolean',
    short: 'h',
    help: ['print this help; after a command, the help of that command'],
  },
  version: { type: 'boolean', short: 'v', help: ['print the version'] },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;
