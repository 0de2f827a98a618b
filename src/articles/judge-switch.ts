import { toBoolean, toList, toText } from './values.ts';

/** Whether a value keeps an article out of the feeds. */
export type Verdict = 'hides' | 'shows' | 'unclear';

/** Ghost, WordPress and others name who may see it: an unknown name may mean only a few readers. */
export function judgeVisibility(value: unknown): Verdict {
  const verdicts = toList(value).map((each) => {
    const word = (toText(each) ?? '').toLowerCase();
    if (/^(?:|public|visible|everyone|all|open|default|true|yes)$/.test(word)) return 'shows';
    return /^(?:private|hidden|unlisted|draft|internal|members|paid|tiers|password|none|false|no|direct)$/.test(
      word,
    )
      ? 'hides'
      : 'unclear';
  });
  if (verdicts.length === 0 || verdicts.includes('shows')) return 'shows';
  return verdicts.includes('hides') ? 'hides' : 'unclear';
}

/** `hidden: true`: what is neither yes nor no is unclear. */
export function judgeSwitch(value: unknown): Verdict {
  if (value === null || value === undefined || value === '') return 'shows';
  const meant = toBoolean(value);
  if (meant === undefined) return toList(value).length === 0 ? 'shows' : 'unclear';
  return meant ? 'hides' : 'shows';
}
