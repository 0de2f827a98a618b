import type { Wording } from '../problems.ts';
import { quote } from './quote.ts';

export const feedWording = {
  'no-items': (d: { feed: string }): Wording => [
    'error',
    `The feed ${quote(d.feed)} would have no items.`,
    'Publish an article, or wait until one is due; until then the published feed stays.',
  ],
};
