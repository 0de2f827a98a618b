import type { Problem, Rendered } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { makeLegal } from '../text/legal.ts';
import { explainAbbreviations, type Meanings } from './abbreviations.ts';
import { hasTooManyBareLinks } from './bare-links.ts';
import { quoteBracketFormulas } from './bracket-formulas.ts';
import { addBreaks } from './breaks.ts';
import { obeyDirectives } from './code-directives.ts';
import { showCodeTitles } from './code-titles.ts';
import type { Dialect } from './dialects.ts';
import { takeShortWay } from './fast-path.ts';
import { checkCost, checkMarkers, hasTooMuchTypography, type Refusal } from './guards.ts';
import { indentFences } from './hexo-fences.ts';
import { type Cleaned, cleanTree, type TextStyle } from './html/clean.ts';
import type { Addresses } from './html/urls.ts';
import { endAddresses, separateHtml } from './html-blocks.ts';
import { moveInlineNotes } from './inline-notes.ts';
import { readKramdownBody } from './kramdown-body.ts';
import { parseHtml, parseMarkdown, writePlainMarkdown } from './markdown.ts';
import { extensionsFor, quoteBesideMoney, separateFormulas } from './mathematics.ts';
import { closeComponents, nameMembers, separateTags } from './mdx-blocks.ts';
import { alignBlocks } from './mdx-indentation.ts';
import { omitHtml } from './omit-html.ts';
import { joinSeparated } from './paragraphs.ts';
import { EXTENSIONS } from './parser-form.ts';
import { readLead } from './plain-text.ts';
import { findPreviewEnds, readPreview } from './previews.ts';
import { quoteAttributes } from './quote-attributes.ts';
import type { RenderInput } from './rendered.ts';
import {
  type BodyPlace,
  placeOffset,
  reportCleaning,
  reportFindings,
  reportHiddenCode,
  reportIllegal,
  reportMissing,
  reportOmitted,
  reportOpenComment,
  reportPreview,
} from './report-findings.ts';
import { templateContext } from './template-context.ts';
import { expandTemplates } from './templates/expand.ts';
import type { TemplateContext } from './templates/expander.ts';
import { renderText } from './text-body.ts';
import { keepTildes } from './tildes.ts';
import { findOpenComment, quoteUnclosed } from './unclosed.ts';

/**
 * Renders the body of an article: template tags of any dialect read or removed, Markdown parsed (CommonMark, GFM,
 * footnotes), unsafe markup gone, URLs absolute, text legal in XML (R20, R23, R25, R26). Never throws, whatever the text;
 * the same input gives the same output. Takes below a second for 1 MB: what would take longer is refused with an error.
 */
export function render(input: RenderInput): Rendered {
  const all = makeLegal(joinSeparated(input.text));
  const markdown = input.format === 'markdown';
  const previews = input.format === 'text' ? [] : findPreviewEnds(all.text, markdown);
  const legal = previews.length > 0 ? { ...all, text: readPreview(all.text, previews) } : all;
  const body: BodyPlace = { file: input.file, line: input.line, text: legal.text };
  const illegal = reportIllegal({ ...body, text: input.text }, legal);
  if (input.format === 'text') {
    const html = renderText(legal.text, input.title);
    return { html, lead: readLead(html), problems: illegal };
  }
  const costly = checkCost(legal.text, markdown);
  if (costly !== undefined) return refuse(body, costly, illegal);
  const context = templateContext(input);
  const { dialect } = context;
  const own = takeOut(legal.text, input, dialect);
  const expanded = input.isRendered ? { text: own.text, findings: [] } : expandTemplates(own.text, context);
  const code = markdown ? obeyDirectives(expanded.text, input.preset) : { text: expanded.text, hiddenBy: [] };
  const { text: joined, meanings } = readKramdownBody(code.text, markdown ? dialect : undefined);
  const whole = quoteUnclosed(joined, markdown);
  const prepared = markdown ? prepareMarkdown(whole, context, input.isMdx) : whole;
  const grown = checkGrown(own.text, whole, prepared, markdown);
  if (grown !== undefined) return refuse(body, { ...grown, offset: 0 }, illegal);
  const { url, site, resolvePost, findPage, title, mediaBase, findFile } = input;
  const { rootedAtSite: isBelowSite, linksPages } = dialect;
  const addresses = { url, site, resolvePost, findPage, mediaBase, findFile, isBelowSite, linksPages };
  const scope: Scope = { title, addresses, dialect, meanings };
  const cleaned = markdown
    ? cleanMarkdown(prepared, scope)
    : cleanTree(parseHtml(whole), title, scope.addresses, styleOf(dialect));
  const isOpen = findOpenComment(expanded.text, markdown) !== undefined;
  const problems = [
    ...illegal,
    ...(isOpen ? reportOpenComment(body) : []),
    ...previews.map((each) => reportPreview({ ...body, text: all.text }, each)),
    ...reportOmitted(body, own.offsets),
    ...reportFindings(body, expanded.findings, dialect.templates === 'first'),
    ...reportHiddenCode(body, code.hiddenBy),
    ...reportCleaning(body, cleaned),
    ...reportMissing(body, whole, cleaned),
  ];
  return {
    html: cleaned.html,
    lead: readLead(cleaned.html),
    problems,
    ...(cleaned.excerpt === undefined ? {} : { excerpt: cleaned.excerpt }),
    ...(cleaned.heading === undefined ? {} : { heading: cleaned.heading }),
    ...(cleaned.image === undefined ? {} : { image: cleaned.image }),
  };
}

/** What a text became on the way to the parser may cost more than what was written. */
function checkGrown(
  written: string,
  whole: string,
  prepared: string,
  markdown: boolean,
): Refusal | undefined {
  const expanded = whole === written ? undefined : checkCost(whole, markdown);
  return expanded ?? (prepared === whole ? undefined : checkMarkers(prepared));
}

/** What a tool does with HTML and code before it reads anything else. */
function takeOut(text: string, input: RenderInput, dialect: Dialect): ReturnType<typeof omitHtml> {
  if (input.format !== 'markdown' || input.isRendered) return { text, offsets: [] };
  const quoted = quoteBracketFormulas(quoteBesideMoney(text, dialect), dialect);
  if (input.switches?.rawHtml === false) return omitHtml(quoted);
  return { text: dialect.fencesFirst ? indentFences(quoted) : quoted, offsets: [] };
}

function chooseExtensions(text: string, dialect: Dialect): number {
  const extensions = extensionsFor(text, dialect);
  const linked = hasTooManyBareLinks(text) ? extensions & ~EXTENSIONS.bareLinks : extensions;
  const isSmart = (linked & EXTENSIONS.smartPunctuation) !== 0;
  return isSmart && hasTooMuchTypography(text) ? linked & ~EXTENSIONS.smartPunctuation : linked;
}

/** What only Markdown needs before it is parsed: each step looks first whether it has something to do. */
function prepareMarkdown(
  text: string,
  { mdx, preset, dialect, vault }: TemplateContext,
  isMdx: boolean | undefined,
): string {
  const kept = keepTildes(text, dialect);
  const noted = vault ? moveInlineNotes(kept) : kept;
  const ended =
    (dialect.extensions & EXTENSIONS.bareLinks) === 0 ? noted : endAddresses(noted, dialect.asciiLinks);
  // Docusaurus reads articles as MDX unless they say no; what braces are in one is not as sure as what tags are.
  const hasComponents = mdx || (preset === 'docusaurus' && isMdx !== false);
  const titled = showCodeTitles(ended, preset, vault);
  const formulas = separateFormulas(
    closeComponents(hasComponents ? separateTags(alignBlocks(nameMembers(titled))) : titled),
    dialect,
  );
  return quoteAttributes(separateHtml(formulas, dialect.kramdown));
}

/** What the HTML of a body depends on. */
interface Scope {
  readonly title: string;
  readonly addresses: Addresses;
  readonly dialect: Dialect;
  readonly meanings: Meanings | undefined;
}

/** Most Markdown holds no HTML of its own and takes the short way; both give the same. */
function cleanMarkdown(text: string, { title, addresses, dialect, meanings }: Scope): Cleaned {
  const { notePrefix, breaks } = dialect;
  const extensions = chooseExtensions(text, dialect);
  const style = styleOf(dialect);
  const needsTree = breaks || meanings !== undefined || extensions !== dialect.extensions;
  const plain = needsTree ? undefined : writePlainMarkdown(text, extensions);
  const short = plain === undefined ? undefined : takeShortWay(plain, title, addresses, style);
  if (short) return { ...NOTHING_REMOVED, ...short };
  const parsed = parseMarkdown(text, notePrefix, extensions);
  const tree = meanings === undefined ? parsed : explainAbbreviations(parsed, meanings);
  return cleanTree(breaks ? addBreaks(tree) : tree, title, addresses, style);
}

function styleOf({ templates, emoji }: Dialect): TextStyle {
  return { quotesBraces: templates === 'tags', emoji };
}

const NOTHING_REMOVED: Omit<Cleaned, 'html' | 'image' | 'heading'> = {
  ...{ removed: new Map(), replaced: new Map(), unwrapped: new Map(), hidden: new Map() },
  ...{ lost: [], excerpt: undefined },
};

function refuse(
  body: BodyPlace,
  cost: { reason: string; offset: number },
  problems: readonly Problem[],
): Rendered {
  const refused = problem('body-too-costly', placeOffset(body, cost.offset), { reason: cost.reason });
  return { html: '', lead: '', problems: [...problems, refused] };
}

export { legalText } from '../text/legal.ts';
export type { RenderInput } from './rendered.ts';
export { deriveTitle, deriveWords } from './titles.ts';
