import { expect, test, vi } from 'vitest';
import { render } from '../../src/content/render.ts';
import { makeLargeSite } from './large-site.ts';
import { buildSite } from './site.ts';

vi.mock('../../src/content/render.ts', async (original) => {
  const real: { readonly render: typeof render } = await original();
  return { ...real, render: vi.fn(real.render) };
});

test('each of 500 articles is rendered once for more than 300 documents', () => {
  const { feeds } = buildSite(makeLargeSite());
  expect(feeds.length).toBeGreaterThan(300);
  expect(vi.mocked(render)).toHaveBeenCalledTimes(500);
});
