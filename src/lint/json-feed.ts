import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { inspectHtml } from './content.ts';
import { FEED, type JsonRule, type JsonRules } from './json-rules.ts';
import { type JsonNode, parseJson } from './json-tree.ts';
import type { Inspection } from './rules.ts';
import { placeAt } from './source-text.ts';

/** Inspects a document that is JSON, or tries to be. */
export function inspectJsonFeed(inspection: Inspection): readonly Problem[] {
  const parsed = parseJson(inspection.text);
  if ('fault' in parsed) {
    const { reason, offset } = parsed.fault;
    return [problem('feed-not-well-formed', placeAt(inspection, offset), { reason, isMinor: false })];
  }
  const { node } = parsed;
  if (node.kind !== 'object' || !node.members.has('version'))
    return [problem('feed-not-a-feed', placeAt(inspection, node.offset), { root: 'JSON without "version"' })];
  return [
    ...inspectNode(node, FEED, 'feed', inspection),
    ...inspectFeedUrls(node, inspection),
    ...inspectJsonIds(node, inspection),
  ];
}

function inspectNode(
  node: JsonNode,
  rule: JsonRule,
  name: string,
  inspection: Inspection,
): readonly Problem[] {
  const place = placeAt(inspection, node.offset);
  if (node.kind !== rule.kind) {
    // JSON Feed §items: a number is read as text.
    const isTolerated = rule.mayBeNumber && node.kind === 'number';
    const details = { name, found: node.kind, expected: rule.kind };
    return [problem(isTolerated ? 'feed-json-number' : 'feed-json-type', place, details)];
  }
  if (node.kind === 'array')
    return node.items.flatMap((item) =>
      rule.items ? inspectNode(item, rule.items, `${name}[]`, inspection) : [],
    );
  if (node.kind === 'object') return inspectMembers(node, rule.members ?? {}, name, inspection);
  const value = node.kind === 'string' ? node.value : node.kind === 'number' ? String(node.value) : '';
  const found = rule.value?.(value, name, inspection)?.(place) ?? [];
  const locate = (needle: string) => locateInside(node.offset, needle, inspection);
  return [...[found].flat(), ...(rule.isHtml ? inspectHtml(value, locate) : [])];
}

/** Where a text is in a string, if it needs no escapes, else where the string begins. */
function locateInside(offset: number, needle: string, inspection: Inspection): Place {
  const { text } = inspection;
  const lineEnd = text.indexOf('\n', offset);
  const found = text.slice(offset, lineEnd < 0 ? undefined : lineEnd).indexOf(needle);
  return placeAt(inspection, offset + Math.max(found, 0));
}

function inspectMembers(
  node: JsonNode & { readonly kind: 'object' },
  rules: JsonRules,
  name: string,
  inspection: Inspection,
): readonly Problem[] {
  const place = placeAt(inspection, node.offset);
  const problems = [...node.members].flatMap(([key, { offset, node: value, isRepeated }]) => {
    const at = placeAt(inspection, offset);
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    const repeated = isRepeated ? [problem('feed-json-repeated', at, { key })] : [];
    // Names that begin with _ are extensions (JSON Feed §extensions).
    if (!rule)
      return key.startsWith('_')
        ? repeated
        : [...repeated, problem('feed-json-unknown', at, { key, parent: name })];
    return [...repeated, ...inspectNode(value, rule, key, inspection)];
  });
  const missing = Object.entries(rules).filter(([key, { required }]) => required && !node.members.has(key));
  const isItem = name === 'items[]';
  const hasContent = node.members.has('content_html') || node.members.has('content_text');
  return [
    ...problems,
    ...missing.map(([key, { required: hurt = '' }]) =>
      problem('feed-element-missing', place, { element: key, parent: name, hurt }),
    ),
    ...(isItem && !node.members.has('date_published') ? [problem('feed-date-missing', place, {})] : []),
    ...(name === 'feed' && !node.members.has('home_page_url')
      ? [problem('feed-home-missing', place, { element: 'home_page_url' })]
      : []),
    ...(isItem && !hasContent ? [problem('feed-json-content', place, {})] : []),
  ];
}

/** R41: the next page is another one; and the URL of the feed is the one it was read from (R38). */
function inspectFeedUrls(
  node: JsonNode & { readonly kind: 'object' },
  inspection: Inspection,
): readonly Problem[] {
  const self = node.members.get('feed_url');
  const next = node.members.get('next_url');
  const { address } = inspection;
  const place = placeAt(inspection, (self ?? node).offset);
  if (self?.node.kind !== 'string') return self ? [] : [problem('feed-self-missing', place, {})];
  const { value } = self.node;
  return [
    ...(next?.node.kind === 'string' && next.node.value === value
      ? [problem('feed-json-next', placeAt(inspection, next.offset), {})]
      : []),
    ...(address !== undefined && URL.canParse(value) && new URL(value).href !== new URL(address).href
      ? [problem('feed-self-differs', place, { self: value, address })]
      : []),
  ];
}

function inspectJsonIds(
  node: JsonNode & { readonly kind: 'object' },
  inspection: Inspection,
): readonly Problem[] {
  const items = node.members.get('items')?.node;
  const lines = new Map<string, number>();
  return (items?.kind === 'array' ? items.items : []).flatMap((item) => {
    const id = item.kind === 'object' ? item.members.get('id')?.node : undefined;
    if (id?.kind !== 'string' || id.value === '') return [];
    const place = placeAt(inspection, id.offset);
    const line = lines.get(id.value);
    if (line === undefined) lines.set(id.value, place.line ?? 1);
    return line === undefined ? [] : [problem('feed-id-repeated', place, { id: id.value, line })];
  });
}
