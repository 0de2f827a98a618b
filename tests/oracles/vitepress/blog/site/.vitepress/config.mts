import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Buoy',
  description: 'Notes from the water',
  lang: 'en-GB',
  titleTemplate: ':title',
  sitemap: { hostname: 'https://buoy.example.se' },
});
