import { fault, type ValueRule } from './rules.ts';

/** Characters that no URI or IRI contains (RFC 3987 §2.2), and `%` without two digits. */
const FORBIDDEN = /[\p{Cc}\s"<>\\^`{|}]|%(?![\dA-Fa-f]{2})/u;
const SCHEME = /^[A-Za-z][A-Za-z\d+.-]*:/;
const TAG =
  /^tag:(?:[A-Za-z\d._-]+@)?[A-Za-z\d](?:[A-Za-z\d.-]*[A-Za-z\d])?,\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?:[^[\]]*$/;
const URN = /^urn:[A-Za-z\d][A-Za-z\d-]{1,31}:.+$/i;
const UUID = /^urn:uuid:[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/i;

/** An absolute URL on the web or of another kind, such as `mailto:`. */
export const absoluteUrl: ValueRule = (text, name) => {
  const value = text.trim();
  if (value === '') return fault('feed-value-missing', { name });
  const reason = whyNoUrl(value);
  if (reason !== undefined) return fault('feed-address', { name, value, reason });
  return SCHEME.test(value) ? undefined : fault('feed-address-relative', { name, value });
};

/** An absolute `http:` or `https:` URL (R24). */
export const webUrl: ValueRule = (text, name, inspection) => {
  const value = text.trim();
  const found = absoluteUrl(value, name, inspection);
  if (found || /^https?:\/\//i.test(value)) return found;
  return fault('feed-address', { name, value, reason: 'does not begin with http:// or https://' });
};

/** A URL that may be relative, as Atom allows with `xml:base`. */
export const anyUrl: ValueRule = (value, name) => {
  const reason = whyNoUrl(value);
  return reason === undefined ? undefined : fault('feed-address', { name, value, reason });
};

/** An id of Atom: an absolute IRI with nothing around it (RFC 4287 §4.2.6). */
export const atomId: ValueRule = (value, name) => {
  if (value.trim() === '') return fault('feed-value-missing', { name });
  const reason = whyNoUrl(value) ?? (SCHEME.test(value) ? undefined : 'does not begin with a scheme');
  return reason === undefined ? undefined : fault('feed-address', { name, value, reason });
};

/** Why a text is not a URL, in words that fit after "it"; undefined when it may be one. */
function whyNoUrl(value: string): string | undefined {
  const strange = FORBIDDEN.exec(value)?.[0];
  if (strange !== undefined) return `contains ${JSON.stringify(strange)}`;
  if (/^https?:/i.test(value)) return whyNoWebUrl(value);
  if (/^tag:/i.test(value) && !TAG.test(value)) return 'is not tag:DOMAIN,YEAR:NAME (RFC 4151)';
  if (/^urn:uuid:/i.test(value)) return UUID.test(value) ? undefined : 'is not a UUID';
  if (/^urn:/i.test(value) && !URN.test(value)) return 'is not urn:NAMESPACE:NAME (RFC 8141)';
  return undefined;
}

function whyNoWebUrl(value: string): string | undefined {
  if (!/^https?:\/\/[^/?#]/i.test(value)) return 'names no host';
  return URL.canParse(value) ? undefined : 'has a host or port that cannot be';
}
