export default {
  title: 'Pier',
  tagline: 'What happens at the pier',
  url: 'https://pier.example.se',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  presets: [
    [
      'classic',
      {
        docs: false,
        blog: { blogSidebarCount: 0, feedOptions: { type: ['rss', 'atom'], limit: false }, onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore', onInlineTags: 'ignore' },
      },
    ],
  ],
};
