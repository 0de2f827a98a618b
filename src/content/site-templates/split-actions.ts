/** A template, divided at its actions. */
export interface Divided {
  readonly actions: readonly { readonly before: string; readonly match: RegExpExecArray }[];
  readonly rest: string;
}

/**
 * Divides a template at its actions.
 * @param opening what an action begins with: a sign that no text of a template holds
 * @param action a whole action, looked for at one place alone (sticky)
 * @returns undefined where an action has no end
 */
export function splitActions(text: string, opening: RegExp, action: RegExp): Divided | undefined {
  const actions: { before: string; match: RegExpExecArray }[] = [];
  let position = 0;
  for (;;) {
    opening.lastIndex = position;
    const start = opening.exec(text)?.index;
    if (start === undefined) return { actions, rest: text.slice(position) };
    action.lastIndex = start;
    const match = action.exec(text);
    if (match === null) return undefined;
    actions.push({ before: text.slice(position, start), match });
    position = action.lastIndex;
  }
}
