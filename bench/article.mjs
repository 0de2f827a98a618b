/** One generated article: front matter as people write it, and a Markdown body of the wanted size. */
import { createRandom } from './random.mjs';
import { authors, languages, specialWords, tags, words } from './words.mjs';

/** @import { Random } from './random.mjs' */

const sentences = makeSentences(2000);

/** Each kind of block of a body with its share in a hundred. */
const blocks = /** @type {const} */ ([
  [52, paragraph],
  [12, (/** @type {Random} */ random) => `## ${makeTitle(random)}`],
  [10, list],
  [8, codeBlock],
  [8, (/** @type {Random} */ random) => `> ${sentence(random)} ${sentence(random)}`],
  [6, (/** @type {Random} */ random) => `![${makeTitle(random)}](/images/${random.integer(1e6)}.jpg)`],
  [4, table],
]);

/** What stands between them in an article with HTML: one of three, as in public blogs. */
const htmlBlocks = [
  figure,
  (/** @type {Random} */ random) => `<div class="note">\n\n${sentence(random)} ${sentence(random)}\n\n</div>`,
  (/** @type {Random} */ random) =>
    `${sentence(random)}<br>\nPress <kbd>${random.pick(words)}</kbd>. ${sentence(random)}`,
  (/** @type {Random} */ random) =>
    `<p align="center"><a href="/archive/${random.integer(1e6)}/">${makeTitle(random)}</a></p>`,
];

/**
 * @typedef {object} GeneratedArticle
 * @property {string} folder year and month, `/` between them
 * @property {string} name file name
 * @property {string} text the whole file
 * @property {boolean} draft
 */

/**
 * Writes the article of a number; the same number, instant and size always give the same text.
 * @param {number} number 0-based
 * @param {number} instant when it was published, milliseconds since 1970
 * @param {number} bytes about how long the file shall be
 * @returns {GeneratedArticle}
 */
export function makeArticle(number, instant, bytes) {
  const random = createRandom(number + 1);
  const title = makeTitle(random);
  const day = new Date(instant).toISOString();
  const draft = random.chance(0.05);
  const head = frontMatter(random, title, instant, draft);
  const slug = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    folder: `${day.slice(0, 4)}/${day.slice(5, 7)}`,
    name: `${slug}-${number}.md`,
    text: `${head}\n${body(random, bytes - head.length)}`,
    draft,
  };
}

/** @type {(random: Random, title: string, instant: number, draft: boolean) => string} */
function frontMatter(random, title, instant, draft) {
  const chosen = [...new Set(Array.from({ length: 1 + random.integer(4) }, () => random.pick(tags)))];
  const lines = ['---', `title: ${random.chance(0.3) ? `"${title}: a report"` : title}`];
  lines.push(`date: ${dateText(random, instant)}`);
  lines.push(random.chance(0.5) ? `tags: [${chosen.join(', ')}]` : `tags:\n  - ${chosen.join('\n  - ')}`);
  lines.push(`author: ${random.pick(authors)}`);
  if (random.chance(0.4)) lines.push(`description: "${sentence(random).slice(0, 140).trimEnd()}"`);
  if (draft) lines.push('draft: true');
  lines.push('---', '');
  return lines.join('\n');
}

/** Most dates carry a zone, in either of the two common forms; some have none, a few no time. */
function dateText(/** @type {Random} */ random, /** @type {number} */ instant) {
  const iso = new Date(instant).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  const form = random.integer(100);
  if (form < 50) return `${day}T${time}+01:00`;
  if (form < 75) return `${day} ${time} -0400`;
  return form < 95 ? `${day}T${time}` : day;
}

function body(/** @type {Random} */ random, /** @type {number} */ bytes) {
  const hasHtml = random.chance(1 / 3);
  let text = '';
  if (random.chance(0.03)) text += `By {{ site.author }}, {% include byline.html %}\n\n`;
  while (text.length < bytes - 200) {
    const make = hasHtml && random.chance(0.15) ? random.pick(htmlBlocks) : pickBlock(random);
    text += `${make(random)}\n\n`;
  }
  return text;
}

function pickBlock(/** @type {Random} */ random) {
  let left = random.integer(100);
  for (const [share, make] of blocks) {
    if (left < share) return make;
    left -= share;
  }
  return paragraph;
}

function paragraph(/** @type {Random} */ random) {
  const parts = Array.from({ length: 3 + random.integer(4) }, () => sentence(random));
  if (random.chance(0.5)) parts.push(`Read [${makeTitle(random)}](/archive/${random.integer(1e6)}/) too.`);
  if (random.chance(0.3)) parts.push(`See [the source](https://example.org/${random.integer(1e6)}?a=1&b=2).`);
  return parts.join(' ');
}

function list(/** @type {Random} */ random) {
  const marker = random.chance(0.5) ? '-' : '1.';
  return Array.from({ length: 3 + random.integer(4) }, () => `${marker} ${sentence(random)}`).join('\n');
}

function figure(/** @type {Random} */ random) {
  const image = `<img src="/images/${random.integer(1e6)}.jpg" alt="${makeTitle(random)}" width="640">`;
  return `<figure>\n  ${image}\n  <figcaption>${sentence(random)}</figcaption>\n</figure>`;
}

function codeBlock(/** @type {Random} */ random) {
  // Code about HTML is what most blogs with code are about.
  if (random.chance(0.3))
    return `\`\`\`html\n<div class="${random.pick(words)}">\n  {{ ${random.pick(words)} }}<br>\n</div>\n\`\`\``;
  const lines = Array.from(
    { length: 3 + random.integer(6) },
    () => `  ${random.pick(words)}(${random.pick(words)}, ${random.integer(100)} < 7);`,
  );
  return `\`\`\`${random.pick(languages)}\n${lines.join('\n')}\n\`\`\``;
}

function table(/** @type {Random} */ random) {
  const rows = Array.from({ length: 4 }, () => `| ${random.pick(words)} | ${random.integer(1000)} |`);
  return `| word | number |\n| --- | ---: |\n${rows.join('\n')}`;
}

function makeTitle(/** @type {Random} */ random) {
  const picked = Array.from({ length: 4 + random.integer(4) }, () => random.pick(words)).join(' ');
  return `${picked[0]?.toUpperCase()}${picked.slice(1)}`;
}

function sentence(/** @type {Random} */ random) {
  return random.pick(sentences);
}

/** Sentences are made once and drawn from: a million articles must not need an hour. */
function makeSentences(/** @type {number} */ count) {
  const random = createRandom(20_251_104);
  return Array.from({ length: count }, () => makeSentence(random));
}

function makeSentence(/** @type {Random} */ random) {
  const picked = Array.from({ length: 8 + random.integer(10) }, () => random.pick(words));
  const mark = random.pick(['', '', '', '', '*', '**', '`']);
  if (mark) picked[3] = `${mark}${picked[3]}${mark}`;
  if (random.chance(0.15)) picked[5] = random.pick(specialWords);
  const text = picked.join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
