/** What no tool in Node can avoid: walk the folders, read every file as text, find the end of its front matter. */
import { readdirSync, readFileSync } from 'node:fs';

let articles = 0;
let characters = 0;

function walk(/** @type {string} */ folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else if (entry.name.endsWith('.md')) findEnd(readFileSync(path, 'utf8'));
  }
}

function findEnd(/** @type {string} */ text) {
  const end = text.indexOf('\n---', 3);
  if (end === -1) throw new Error('An article without front matter.');
  articles++;
  characters += end;
}

walk(process.argv[2] ?? '.');
console.log(articles, characters);
