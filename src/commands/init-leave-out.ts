import { relative, resolve, sep } from 'node:path';
import { listCollected } from '../list.ts';
import type { ListedArticle, Problem } from '../model/index.ts';
import { chooseContent, chooseFolder, dropFolders } from '../setup/choose-folder.ts';
import { nameUnfit, type PlacedFile } from '../setup/name-files.ts';
import { toList } from '../text/data.ts';
import { attempt, hasErrors } from './init-attempt.ts';
import type { CommandOptions } from './options.ts';
import type { Trial } from './trial.ts';

/** A trial whose articles can be published, and the errors of those that can't, as warnings. */
export interface Fit {
  readonly trial: Trial;
  readonly told: readonly Problem[];
}

/** Leaves out what can't be published now; where nothing helps, the trial is as it was. */
export function leaveOut(trial: Trial, options: CommandOptions): Fit {
  if (!trial.config || !hasErrors(trial)) return { trial, told: [] };
  const tolerant = tolerate(trial, options);
  const known = leaveOutRepeated(tolerant ?? { trial, told: [] }, options);
  if (!hasErrors(known.trial)) return known;
  const narrowed = narrow(trial, options);
  if (narrowed && !hasErrors(narrowed)) return { trial: narrowed, told: [] };
  const isTried = tolerant !== undefined || narrowed !== undefined;
  const again = () => attempt(trial.settings, options, trial.memory);
  return { trial: isTried ? { ...again(), notes: trial.notes } : trial, told: [] };
}

/** The pages of the tools' new sites, and those that a person writes first: no articles, where nothing gives them a date. */
const PAGE =
  /^index\.\w+$|(?:^|\/)(?:_index|home|about|contact|readme|404|privacy|imprint|impressum|hello-world|(?:api|markdown)-examples)\.\w+$/i;

/** A new site has pages and no article: the pages without a date are left out by name, so that the first article makes a feed. */
export function leaveOutPages(trial: Trial, options: CommandOptions, isToolKnown: boolean): Fit | undefined {
  if (!isToolKnown || !hasErrors(trial) || !isUndated(trial)) return undefined;
  const { unfit, fit } = divide(trial, options, false);
  const isNew = fit.length === 0 && unfit.length > 0 && unfit.every(({ below }) => PAGE.test(below));
  return isNew ? leaveOutByName(trial, options, { fit, unfit }) : undefined;
}

/** Whether nothing but dates is missing. */
export function isUndated({ problems }: Trial): boolean {
  return problems.every(({ severity, code }) => severity !== 'error' || code === 'missing-date');
}

/** Leaves out by name what can't be read now, so that later mistakes still stop a build. */
function tolerate(trial: Trial, options: CommandOptions, isRepeated = false): Fit | undefined {
  const { fit, unfit } = divide(trial, options, isRepeated);
  if (unfit.length === 0 || fit.length === 0) return undefined;
  return leaveOutByName(trial, options, { fit, unfit }, isRepeated);
}

function leaveOutByName(
  trial: Trial,
  options: CommandOptions,
  { fit, unfit }: ReturnType<typeof divide>,
  isRepeated = false,
): Fit {
  const { problems, settings } = trial;
  const isFit = (folder: string) => fit.some((file) => file.folder === folder);
  const folders = [...new Set(unfit.map(({ folder }) => folder))].filter((each) => !isFit(each));
  const { kept, dropped } = dropFolders(settings, fit.length === 0 ? [] : folders);
  const [left, named] = [true, false].map((is) =>
    unfit.filter(({ folder }) => dropped.includes(folder) === is),
  );
  const exclude = nameUnfit(named ?? [], fit);
  const excluded = [...toList(settings.exclude), ...exclude];
  const memory = dropped.length === 0 ? trial.memory : undefined;
  const tried = attempt(excluded.length === 0 ? kept : { ...kept, exclude: excluded }, options, memory);
  const reason = isRepeated ? 'with the ID of another' : isUndated(trial) ? 'without a date' : 'with errors';
  const tell = (place: string, names: readonly string[], files: readonly PlacedFile[] = []) =>
    names.length === 0
      ? []
      : [
          `${place}: ${listSome(names)} (${files.length} ${files.length === 1 ? 'file' : 'files'} ${reason}).`,
        ];
  const added = [
    ...tell('Left out of "articles"', dropped, left),
    ...tell('Added to "exclude"', exclude, named),
  ];
  // Articles with the ID of another are still in the trial, unless they are those that are left out now.
  const known = problems.filter(
    ({ severity, code }) => severity === 'error' && (isRepeated || code !== 'duplicate-id'),
  );
  const told = known.map((each): Problem => ({ ...each, severity: 'warning' }));
  return { trial: { ...tried, notes: [...trial.notes, ...added] }, told };
}

/** As many names as a line shows: all of them are in the configuration. */
const MOST_NAMES = 5;

function listSome(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ');
}

/** The share of articles with the URL of another up to which the URLs of all are surely right. */
const FEW = 0.05;

/** A site has one page for articles with the same URL: the first is read, if they are few. */
function leaveOutRepeated(tolerant: Fit, options: CommandOptions): Fit {
  const { problems, collected } = tolerant.trial;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isFew = errors.length <= FEW * (collected?.candidates.length ?? 0);
  if (!isFew || errors.some(({ code }) => code !== 'duplicate-id')) return tolerant;
  const next = tolerate(tolerant.trial, options, true);
  return next ? { ...next, told: [...tolerant.told, ...next.told] } : tolerant;
}

/** The files of articles by whether an error is in them. */
function divide({ problems, config, collected }: Trial, { instant }: CommandOptions, isRepeated: boolean) {
  if (!config || !collected) return { fit: [], unfit: [] };
  const own = problems.filter(
    ({ severity, code }) => severity === 'error' && (isRepeated || code !== 'duplicate-id'),
  );
  const wrong = new Set(own.map(({ file }) => file));
  const { articles } = listCollected(config, collected, instant);
  const slashed = (from: string, path: string) => relative(from, path).split(sep).join('/');
  const place = (file: string): PlacedFile => {
    const root = config.workingDirectory;
    const path = resolve(root, file);
    const folder = config.articles.find((each) => path.startsWith(`${each}${sep}`)) ?? root;
    return { folder: slashed(root, folder), below: slashed(folder, path), rooted: `/${file}` };
  };
  const pick = (isUnfit: boolean) =>
    articles.filter(({ file }) => wrong.has(file) === isUnfit).map(({ file }) => place(file));
  return { fit: pick(false), unfit: pick(true) };
}

/** Where nothing names the folder of the articles, that of all content, so that its name is in no URL. */
export function enterContent(trial: Trial, options: CommandOptions): Trial {
  const { config, settings, collected, notes } = trial;
  const [folder, ...others] = config?.articles ?? [];
  const isTop = folder === options.workingDirectory && others.length === 0;
  if (!isTop || settings.preset !== undefined || settings.permalink !== undefined) return trial;
  const content = chooseContent(collected?.candidates.map(({ file }) => file) ?? []);
  if (content === undefined) return trial;
  const note = `Set "articles" to "${content}", because all articles are in it. Its name is in no URL.`;
  return { ...attempt({ ...settings, articles: content }, options), notes: [...notes, note] };
}

/** Where even that does not help, one folder may hold all that are articles. */
function narrow(
  { config, collected, problems, settings }: Trial,
  options: CommandOptions,
): Trial | undefined {
  if (!config || !collected) return undefined;
  const wrong = new Set(problems.flatMap(({ severity, file }) => (severity === 'error' ? file : [])));
  const { articles } = listCollected(config, collected, options.instant);
  const folder = chooseFolder(articles.map(({ file }) => ({ file, isFit: !wrong.has(file) })));
  if (folder === undefined) return undefined;
  // Articles elsewhere that have no error would be lost. Among pages without a date, one with the URL of another is no article either.
  const hasPages = problems.some(({ severity, code }) => severity === 'error' && code !== 'duplicate-id');
  const doubled = articles.filter(({ file }) => hasPages && wrong.has(file));
  const urls = new Set(doubled.flatMap(({ url }) => url ?? []));
  const isFit = ({ file, url }: ListedArticle) => !wrong.has(file) && !(url !== null && urls.has(url));
  if (articles.some((each) => isFit(each) && !each.file.startsWith(`${folder}/`))) return undefined;
  const note = `Set "articles" to "${folder}": the files in other folders have errors.`;
  return { ...attempt({ ...settings, articles: folder }, options), notes: [note] };
}
