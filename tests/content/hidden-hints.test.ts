import { expect, test } from 'vitest';
import type { Preset } from '../../src/model/index.ts';
import { renderBody } from './reading.ts';

/** A text that is left out, what its hint says, and the text as somebody writes it who follows the hint. */
const FORMS: readonly (readonly [
  text: string,
  hint: string,
  followed: string,
  preset: Preset | undefined,
])[] = [
  [
    '<style>.q{display:none}</style>\n<p class="q">Words</p>',
    'change the rule in "<style>" that hides it',
    '<style>.q{color:red}</style>\n<p class="q">Words</p>',
    undefined,
  ],
  ['a\n\n<!-- b\n\nWords', 'close the comment before it with "-->"', 'a\n\n<!-- b -->\n\nWords', undefined],
  [
    'a\n\n<!-- members-only -->\n\nWords',
    'move it before that comment',
    'a\n\nWords\n\n<!-- members-only -->',
    undefined,
  ],
  ['<p hidden>Words</p>', 'remove what hides it, or move it out of there', '<p>Words</p>', undefined],
  ['<p style="display:none">Words</p>', 'remove what hides it, or move it out of there', 'Words', undefined],
  ['Words\n{: .hidden}', 'remove this attribute list', 'Words', 'jekyll'],
  [
    '{% include private.html text="Words of the author" %}',
    'write it outside of this tag',
    'Words of the author',
    'jekyll',
  ],
  [
    '{{ private(text="Words of the author") }}',
    'write it outside of this tag',
    'Words of the author',
    'zola',
  ],
  ['{% if page.x.y %}Words{% endif %}', 'move it out of the condition', 'Words', 'jekyll'],
  ['{{#if draft}}Words{{/if}}', 'move it out of the condition', 'Words', 'eleventy'],
  ['> [!private]\n> Words', 'move it out of there', 'Words', undefined],
  ['{{< private >}}Words{{< /private >}}', 'move it out of there', 'Words', 'hugo'],
];

test.each([...FORMS])('%j is published by who does as its hint says', (text, hint, followed, preset) => {
  const options = preset === undefined ? {} : { preset };
  const left = renderBody(text, options);
  expect(left.html).not.toContain('Words');
  expect(left.problems.map((each) => each.hint)).toContain(`To publish the text, ${hint}.`);
  const shown = renderBody(followed, options);
  expect(shown.html).toContain('Words');
});
