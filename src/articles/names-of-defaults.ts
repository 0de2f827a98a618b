/** Files by which a tool hands values down to what lies in their folder or below. */
const HANDS_DOWN = /^(?:_index\.|_config\.|hugo\.|config(?:\.|$))|\.11tydata\./;

/** Whether a file of this name may hand values down: as every tool names them, and as Eleventy names those of its data. */
export function mayHandDown(name: string): boolean {
  return HANDS_DOWN.test(name) || name.endsWith('.json');
}

/** Whether some of the names in a folder hand values down to all below it. */
export function handsDown(names: readonly string[], folder: string): boolean {
  return names.some((name) => name === `${folder}.json` || HANDS_DOWN.test(name));
}
