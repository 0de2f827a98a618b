export default {
  eleventyComputed: {
    heading: (data) => `${data.title}!`,
    permalink(data) {
      return `words/${this.slugify(data.title)}/`;
    },
  },
};
