import { fingerprintAll } from './fingerprint.ts';
import type { PlacedProblem } from './format.ts';

/** Problems as a SARIF 2.1.0 log. Columns count UTF-16 units, files are relative to the root of the repository. */
export function formatSarif(problems: readonly PlacedProblem[]): string {
  const fingerprints = fingerprintAll(problems);
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  const results = problems.map((found, index) => ({
    ruleId: found.code,
    ruleIndex: codes.indexOf(found.code),
    level: found.severity,
    message: { text: `${found.message} ${found.hint}` },
    locations: [{ physicalLocation: locate(found) }],
    partialFingerprints: { 'feedwright/v1': fingerprints[index] },
  }));
  const rules = codes.map((code) => describeRule(code, problems));
  const driver = { name: 'feedwright', rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function locate({ path, file, line, column }: PlacedProblem) {
  const artifactLocation =
    path === undefined ? { uri: encodeURI(file) } : { uri: encodePath(path), uriBaseId: '%SRCROOT%' };
  const region = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return { artifactLocation, region };
}

/** A path as a relative URI reference; a colon in its first segment must not make it an absolute one. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function describeRule(code: string, problems: readonly PlacedProblem[]) {
  const example = problems.find((found) => found.code === code);
  const words = code.replaceAll('-', ' ');
  return {
    id: code,
    shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}` },
    help: { text: example?.hint ?? words },
    defaultConfiguration: { level: example?.severity ?? 'warning' },
  };
}
