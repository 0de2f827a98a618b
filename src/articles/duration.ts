import { isMapping, toText } from './values.ts';

const ISO = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:[.,]\d{1,9})?S)?)?$/i;
const CLOCK = /^(?:(?:(\d{1,4}):(?=[0-5]?\d:))?(\d{1,4}):(?=[0-5]?\d(?:\.|$)))?(\d{1,8})(?:\.\d{1,9})?$/;
const WORDS =
  /^(?:(\d{1,4}) ?h(?:(?:ou)?rs?)?\.?)?,? ?(?:and )?(?:(\d{1,6}) ?m(?:in(?:ute)?s?)?\.?)?,? ?(?:and )?(?:(\d{1,8}) ?s(?:ec(?:ond)?s?)?\.?)?$/i;

/**
 * Reads a duration in any form that people write: `3723`, `1:02:03`, `62:03`, `PT1H2M3S`, `1h 2m 3s`, `62 min`, a mapping.
 * @returns whole seconds, or undefined for nothing, for zero and for anything that is not a duration
 */
export function toSeconds(value: unknown): number | undefined {
  if (isMapping(value)) return sum(0, toText(value.hours), toText(value.minutes), toText(value.seconds));
  const text = toText(value);
  if (text === undefined) return undefined;
  const iso = ISO.exec(text);
  if (iso) return sum(Number(iso[1] ?? 0), iso[2], iso[3], iso[4]);
  const parts = CLOCK.exec(text) ?? WORDS.exec(text);
  return parts ? sum(0, parts[1], parts[2], parts[3]) : undefined;
}

/** A time in an episode, from 0 on, with parts of a second: `1:02:03.5`, `73.5`, and all forms of a duration. */
export function toTime(value: unknown): number | undefined {
  const text = toText(value);
  const fraction = CLOCK.test(text ?? '') ? Number(`0${/\.\d{1,3}/.exec(text ?? '')?.[0] ?? ''}`) : 0;
  const whole = /^[0:]+(?:\.\d+)?$/.test(text ?? '') ? 0 : toSeconds(value);
  return whole === undefined ? undefined : whole + fraction;
}

function sum(days: number, hours = '0', minutes = '0', seconds = '0'): number | undefined {
  const total = days * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Math.trunc(Number(seconds));
  return total > 0 ? total : undefined;
}
