import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://lamp.example.se',
  base: '/keeper',
  trailingSlash: 'never',
  build: { format: 'file' },
  outDir: './out',
});
