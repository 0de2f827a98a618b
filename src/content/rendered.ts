import type {
  BodyFormat,
  FindTemplate,
  MarkdownSwitches,
  Preset,
  ReadValue,
  SiteFacts,
} from '../model/index.ts';
import type { FindFile } from './html/urls.ts';

/** The body of an article and what its meaning depends on. */
export interface RenderInput {
  /** As shown in problems. */
  readonly file: string;
  /** 1-based line of the first line of the body. */
  readonly line: number;
  readonly format: BodyFormat;
  readonly text: string;
  /** Absolute URL of the article: relative URLs start from it (R23). */
  readonly url: string;
  /** Absolute, ends with `/`. */
  readonly site: string;
  /** Plain text; a first heading or line that repeats it is left out. */
  readonly title: string;
  /** Sets what is ambiguous between dialects. Without it every construct is read that only one dialect has. */
  readonly preset?: Preset;
  /** The articles are an Obsidian vault: `%%…%%` is a comment. */
  readonly vault?: boolean;
  /** Where the tool's configuration sets switches of Markdown otherwise than the tool does by default. */
  readonly switches?: MarkdownSwitches;
  /** The text was rendered already: what looks like a template tag is text. */
  readonly isRendered?: boolean;
  /** The tool must not run template tags in this article. */
  readonly plainBraces?: boolean;
  /** The text is MDX, or is not, whatever the ending of its file. */
  readonly isMdx?: boolean;
  readonly readValue?: ReadValue | undefined;
  readonly findTemplate?: FindTemplate | undefined;
  readonly siteFacts?: SiteFacts | undefined;
  /** The URL of the article that a source file, slug or `post_url` name stands for. */
  readonly resolvePost?: (ref: string) => string | undefined;
  /** The URL of the page that a link without a file extension names by its path, where the tool looks for it. */
  readonly findPage?: (path: string) => string | undefined;
  /** The title of the article at a URL. */
  readonly findTitle?: (url: string) => string | undefined;
  /** Absolute URL that relative images start from, where that is not the article. */
  readonly mediaBase?: string | undefined;
  /** The path from the top of the site of the file that a note embeds by its name alone. */
  readonly findEmbed?: (name: string) => string | undefined;
  /** The URL under which the site has a file that the body names. */
  readonly findFile?: FindFile;
}
