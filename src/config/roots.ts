/** Where things are: folders that paths start from, all absolute. */
export interface Roots {
  /** The folder of the configuration file. */
  readonly root: string;
  readonly workingDirectory: string;
  /** Whether articles will be written, so that their folder need not be there. */
  readonly writesArticles?: boolean;
}
