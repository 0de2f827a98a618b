/** The vocabulary of problems, and of what long work tells. */
export type Severity = 'error' | 'warning';

/** Where a problem is: a file as the user names it (relative to the working directory), 1-based line and column. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** One thing to tell the user. `message` says what is wrong, `hint` one way out. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  readonly hint: string;
}

/** Called with what a long run is doing, and how much of it is done (0 to 1), if known. */
export type Progress = (what: string, share?: number) => void;
