import type { ContentMode, Preset, SlugRule } from '../model/index.ts';
import type { RawAllow } from './allow.ts';
import type { RawLists, RawPages } from './companions.ts';
import type { RawFormats } from './feed-files.ts';
import type { RawArchive, RawFeedRule } from './feed-rules.ts';
import type { RawPeople } from './people.ts';
import type { RawPodcast } from './podcast.ts';

/** The settings as they are in the file, after the check against the table in settings-table.ts. */
export interface Settings {
  readonly site?: string;
  readonly title?: string;
  readonly description?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly author?: RawPeople;
  readonly authors?: RawPeople;
  readonly articles?: string | readonly string[];
  readonly exclude?: string | readonly string[];
  readonly output?: string;
  readonly published?: string;
  readonly source?: string;
  readonly permalink?: string | TemplateByKey;
  readonly languages?: readonly string[] | Readonly<Record<string, string>>;
  readonly dates?: readonly string[];
  readonly slugs?: readonly SlugRule[];
  readonly built?: string;
  readonly id?: string;
  readonly limit?: number;
  readonly content?: ContentMode;
  readonly formats?: RawFormats;
  readonly where?: RawFeedRule['where'];
  readonly feeds?: readonly RawFeedRule[];
  readonly archive?: RawArchive;
  readonly complete?: boolean;
  readonly podcast?: RawPodcast;
  readonly audio?: string;
  readonly pages?: RawPages;
  readonly lists?: RawLists;
  readonly image?: string;
  readonly icon?: string;
  readonly copyright?: string;
  readonly hub?: string;
  readonly ttl?: number;
  readonly preset?: Preset;
  readonly updated?: 'git';
  readonly schedule?: 'on-build';
  readonly sourceMarkdown?: boolean;
  readonly notes?: boolean;
  readonly ignoreKeys?: string | readonly string[];
  readonly bylines?: boolean;
  readonly onError?: 'stop' | 'skip';
  readonly flood?: number;
  readonly allow?: RawAllow;
  readonly quiet?: string | readonly string[];
}

/** Templates by folder or language; those of a language may be by folder. */
export type TemplateByKey = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
