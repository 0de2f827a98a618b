import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';

const GUID = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
const OTHER = '9b024349-ccf0-5f69-a609-6b82873eab3c';
const site = (guid: string, more = '') => `site: https://pod.example/
title: Harbour talk
language: en
podcast: { category: Leisure, explicit: false, image: /a.jpg${guid === '' ? '' : `, guid: ${guid}`} }
${more}`;
const episode = (name: string, day: number, host = 'https://cdn.example') =>
  `---\ntitle: ${name}\ndate: 2025-11-0${day}\naudio: ${host}/${name}.mp3\nbytes: 5000000\nduration: 300\n---\nNotes.\n`;

/** A show of three episodes that is published, and what is said when it is built again with a change. */
function rebuild(change: (folder: string) => void, config = site(GUID)) {
  const folder = makeSite({
    'feedwright.yaml': config,
    'articles/one.md': episode('one', 1),
    'articles/two.md': episode('two', 2),
    'articles/three.md': episode('three', 3),
  });
  run(folder);
  const before = items(folder);
  change(folder);
  return { problems: run(folder), before, after: items(folder) };
}

function run(folder: string): readonly string[] {
  const { config, problems } = loadConfig({ workingDirectory: folder });
  if (!config) return problems.map(({ code }) => code);
  const report = build(config, { now: Date.parse('2026-01-01') });
  return report.problems.map(({ code, severity, file, line }) => `${file}:${line} ${severity} ${code}`);
}

function items(folder: string): readonly string[] {
  const rss = readFileSync(join(folder, 'dist/rss.xml'), 'utf8');
  return [...rss.matchAll(/<guid.*?>(.*?)<.*?url="(.*?)"/gs)].map(([, id, url]) => `${id} ${url}`);
}

const write = (folder: string, name: string, text: string) => writeFileSync(join(folder, name), text);

describe('the guard knows shows (P10)', () => {
  it('audio that moves changes no ID, and is no harm', () => {
    const { problems, before, after } = rebuild((folder) =>
      write(folder, 'articles/two.md', episode('two', 2, 'https://new-cdn.example')),
    );
    expect(problems).toEqual([]);
    expect(after).toEqual(before.map((each) => each.replace('cdn.example/two', 'new-cdn.example/two')));
  });

  it.each([
    ['another GUID', site(OTHER), ['feedwright.yaml:4 error show-guid-changed']],
    ['no GUID any more', site(''), ['feedwright.yaml:4 error show-guid-changed']],
    ['another one that is meant', site(OTHER, 'allow: show-guid-changed\n'), []],
    ['the same in capitals', site(GUID.toUpperCase()), []],
  ])('%s', (_, config, expected) => {
    const { problems, before, after } = rebuild((folder) => write(folder, 'feedwright.yaml', config));
    expect(problems).toEqual(expected);
    expect(after).toEqual(before);
  });

  it('says a show that is none any more', () => {
    const { problems } = rebuild((folder) =>
      write(folder, 'feedwright.yaml', site(GUID).replace(/podcast:.*\n/, '')),
    );
    expect(problems).toContain('feedwright.yaml:1 error show-guid-changed');
  });

  it('an episode that vanishes is said, at the published item', () => {
    const { problems } = rebuild((folder) => rmSync(join(folder, 'articles/two.md')));
    expect(problems).toEqual([expect.stringMatching(/^dist\/rss\.xml:\d+ warning episode-vanished$/)]);
  });

  it('but not one that made room for a new one', () => {
    const add = (folder: string) => write(folder, 'articles/four.md', episode('four', 4));
    expect(rebuild(add, site(GUID, 'limit: 3\n')).problems).toEqual([]);
  });
});
