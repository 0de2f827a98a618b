/** Switches of Markdown that the configuration of a tool sets otherwise than the tool does by default. */
export interface MarkdownSwitches {
  /** A line break in a paragraph is one on the page. */
  readonly breaks?: boolean;
  /** Typographic quotes, dashes and ellipses. */
  readonly smartPunctuation?: boolean;
  /** URLs without angle brackets become links. */
  readonly bareLinks?: boolean;
  readonly definitionLists?: boolean;
  readonly strikethrough?: boolean;
  readonly tables?: boolean;
  readonly taskLists?: boolean;
  readonly footnotes?: boolean;
  /** `:tada:` is the emoji. */
  readonly emoji?: boolean;
  /** HTML in Markdown is on the page. */
  readonly rawHtml?: boolean;
  /** Markdown in blocks of HTML is read without being asked for. */
  readonly markdownInHtml?: boolean;
  /** Formulas such as `\\(x\\)` are handed through as they are. */
  readonly passthrough?: boolean;
}

/** What a variable of a template such as `page.version` holds: null if it prints nothing, undefined if its value is unknown. */
export type ReadValue = (name: string) => unknown;

/**
 * What names a template of the site: Jekyll's and Eleventy's `{% include x %}`, `{% include_relative x %}` beside the article, Hugo's
 * `{{< x >}}` and the partials in its template, Zola's `{{ x() }}`, and the parts of an article in files that its path leads to: `<!--@include: ../x.md-->`, and of code `<<< ../x.js`.
 */
export type TemplateKind = 'include' | 'beside' | 'shortcode' | 'partial' | 'call' | 'part' | 'snippet';

/** What the templates of a site of Hugo ask it for; undefined for what no one knows. */
export interface SiteFacts {
  /** The text of a key of `i18n/` in the language of the article, as a template. @param count chooses a plural form */
  readonly translate: (key: string, count?: number) => string | undefined;
  /** Whether `assets/` has a file. */
  readonly hasAsset: (path: string) => boolean;
  /** The images of the page bundle by their names, those that a pattern means. */
  readonly listImages: (pattern?: string) => readonly string[] | undefined;
}

/** The text of the site's own template of a name; undefined where the site has none. */
export type FindTemplate = (kind: TemplateKind, name: string) => string | undefined;
