import { isEpisodeFile } from '../articles/attachments.ts';
import { readAudioUrl } from '../articles/audio-url.ts';
import { type AudioFacts, insertAudioFacts } from '../articles/insert-audio.ts';
import { prepareCompletion } from '../articles/read-selected.ts';
import { readArticles } from '../build/read-articles.ts';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import { replaceFiles } from '../files/replace.ts';
import type { Candidate, Config, Preset, Problem } from '../model/index.ts';
import { type ProbeOptions, probeFile } from '../network/probe-file.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import { measureRemote } from './measure-remote.ts';

/** An article whose audio is elsewhere, and what its host says of it. */
export interface ProbedArticle {
  readonly file: string;
  readonly url: string;
  /** What the front matter gets. */
  readonly facts: AudioFacts;
}

/** What hosts say of audio files. */
export interface Probing {
  readonly articles: readonly ProbedArticle[];
  /** How many hosts' files were asked for. */
  readonly asked: number;
  /** Whether the facts are in the files now. */
  readonly written: boolean;
  readonly problems: readonly Problem[];
}

interface Open {
  readonly article: Candidate;
  readonly url: string;
  readonly lacks: { readonly bytes: boolean; readonly seconds: boolean; readonly type: boolean };
}

/** Files that are asked for at one time. */
const AT_ONCE = 4;
/** In bytes; what was read as an article is smaller. */
const SIZE_LIMIT = 4_194_304;

/**
 * Asks the hosts of audio files that are elsewhere once for what the articles do not say: size, duration, type (P14, P16), and whether
 * they answer as directories ask (P9). With `write` the facts go into the front matter; all files or none are changed.
 */
export async function probeArticles(
  config: Config,
  { write, ...given }: Omit<ProbeOptions, 'ownHost'> & { readonly write: boolean },
): Promise<Probing> {
  const { candidates, problems } = readArticles(config, 0);
  const network = { ...given, ownHost: new URL(config.site).hostname };
  const open = findOpen(config, candidates);
  const answers: { probed?: ProbedArticle; path: string; problems: readonly Problem[] }[] = [];
  for (let at = 0; at < open.length; at += AT_ONCE)
    answers.push(...(await Promise.all(open.slice(at, at + AT_ONCE).map((each) => ask(each, network)))));
  const changes = answers.flatMap(({ probed, path }) => (probed ? [{ probed, path }] : []));
  const prepared = changes.map(({ probed, path }) => prepare(probed, path, config.preset));
  const found = [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...answers.flatMap((answer) => answer.problems),
    ...prepared.filter((each) => 'code' in each),
  ];
  const replacements = prepared.filter((each) => 'pieces' in each);
  const isWriting = write && replacements.length > 0 && found.every(({ severity }) => severity !== 'error');
  const place = { place: config.root, inside: config.articles, isEdit: true };
  const failed = isWriting ? replaceFiles(replacements, place) : undefined;
  const file = replacements.find(({ path }) => path === failed?.path)?.probed.file ?? '';
  const failure = failed
    ? [problem('cannot-write-article', { file }, { reason: reasonOf(failed.error) })]
    : [];
  return {
    articles: replacements.map(({ probed }) => probed),
    asked: open.length,
    written: isWriting && !failed,
    problems: [...found, ...failure].toSorted(compareProblems),
  };
}

/** The articles whose one audio file is not described. */
function findOpen(config: Config, candidates: readonly Candidate[]): readonly Open[] {
  const { complete } = prepareCompletion(config);
  return candidates.flatMap((candidate): readonly Open[] => {
    const { article } = complete(candidate, () => undefined);
    const files = (article?.attachments ?? []).filter(isEpisodeFile);
    const [file] = files;
    if (files.length > 1) return [];
    const url = file?.url ?? readAudioUrl(candidate, config);
    if (url === undefined) return [];
    const lacks = { bytes: !file?.bytes, seconds: !file?.seconds, type: !file };
    return lacks.bytes || lacks.seconds ? [{ article: candidate, url, lacks }] : [];
  });
}

async function ask(
  { article: { file, path }, url, lacks }: Open,
  network: ProbeOptions,
): Promise<{ probed?: ProbedArticle; path: string; problems: readonly Problem[] }> {
  const answer = await probeFile(url, network);
  if ('reason' in answer)
    return { path, problems: [problem('probe-failed', { file }, { url, reason: answer.reason })] };
  const { bytes, type, answersHead, takesRanges } = answer.file;
  const seconds = lacks.seconds ? await measureRemote(answer.file) : undefined;
  const isPlayable = type !== undefined && /^(?:audio|video)\/[\w.+-]+$/.test(type);
  const problems = [
    ...(answersHead ? [] : [problem('probe-no-head', { file }, { url })]),
    ...(takesRanges ? [] : [problem('probe-no-ranges', { file }, { url })]),
    ...(isPlayable ? [] : [problem('probe-type', { file }, { url, type: type ?? '' })]),
    ...(lacks.seconds && seconds === undefined ? [problem('probe-no-duration', { file }, { url })] : []),
  ];
  const facts: AudioFacts = {
    ...(lacks.bytes && bytes !== undefined ? { bytes } : {}),
    ...(seconds === undefined ? {} : { seconds }),
    ...(lacks.type && isPlayable ? { type } : {}),
  };
  // A page that says that there is no file has a size as well.
  const isKnown = isPlayable && Object.keys(facts).length > 0;
  return { path, problems, ...(isKnown ? { probed: { file, url, facts } } : {}) };
}

function prepare(probed: ProbedArticle, path: string, preset: Preset | undefined) {
  const inserted = insertAudioFacts(
    readWhole(path, { maximum: SIZE_LIMIT, inside: 'anywhere' }),
    probed.facts,
    preset,
    path,
  );
  if (typeof inserted === 'string') return problem('cannot-insert-audio', { file: probed.file }, {});
  return { path, pieces: [inserted.bytes], probed };
}
