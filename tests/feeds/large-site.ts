import { article, makeSite } from './site.ts';

/** What makes a tag awkward in paths, XML and JSON: scripts, signs, spaces. */
const AWKWARD_TAGS = ['C++', 'C#', 'R&D', 'Crème brûlée', '東京', 'новости', 'أخبار', '<b>', 'q"uote', '🎉'];
export const TAGS = [...AWKWARD_TAGS, ...Array.from({ length: 50 }, (_, index) => `topic ${index + 1}`)];
export const AUTHORS = [
  'Ada Lovelace',
  'Grace Hopper',
  'Bjørn Åse',
  'O’Neil & Sons',
  '山田太郎',
  'J. "Jo" Doe',
].concat(Array.from({ length: 6 }, (_, index) => `Writer ${index + 1}`));
export const LANGUAGES = ['en', 'de', 'ar'];
const COUNT = 500;

const SETTINGS = `description: A newsroom of 500 articles
language: en
author: The desk
limit: 15
archive: { size: 25 }
content: auto
feeds:
  - { by: tag, archive: { size: 20 } }
  - { by: author, title: 'Articles by :author', archive: true }
  - { by: language, archive: { size: 40 }, content: full }
  - { by: section, content: summary }
  - { by: year, complete: true, content: summary }
  - { where: { tag: ['R&D', 東京], language: [en, de] }, path: mix/, title: 'R&D and 東京' }
`;

/** 500 articles, one every 31 hours, with 60 tags, 12 authors and 3 languages, every feed with its whole history. */
export function makeLargeSite(): string {
  const articles = Array.from({ length: COUNT }, (_, index) => makeArticle(index));
  return makeSite(SETTINGS, Object.fromEntries(articles));
}

function makeArticle(index: number): readonly [string, string] {
  const pick = (list: readonly string[], step: number) => list[(index * step) % list.length] ?? '';
  const tags = [pick(TAGS, 1), pick(TAGS, 7), pick(TAGS, 11)];
  const frontMatter = {
    title: `Article ${index}: ${pick(['plain', 'A & B', 'x < y > z', '"quoted"', 'ünï'], 1)}`,
    date: new Date(Date.UTC(2022, 0, 1) + index * 31 * 3_600_000).toISOString(),
    ...(index % 9 === 0 ? { updated: new Date(Date.UTC(2024, 6, 1) + index * 1000).toISOString() } : {}),
    tags,
    ...(index % 12 === 0 ? { authors: [pick(AUTHORS, 1), pick(AUTHORS, 5)] } : { author: pick(AUTHORS, 1) }),
    language: pick(LANGUAGES, 1),
    ...(index % 4 === 0 ? { summary: `Summary of ${index} & more` } : {}),
    ...(index % 10 === 0
      ? { enclosure: { url: `/files/${index}.mp3`, type: 'audio/mpeg', length: 1000 + index } }
      : {}),
  };
  const paragraphs = Array.from(
    { length: 1 + (index % 7) },
    (_, line) => `Paragraph *${line}* of article ${index}.`,
  );
  const body = `${paragraphs.join('\n\n')}\n\n[The one before](/news/a${index - 1}/), \`a < b && c\`, ]]> and ${'word '.repeat(index % 300)}`;
  return [`${pick(['news', 'notes', 'reviews'], 1)}/a${index}.md`, article(frontMatter, body)];
}
