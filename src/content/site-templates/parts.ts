/** An expression of a template, without its pipes: `a | f b` is the call `f b a`. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | {
      readonly kind: 'path';
      /** `.`, `$`, `@` for the shortcode itself, the name of a variable, or what stands in brackets before the first dot. */
      readonly from: '.' | '$' | string | Expression;
      readonly steps: readonly string[];
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** A part of a template, as all of them are read. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly value: Expression }
  /** `$name := value`, and `$name = value`. */
  | { readonly kind: 'set'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'choice'; readonly branches: readonly Branch[] };

/** `if`, `with` or `range` with what it shows; the last one may be `else`, which has no value. */
export interface Branch {
  readonly kind: 'if' | 'with' | 'range' | 'else';
  readonly value: Expression | undefined;
  /** The variables that it sets: the value, or key and value of `range`. */
  readonly names: readonly string[];
  readonly parts: Part[];
}
