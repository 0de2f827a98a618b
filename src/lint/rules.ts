import type { XmlElement } from '../documents/xml-element.ts';
import type { Place, Problem } from '../model/index.ts';
import { type ProblemCode, type ProblemDetails, problem } from '../problems/problem.ts';

/** What is inspected, and what decides about some findings. */
export interface Inspection {
  /** The document as shown to the user: a file or a URL. */
  readonly file: string;
  readonly text: string;
  /** The URL it was read from, if it was. */
  readonly address?: string;
  /** The offset of the first character of each line. */
  readonly lineStarts: readonly number[];
  /** Time of the run in ms. */
  readonly now: number;
}

/** A finding that waits for its place. */
export type Fault = (place: Place) => Problem;

export function fault<Code extends ProblemCode>(code: Code, details: ProblemDetails<Code>): Fault {
  return (place) => problem(code, place, details);
}

/** What a value must be. @param name of the element or attribute, as messages show it */
export type ValueRule = (value: string, name: string, inspection: Inspection) => Fault | undefined;

export interface AttributeRule {
  /** Who is hurt when it is missing. */
  readonly required?: string;
  readonly value?: ValueRule;
}

/** What an element may look like; `ElementRules` is the table of what may be inside it. */
export interface ElementRule {
  /** Who is hurt when it is missing. */
  readonly required?: string;
  /** Whether there may be several. */
  readonly isRepeatable?: boolean;
  /** What its text must be; an element with this rule has no elements inside. */
  readonly value?: ValueRule;
  readonly children?: ElementRules;
  /** Attributes without namespace; without this table it has none. */
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  /** What no table can say. */
  readonly check?: ElementCheck;
}

export type ElementCheck = (element: XmlElement, inspection: Inspection) => readonly Problem[];
export type ElementRules = Readonly<Record<string, ElementRule>>;

/** Several rules for one value; the first that is broken speaks. */
export function all(...rules: readonly ValueRule[]): ValueRule {
  return (value, name, inspection) => {
    for (const rule of rules) {
      const found = rule(value, name, inspection);
      if (found) return found;
    }
    return undefined;
  };
}
