/** One field of an element, in configuration, front matter and programs alike. */
export interface TagField {
  /** The attribute that carries it; without one it is the text of the element. */
  readonly attribute?: string;
  readonly isRequired?: true;
  /** Whether it is a URL, which may be a path on the site. */
  readonly isUrl?: true;
  /** What it must look like (flag `u`). */
  readonly pattern?: string;
  /** The most characters that apps keep. */
  readonly most?: number;
  /** What it must be, as messages say it. */
  readonly expected: string;
}

/** An element of the podcast namespace: what people write, and what it becomes. */
export interface TagRule {
  readonly element: string;
  /** The one element around all of them. */
  readonly wrapper?: string;
  /** The field that a bare text means. */
  readonly short: string;
  readonly fields: Readonly<Record<string, TagField>>;
  /** Fields that hold elements inside; at least one is needed of those that are required. */
  readonly children?: Readonly<Record<string, TagRule & { readonly isRequired?: true }>>;
  /** Fields that need not be written. */
  readonly defaults?: (value: TagValue) => TagValue;
  /** Whether there is only one. */
  readonly isSingle?: true;
  readonly description: string;
  /** As YAML. */
  readonly example: string;
}

/** A value of the table, by the names of its fields. */
export type TagValue = Readonly<Record<string, unknown>>;

export const text = (most: number): TagField => ({ most, expected: `text of at most ${most} characters` });
export const url: TagField = { isUrl: true, expected: 'a URL that begins with https:// or http://' };
export const word: TagField = { pattern: '^\\S+$', expected: 'one word' };
export const number: TagField = { pattern: '^\\d{1,12}(?:\\.\\d{1,12})?$', expected: 'a number, 0 or more' };
export const whole: TagField = { pattern: '^\\d{1,15}$', expected: 'a whole number, 0 or more' };
export const yes: TagField = { pattern: '^(?:true|false)$', expected: 'true or false' };
export const mime: TagField = {
  pattern: '^[\\w.+\\-]+/[\\w.+\\-]+$',
  expected: 'a media type such as audio/opus',
};
export const at = (attribute: string, field: TagField): TagField => ({ ...field, attribute });
export const needed = (field: TagField): TagField => ({ ...field, isRequired: true });

export const REMOTE = {
  element: 'remoteItem',
  short: 'guid',
  fields: {
    guid: needed(
      at('feedGuid', {
        pattern: '^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
        expected: 'the podcast:guid of a show, a UUID',
      }),
    ),
    url: at('feedUrl', url),
    item: at('itemGuid', text(1000)),
    title: at('title', text(255)),
    medium: at('medium', word),
  },
} as const;

export const RECIPIENT: TagRule & { readonly isRequired: true } = {
  isRequired: true,
  element: 'valueRecipient',
  short: 'address',
  fields: {
    name: at('name', text(255)),
    type: needed(at('type', word)),
    address: needed(at('address', word)),
    split: needed(
      at('split', { pattern: '^[1-9]\\d{0,8}$', expected: 'a whole number of shares, 1 or more' }),
    ),
    fee: at('fee', yes),
    customKey: at('customKey', text(255)),
    customValue: at('customValue', text(1000)),
  },
  defaults: (value) => ({ type: isMail(value.address) ? 'lnaddress' : 'node', split: 1, ...value }),
  description: 'Who is paid.',
  example: '{ name: Ada, address: ada@getalby.com, split: 90 }',
};

function isMail(value: unknown): boolean {
  return typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value);
}

/** Payments go to Lightning addresses, or to nodes. */
export function methodOf(recipients: unknown): string {
  const all: readonly unknown[] = Array.isArray(recipients) ? recipients : [recipients];
  const isAddress = (each: unknown) =>
    isMail(typeof each === 'object' && each !== null && 'address' in each ? each.address : each);
  return all.some(isAddress) ? 'lnaddress' : 'keysend';
}
