/** Elements with which a block of HTML begins, in which backticks are not code (CommonMark §4.6, kind 6). */
const HTML_BLOCK =
  / {0,3}<\/?(?:address|article|aside|blockquote|body|center|details|dialog|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/imy;
const BLANK_LINE = /[ \t]*$/my;

/** Whether a line of the paragraph up to a place begins a block of HTML; asked from the first to the last. */
export function followHtmlBlocks(text: string): (index: number) => boolean {
  let line = 0;
  let isHtml = false;
  return (index) => {
    while (line <= index) {
      const end = text.indexOf('\n', line);
      HTML_BLOCK.lastIndex = line;
      BLANK_LINE.lastIndex = line;
      if (BLANK_LINE.test(text)) isHtml = false;
      else isHtml ||= HTML_BLOCK.test(text);
      line = end < 0 ? Number.POSITIVE_INFINITY : end + 1;
    }
    return isHtml;
  };
}

/** Code for a block of HTML. Its signs are entities, so it reads the same where a tool reads Markdown in that block. */
export function quoteInHtml(code: string): string {
  const line = code.replace(/\s*\n\s*/g, ' ').trim();
  return `<code>${line.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</code>`;
}
