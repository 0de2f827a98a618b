/** What is wrong with YAML, and the way out, in words of people who don't know its grammar. */
export type YamlWords = readonly [reason: string, hint: string];

const QUOTE = 'Put text with special characters in quotes, as in title: "One: two".';
const INDENT = 'Indent this line like the others of its list or mapping.';

const NO_SPACE: YamlWords = ['a space is missing after ":"', 'Write "key: value".'];

/** Words for what the parser says; the first that fits counts. */
const WORDS: readonly (readonly [says: RegExp, ...YamlWords])[] = [
  [/^tab characters/, 'a tab is used for indentation', 'Replace the tab with spaces.'],
  [
    /^(?:the stream contains non-printable|null byte)/,
    'it contains an invisible control character',
    'Delete the character; many editors can show invisible characters.',
  ],
  [
    /complex keys|nested arrays/,
    'a value that begins with "{" or "?" is not text',
    'Put the value in quotes, as in title: "{{ x }}".',
  ],
  [/appears twice/, '', 'Delete one of the two.'],
  [
    /^missed comma/,
    'text in brackets is not a list with commas',
    'Put the whole value in quotes if it is text, or add the missing comma.',
  ],
  [/^expected the node content/, 'a value is missing', 'Write the value, or remove the comma or bracket.'],
  [/alias|anchor/, 'a value that begins with "*" or "&" is not text', 'Put the value in quotes.'],
  [/tag/, 'a value that begins with "!" is not text', 'Put the value in quotes.'],
  [
    /^unknown escape|hexadecimal/,
    'a backslash in double quotes begins an unknown escape',
    'Use single quotes, or write two backslashes.',
  ],
  [/directive|YAML version/, 'a line must not begin with "%"', 'Put the text in quotes, or remove the line.'],
  [/^nesting exceeded/, 'it is nested too deeply', 'Use fewer levels.'],
  [
    /single document|more than one document/,
    'there is a second document after "---" or "..."',
    'Keep one document.',
  ],
  [
    /block scalar|chomping|indentation width|line break is expected/,
    'the character after "|" or ">" is invalid',
    'Write "|" or ">" alone, and the text in the indented lines below it.',
  ],
  [/merge|maxAliases/, 'it repeats values too often', 'Write the values themselves.'],
  [
    /^(?:can not read a block mapping entry|expected ':'|end of the stream)/,
    'this line or the one above is not "key: value"',
    'Write "key: value", or indent the line if it continues the text above.',
  ],
  [/whitespace character is expected/, ...NO_SPACE],
];

/**
 * @param says the parser's own words
 * @param line the line that it stopped in
 */
export function explainYaml(says: string, line: string): YamlWords {
  if (/^bad indentation/.test(says)) return explainLine(line);
  if (/quoted scalar|within a flow collection|^deficient indentation/.test(says)) return explainOpen(line);
  if (/block mapping entry|end of the stream/.test(says) && /^[A-Za-z][\w-]*:[^\s/:]/.test(line))
    return NO_SPACE;
  const [, reason = says, hint = QUOTE] = WORDS.find(([known]) => known.test(says)) ?? [];
  return [reason === '' ? says : reason, hint];
}

/** The parser blames the indentation for whatever it did not expect after a value. */
function explainLine(line: string): YamlWords {
  const value = /^\s*(?:- +)*[^\s:][^:]*:\s+(\S.*)$/.exec(line)?.[1] ?? '';
  const [first = ''] = value;
  if (/[@`%?,\]}*&!-]/.test(first)) return [`text can't begin with "${first}" unless it is in quotes`, QUOTE];
  if (/^(?:"[^"]*"|'[^']*'|\[.*\]|\{.*\})\s*\S/.test(value))
    return ['there is text after the closing quote or bracket', QUOTE];
  if (/:(?:\s|$)/.test(value)) return ['the text contains ": ", which begins another value', QUOTE];
  return ['the indentation of this line does not match the lines above', INDENT];
}

/** Something was opened in this line and not closed. */
function explainOpen(line: string): YamlWords {
  const [opening] = /(?<=^|[:,[{-] *)["'[{]/.exec(line) ?? [];
  if (opening === '"') return ['text that begins with " has no closing "', 'Add the closing quote.'];
  if (opening === "'")
    return [
      "text that begins with ' has no closing '",
      "Add the closing quote; write '' for an apostrophe inside the text.",
    ];
  if (opening !== undefined)
    return [`the "${opening}" is not closed`, 'Close it, or put the text in quotes.'];
  return ['a line that continues text is not indented', 'Indent the lines that continue text.'];
}
