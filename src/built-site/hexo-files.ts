import { basename, relative, sep } from 'node:path';
import type { Candidate, Config } from '../model/index.ts';
import type { FindFile, NamedFile } from './named-file.ts';

/** A file that is no page. */
const FILE = /\.(?!html?$|md$)\w{2,5}$/i;

/**
 * Makes the search for the files of an article of Hexo, which puts the home page before the paths of images, relative ones too, and
 * publishes the folder that is named as the article is with its page (hexo-renderer-marked, `prependRoot` and `postAsset`).
 */
export function createHexoFiles({ site }: Config, article: Candidate): FindFile {
  const source = article.path.slice(0, Math.max(0, article.path.lastIndexOf(`${sep}_posts${sep}`)));
  const assets = article.path.replace(/\.\w+$/, '');
  const page = article.url.replace(/\.html?$|\/$/, '');
  return ({ written, locate }) => {
    const path = written.replace(/[?#].*$/s, '');
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path) || !FILE.test(path)) return undefined;
    const base = new URL(site).pathname;
    if (path.startsWith('/')) return path.startsWith(base) ? undefined : new URL(written.slice(1), site).href;
    const file = locateNear(path, assets, locate);
    const asset = below(file, assets);
    if (asset !== undefined) return `${page}/${encodeURI(asset)}`;
    const shared = source === '' ? undefined : below(file, source);
    const isPublished = shared !== undefined && !shared.startsWith('_');
    return isPublished ? new URL(encodeURI(shared), site).href : undefined;
  };
}

/** What is in the folder of the article goes before what is beside it. */
function locateNear(path: string, assets: string, locate: NamedFile['locate']): string | undefined {
  return (locate(`${basename(assets)}/${path}`) ?? locate(path))?.path;
}

/** The path of a file below a folder. */
function below(file: string | undefined, folder: string): string | undefined {
  if (file === undefined || !file.startsWith(folder + sep)) return undefined;
  return relative(folder, file).split(sep).join('/');
}
