/** A text on one line: each run of white space is one blank, and none is around it. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** YAML with two spaces for each tab that a line begins with, as Hexo reads it. */
export function replaceTabs(yaml: string): string {
  return yaml.replace(/(?<=\n)\t+/g, (tabs) => '  '.repeat(tabs.length));
}
