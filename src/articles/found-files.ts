/** A folder with the article files directly in it: what comes before their names. Ends with a separator, unless it is empty. */
export interface FoundFolder {
  /** Absolute. */
  readonly path: string;
  /** As shown to the user. */
  readonly file: string;
  /** Below the article folder; empty at the top. */
  readonly relative: string;
  /** Names in it of files that may say something about several articles. */
  readonly defaults: readonly string[];
}

/** The article files of a site, in a form that stays small for very many and can be sent to another thread. */
export interface FoundFiles {
  readonly folders: readonly FoundFolder[];
  readonly names: readonly string[];
  /** For each name the index of its folder. */
  readonly folderOf: readonly number[];
}
