import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** Copies the sample newsroom. */
export function writeNewsroom(folder) {
  for (const name of ['articles', 'feedwright.yaml'])
    cpSync(join(project, name), join(folder, name), { recursive: true });
}

const SETTINGS = `site: https://you.example/
title: You
timeZone: Europe/Berlin
language: de
limit: 40
formats: { rss: { path: rss.xml, aliases: [old/feed.xml] } }
pages: true
lists: { opml: feeds.opml }
feeds:
  - by: tag
archive:
  size: 50
`;

/** Words that fold, sort and are cut differently where a system follows its own rules. */
const TAGS = [
  'harbour',
  'Straße',
  'STRASSE',
  'İstanbul',
  '日本',
  'aux',
  'con',
  'Lpt1',
  'News',
  'news',
  'a\\b',
  'c:d',
  'x.',
];

/** Writes a site of 1,000 articles with what systems see differently: line ends, names, old dates, summer time. */
export function writeLargeSite(folder) {
  write(folder, 'feedwright.yaml', SETTINGS);
  for (let i = 0; i < 1000; i++) write(folder, pathOf(i), articleOf(i));
}

const NAMES = ['con', 'aux/index', 'nul.txt', 'sub/prn', 'Straße', 'com1', 'a b', 'é', 'e\u0301', '😀'];

function pathOf(i) {
  const named = NAMES[i];
  return named === undefined ? `articles/${i % 7}/${i}-post.md` : `articles/${named}.md`;
}

function articleOf(i) {
  const day = new Date(Date.UTC(1400 + ((i * 37) % 620), i % 12, 1 + (i % 28), i % 24, i % 60));
  const date = day.toISOString().slice(0, 16).replace('T', ' ');
  const tags = [TAGS[i % TAGS.length], TAGS[(i * 5) % TAGS.length]].map((tag) => `'${tag}'`).join(', ');
  const body = `Text *${i}* with a [link](../${i + 1}/) & "quotes".\n\n- one\n- two\n\n\`\`\`\ncode\n\n  more\n\`\`\`\n\n| a | b |\n|---|---|\n| 1 | ${i} |\n`;
  const text = `---\ntitle: Über ${i} 😀\ndate: ${date}\ntags: [${tags}]\nsummary: >\n  Two\n  lines.\n---\n\n${body}`;
  return i % 2 === 0 ? text.replaceAll('\n', '\r\n') : text;
}

/** One article without a configuration. */
export function writeStory(folder, _slash, text = 'Hello.') {
  write(folder, 'posts/aux/con.md', `---\r\ntitle: Hello\r\ndate: 2025-11-04\r\n---\r\n${text}\r\n`);
}

/** Paths in the configuration, in the spelling of a system. */
export function writePaths(folder, slash) {
  const settings = ['site: https://you.example/', 'title: You', `articles: ..${slash}posts${slash}aux`];
  write(folder, 'settings/feedwright.yaml', `${settings.join('\r\n')}\r\n`);
  writeStory(folder);
}

/** What every message shows a path of. */
export function writeMistakes(folder) {
  write(folder, 'feedwright.yaml', 'site: https://you.example/\ntitle: You\n');
  write(folder, 'articles/deep/er/nul.md', '---\r\ntitle: Hello\r\ndate: 2025-02-31\r\n---\r\n{{ x }}\r\n');
  for (const path of ['articles/deep/same.md', 'articles/same.md'])
    write(folder, path, '---\ntitle: A\ndate: 2025-01-01\nid: x\n---\n{{ x }} ![a](no.png)\n');
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
