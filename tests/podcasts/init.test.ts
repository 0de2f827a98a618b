import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { makePodcastGuid } from '../../src/podcasts/guid.ts';
import { makeSite, runCli } from '../run-cli.ts';

const EPISODE =
  '---\ntitle: A\ndate: 2025-11-04\npodcast_file: one.mp3\npodcast_duration: 300\n---\nNotes.\n';
const PLAIN = EPISODE.replace(/podcast_.*\n/g, '');

/** The configuration that `init` writes for a site, when nobody answers questions. */
function init(files: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const folder = makeSite(files);
  const ran = runCli(folder, ['init', '--site', 'https://pod.example.net/', '--title', 'T']);
  expect([ran.exitCode, ran.out]).toEqual([0, expect.stringContaining('Wrote feedwright.yaml')]);
  return load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')) as Readonly<Record<string, unknown>>;
}

const guid = makePodcastGuid('https://pod.example.net/rss.xml');
const HUGO = `baseURL = "https://pod.example.net/"
title = "T"
[params]
media_prefix = "https://cdn.example.net/talk/"
[params.feed]
itunes_author = "Ada Pier"
itunes_owner_name = "Ada Pier"
itunes_owner_email = "ada@pod.example.net"
itunes_image = "art.jpg"
itunes_top_category = "Technology"
itunes_first_sub_category = "Software How-To"
itunes_explicit = "no"
`;

describe('what the configuration of a site says of a podcast is a show without questions', () => {
  it('of a theme of Hugo', () => {
    const { podcast, audio } = init({ 'hugo.toml': HUGO, 'content/episode/one.md': EPISODE });
    expect(audio).toBe('https://cdn.example.net/talk/');
    expect(podcast).toEqual({
      guid,
      category: 'Technology',
      explicit: false,
      author: 'Ada Pier',
      owner: { name: 'Ada Pier', email: 'ada@pod.example.net' },
      image: '/art.jpg',
    });
  });

  it('of a plugin of Jekyll', () => {
    const config =
      'title: T\nurl: https://pod.example.net\nauthor: Ada\nemail: a@pod.example.net\nitunes_categories: [Technology]\nexplicit: "yes"\ndownload_url: https://cdn.example.net/\n';
    const { podcast, audio } = init({ '_config.yml': config, '_posts/2025-11-04-a.md': EPISODE });
    expect(audio).toBe('https://cdn.example.net/');
    expect(podcast).toMatchObject({
      category: 'Technology',
      explicit: true,
      owner: { email: 'a@pod.example.net' },
    });
  });

  it('of a plugin of Eleventy, with its folder of episodes', () => {
    const data = {
      title: 'T',
      category: 'Society & Culture',
      subcategory: 'Documentary',
      owner: { name: 'Ada', email: 'a@b.example' },
      type: 'serial',
      guid,
    };
    const { podcast, articles } = init({
      'eleventy.config.js': 'export default function () {}',
      '_data/podcast.json': JSON.stringify(data),
      'episode-posts/a.md': EPISODE,
    });
    expect(articles).toBe('episode-posts');
    expect(podcast).toMatchObject({
      category: 'Society & Culture > Documentary',
      owner: { name: 'Ada', email: 'a@b.example' },
      type: 'serial',
      guid,
    });
  });

  it('only where most articles have audio, and a category is one of Apple’s', () => {
    const few = { 'content/a.md': PLAIN, 'content/b.md': PLAIN, 'content/c.md': EPISODE };
    expect(init({ 'hugo.toml': HUGO, ...few }).podcast).toBeUndefined();
    const strange = HUGO.replace('"Technology"', '"Lighthouses of the north"');
    expect(init({ 'hugo.toml': strange, 'content/a.md': EPISODE }).podcast).toBeUndefined();
  });
});
