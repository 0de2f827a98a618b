const iri = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * The id for Atom, which takes only absolute IRIs (RFC 4287 §4.2.6, R39). An IRI stays as it is, character by
 * character. A bare UUID becomes `urn:uuid:`, anything else (`42`, adopted from an old RSS feed) a fragment of the home
 * page: as stable as the id itself.
 * @returns undefined when the id is no IRI and there is no home page
 */
export function absoluteId(id: string, home: string | undefined): string | undefined {
  if (iri.test(id)) return id;
  if (uuid.test(id)) return `urn:uuid:${id.toLowerCase()}`;
  return home === undefined ? undefined : `${home.replace(/#.*$/s, '')}#${encodeURIComponent(id)}`;
}
