/** Lower case, without `-`, `_` and spaces: however people write a name of several words. */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}
