import type { Expander, Replacement } from './expander.ts';
import { findNext, LONGEST_TAG } from './expander.ts';

/** The tag of a component that shows code; its attributes are texts, or expressions without a brace in them. */
const OPENING = /^<CodeBlock((?:\s(?:[^<>"'{}]|"[^"<>]*"|'[^'<>]*'|\{[^{}<>]*\})*)?)>/;
const CLOSING = '</CodeBlock>';
/** An expression that is one text, without a value in it. */
const LITERAL =
  /^\s*\{\s*(?:`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')\s*\}\s*$/;

/** Reads `<CodeBlock language="js">{`…`}</CodeBlock>` of Docusaurus as the block of code that it shows. */
export function readCodeBlock(expander: Expander, start: number): Replacement | undefined {
  const { text } = expander;
  const opening = OPENING.exec(text.slice(start, start + LONGEST_TAG));
  if (opening === null) return undefined;
  const [tag, attributes = ''] = opening;
  const close = findNext(expander, CLOSING, start + tag.length);
  if (close < 0 || close - start > LONGEST_TAG) return undefined;
  const code = readCode(text.slice(start + tag.length, close));
  const [, indentation] =
    /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, start - LONGEST_INDENTATION), start)) ?? [];
  if (code === undefined || indentation === undefined) return undefined;
  const lines = ['', ...writeFence(code, attributes), ''];
  return {
    text: lines.join(`\n${indentation}`),
    start: start - indentation.length,
    end: close + CLOSING.length,
  };
}

const LONGEST_INDENTATION = 100;

/** The code in a component: a literal text, or a line without tags and expressions. */
function readCode(inner: string): string | undefined {
  const literal = LITERAL.exec(inner);
  const written = literal?.[1] ?? literal?.[2] ?? literal?.[3];
  if (written !== undefined)
    return written
      .replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
      .replace(/^\n|\n[ \t]*$/g, '');
  return /^[^<>{}\n]+$/.test(inner) ? inner.trim() : undefined;
}

function writeFence(code: string, attributes: string): readonly string[] {
  const attributeOf = (name: string) =>
    new RegExp(`\\s${name}=(?:"([^"\\n]*)"|'([^'\\n]*)')`).exec(attributes)?.slice(1).find(Boolean);
  const [, named] = /\blanguage-([\w+#-]+)/.exec(attributeOf('className') ?? '') ?? [];
  const language = /^[\w+#-]+$/.exec(attributeOf('language') ?? named ?? '')?.[0] ?? '';
  const title = attributeOf('title')?.replace(/["`]/g, '');
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const about = title === undefined ? language : `${language || 'text'} title="${title}"`;
  return [fence + about, ...code.split('\n'), fence];
}
