import {
  at,
  methodOf,
  mime,
  needed,
  number,
  RECIPIENT,
  REMOTE,
  type TagRule,
  text,
  url,
  whole,
  word,
  yes,
} from './tag-fields.ts';

/**
 * Elements of the podcast namespace that need nothing but a table (P11, P12), by the key that people write. Attributes and limits are
 * those of its documents (https://podcasting2.org/docs/podcast-namespace/tags).
 */
export const TAGS = {
  location: {
    element: 'location',
    short: 'name',
    fields: {
      name: needed(text(128)),
      rel: at('rel', { pattern: '^(?:subject|creator)$', expected: 'subject or creator' }),
      geo: at('geo', {
        pattern: '^geo:-?\\d{1,2}(?:\\.\\d+)?,-?\\d{1,3}(?:\\.\\d+)?(?:,-?\\d+(?:\\.\\d+)?)?(?:;\\S+)?$',
        expected: 'a geo URI such as geo:53.54,9.98',
      }),
      osm: at('osm', {
        pattern: '^[NWR]\\d{1,15}(?:#\\d+)?$',
        expected: 'N, W or R and a number of OpenStreetMap',
      }),
      country: at('country', {
        pattern: '^[A-Z]{2}$',
        expected: 'two capital letters (ISO 3166) such as DE',
      }),
    },
    description: 'What place the show is about, or where it is made (rel: creator).',
    example: '{ name: Hamburg, geo: "geo:53.54,9.98", osm: R62782, country: DE }',
  },
  txt: {
    element: 'txt',
    short: 'text',
    fields: { text: needed(text(4000)), purpose: at('purpose', text(128)) },
    description: 'Text for services, such as the code that proves to Apple that the show is yours.',
    example: '{ purpose: applepodcastsverify, text: "05124" }',
  },
  value: {
    element: 'value',
    short: 'type',
    fields: {
      type: needed(at('type', word)),
      method: needed(at('method', word)),
      suggested: at('suggested', number),
    },
    children: { recipients: RECIPIENT },
    defaults: (value) => ({ type: 'lightning', method: methodOf(value.recipients), ...value }),
    description: 'How apps pay the people who make the show.',
    example: '{ recipients: [{ name: Ada, address: ada@getalby.com, split: 90 }] }',
  },
  podroll: {
    ...REMOTE,
    wrapper: 'podroll',
    description: 'Other shows that you recommend, by their podcast:guid.',
    example: '{ guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, title: Podcasting 2.0 }',
  },
  publisher: {
    ...REMOTE,
    wrapper: 'publisher',
    isSingle: true,
    defaults: (value) => ({ ...value, medium: 'publisher' }),
    description: 'The feed of the publisher whose show this is.',
    example: '{ guid: 003af0a0-6a45-55cf-b765-68e3d349551a, url: https://example.com/publisher.xml }',
  },
  socialInteract: {
    element: 'socialInteract',
    short: 'url',
    fields: {
      url: at('uri', url),
      protocol: needed(at('protocol', word)),
      accountId: at('accountId', text(255)),
      accountUrl: at('accountUrl', url),
      priority: at('priority', whole),
    },
    defaults: (value) => ({ protocol: 'activitypub', ...value }),
    description: 'The post below which people discuss it.',
    example: '{ url: https://social.example/@ada/1, accountId: "@ada" }',
  },
  chat: {
    element: 'chat',
    short: 'server',
    fields: {
      server: needed(at('server', word)),
      protocol: needed(at('protocol', word)),
      accountId: at('accountId', text(255)),
      space: at('space', text(255)),
    },
    isSingle: true,
    description: 'Where people chat.',
    example: '{ server: irc.example.com, protocol: irc, space: "#talk" }',
  },
  contentLink: {
    element: 'contentLink',
    short: 'url',
    fields: { url: needed(at('href', url)), text: needed(text(255)) },
    defaults: (value) => ({ text: value.url, ...value }),
    description: 'The same content elsewhere, such as a film.',
    example: '{ url: https://video.example/1, text: Watch it }',
  },
  alternateEnclosure: {
    element: 'alternateEnclosure',
    short: 'url',
    fields: {
      type: needed(at('type', mime)),
      bytes: at('length', whole),
      bitrate: at('bitrate', number),
      height: at('height', whole),
      language: at('lang', word),
      title: at('title', text(32)),
      rel: at('rel', text(32)),
      codecs: at('codecs', text(255)),
      default: at('default', yes),
    },
    children: {
      sources: {
        isRequired: true,
        element: 'source',
        short: 'uri',
        fields: {
          uri: needed(at('uri', { pattern: '^[A-Za-z][\\w+.\\-]*:\\S+$', expected: 'a URL' })),
          contentType: at('contentType', mime),
        },
        description: 'Where the file is.',
        example: 'https://cdn.example.com/1.opus',
      },
      integrity: {
        element: 'integrity',
        short: 'value',
        fields: {
          type: needed(at('type', { pattern: '^(?:sri|pgp-signature)$', expected: 'sri or pgp-signature' })),
          value: needed(at('value', word)),
        },
        defaults: (value) => ({ type: 'sri', ...value }),
        isSingle: true,
        description: 'By which apps see that the file is whole.',
        example: 'sha384-…',
      },
    },
    description: 'The same episode in another file.',
    example: '{ url: 1.opus, title: Small }',
  },
} as const satisfies Readonly<Record<string, TagRule>>;

export type TagKey = keyof typeof TAGS;

/** Of the channel, and of items. */
export const SHOW_TAGS = [
  'location',
  'txt',
  'value',
  'podroll',
  'publisher',
  'socialInteract',
  'chat',
] as const satisfies readonly TagKey[];
export const EPISODE_TAGS = [
  'location',
  'txt',
  'value',
  'socialInteract',
  'chat',
  'contentLink',
  'alternateEnclosure',
] as const satisfies readonly TagKey[];
