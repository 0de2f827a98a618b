/** The distance of a zone from UTC as RFC 3339 writes it: `Z`, `+01:00`, `-03:30`. @param minutes positive east of Greenwich */
export function writeOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const pad = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
