/** Which stage of the flow a compiled file belongs to: the first pattern that fits decides. */

/** @type {readonly (readonly [RegExp, string])[]} */
const stages = [
  [/^articles\/find/, 'walk'],
  [/^articles\/(read|fence)\b/, 'read'],
  [/^articles\/(front-matter|plain-yaml)/, 'front matter'],
  [/^articles\//, 'resolve'],
  [/^feeds\/(plan|select)/, 'select'],
  [/^content\/(html|legal)/, 'clean'],
  [/^content\//, 'render'],
  [/^(feeds|formats)\//, 'write'],
  [/^(publish\/(verify|read-)|documents\/)/, 'verify'],
  [/^(publish\/|files\/(replace|staging|write|put-back))/, 'publish'],
  [/^files\//, 'open files'],
  [/^(guard|manifest)\//, 'compare with what is published'],
  [/^(build|threads)\b|^worker/, 'share work'],
  [/^text\//, 'legal text'],
  [/^config\//, 'configuration'],
];

/** @param {string} file below lib/, `/` between segments */
export function stageOf(file) {
  return stages.find(([pattern]) => pattern.test(file))?.[1] ?? 'command line';
}
