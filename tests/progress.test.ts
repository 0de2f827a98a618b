import { expect, it } from 'vitest';
import { build } from '../src/build.ts';
import { loadConfig } from '../src/config/load.ts';
import { makeSite, runCli } from './run-cli.ts';

const files = Object.fromEntries(
  Array.from({ length: 600 }, (_, i) => [
    `articles/a${i}.md`,
    `---\ntitle: A ${i}\ndate: 2024-01-01T00:00:${String(i % 60).padStart(2, '0')}Z\n---\nText.\n`,
  ]),
);

it('tells a caller how far a build is, stage by stage up to the end', () => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://you.example/\ntitle: You\nlimit: 120\n',
    ...files,
  });
  const { config } = loadConfig({ workingDirectory: folder });
  const told: { what: string; share: number | undefined }[] = [];
  if (!config) throw new Error('no configuration');
  build(config, { now: Date.parse('2025-01-01'), progress: (what, share) => told.push({ what, share }) });
  expect([...new Set(told.map(({ what }) => what))]).toEqual([
    'reading articles',
    'rendering articles',
    'comparing with what is published',
  ]);
  for (const stage of ['reading articles', 'rendering articles']) {
    const shares = told.filter(({ what }) => what === stage).map(({ share }) => share ?? -1);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  }
});

it('prints nothing of it where nobody watches', () => {
  const folder = makeSite({ 'feedwright.yaml': 'site: https://you.example/\ntitle: You\n', ...files });
  expect(runCli(folder, ['build', '--now', '2025-01-01'])).toMatchObject({ exitCode: 0, error: '' });
});
