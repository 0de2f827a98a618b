import { defineConfig } from 'astro/config';

const SITE = 'https://lamp.example.se/';

export default defineConfig({ site: SITE });
