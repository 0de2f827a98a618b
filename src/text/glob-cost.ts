/** As many `*` of one folder, and as many `**`, as take no time on any path. */
const MOST_STARS = 3;

/** Whether a pattern could keep the matcher busy for hours on a long name, as no one writes it by hand. */
export function isCostlyGlob(pattern: string): boolean {
  const segments = pattern.split('/').map((segment) => segment.match(/\*+/g)?.length ?? 0);
  const across = pattern.match(/\*\*+/g)?.length ?? 0;
  return (
    across > MOST_STARS || segments.some((stars) => stars > MOST_STARS) || /[+*]\([^()]*[*+?]/.test(pattern)
  );
}
