import type { BuildReport } from '../model/index.ts';

/** The outputs of a step that builds, in the order in which they are documented (R57, R63). */
export function listOutputs(report: BuildReport): Readonly<Record<string, string>> {
  const changed = report.feeds.filter((feed) => feed.changed).map(({ path }) => path);
  return {
    changed: String(report.changed),
    'new-items': String(report.changes?.new.length ?? 0),
    'next-due': report.nextDue ?? '',
    'next-expiry': report.nextExpiry ?? '',
    feeds: JSON.stringify(changed),
  };
}

/**
 * Outputs as the file GITHUB_OUTPUT takes them. Each stands between lines that the value does not have, so that no value
 * can add an output of its own.
 */
export function formatOutputs(outputs: Readonly<Record<string, string>>): string {
  return Object.entries(outputs)
    .map(([name, value]) => {
      const end = findDelimiter(value);
      return `${name}<<${end}\n${value}\n${end}\n`;
    })
    .join('');
}

function findDelimiter(value: string): string {
  const lines = new Set(value.split(/\r\n|\r|\n/));
  let delimiter = 'END';
  while (lines.has(delimiter)) delimiter += '_';
  return delimiter;
}
