/** Languages that sites are written in; every other one has a tag too, which its speakers know. */
const TAGS =
  'ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko la lb lt lv mk ml ms mt nb nl nn no pl pt ro ru sk sl sq sr sv ta te th tr uk ur uz vi zh';

/** The BCP 47 tag of a language by its name, in English or its own language: `german` and `Deutsch` are `de`. */
export function findLanguageTag(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const english = new Intl.DisplayNames('en', { type: 'language' });
  return TAGS.split(' ').find((tag) => {
    const own = new Intl.DisplayNames(tag, { type: 'language' });
    return [english.of(tag), own.of(tag)].some((known) => known?.toLowerCase() === wanted);
  });
}
