import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const page = (title: string) => `<!doctype html><title>${title}</title><h1>${title}</h1>`;

/** A site of two articles with the pages that its tool has built. */
function build(pages: Readonly<Record<string, string>>) {
  const folder = makeSite({
    'feedwright.yaml':
      'site: https://you.example/b/\ntitle: T\narticles: posts\npermalink: /:slug/\nbuilt: public\n',
    'posts/2025-01-01-first.md': '---\ntitle: First of all\n---\nText.\n',
    'posts/2025-01-02-second.md': '---\ntitle: Second\n---\nText.\n',
    ...pages,
  });
  return { folder, ...runCli(folder, ['build', ...NOW]) };
}

describe('the built site', () => {
  it('gets the feeds when each article has its page there', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/first/index.html': page('First of all'),
      'public/second.html': page('Second'),
    });
    expect(built).toMatchObject({ exitCode: 0, error: '' });
    expect(built.out).toContain('public/rss.xml');
  });

  it('says which URL the page of an article really has', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/blog/first/index.html': page('First of all'),
      'public/other/first.html': page('Another first'),
      'public/second/index.html': page('Second'),
    });
    expect(built.error).toContain('posts/2025-01-01-first.md:1 warning address-not-on-site');
    expect(built.error).toContain('Its page is "https://you.example/b/blog/first/"');
    expect(built.error).not.toContain('second');
  });

  it('names no page where two could be meant', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/a/first/index.html': page('First of all'),
      'public/b/first/index.html': page('First of all'),
      'public/second/index.html': page('Second'),
    });
    expect(built.error).toContain('There is no page for "https://you.example/b/first/"');
    expect(built.error).not.toContain('Its page is');
  });

  it('is asked for when it is not there, and the feeds go elsewhere', () => {
    const built = build({});
    expect(built.error).toContain('feedwright.yaml:5 warning site-not-built');
    expect(built.out).toContain('dist/rss.xml');
  });
});
