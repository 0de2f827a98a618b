import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makePng } from '../podcasts/image.ts';
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
  const { folder } = publish(config);
  const before = items(folder);
  change(folder);
  return { problems: run(folder), before, after: items(folder) };
}

function publish(config: string, prepare: (folder: string) => void = () => undefined) {
  const folder = makeSite({
    'feedwright.yaml': config,
    'articles/one.md': episode('one', 1),
    'articles/two.md': episode('two', 2),
    'articles/three.md': episode('three', 3),
  });
  prepare(folder);
  return { folder, problems: run(folder) };
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

  it('artwork that changes and keeps its URL is said, once (P4)', () => {
    const paint = (colour: number) => (folder: string) => {
      mkdirSync(join(folder, 'static'), { recursive: true });
      writeFileSync(
        join(folder, 'static/a.png'),
        Buffer.concat([makePng(1400, 1400), Buffer.from([colour])]),
      );
    };
    const config = (image: string, more = '') => site(GUID, more).replace('/a.jpg', image);
    const start = () => {
      const { folder, problems } = publish(config('/a.png'), paint(1));
      expect(problems).toEqual([]);
      return folder;
    };
    const folder = start();
    expect(run(folder)).toEqual([]);
    paint(2)(folder);
    expect(run(folder)).toEqual(['feedwright.yaml:4 warning artwork-changed']);
    expect(run(folder)).toEqual([]);
    // The ways out: another name, or to mean it.
    const renamed = start();
    paint(2)(renamed);
    renameSync(join(renamed, 'static/a.png'), join(renamed, 'static/a-2.png'));
    write(renamed, 'feedwright.yaml', config('/a-2.png'));
    expect(run(renamed)).toEqual([]);
    const meant = start();
    paint(2)(meant);
    write(meant, 'feedwright.yaml', config('/a.png', 'allow: artwork-changed\n'));
    expect(run(meant)).toEqual([]);
  });

  it('but not one that made room for a new one', () => {
    const add = (folder: string) => write(folder, 'articles/four.md', episode('four', 4));
    expect(rebuild(add, site(GUID, 'limit: 3\n')).problems).toEqual([]);
  });
});
