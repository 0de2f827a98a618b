import { expect, test } from 'vitest';
import { readText } from '../../src/content/plain-text.ts';
import { render } from '../../src/content/render.ts';
import { chooseBody } from '../../src/import/choose-body.ts';
import type { Preset } from '../../src/model/index.ts';

const SITE = { url: 'https://you.example/a/', site: 'https://you.example/', title: 'A' };
const PRESETS: readonly Preset[] = ['jekyll', 'eleventy', 'hexo', 'hugo', 'vitepress', 'zola', 'wordpress'];
const BODIES = [
  ['<p>Say {{ name }} and {% if x %}.</p>', 'Say {{ name }} and {% if x %}.'],
  ['<pre><code>{{ site.title }}\n{% include a.html %}</code></pre>', '{{ site.title }} {% include a.html %}'],
  ['<p>Use {% raw %}{{ x }}{% endraw %} so.</p>', 'Use {% raw %}{{ x }}{% endraw %} so.'],
  ['<p>Hugo has {{&lt; figure src="x" &gt;}}.</p>', 'Hugo has {{< figure src="x" >}}.'],
  ['<p>Zola has {{ youtube(id=1) }}.</p>', 'Zola has {{ youtube(id=1) }}.'],
  ['<pre><code>{% quote(of=1) %}x{% end %}</code></pre>', '{% quote(of=1) %}x{% end %}'],
  ['<p>One that is open: {{&lt; figure</p>', 'One that is open: {{< figure'],
  ['<figure><img src="/a.jpg" alt=""><figcaption>Of {{ x }}</figcaption></figure>', 'Of {{ x }}'],
] as const;

/** What the tool itself would run. */
const RUNS: Readonly<Partial<Record<Preset, RegExp>>> = {
  jekyll: /\{[{%]/,
  hugo: /\{\{[<%](?!\/\*)/,
  zola: /\{[{%]\s*(?:\w+\(|end\b)/,
};

test.each(
  PRESETS.flatMap((preset) => BODIES.map(([html, text]) => ({ preset, html, text }))),
)('braces stay text in an article for $preset: $text', ({ preset, html, text }) => {
  const chosen = chooseBody(html, { ...SITE, preset });
  const shown = render({ ...SITE, preset, ...chosen, file: 'a', line: 1 });
  expect(readText(shown.html)).toBe(text);
  expect(shown.problems.map(({ code }) => code)).not.toContain('removed-template');
  const runs = RUNS[preset];
  const bare = chosen.text.replace(/^\{% raw %\}[\s\S]*\{% endraw %\}\s*$/, '');
  if (runs) expect(bare).not.toMatch(runs);
});
