/** Reads the profiles that `node --cpu-prof` writes and says who used the time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stageOf } from './stages.mjs';

/**
 * @typedef {object} ProfileNode
 * @property {number} id
 * @property {{ functionName: string, url: string }} callFrame
 * @property {readonly number[]} [children]
 *
 * @typedef {object} Share
 * @property {string} stage
 * @property {string} owner file of lib/, package, or part of Node
 * @property {number} milliseconds
 */

/**
 * Adds up all profiles of a folder: one per thread.
 * @param {string} folder
 * @returns {{ shares: Share[], threads: number }}
 */
export function readProfiles(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  const shares = files.flatMap((name) => readProfile(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return { shares, threads: files.length };
}

/**
 * Sums shares by one of their keys, largest first.
 * @param {readonly Share[]} shares
 * @param {(share: Share) => string} key
 * @returns {[string, number][]}
 */
export function sumShares(shares, key) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const share of shares) sums.set(key(share), (sums.get(key(share)) ?? 0) + share.milliseconds);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** @type {(profile: { nodes: readonly ProfileNode[], samples: readonly number[], timeDeltas: readonly number[] }) => Share[]} */
function readProfile({ nodes, samples, timeDeltas }) {
  const stacks = stacksOf(nodes);
  /** @type {Map<number, number>} */
  const microseconds = new Map();
  samples.forEach((id, index) => {
    microseconds.set(id, (microseconds.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return [...microseconds].map(([id, time]) => ({
    ...attribute(stacks.get(id) ?? []),
    milliseconds: time / 1000,
  }));
}

/** The frames of each node, innermost first. */
function stacksOf(/** @type {readonly ProfileNode[]} */ nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<number, ProfileNode['callFrame'][]>} */
  const stacks = new Map();
  const first = nodes[0];
  const open = first ? [{ node: first, outer: /** @type {ProfileNode['callFrame'][]} */ ([]) }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const stack = [next.node.callFrame, ...next.outer];
    stacks.set(next.node.id, stack);
    for (const child of next.node.children ?? []) {
      const node = byId.get(child);
      if (node) open.push({ node, outer: stack });
    }
  }
  return stacks;
}

/**
 * The innermost frame that is ours, a package's or the module loader's owns the time. What runs while the loader loads
 * or a module is evaluated is start-up.
 * @type {(stack: readonly ProfileNode['callFrame'][]) => { stage: string, owner: string }}
 */
function attribute(stack) {
  const [leaf] = stack;
  if (leaf?.functionName.startsWith('(')) {
    if (leaf.functionName === '(garbage collector)') return { stage: 'memory', owner: 'garbage collector' };
    if (leaf.url === '' && stack.length <= 2) return { stage: 'Node itself', owner: leaf.functionName };
  }
  const parts = stack.map(partOf);
  const index = parts.findIndex((part) => part !== undefined);
  const owner = parts[index];
  if (owner === undefined) return { stage: 'Node itself', owner: 'start and exit' };
  const loader = parts.indexOf('module loader');
  const caller = stack.findIndex((frame) => isOwn(frame) && !isModuleBody(frame));
  if (caller === -1 || (loader !== -1 && loader < caller)) return { stage: 'start-up: imports', owner };
  return { stage: stageOf(fileOf(stack[caller]?.url ?? '')), owner };
}

function partOf(/** @type {ProfileNode['callFrame']} */ frame) {
  if (frame.url.startsWith('node:internal/modules/')) return 'module loader';
  const inPackage = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(frame.url)?.[1];
  if (inPackage) return inPackage;
  return isOwn(frame) ? `lib/${fileOf(frame.url)}` : undefined;
}

function isOwn(/** @type {ProfileNode['callFrame']} */ { url }) {
  return url.includes('/lib/') && !url.includes('/node_modules/') && !url.startsWith('node:');
}

/** V8 calls the body of a module an anonymous function. */
function isModuleBody(/** @type {ProfileNode['callFrame']} */ { functionName }) {
  return functionName === '(anonymous)' || functionName === '';
}

function fileOf(/** @type {string} */ url) {
  return url.slice(url.lastIndexOf('/lib/') + '/lib/'.length);
}
