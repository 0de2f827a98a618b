import { EleventyRenderPlugin } from '@11ty/eleventy';

function permalinkOfAll() {
  return (data) => {
    if (data.draft && !process.env.SHOW_DRAFTS) {
      return false;
    }
    return data.permalink;
  };
}

export default function (config) {
  config.addPlugin(EleventyRenderPlugin);
  config.addGlobalData('eleventyComputed.permalink', permalinkOfAll);
  config.addFilter('romanNumeral', (input) => (input instanceof Date ? input : new Date(input)).getFullYear());
  config.addFilter('shown', (value) => {
    const output = String(value);
    return `<pre>${output}</pre>`;
  });
  return { dir: { includes: '_includes' }, markdownTemplateEngine: 'njk' };
}
