const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * The time of a run: `--now`, else SOURCE_DATE_EPOCH, else the clock (R60).
 * @param now RFC 3339, or a day, which is its midnight in UTC
 * @param epoch seconds since 1970
 * @param clock ms since 1970
 * @returns ms since 1970, or what is wrong
 */
export function readInstant(
  now: string | undefined,
  epoch: string | undefined,
  clock: number,
): number | string {
  if (now !== undefined) {
    const instant = INSTANT.test(now) ? Date.parse(now) : Number.NaN;
    return Number.isNaN(instant)
      ? `--now is not a time: "${now}". Write it as 2025-11-04T09:00:00Z.`
      : instant;
  }
  if (epoch === undefined || epoch === '') return clock;
  return /^\d{1,12}$/.test(epoch)
    ? Number(epoch) * 1000
    : `SOURCE_DATE_EPOCH is not a number of seconds: "${epoch}".`;
}
