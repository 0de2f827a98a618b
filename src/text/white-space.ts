/** A text on one line: each run of white space is one blank, and none is around it. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** YAML with two spaces for each tab that a line begins with, as Hexo reads it. */
export function replaceTabs(yaml: string): string {
  return yaml.replace(/(?<=\n)\t+/g, (tabs) => '  '.repeat(tabs.length));
}

/** A value in quotes, and a comment right after it. */
const CLOSE_COMMENT =
  /^([ \t]*(?:-[ \t]+)*(?:[\w.-]+[ \t]*:[ \t]+)?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'))#/gm;

/** YAML with a space before comments that follow a quote: the parsers of Ruby and Go need none, the standard does (YAML 1.2 §6.6). */
export function spaceComments(yaml: string): string {
  return yaml.replace(CLOSE_COMMENT, '$1 #');
}
