import { quote } from './quote.ts';
import type { Wording } from './wording.ts';
import { explainYaml } from './yaml.ts';

export const configWording = {
  'no-config': (_: object): Wording => [
    'error',
    'There is no "feedwright.yaml" in this folder.',
    'Run "npx feedwright init" to create it, or add --site and --title.',
  ],
  'config-not-found': (d: { file: string; other?: string | undefined }): Wording => [
    'error',
    `The configuration file ${quote(d.file)} does not exist.`,
    d.other === undefined
      ? 'Write the path of an existing file after --config.'
      : `Leave out --config to use ${quote(d.other)}.`,
  ],
  'several-configs': (d: { files: readonly string[] }): Wording => [
    'error',
    `There is more than one configuration file: ${d.files.map(quote).join(', ')}.`,
    `Keep one of them, or choose one: --config ${d.files[0] ?? ''}`,
  ],
  'unreadable-config': (d: { file: string; reason: string }): Wording => [
    'error',
    `The configuration file ${quote(d.file)} can't be read: ${d.reason}.`,
    'It must be a UTF-8 text file of at most 1 MiB.',
  ],
  'bad-config-syntax': (d: { reason: string; line: string; isJson: boolean }): Wording => {
    const [reason, hint] = explainYaml(d.reason, d.line);
    const line = d.line.trim();
    return [
      'error',
      `This is not valid ${d.isJson ? 'JSON' : 'YAML'}: ${reason}${line === '' ? '' : `: ${quote(line)}`}.`,
      hint,
    ];
  },
  'illegal-setting': (d: { key: string; name: string }): Wording => [
    'error',
    `${quote(d.key)} contains ${d.name}, a character that feeds can't carry.`,
    `Remove the character. It may be written as "\\u${d.name.slice(2).toLowerCase()}".`,
  ],
  'config-not-mapping': (d: { value: unknown }): Wording => [
    'error',
    `The configuration must be lines of "key: value", not ${quote(d.value)}.`,
    'Write, for example, "site: https://example.com/".',
  ],
  'unknown-key': (d: { key: string; nearest?: string | undefined }): Wording => [
    'error',
    `${quote(d.key)} is not a known setting.`,
    d.nearest === undefined ? 'Remove it.' : `Did you mean ${quote(d.nearest)}?`,
  ],
  'repeated-key': (d: { key: string; firstLine: number }): Wording => [
    'error',
    `${quote(d.key)} is set here and on line ${d.firstLine}.`,
    'Remove one of the two.',
  ],
  'missing-key': (d: { key: string; suggestion: string; flag?: string | undefined }): Wording => [
    'error',
    `${quote(d.key)} is missing.`,
    `Add a line such as ${quote(d.suggestion)}${d.flag === undefined ? '' : `, or run the command with ${d.flag}`}.`,
  ],
  'conflicting-keys': (d: { keys: readonly string[] }): Wording => [
    'error',
    `${d.keys.map(quote).join(' and ')} mean the same.`,
    `Keep ${quote(d.keys.at(-1))} with a list of all of them.`,
  ],
  'empty-value': (d: { key: string; suggestion: string }): Wording => [
    'error',
    `${quote(d.key)} has no value.`,
    `Write for example ${quote(d.suggestion)}, or remove the line.`,
  ],
  'bad-value': (d: {
    key: string;
    value: unknown;
    expected: string;
    suggestion: string;
    isMeant: boolean;
  }): Wording => [
    'error',
    `${quote(d.key)} must be ${d.expected}, not ${quote(d.value)}.`,
    `Write ${d.isMeant ? '' : 'for example '}${quote(d.suggestion)}.`,
  ],
  'folder-not-found': (d: { key: string; folder: string; other?: string | undefined }): Wording => [
    'error',
    `${quote(d.key)} names a folder that does not exist: ${quote(d.folder)}.`,
    d.other === undefined
      ? 'Write its path relative to the configuration file.'
      : `Write ${quote(`articles: ${d.other}`)}, or the path of another folder.`,
  ],
  'folder-outside': (d: { folder: string }): Wording => [
    'error',
    `The article folder ${quote(d.folder)} is a link to a folder outside the site.`,
    'Write the path of that folder.',
  ],
  'nested-folder': (d: { folder: string; outer: string }): Wording => [
    'error',
    `${quote(d.folder)} is inside ${quote(d.outer)}, so its articles would be read twice.`,
    'Remove one of the two.',
  ],
  'same-feed-path': (d: { path: string; settings: readonly string[] }): Wording => [
    'error',
    `${d.settings.map(quote).join(' and ')} write to the same file: ${quote(d.path)}.`,
    'Give one of them a different path.',
  ],
  'no-formats': (_: object): Wording => [
    'error',
    'All formats are off, so there is nothing to write.',
    'Remove one "false" from "formats".',
  ],
  'complete-archive': (_: object): Wording => [
    'error',
    'A feed with "complete: true" has nothing left for "archive".',
    'Remove one of the two: "complete" is for small sites, "archive" for all others.',
  ],
  'unknown-feed-placeholder': (d: {
    path: string;
    placeholder: string;
    wanted?: string | undefined;
  }): Wording => [
    'error',
    `Unknown placeholder ${quote(d.placeholder)} in ${quote(d.path)}.`,
    d.wanted === undefined ? 'Remove it: this feed has no "by".' : `Write ${quote(d.wanted)}.`,
  ],
  'no-feed-placeholder': (d: { path: string; wanted: string }): Wording => [
    'error',
    `All feeds of this rule write to ${quote(d.path)}.`,
    `Write ${quote(d.wanted)} where the name of each feed belongs.`,
  ],
  'file-and-formats': (d: { path: string }): Wording => [
    'error',
    `${quote(d.path)} is one file, so "formats" has no effect.`,
    'Remove "formats", or end "path" with "/" to make it a folder.',
  ],
  'local-site': (d: { site: string }): Wording => [
    'warning',
    `Nobody else can reach ${quote(d.site)}, and it becomes part of every URL and ID.`,
    'Write the public URL of the site before you publish.',
  ],
};
