/** What an expression of a workflow may look at, by dotted name, such as `steps.feeds.outputs.changed`. */
export type Context = (name: string) => string;

/** The part of the expression language that the workflows use: names, texts, ==, !=, &&, || and always(). */
export function evaluate(expression: string, context: Context): string {
  const text = expression.trim();
  const either = text.split('||');
  if (either.length > 1) return either.map((part) => evaluate(part, context)).find(isTrue) ?? 'false';
  const both = text.split('&&');
  if (both.length > 1) return String(both.every((part) => isTrue(evaluate(part, context))));
  const [, left, operator, right] = /^(.+?)\s*(==|!=)\s*(.+)$/.exec(text) ?? [];
  if (left !== undefined && right !== undefined)
    return String((evaluate(left, context) === evaluate(right, context)) === (operator === '=='));
  if (text === 'always()') return 'true';
  const [, quoted] = /^'([^']*)'$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  if (!/^[a-z_]+(?:\.[\w-]+)+$/.test(text))
    throw new Error(`an expression that the tests do not know: ${text}`);
  return context(text);
}

/** Text with every `${{ … }}` in it replaced. */
export function fill(text: string, context: Context): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluate(expression, context));
}

export function isTrue(value: string): boolean {
  return value !== '' && value !== 'false';
}
