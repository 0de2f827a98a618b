/** The words that generated articles are made of, and the tags and people that they name. */

export const words = (
  'harbour council market river school museum train budget report season garden library bridge festival ' +
  'engineer doctor teacher driver farmer reader editor minister neighbour visitor morning evening winter summer ' +
  'opens closes begins returns explains measures repairs publishes counts finds follows crosses carries grows ' +
  'quiet early narrow public local careful broken bright distant familiar ordinary steady recent former second ' +
  'after before during without against between beyond under across around because although while until since ' +
  'the a one every another this that their its our some many few most several and but or then still again'
).split(' ');

/** Words with the characters that encoders and escapers must look at. */
export const specialWords = [
  'café',
  'Zürich',
  'naïve',
  'Łódź',
  '“quoted”',
  'R&D',
  'don’t',
  '1 < 2',
  '東京',
  '5 €',
];

/** Sixty tags, so that a feed per tag is sixty feeds. */
export const tags = ['city', 'culture', 'science', 'sport', 'travel', 'business'].flatMap((subject) =>
  ['news', 'people', 'history', 'places', 'numbers', 'opinion', 'letters', 'photos', 'guides', 'archive'].map(
    (kind) => `${subject}-${kind}`,
  ),
);

export const authors = [
  'Ada Brandt',
  'Bela Costa',
  'Chen Duarte',
  'Dilek Evans',
  'Emil Fischer',
  'Farah Gomez',
  'Goran Holm',
  'Hana Iversen',
  'Ivo Jansen',
  'Jun Keller',
  'Kaja Lund',
  'Luis Moreau',
];

export const languages = ['js', 'python', 'sh', 'json'];
