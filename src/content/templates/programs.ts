import { findClosing, shortcodeEnd, tagEnd } from './closings.ts';
import { type Expander, type Replacement, readIndent } from './expander.ts';
import { noteRemoved } from './findings.ts';
import { writeCodeBlock } from './literal.ts';

/** Blocks whose text a script draws: readers can read it as code. */
const DRAWN: ReadonlySet<string> = new Set('mermaid plantuml graphviz dot goat diagram'.split(' '));
/** Blocks whose text is data of a script. */
const DATA: ReadonlySet<string> = new Set(
  'chart chartjs echarts apexcharts plotly vega vegalite mapbox script javascript'.split(' '),
);

/** Reads `{{< mermaid >}}…{{< /mermaid >}}` as code, and leaves out what a script alone reads. */
export function readProgramShortcode(
  expander: Expander,
  name: string,
  start: number,
  end: number,
): Replacement | undefined {
  // Hugo takes what is in a shortcode whose name ends so for its template.
  const key = name.endsWith('.inline') ? 'script' : name;
  return readProgram(expander, key, start, end, { closing: shortcodeEnd(name), kind: `{{< ${name} >}}` });
}

/** The same for tags: `{% mermaid %}…{% endmermaid %}`, and Zola's with brackets. */
export function readProgramTag(
  expander: Expander,
  name: string,
  isCall: boolean,
  start: number,
  end: number,
): Replacement | undefined {
  return readProgram(expander, name, start, end, { closing: tagEnd(name, isCall), kind: `{% ${name} %}` });
}

function readProgram(
  expander: Expander,
  name: string,
  start: number,
  from: number,
  { closing, kind }: { readonly closing: string; readonly kind: string },
): Replacement | undefined {
  const key = name.toLowerCase();
  const isDrawn = DRAWN.has(key);
  if (!isDrawn && !DATA.has(key)) return undefined;
  const end = findClosing(expander, closing, from);
  if (end === undefined) return undefined;
  noteRemoved(expander, kind, start);
  const inner = expander.text.slice(from, end);
  // The end tag begins with the same two signs.
  const code = inner.slice(0, inner.lastIndexOf(kind.slice(0, 2)));
  const indent = readIndent(expander.text, start);
  return { text: isDrawn ? writeCodeBlock(expander, code, key, indent) : '', end };
}
