import { quote } from './quote.ts';
import type { Wording } from './wording.ts';
import { explainYaml } from './yaml.ts';

const QUOTES = 'Put text in quotes, and check the commas and brackets of this line.';

/** Problems with front matter as it is written. */
export const frontMatterWording = {
  'unclosed-front-matter': (d: { fence: string }): Wording => [
    'error',
    `The front matter is not closed by ${quote(d.fence)}.`,
    `Add a line ${quote(d.fence)} after its last line.`,
  ],
  'unopened-front-matter': (d: { written?: string | undefined }): Wording =>
    d.written === undefined
      ? ['error', 'The front matter has no opening "---".', 'Add a line "---" before its first line.']
      : [
          'error',
          `The front matter begins with ${quote(d.written)}, not "---".`,
          'Write three hyphens, "---", before its first line and after its last.',
        ],
  'front-matter-code': (_: object): Wording => [
    'error',
    'The front matter is code, which feedwright never runs.',
    'Write it as YAML between lines of "---".',
  ],
  'front-matter-too-long': (d: { length: number }): Wording => [
    'error',
    `The front matter is ${d.length} characters long. The limit is 262144.`,
    'Move the text below the front matter.',
  ],
  'front-matter-not-mapping': (d: { kind: string; isFile: boolean }): Wording => [
    'error',
    `${d.isFile ? 'The file' : 'The front matter'} is ${d.kind}, not "key: value" lines.`,
    'Write for example "title: Hello".',
  ],
  'bad-front-matter': (d: { language: string; isFile: boolean; reason: string; line?: string }): Wording => {
    const [reason, hint] = d.language === 'yaml' ? explainYaml(d.reason, d.line ?? '') : explain(d.reason);
    return [
      'error',
      `${d.isFile ? 'The file' : 'The front matter'} is not valid ${d.language.toUpperCase()}: ${reason}.`,
      hint,
    ];
  },
  'forbidden-key': (d: { key: string }): Wording => [
    'error',
    `The key ${quote(d.key)} is not allowed.`,
    'Remove it.',
  ],
  'misspelt-key': (d: { key: string; nearest: string }): Wording => [
    'warning',
    `${quote(d.key)} is not a known key, so it is ignored.`,
    `Did you mean ${quote(d.nearest)}?`,
  ],
  'cut-value': (d: { key: string; rest: string }): Wording => [
    'warning',
    `${quote(d.key)} is published without ${quote(d.rest)}, because YAML does not read that part as text.`,
    'Put the whole value in quotes.',
  ],
} as const;

/** What a parser of TOML or JSON says, as the end of a sentence, and the way out. */
function explain(says: string): readonly [reason: string, hint: string] {
  if (says.includes('excessively nested')) return ['it is nested too deeply', 'Use fewer levels.'];
  return [says.replace(/\.+$/, ''), QUOTES];
}
