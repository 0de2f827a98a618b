/** Code that a template tag holds: `{% highlight ruby %}…{% endhighlight %}`. */
export interface CodeBlock {
  readonly language: string;
  /** Where the code itself begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** A part of a source text that is code, or a comment: template tags in it are never touched. */
export interface CodeRange {
  readonly start: number;
  readonly end: number;
  readonly block?: CodeBlock;
}
