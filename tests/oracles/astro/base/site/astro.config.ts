import { defineConfig } from 'astro/config';
import { keeper } from './src/keeper';

export default defineConfig({
  site: process.env.SITE ?? keeper.home,
  base: '/keeper',
  trailingSlash: 'never',
  build: { format: 'file' },
  outDir: './out',
});
