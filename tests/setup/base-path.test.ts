import { describe, expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const post = '---\ntitle: Frost\ndate: 2025-11-04\n---\nIt froze.\n';
const CONTENT = {
  astro: 'src/content/blog/frost.md',
  docusaurus: 'blog/2025-11-04-frost.md',
  hexo: 'source/_posts/frost.md',
  hugo: 'content/posts/frost.md',
  jekyll: '_posts/2025-11-04-frost.md',
  vitepress: 'posts/frost.md',
  zola: 'content/frost.md',
};
const init = (file: string, text: string, path: string, site: string) => {
  const folder = makeSite({ [file]: text, [path]: post });
  return runCli(folder, ['init', '--site', site, '--title', 'T', '--now', '2026-11-01T00:00:00Z']).out;
};

describe('init puts a site that is named without a path below the base path of the tool', () => {
  const forms: readonly [file: string, text: string, path: string][] = [
    ['astro.config.mjs', "export default { site: 'https://a.test', base: 'ice' };", CONTENT.astro],
    ['astro.config.ts', "export default { base: '/ice/' };", CONTENT.astro],
    ['docusaurus.config.js', "module.exports = { baseUrl: '/ice/' };", CONTENT.docusaurus],
    ['_config.yml', 'title: T\nroot: /ice/\npublic_dir: public\nnew_post_name: :title.md\n', CONTENT.hexo],
    ['_config.yml', 'title: T\nbaseurl: /ice\n', CONTENT.jekyll],
    ['.vitepress/config.mts', "export default { base: '/ice/' };", CONTENT.vitepress],
    ['hugo.toml', 'baseURL = "https://a.test/ice/"\n', CONTENT.hugo],
    ['zola.toml', 'base_url = "https://a.test/ice"\n', CONTENT.zola],
  ];
  test.each(forms)('%s: %s', (file, text, path) => {
    const out = init(file, text, path, 'https://a.test');
    expect(out).toContain(`${file}: took https://a.test/ice/ as the site, because its base path is "/ice/".`);
    expect(out).toMatch(/2025-11-04 {2}https:\/\/a\.test\/ice\/.*frost/);
    const same = init(file, text, path, 'https://a.test/ice');
    expect(same).not.toContain('base path');
    expect(same).toMatch(/2025-11-04 {2}https:\/\/a\.test\/ice\/.*frost/);
  });
});

describe('init leaves the site as it was named, and says so,', () => {
  test.each([
    ['with another path', 'hugo.toml', 'baseURL = "https://a.test/ice/"\n', 'https://a.test/snow/'],
    [
      'on another host than the whole URL',
      'hugo.toml',
      'baseURL = "https://a.test/ice/"\n',
      'https://b.test/',
    ],
  ])('%s', (_, file, text, site) => {
    const out = init(file, text, CONTENT.hugo, site);
    expect(out).toContain(
      `hugo.toml: its base path is "/ice/", but "site" is ${site}. If your pages are below "/ice/", correct "site".`,
    );
    expect(out).toContain(`2025-11-04  ${site}posts/frost/`);
  });
});
