import { relative, resolve, sep } from 'node:path';
import { toList } from '../config/people.ts';
import { listCollected } from '../list.ts';
import type { ListedArticle, Problem } from '../model/index.ts';
import { chooseFolder } from '../setup/choose-folder.ts';
import { nameFiles } from '../setup/name-files.ts';
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
  return { trial: isTried ? { ...attempt(trial.settings, options), notes: trial.notes } : trial, told: [] };
}

/** As many pages as a new site may have. */
export const FEW_PAGES = 5;

/** A new site has pages and no article: the pages without a date are left out by name, so that the first article makes a feed. */
export function leaveOutPages(trial: Trial, options: CommandOptions, isToolKnown: boolean): Fit | undefined {
  const { unfit, fit } = divide(trial, options, false);
  const isNew = fit.length === 0 && unfit.length > 0 && unfit.length <= FEW_PAGES;
  return isToolKnown && isNew && isUndated(trial)
    ? leaveOutByName(trial, options, { fit, unfit })
    : undefined;
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
  const exclude = nameUnfit(unfit, fit);
  const excluded = [...toList(settings.exclude ?? []), ...exclude];
  const tried = attempt({ ...settings, exclude: excluded }, options);
  const reason = isRepeated ? 'with the URL of another' : isUndated(trial) ? 'without a date' : 'with errors';
  const note = `Added to "exclude": ${exclude.join(', ')} (${unfit.length} ${unfit.length === 1 ? 'file' : 'files'} ${reason}).`;
  const known = problems.filter(({ severity }) => severity === 'error');
  const told = known.map((each): Problem => ({ ...each, severity: 'warning' }));
  return { trial: { ...tried, notes: [...trial.notes, note] }, told };
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

/** A file of an article below its folder, and below the configuration. */
interface PlacedFile {
  readonly below: string;
  readonly rooted: string;
}

/** Patterns below the article folder; below the configuration for a file that another folder has, too, where it is fit. */
function nameUnfit(unfit: readonly PlacedFile[], fit: readonly PlacedFile[]): readonly string[] {
  const kept = new Set(fit.map(({ below }) => below));
  const plain = unfit.filter(({ below }) => !kept.has(below)).map(({ below }) => below);
  const rooted = unfit.filter(({ below }) => kept.has(below)).map((file) => file.rooted);
  return [
    ...nameFiles(plain, [...kept]),
    ...nameFiles(
      rooted,
      fit.map((file) => file.rooted),
    ),
  ];
}

/** The files of articles by whether an error is in them. */
function divide({ problems, config, collected }: Trial, { instant }: CommandOptions, isRepeated: boolean) {
  if (!config || !collected) return { fit: [], unfit: [] };
  const own = problems.filter(
    ({ severity, code }) => severity === 'error' && (isRepeated || code !== 'duplicate-id'),
  );
  const wrong = new Set(own.map(({ file }) => file));
  const { articles } = listCollected(config, collected, instant);
  const below = (file: string) => {
    const path = resolve(config.workingDirectory, file);
    const folder =
      config.articles.find((each) => path.startsWith(`${each}${sep}`)) ?? config.workingDirectory;
    return relative(folder, path).split(sep).join('/');
  };
  const pick = (isUnfit: boolean) =>
    articles
      .filter(({ file }) => wrong.has(file) === isUnfit)
      .map(({ file }) => ({ below: below(file), rooted: `/${file}` }));
  return { fit: pick(false), unfit: pick(true) };
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
