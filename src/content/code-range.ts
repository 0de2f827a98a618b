/** Code that a template tag holds: `{% highlight ruby %}…{% endhighlight %}`. */
interface CodeBlock {
  readonly language: string;
  /** Where the code itself begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The arguments of the tag, where the tool shows what they say. */
  readonly options?: string;
}

/** A part of a source text that is code, or a comment: template tags in it are never touched. */
export interface CodeRange {
  readonly start: number;
  readonly end: number;
  readonly block?: CodeBlock;
}

/**
 * Whether a place lies in one of the ranges, which are in order.
 * @returns a question to ask of one offset after the other, from the first to the last
 */
export function followRanges(ranges: readonly CodeRange[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** The same for whether a place lies inside a range, behind its first character: what begins there is the code itself. */
export function followInside(ranges: readonly CodeRange[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) < offset;
  };
}
