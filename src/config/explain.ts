import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { Path, Violation } from './check.ts';
import type { Origin } from './places-of-settings.ts';
import { findNearestKey } from './settings-of-other-tools.ts';
import type { Shape } from './shape.ts';
import { formatPath, type Suggestion, suggestLine, writeExample, writeLine } from './suggest.ts';

/** Words a violation as a problem at its place. */
export function explainViolation(violation: Violation, origin: Origin): Problem {
  const { path } = violation;
  if (violation.kind === 'unknown-key') return explainUnknownKey(path, violation.unset, origin);
  if (violation.kind === 'missing-key') return explainMissingKey(path, violation.key, origin);
  if (violation.kind === 'conflict') {
    const { keys } = violation;
    return problem('conflicting-keys', origin.keyAt([...path, keys.at(-1) ?? '']), { keys });
  }
  const key = formatPath(path);
  const { value, shape } = violation;
  const suggested = suggestLine(path, value, shape, origin.isFlag(path));
  const { suggestion } = suggested;
  if (value === null) return problem('empty-value', origin.keyAt(path), { key, suggestion });
  return refuseValue(path, value, shape, origin, suggested);
}

/** The problem of a value that is not what `shape` expects. */
export function refuseValue(
  path: Path,
  value: unknown,
  shape: Shape,
  origin: Origin,
  suggested: Suggestion = suggestLine(path, undefined, shape, origin.isFlag(path)),
): Problem {
  const expected = shape.expected ?? 'another value';
  return problem('bad-value', origin.valueAt(path), { key: formatPath(path), value, expected, ...suggested });
}

function explainUnknownKey(path: Path, unset: readonly string[], origin: Origin): Problem {
  const nearest = findNearestKey(String(path.at(-1)), unset);
  return problem('unknown-key', origin.keyAt(path), { key: formatPath(path), nearest });
}

function explainMissingKey(path: Path, key: string, origin: Origin): Problem {
  if (path.length > 0) {
    const suggestion = writeLine(key, 'Ada Lovelace');
    return problem('missing-key', origin.valueAt(path), { key: formatPath([...path, key]), suggestion });
  }
  const flag = writeExample(key, true);
  return problem(
    'missing-key',
    { ...origin.keyAt([]), column: undefined, line: 1 },
    {
      key,
      suggestion: writeExample(key, false),
      flag,
    },
  );
}
