/** The ending of the file that a URL names, in lower case; empty for none. */
export function endingOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return /\.(\w{2,5})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
