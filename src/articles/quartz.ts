import { join } from 'node:path';
import { readWhole } from '../files/read.ts';
import type { Config } from '../model/index.ts';
import { dropComments, dropYamlComments } from './drop-comments.ts';

/** The configuration of Quartz, a program in one version and YAML in the next. */
export const QUARTZ = ['quartz.config.ts', 'quartz.config.yaml'] as const;
/** Larger than any configuration. */
const MAXIMUM_BYTES = 1_048_576;
/** What a new Quartz site says. */
const DEFAULT_PATTERNS = ['private', 'templates', '.obsidian'];

/** What Quartz leaves out. */
export interface QuartzRules {
  /** Patterns of paths below the folder of the notes. */
  readonly ignored: readonly string[];
  /** Only notes with `publish: true` are published (its filter ExplicitPublish). */
  readonly publishesOnlyNamed: boolean;
}

/**
 * Reads what the configuration of Quartz leaves out, without running it: `ignorePatterns` as it is written, and whether the filter
 * ExplicitPublish is used.
 * @returns undefined if there is none, or it can't be read
 */
export function readQuartz({ root }: Config): QuartzRules | undefined {
  for (const name of QUARTZ) {
    const text = read(join(root, name), root);
    if (text === undefined) continue;
    const code = name.endsWith('.ts') ? dropComments(text) : dropYamlComments(text);
    return { ignored: readPatterns(code), publishesOnlyNamed: usesExplicitPublish(code) };
  }
  return undefined;
}

/** A path as Quartz writes it into URLs. */
export function toQuartzPath(path: string): string {
  const words = path.replace(/\s/g, '-').replaceAll('&', '-and-').replaceAll('%', '-percent');
  return words.replace(/[?#]/g, '');
}

function read(path: string, root: string): string | undefined {
  try {
    return readWhole(path, { maximum: MAXIMUM_BYTES, inside: [root] }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** `ignorePatterns: ["private", …]`, or a list of YAML below it. */
function readPatterns(code: string): readonly string[] {
  const [, inline, block] =
    /\bignorePatterns["']?\s*:\s*(?:\[([^\]]*)\]|((?:\n[ \t]*(?:-[^\n]*)?(?=\n|$))+))/.exec(code) ?? [];
  if (inline !== undefined)
    return [...inline.matchAll(/["'`]([^"'`\n]+)["'`]/g)].map(([, each = '']) => each);
  if (block === undefined) return DEFAULT_PATTERNS;
  const named = [...block.matchAll(/-[ \t]*["']?([^"'\n#]+)/g)].map(([, each = '']) => each.trim());
  return named.length === 0 ? DEFAULT_PATTERNS : named;
}

/** `Plugin.ExplicitPublish()`; in YAML an entry of the plugin that is enabled. */
function usesExplicitPublish(code: string): boolean {
  const entry = /explicit-publish\b(?:(?!\n[ \t]*-)[\s\S])*/.exec(code)?.[0];
  if (entry !== undefined) return /\benabled:\s*true\b/.test(entry);
  return /\bExplicitPublish\s*\(/.test(code);
}
