module.exports = {
  title: 'Piers',
  tagline: 'Wood and iron',
  url: 'https://pier.example.se',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  presets: [
    [
      'classic',
      {
        docs: { exclude: ['first.md'] },
        blog: { blogSidebarCount: 0, onUntruncatedBlogPosts: 'ignore', exclude: ['old/**', '**/*.wip.md'] },
      },
    ],
  ],
  plugins: [
    [
      '@docusaurus/plugin-content-blog',
      { id: 'news', path: './news', routeBasePath: 'events', onUntruncatedBlogPosts: 'ignore', exclude: ['second.md', '**/*.wip.md'] },
    ],
  ],
};
