module.exports = function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy('img');
  return { pathPrefix: '/log/' };
};
