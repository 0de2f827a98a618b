import type { Wording } from '../problems.ts';
import { quote } from './quote.ts';

export const contentWording = {
  'removed-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `${quote(d.kind)} was removed from the content (${d.count}).`,
    'Readers would not show it.',
  ],
};
