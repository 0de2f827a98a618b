import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Buoys',
  titleTemplate: ':title',
  cleanUrls: true,
  ignoreDeadLinks: true,
  sitemap: { hostname: 'https://buoy.example.se' },
  locales: {
    root: { label: 'English', lang: 'en' },
    de: { label: 'Deutsch', lang: 'de', title: 'Bojen' },
    fr: { label: 'Français', lang: 'fr-CA' },
  },
});
