import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOutputs } from '../../src/reporters/step-outputs.ts';
import { readOutputs } from '../read-outputs.ts';

test('no value can end its output or add another', () => {
  const line = fc.constantFrom('END', 'END_', 'END__', 'changed=true', 'changed<<END', '', 'x');
  const value = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(value, value, (first, second) => {
      expect(readOutputs(formatOutputs({ first, second }))).toEqual({ first, second });
    }),
  );
});
