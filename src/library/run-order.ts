import { resolve } from 'node:path';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { RenderBody } from '../build/options.ts';
import { build } from '../build.ts';
import { loadConfig } from '../config/load.ts';
import { keepInMemory } from '../files/memory.ts';
import type { BuildAnswer, BuildOrder, BuiltFile, Problem, RenderedBody } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { describeFile } from './built-file.ts';

type Order = Exclude<BuildOrder, { articles: unknown }>;

const articles = new Map<string, Uint8Array>();

/** Takes some of the articles that the next order is about. */
export function receiveArticles(texts: readonly (readonly [path: string, text: string])[]): void {
  for (const [path, text] of texts) articles.set(path, Buffer.from(text));
}

/**
 * Builds as ordered.
 * @param port where bodies are rendered
 * @param answers counts the bodies that were; this thread sleeps on it
 */
export function runOrder(
  order: Order,
  port: MessagePort,
  answers: Int32Array,
): Extract<BuildAnswer, { files: unknown }> {
  const { workingDirectory, now, strict, isRendering, isWriting } = order;
  const { config, problems } = loadConfig({ workingDirectory, settings: prepareSettings(order) });
  if (!config) return { files: [], problems };
  const files: BuiltFile[] = [];
  const failures: Problem[] = [];
  const renderBody = isRendering ? askForBodies(port, answers, failures) : undefined;
  const take = (file: Parameters<typeof describeFile>[0]) => files.push(describeFile(file));
  const report = build(config, { now, strict, renderBody, take: isWriting ? undefined : take });
  const all = [...failures, ...problems, ...report.problems];
  return { files: failures.length > 0 ? [] : files, problems: all, report };
}

/** Articles in memory are in the first folder of articles; without such a setting nothing on the disk is read. */
function prepareSettings({ settings, workingDirectory, isInMemory, isWriting }: Order): object {
  const nowhere = isWriting ? {} : { output: '.feedwright-in-memory' };
  const given: Readonly<Record<string, unknown>> = { ...nowhere, ...settings };
  if (!isInMemory) return given;
  const [first] = [given.articles].flat();
  const folder = typeof first === 'string' ? first : 'articles';
  keepInMemory(resolve(workingDirectory, folder), articles, first === undefined);
  return { ...given, articles: given.articles ?? folder };
}

/** Asks the thread that started this one, and sleeps until it has rendered the body. */
function askForBodies(port: MessagePort, answers: Int32Array, failures: Problem[]): RenderBody {
  return (body) => {
    const seen = Atomics.load(answers, 0);
    port.postMessage({ body } satisfies BuildAnswer);
    Atomics.wait(answers, 0, seen);
    const rendered = receiveMessageOnPort(port)?.message as RenderedBody | undefined;
    if (rendered && 'html' in rendered) return rendered.html;
    const reason = rendered?.failure ?? 'no answer';
    failures.push(problem('render-failed', { file: body.file }, { reason }));
    return '';
  };
}
