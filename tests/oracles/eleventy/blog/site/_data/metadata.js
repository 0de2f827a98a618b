export default {
  title: 'Harbour log',
  url: 'https://harbour.example.se/',
  language: 'en',
  description: 'What the harbour master writes down.',
  author: { name: 'Mia', url: 'https://harbour.example.se/mia/' },
};
