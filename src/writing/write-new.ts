import { dump } from 'js-yaml';
import { legalText } from '../content/render.ts';

/** The front matter of a new article, in the order of its keys; what is undefined is left out. */
export type NewKeys = Readonly<
  Record<string, string | boolean | readonly (string | { readonly name: string })[] | undefined>
>;

/** Dates stand without quotes. */
const DATE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/;

/** A new article in the language of front matter that its tool reads. */
export function writeNew(keys: NewKeys, body: string, language: 'yaml' | 'toml'): string {
  const entries = Object.entries(keys).filter(([, value]) => value !== undefined);
  const fence = language === 'yaml' ? '---' : '+++';
  const write = language === 'yaml' ? writeYamlLine : writeTomlLine;
  const lines = entries.map(([key, value]) => write(key, value)).join('');
  return legalText(`${fence}\n${lines}${fence}\n\n${body === '' ? '' : `${body.trim()}\n`}`);
}

function writeYamlLine(key: string, value: unknown): string {
  return typeof value === 'string' && DATE.test(value)
    ? `${key}: ${value}\n`
    : dump({ [key]: value }, { lineWidth: -1 });
}

/** A basic string of TOML is written as one of JSON. */
function writeTomlLine(key: string, value: unknown): string {
  const isDate = typeof value === 'string' && DATE.test(value);
  return `${key} = ${isDate ? value : JSON.stringify(value)}\n`;
}
