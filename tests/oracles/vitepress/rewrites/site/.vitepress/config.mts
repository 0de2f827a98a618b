import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Buoys',
  titleTemplate: ':title',
  sitemap: { hostname: 'https://buoy.example.se/' },
  rewrites: {
    // Days go, years stay.
    'posts/:year(\\d{4})/:name.md': ':year/:name.md',
    'posts/drift/:rest*': 'log/:rest*',
    'posts/pages/:name.md': 'p/:name/index.md',
    'articles/:area/:rest*': ':area/texts/:rest*',
  },
});
