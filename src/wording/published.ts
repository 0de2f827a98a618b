import type { Wording } from '../problems.ts';
import { quote } from './quote.ts';

export const publishedWording = {
  'unreadable-feed': (d: { source: string; reason: string }): Wording => [
    'error',
    `The feed ${quote(d.source)} cannot be read: it ${d.reason}.`,
    'Name a feed that is whole.',
  ],
};
