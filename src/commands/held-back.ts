import type { BuildReport } from '../model/index.ts';

/** The articles that wait, and until when (R57). */
export function formatHeldBack({ heldBack }: BuildReport): string {
  return heldBack.map(({ file, due }) => `${file} is held back until ${due}\n`).join('');
}
