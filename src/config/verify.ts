import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { toList } from '../text/data.ts';
import { isCostlyGlob } from '../text/glob-cost.ts';
import type { Path } from './check.ts';
import { readLists } from './companions.ts';
import { refuseValue } from './explain.ts';
import { findSharedFile, readFeedFiles } from './feed-files.ts';
import { findUnknownInId, findUnknownInPermalink } from './permalink.ts';
import { isLanguageTag } from './permalinks.ts';
import type { Origin } from './places-of-settings.ts';
import type { Settings } from './settings.ts';
import { SETTINGS } from './settings-table.ts';
import { HOME, LINK, type Shape } from './shape.ts';
import { TEMPLATE } from './site-shapes.ts';
import { writeLine } from './suggest.ts';
import { findNearestTimeZone, isTimeZone } from './time-zones.ts';
import { verifyFeeds } from './verify-feeds.ts';
import { verifyPodcasts } from './verify-podcasts.ts';

/** What a JSON Schema can't say: URLs that parse, zones that exist, files that differ. */
export function verifySettings(settings: Settings, origin: Origin): readonly Problem[] {
  return [
    ...verifySite(settings, origin),
    ...verifyLinks(settings, origin),
    ...verifyTimeZone(settings, origin),
    ...verifyTemplates(settings, origin),
    ...verifyExclude(settings, origin),
    ...verifyFormats(settings, origin),
    ...verifyFeeds(settings, origin),
    ...verifyPodcasts(settings, origin),
    ...verifyMenu(settings, origin),
  ];
}

/** Names that only the machine or network itself can reach (R38). */
const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|[^.]+\.local)$/;

function verifySite({ site }: Settings, origin: Origin): readonly Problem[] {
  if (site === undefined) return [];
  if (!URL.canParse(site)) return [refuseValue(['site'], site, SETTINGS.site, origin)];
  const secret = refuseSecret(['site'], site, HOME, origin);
  if (secret.length > 0) return secret;
  const { hostname } = new URL(site);
  return LOCAL_HOST.test(hostname) ? [problem('local-site', origin.valueAt(['site']), { site })] : [];
}

/** The feeds would publish the user name and the password of a URL (R72). */
function refuseSecret(path: Path, link: string, shape: Shape, origin: Origin): readonly Problem[] {
  const url = new URL(link, 'https://example.com/');
  if (url.username === '' && url.password === '') return [];
  const expected = 'a URL without user name and password';
  return [refuseValue(path, `${url.protocol}//…@${url.host}`, { ...shape, expected }, origin)];
}

function verifyLinks(settings: Settings, origin: Origin): readonly Problem[] {
  const links: (readonly [Path, string | undefined, Shape])[] = [
    [['image'], settings.image, SETTINGS.image],
    [['icon'], settings.icon, SETTINGS.icon],
    [['hub'], settings.hub, SETTINGS.hub],
    [['published'], settings.published, SETTINGS.published],
    ...listPersonLinks('author', settings.author),
    ...listPersonLinks('authors', settings.authors),
  ];
  return links.flatMap(([path, link, shape]) =>
    link === undefined
      ? []
      : URL.canParse(link, 'https://example.com/')
        ? refuseSecret(path, link, shape, origin)
        : [refuseValue(path, link, shape, origin)],
  );
}

function listPersonLinks(
  key: string,
  raw: Settings['author'],
): (readonly [Path, string | undefined, Shape])[] {
  if (raw === undefined) return [];
  return toList(raw).flatMap((person, i) => {
    if (typeof person === 'string') return [];
    const path = Array.isArray(raw) ? [key, i] : [key];
    return [
      [[...path, 'url'], person.url, { ...LINK, examples: ['https://example.com/about/'] }] as const,
      [[...path, 'avatar'], person.avatar, { ...LINK, examples: ['/avatar.png'] }] as const,
    ];
  });
}

function verifyTimeZone({ timeZone }: Settings, origin: Origin): readonly Problem[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  const nearest = findNearestTimeZone(timeZone);
  const suggested =
    nearest === undefined ? undefined : { suggestion: writeLine('timeZone', nearest), isMeant: true };
  return [refuseValue(['timeZone'], timeZone, SETTINGS.timeZone, origin, suggested)];
}

/** A long name of a file must not keep a build busy for hours. */
function verifyExclude({ exclude }: Settings, origin: Origin): readonly Problem[] {
  const shape: Shape = {
    ...SETTINGS.exclude,
    expected: 'a pattern with at most three "*" in one name, and three "**"',
  };
  return toList(exclude).flatMap((pattern, index) =>
    isCostlyGlob(pattern)
      ? [refuseValue(typeof exclude === 'string' ? ['exclude'] : ['exclude', index], pattern, shape, origin)]
      : [],
  );
}

function verifyTemplates({ permalink, id, preset }: Settings, origin: Origin): readonly Problem[] {
  const refuse = (path: Path, template: string) => (placeholder: string) =>
    problem('unknown-placeholder', origin.valueAt(path), { template, placeholder });
  return [
    ...listTemplates(permalink).flatMap(([path, template]) =>
      findUnknownInPermalink(template, preset).map(refuse(path, template)),
    ),
    ...refuseFoldersOfFolders(permalink, origin),
    ...(id === undefined ? [] : findUnknownInId(id).map(refuse(['id'], id))),
  ];
}

/** The templates of `permalink`, each with the keys above it. */
function listTemplates(
  written: Settings['permalink'],
  path: readonly string[] = ['permalink'],
): readonly (readonly [readonly string[], string])[] {
  if (written === undefined) return [];
  if (typeof written === 'string') return [[path, written]];
  return Object.entries(written).flatMap(([key, value]) => listTemplates(value, [...path, key]));
}

/** Templates by folder are those of a language; a folder has one. */
function refuseFoldersOfFolders(permalink: Settings['permalink'], origin: Origin): readonly Problem[] {
  const { default: _, ...named } = typeof permalink === 'object' ? permalink : {};
  const misplaced = Object.entries(named).filter(
    ([key, value]) => typeof value === 'object' && !isLanguageTag(key),
  );
  return misplaced.map(([key, value]) => refuseValue(['permalink', key], value, TEMPLATE, origin));
}

/** The URL of a feed menu is fixed: it can't stand below the top of a host. */
function verifyMenu({ lists, site = '' }: Settings, origin: Origin): readonly Problem[] {
  const hasMenu = readLists(lists).some(({ kind }) => kind === 'menu');
  if (!hasMenu || !URL.canParse(site) || new URL(site).pathname === '/') return [];
  return [problem('menu-not-at-top', origin.valueAt(['lists']), { site })];
}

function verifyFormats({ formats }: Settings, origin: Origin): readonly Problem[] {
  const files = readFeedFiles(formats);
  const place = origin.valueAt(['formats']);
  if (files.length === 0) return [problem('no-formats', place, {})];
  const [first, second] = findSharedFile(files);
  if (first === undefined || second === undefined) return [];
  const last = origin.valueAt(['formats', ...second.setting.split('.')]);
  return [problem('same-feed-path', last, { path: first.path, settings: [first.setting, second.setting] })];
}
