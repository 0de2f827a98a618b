import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://tongues.example.se', i18n: { defaultLocale: 'en', locales: ['en', 'de', 'pt-br'] }, });
