import { feedPlugin } from '@11ty/eleventy-plugin-rss';

export default function (config) {
  config.addPreprocessor('drafts', '*', (data) => (data.draft ? false : undefined));
  config.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed/feed.xml',
    collection: { name: 'posts', limit: 100 },
    metadata: { language: 'en', title: 'Harbour log', base: 'https://harbour.example.se/', author: { name: 'Mia' } },
  });
}

export const config = {
  dir: { input: 'content', includes: '../_includes', data: '../_data', output: '_site' },
  markdownTemplateEngine: 'liquid',
};
