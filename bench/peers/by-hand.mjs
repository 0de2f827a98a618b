/**
 * The script that people write by hand with gray-matter, markdown-it and feed: every article is read and its front
 * matter parsed, the newest fifty go into three formats. With `all`, every article is rendered before the fifty are
 * chosen, as scripts do that also make the pages.
 * Usage: node by-hand.mjs ARTICLES OUTPUT [all]
 */
import fs from 'node:fs';
import path from 'node:path';
import { Feed } from 'feed';
import matter from 'gray-matter';
import MarkdownIt from 'markdown-it';

const site = 'https://example.org/';
const [articles = '.', output = '.', mode] = process.argv.slice(2);
const markdown = new MarkdownIt({ html: true });

const posts = fs
  .readdirSync(articles, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    /** @type {{ data: any, content: string }} */
    const { data, content } = matter(fs.readFileSync(path.join(articles, name), 'utf8'));
    const html = mode === 'all' ? markdown.render(content) : undefined;
    return { ...data, url: site + name.replace(/\.md$/, '/'), date: new Date(data.date), content, html };
  })
  .filter((post) => !post.draft)
  .sort((a, b) => b.date.getTime() - a.date.getTime())
  .slice(0, 50);

const feed = new Feed({
  title: 'Bench',
  description: 'Bench',
  id: site,
  link: site,
  updated: posts[0]?.date ?? new Date(0),
  feedLinks: { rss: `${site}rss.xml`, atom: `${site}atom.xml`, json: `${site}feed.json` },
});
for (const post of posts) {
  feed.addItem({
    title: post.title,
    id: post.url,
    link: post.url,
    date: post.date,
    description: post.description,
    author: [{ name: post.author }],
    category: post.tags.map((/** @type {string} */ name) => ({ name })),
    content: post.html ?? markdown.render(post.content),
  });
}
fs.mkdirSync(output, { recursive: true });
fs.writeFileSync(path.join(output, 'rss.xml'), feed.rss2());
fs.writeFileSync(path.join(output, 'atom.xml'), feed.atom1());
fs.writeFileSync(path.join(output, 'feed.json'), feed.json1());
