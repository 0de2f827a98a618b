import { attributeOf, childElements, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isRssCore, RDF, RSS_1 } from './names.ts';
import type { ElementCheck, ElementRule, ElementRules, Inspection } from './rules.ts';
import { htmlText, plainText } from './text-rules.ts';
import { absoluteUrl, webUrl } from './urls.ts';
import { anything, notBlank } from './values.ts';
import { placeOf } from './walk.ts';

/** What is allowed where in RSS 1.0 (http://purl.org/rss/1.0/spec). */

const required = 'The specification requires it.';
const title: ElementRule = { value: notBlank, check: plainText, required };
const link: ElementRule = { value: absoluteUrl, required };
const text: ElementRule = { value: anything };

/** Every resource of RDF has a name. */
const about: ElementCheck = (element, inspection) => {
  // RSS 0.90 has no such names, and lists no items.
  if (element.uri !== RSS_1 || attributeOf(element, 'about', RDF) !== undefined) return [];
  const details = {
    element: element.local,
    attribute: 'rdf:about',
    hurt: 'Readers that read RDF find no item.',
  };
  return [problem('feed-attribute-missing', placeOf(element, inspection), details)];
};

const inspectChannel: ElementCheck = (element, inspection) => {
  const isListed = childElements(element).some(({ local, uri }) => local === 'items' && isRssCore(uri));
  const details = { element: 'items', parent: 'channel', hurt: required };
  const isMissing = element.uri === RSS_1 && !isListed;
  const missing = isMissing ? [problem('feed-element-missing', placeOf(element, inspection), details)] : [];
  return [...about(element, inspection), ...missing];
};

const reference: ElementRule = { check: hasReference };

function hasReference(element: XmlElement, inspection: Inspection): readonly Problem[] {
  if (attributeOf(element, 'resource', RDF) !== undefined) return [];
  const details = { element: element.local, attribute: 'rdf:resource', hurt: 'It leads nowhere.' };
  return [problem('feed-attribute-missing', placeOf(element, inspection), details)];
}

const channel: ElementRules = {
  title,
  link,
  description: { value: anything, check: plainText, required },
  image: reference,
  items: { children: { 'rdf:Seq': {} } },
  textinput: reference,
};

/** Names are resources: each stands once. */
const inspectResources: ElementCheck = (root, inspection) => {
  const seen = new Map<string, number>();
  return childElements(root).flatMap((element) => {
    const id = attributeOf(element, 'about', RDF);
    if (id === undefined || element.local !== 'item' || !isRssCore(element.uri)) return [];
    const line = seen.get(id);
    seen.set(id, line ?? element.line);
    return line === undefined
      ? []
      : [problem('feed-id-repeated', placeOf(element, inspection), { id, line })];
  });
};

/** The root of RSS 1.0. */
export const rdf: ElementRule = {
  children: {
    channel: { required: 'Readers find no feed.', children: channel, check: inspectChannel },
    image: { children: { title, url: { value: webUrl, required }, link }, check: about },
    item: {
      isRepeatable: true,
      children: {
        title,
        link,
        description: { value: anything, check: htmlText },
        'content:encoded': { value: anything, check: htmlText },
      },
      check: about,
    },
    textinput: {
      children: { title, description: { ...text, required }, name: { ...text, required }, link },
      check: about,
    },
  },
  check: inspectResources,
};
