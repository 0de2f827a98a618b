import type { Config } from '@docusaurus/types';

const config: Config = {
  title: 'Quay',
  url: 'https://quay.example.se',
  baseUrl: '/repo/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'sv', locales: ['sv'] },
  presets: [
    [
      'classic',
      {
        docs: false,
        blog: { path: './articles', routeBasePath: '/', blogSidebarCount: 0, feedOptions: { type: 'atom', limit: 5 }, onUntruncatedBlogPosts: 'ignore' },
      },
    ],
  ],
};

export default config;
