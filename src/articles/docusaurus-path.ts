/** What the path of a post says to Docusaurus (content-blog, blogUtils). */
export interface DocusaurusPath {
  /** `2025-01-02`, however it is written. */
  readonly date?: string;
  /** What the URL is made of: the date with slashes as it is written, the folders before it, the name. */
  readonly path: string;
  /** The name alone. */
  readonly name: string;
}

/** Of several dates the last one counts. */
const DATED =
  /^(?<folder>.{0,1000})(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>[^\n]*?)(?:\/index)?\.mdx?$/;
const ENDING = /(?:\/index)?\.mdx?$/;

/** @param relative below the folder of the blog, `/` between segments */
export function readDocusaurusPath(relative: string): DocusaurusPath {
  const { folder = '', date, text = '' } = DATED.exec(relative)?.groups ?? {};
  const plain = relative.replace(ENDING, '');
  if (date === undefined) return { path: plain, name: plain.split('/').at(-1) ?? plain };
  const [year = '', month = '', day = ''] = date.split(/[-/]/);
  return {
    date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    path: `${[year, month, day].join('/')}/${folder}${text}`,
    name: text,
  };
}
