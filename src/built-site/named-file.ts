/** A file that an article names: as written there, and where its URL would be. */
export interface NamedFile {
  readonly written: string;
  /** Absolute. */
  readonly url: string;
  readonly alt?: string | undefined;
  /** The file on the disk that a path means, if there is one: its absolute path, and whether it is next to the article. */
  readonly locate: (written: string) => { readonly path: string; readonly isBeside: boolean } | undefined;
}

/** Where the site has a file that an article names; undefined if unknown. */
export type FindFile = (file: NamedFile) => string | undefined;
