import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Problems of `feedwright notify`. */
export const announceWording = {
  'no-hub': (_: object): Wording => [
    'error',
    'There is no hub to notify.',
    'Set "hub" to the URL of a WebSub hub; the feeds then name it, too.',
  ],
  'bad-report': (d: { reason: string }): Wording => [
    'error',
    `The report can't be used: ${d.reason}.`,
    'Write it with "feedwright build --report report.json", then pass it with --report and the same --output.',
  ],
  'bad-token': (d: { reason: string }): Wording => [
    'error',
    `FEEDWRIGHT_HUB_TOKEN ${d.reason}.`,
    'Set the variable to the token alone, and "hub" to a URL that begins with https://.',
  ],
  'not-announced': (d: { url: string; reason: string }): Wording => [
    'error',
    `${quote(d.url)} was not announced: ${d.reason}.`,
    'Run "feedwright notify" again once this works, with a longer --wait if it only needs time.',
  ],
};
