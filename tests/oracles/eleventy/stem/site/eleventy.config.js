export default function (eleventyConfig) {
  eleventyConfig.setInputDirectory('content');
  eleventyConfig.setOutputDirectory('_site');
  eleventyConfig.addGlobalData('site', { title: 'Stems', url: 'https://stems.example.se/' });
  eleventyConfig.addGlobalData('layout', 'page.njk');
  eleventyConfig.addGlobalData(
    'permalink',
    () => (data) => `${data.page.filePathStem}.${data.page.outputFileExtension}`,
  );
}
