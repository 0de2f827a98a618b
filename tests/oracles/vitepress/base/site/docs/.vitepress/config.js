export default {
  title: 'Float',
  base: '/float/',
  titleTemplate: ':title',
  cleanUrls: true,
  srcDir: './src',
  outDir: '../public',
  srcExclude: ['**/hidden.md'],
  sitemap: { hostname: 'https://float.example.se/float/' },
};
