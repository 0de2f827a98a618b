/** RFC 4151 §2.1, with the letters of other scripts that Atom allows (RFC 3987). */
const TAG =
  /^tag:(?:[\w.-]{1,200}@)?[a-z0-9.-]{1,255},\d{4}(?:-\d\d(?:-\d\d)?)?:(?:[\w;/?:@&=+$.!~*'(),-]|%[\da-f]{2}|[^\0-\u009F\s])*(?:#(?:[\w;/?:@&=+$.!~*'(),-]|%[\da-f]{2}|[^\0-\u009F\s])*)?$/i;
/** RFC 8141 §2. */
const URN = /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:(?:[\w()+,.:=@;$!*'/?#&~-]|%[\da-f]{2}|[^\0-\u009F\s])+$/i;
/** RFC 9562 §4. */
const UUID = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether an id that begins as a `tag:` or `urn:` is one; any other text is no business of these rules. */
export function isUri(id: string): boolean {
  if (/^tag:/i.test(id)) return TAG.test(id);
  if (/^urn:uuid:/i.test(id)) return UUID.test(id);
  return !/^urn:/i.test(id) || URN.test(id);
}
