import { describe, expect, it } from 'vitest';
import { renderBody } from './reading.ts';

const show = (lines: readonly string[], preset: 'hexo' | 'eleventy' = 'hexo') =>
  renderBody(lines.join('\n'), { preset })
    .html.replace(/>\s*\n\s*</g, '><')
    .trim();

describe('Hexo takes code out before it reads Markdown', () => {
  const listed = ['* a', '', '  ```', 'code()', '', 'more()', '  ```', '', '## Head', '', 'Text.'];

  it('a block in a list goes on where its lines are not indented, and ends at its fence', () => {
    expect(show(listed)).toBe(
      '<ul><li><p>a</p><pre><code>code()\n\nmore()\n</code></pre></li></ul><h2>Head</h2><p>Text.</p>',
    );
  });

  it('other tools end it with its list', () => {
    expect(show(listed, 'eleventy')).not.toContain('<h2>');
  });

  it('code keeps the indentation that it has in common with its fence', () => {
    expect(show(['* a', '', '  ```', '  if (x) {', '    y()', '  }', '  ```'])).toBe(
      '<ul><li><p>a</p><pre><code>if (x) {\n  y()\n}\n</code></pre></li></ul>',
    );
  });

  it('a fence that is far from the margin without a list is one', () => {
    expect(show(['Text.', '', '    ```', '    code()', '      more()', '    ```', '', 'Text.'])).toBe(
      '<p>Text.</p><pre><code>code()\n  more()\n</code></pre><p>Text.</p>',
    );
  });

  it('what is behind the language is the title, with a link', () => {
    expect(show(['```js The title', 'x', '```'])).toBe(
      '<p>The title</p><pre><code class="language-js">x\n</code></pre>',
    );
    expect(show(['```js The <title> https://a.example/x The source', 'x', '```'])).toBe(
      '<p>The &lt;title&gt; <a href="https://a.example/x">The source</a></p><pre><code class="language-js">x\n</code></pre>',
    );
    expect(show(['```js {1,3}', 'x', '```'])).toBe('<pre><code class="language-js">x\n</code></pre>');
  });

  it('a fence that is never closed changes nothing', () => {
    const lines = ['* a', '', '  ```', 'code()', '', 'Text.'];
    expect(show(lines)).toBe(show(lines, 'eleventy'));
  });

  it('signs in the middle of a word are none of a formula, but for Kramdown', () => {
    expect(renderBody('a$$proxy$$b', { preset: 'hexo' }).html).toContain('a$$proxy$$b');
    expect(renderBody('a$$proxy$$b', { preset: 'jekyll' }).html).toContain('>proxy</code>');
  });
});
