export default {
  topic: 'apples',
  permalink: ({ topic, page }) => `/${topic}/${page.fileSlug}/index.html`,
};
