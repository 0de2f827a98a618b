import type { Fingerprint } from '../model/index.ts';

/**
 * Where the manifest stands, below the output folder. It is JSON, but `.json` files of this folder are mistaken for feeds, and every host
 * serves `.txt`; Jekyll and some hosts drop files that begin with a dot or `_`.
 */
export const MANIFEST_PATH = 'feedwright-manifest.txt';

/** What is published, known whole: public facts only. Times in ms. */
export interface Manifest {
  /** Home page of the site when it was published. */
  readonly site: string;
  /** What Atom ids that are not IRIs begin with. */
  readonly atomBase: string;
  /** Current documents and archives. */
  readonly pages: readonly ManifestPage[];
  /** Pages for people and lists of feeds. */
  readonly files: readonly ManifestFile[];
  /** Artwork of shows that is a file of the site, by URL: directories keep what they have loaded from one. */
  readonly artwork: readonly ManifestFile[];
  /** What the pages carry, newest first. */
  readonly articles: readonly ManifestArticle[];
  /** Articles that earlier builds published and no page carries any more; subscribers still have them. */
  readonly left: readonly ManifestArticle[];
}

/** Documents that carry the same articles. */
export interface ManifestPage {
  /** The path of the first document of its feed, also for an archive. */
  readonly feed: string;
  /** The number of an archive. */
  readonly archive?: number;
  readonly documents: readonly ManifestDocument[];
  /** Indices into the articles. */
  readonly articles: readonly number[];
}

export interface ManifestFile {
  /** Below the output folder. */
  readonly path: string;
  /** Of its text; of an archive, of the checksums of its pieces. */
  readonly hash: string;
}

export interface ManifestDocument extends ManifestFile {
  readonly format: string;
}

export interface ManifestArticle {
  /** In RSS and JSON Feed; {@link Manifest.atomBase} says what Atom makes of it. */
  readonly id: string;
  readonly url: string;
  /** As far as the URL does not spell it. */
  readonly title: string;
  readonly published: number;
  readonly updated: number;
  /** The time in the article itself, if the build gave it a different one (`schedule: on-build`). */
  readonly said?: number;
  readonly fingerprint: Fingerprint;
}
