import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What users are told: the README and the reference in docs/, by path. */
export const MANUAL: ReadonlyMap<string, string> = new Map(
  ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);

export function page(path: string): string {
  const text = MANUAL.get(path);
  if (text === undefined) throw new Error(`There is no ${path}.`);
  return text;
}

/** The texts of the fenced blocks in a language. */
export function blocks(path: string, language: string): readonly string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...page(path).matchAll(fence)].map((match) => match[1] ?? '');
}

/** The lines of a page that run feedwright. */
export function commandsOf(path: string): readonly string[] {
  return blocks(path, 'sh')
    .flatMap((block) => block.trim().split('\n'))
    .filter((line) => line.startsWith('npx feedwright'));
}

/** The rows below the head of a table that begins with a word. */
export function rows(path: string, head: string): readonly (readonly string[])[] {
  const text = page(path);
  const lines = text.slice(text.indexOf(`\n| ${head} |`) + 1).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

export function firstCells(path: string, head: string): readonly string[] {
  return rows(path, head).map(([first = '']) => first);
}

/** What stands between backticks. */
export function codes(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** Runs a printed line with the command line of this clone. */
export function runLine(line: string, cwd: string) {
  const command = line.replace('npx feedwright', `"${process.execPath}" "${resolve('lib/cli.js')}"`);
  return spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH } });
}
