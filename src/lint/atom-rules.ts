import { inspectAtomContent, inspectEntry, inspectFeed, inspectSelf, inspectSource } from './atom-checks.ts';
import { internetDate } from './dates.ts';
import type { AttributeRule, ElementRule, ElementRules } from './rules.ts';
import { atomText, plainText } from './text-rules.ts';
import { anyUrl, atomId } from './urls.ts';
import { anything, language, mail, mimeType, nonNegativeInteger, notBlank, oneOf } from './values.ts';

/** What is allowed where in Atom 1.0 (RFC 4287). */

const text: ElementRule = {
  attributes: { type: { value: oneOf('text', 'html', 'xhtml') } },
  check: atomText,
};
const date: ElementRule = { value: internetDate };
const id: ElementRule = { value: atomId };
const invalid = 'Strict readers reject the feed.';

const person: ElementRule = {
  isRepeatable: true,
  children: {
    name: { value: notBlank, check: plainText, required: 'Readers show no name.' },
    uri: { value: anyUrl },
    email: { value: mail },
  },
};

const link: ElementRule = {
  isRepeatable: true,
  value: anything,
  attributes: {
    href: { required: 'It leads nowhere.', value: anyUrl },
    rel: { value: notBlank },
    type: { value: mimeType },
    hreflang: { value: language },
    title: { value: notBlank },
    length: { value: nonNegativeInteger },
  },
};

/** A link of Atom in a feed of RSS. */
export const atomLink: ElementRule = { ...link, check: inspectSelf };

const category: ElementRule = {
  isRepeatable: true,
  attributes: {
    term: { required: 'Readers show no tag.', value: notBlank },
    scheme: { value: atomId },
    label: {},
  },
};

const anyType: AttributeRule = {};
const content: ElementRule = {
  attributes: { type: anyType, src: { value: anyUrl } },
  check: inspectAtomContent,
};

const metadata: ElementRules = {
  author: person,
  category,
  contributor: person,
  generator: { value: notBlank, attributes: { uri: { value: anyUrl }, version: {} } },
  icon: { value: anyUrl },
  id,
  link,
  logo: { value: anyUrl },
  rights: text,
  subtitle: text,
  title: text,
  updated: date,
};

const entry: ElementRule = {
  isRepeatable: true,
  children: {
    author: person,
    category,
    content,
    contributor: person,
    id: { ...id, required: 'Readers guess an id, and show the article again when the guess changes.' },
    link,
    published: date,
    rights: text,
    source: { children: metadata, check: inspectSource },
    summary: text,
    title: { ...text, required: 'Readers show an article without a title.' },
    updated: { ...date, required: 'Readers show the time of their visit as its date.' },
  },
  check: inspectEntry,
};

/** The root of Atom 1.0. */
export const feed: ElementRule = {
  children: {
    ...metadata,
    id: { ...id, required: invalid },
    title: { ...text, required: 'Readers show a feed without a name.' },
    updated: { ...date, required: invalid },
    entry,
  },
  check: inspectFeed,
};
