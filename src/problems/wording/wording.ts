import type { Severity } from '../../model/index.ts';

/** Severity, message and hint of a problem, made from its details. */
export type Wording = readonly [severity: Severity, message: string, hint: string];
