const showsDrafts = process.env.SHOW_DRAFTS === 'yes';

export default () => ({
  eleventyComputed: {
    permalink: (data) => (data.draft && !showsDrafts ? false : data.permalink),
  },
});
