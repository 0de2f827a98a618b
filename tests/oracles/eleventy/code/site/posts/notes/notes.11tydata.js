export default {
  // permalink: '/old/',
  permalink: (data) => `/n/${data.page.fileSlug}/`,
};
