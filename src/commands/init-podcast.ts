import { countAudio } from '../build/count-audio.ts';
import { loadConfig } from '../config/load.ts';
import { meantCategory } from '../config/verify-podcasts.ts';
import type { Config } from '../model/index.ts';
import { makePodcastGuid } from '../podcasts/guid.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { CommandOptions } from './options.ts';

/** Settings with those of a show, and what there is to say of audio. */
export type WithPodcast =
  | { readonly settings: NewSettings; readonly notes: readonly string[] }
  | { readonly wrong: string }
  | { readonly isBrokenOff: true };

/**
 * Asks three questions where most articles have audio: the category, without which the feed is not a show, whether it is explicit, and
 * the artwork (P1). The GUID follows from the URL (P10). Where no one answers, or few articles have audio, it says what to do.
 */
export async function askPodcast(settings: NewSettings, options: CommandOptions): Promise<WithPodcast> {
  const { ask, workingDirectory } = options;
  const { config } = loadConfig({ workingDirectory, settings });
  const { audio, all } = config ? countAudio(config) : { audio: 0, all: 0 };
  const { podcast: known, ...others } = settings;
  if (audio === 0) return { settings: others, notes: [] };
  const manual = `${audio} of ${all} articles ${audio === 1 ? 'has' : 'have'} audio. If this is a podcast, add "podcast" to the feed (see docs/podcasts.md of feedwright).`;
  const guid = makeGuid(config);
  if (audio * 2 < all || (!ask && !known)) return { settings: others, notes: [manual] };
  if (!ask) return { settings: { ...others, podcast: { ...guid, ...known } }, notes: [] };
  const usual = known?.category ?? '';
  const question = 'Podcast category, such as "Arts > Books" (leave empty if this is not a podcast)';
  const category = await ask(question, typeof usual === 'string' ? usual : (usual[0] ?? ''));
  if (category === undefined) return { isBrokenOff: true };
  if (category.trim() === '') return { settings: others, notes: [manual] };
  const meant = meantCategory(category.trim());
  if (meant === undefined)
    return {
      wrong: `"${category.trim()}" is not a category of Apple Podcasts. Use one such as "Society & Culture > Documentary".`,
    };
  const explicit = await ask(
    'Is the podcast explicit, that is, not suitable for children (yes or no)',
    known?.explicit ? 'yes' : 'no',
  );
  if (explicit === undefined) return { isBrokenOff: true };
  const image = await ask(
    'Path or URL of the artwork, square and 1400 to 3000 pixels',
    known?.image ?? '/artwork.jpg',
  );
  if (image === undefined) return { isBrokenOff: true };
  const podcast = {
    ...guid,
    ...known,
    category: meant,
    explicit: /^y/i.test(explicit.trim()),
    image: image.trim(),
  };
  return { settings: { ...others, podcast }, notes: [] };
}

/** The GUID of the show, which follows from the URL of its feed. */
function makeGuid(config: Config | undefined): { readonly guid?: string } {
  const rss = config?.formats.find(({ format }) => format === 'rss')?.path;
  return config && rss !== undefined ? { guid: makePodcastGuid(new URL(rss, config.site).href) } : {};
}
