import { fingerprintAll } from './fingerprint.ts';
import type { PlacedProblem } from './format.ts';

const SEVERITIES = { error: 'major', warning: 'minor' } as const;

/** Problems as a code quality report of GitLab (`artifacts:reports:codequality`). */
export function formatGitLab(problems: readonly PlacedProblem[]): string {
  const fingerprints = fingerprintAll(problems);
  const issues = problems.map(({ path, file, line, code, severity, message, hint }, index) => ({
    description: `${message} ${hint}`,
    check_name: code,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[severity],
    location: { path: path ?? file, lines: { begin: line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
