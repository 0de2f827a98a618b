import type { FeedOptions, Item, Feed as PackageFeed } from 'feed';

/** Code as people write it for the package `feed`, given the class. */
export type Usage = (Feed: typeof PackageFeed) => PackageFeed;

const home = 'https://site.example/';
const posts = [
  {
    slug: 'hello',
    title: 'Hello & welcome',
    date: '2025-03-01',
    html: '<p>One <b>two</b></p>',
    tags: ['a', 'b c'],
  },
  {
    slug: 'über-uns',
    title: '“Über uns” – <draft>',
    date: '2025-04-02T10:00:00+02:00',
    html: '<pre>a ]]> b</pre>',
    tags: [],
  },
  { slug: 'x?y=1&z=2', title: '日本語 😀', date: '2025-05-03', html: '', tags: ['a'] },
];
const me = { name: 'Ann Author', email: 'ann@site.example', link: home };
const base: FeedOptions = {
  title: 'My site',
  id: home,
  link: home,
  description: 'Words & more',
  language: 'en',
  copyright: '© 2025 Ann',
  updated: new Date('2025-06-01T00:00:00Z'),
};
const toItem = (post: (typeof posts)[number]): Item => ({
  title: post.title,
  link: home + post.slug,
  date: new Date(post.date),
  content: post.html,
});
const make = (Feed: typeof PackageFeed, options: Partial<FeedOptions>, items: readonly Item[]) => {
  const feed = new Feed({ ...base, ...options });
  for (const item of items) feed.addItem(item);
  return feed;
};
/** Each post as an item, with what is added to it. */
const withItems =
  (
    add: (post: (typeof posts)[number], index: number) => Partial<Item>,
    options: Partial<FeedOptions> = {},
  ): Usage =>
  (Feed) =>
    make(
      Feed,
      options,
      posts.map((post, index) => ({ ...toItem(post), ...add(post, index) })),
    );

export const USAGES: Readonly<Record<string, Usage>> = {
  'a script of a blog': (Feed) => {
    const feed = new Feed({
      ...base,
      generator: 'Next.js',
      author: me,
      feedLinks: { rss2: `${home}rss.xml`, json: `${home}feed.json`, atom: `${home}atom.xml` },
    });
    for (const post of posts)
      feed.addItem({
        ...toItem(post),
        id: home + post.slug,
        description: post.title,
        author: [me],
        contributor: [me],
      });
    feed.addCategory('Technology');
    feed.addContributor(me);
    return feed;
  },
  'a plugin that passes the method on': (Feed) => {
    const feed = new Feed({ ...base, feedLinks: { json: `${home}feed.json` } });
    const { addItem } = Object.assign(feed, { addItem: feed.addItem.bind(feed) });
    posts.map((post) => ({ ...toItem(post), id: `/${post.slug}` })).forEach(addItem);
    return feed;
  },
  'an id of its own beside the link': withItems((_, index) => ({ id: `urn:site:${index}` })),
  'a guid beside the link': withItems((_, index) => ({ guid: `g-${index}` })),
  'tags as categories': withItems(({ tags }) => ({ category: tags.map((name) => ({ name })) })),
  'tags with a term and a domain': withItems(({ tags }) => ({
    category: tags.map((name) => ({ name, term: name, scheme: `${home}tags`, domain: `${home}tags` })),
  })),
  'several authors, with and without an email address': withItems(() => ({
    author: [me, { name: 'Bob' }, { name: 'Cy', link: `${home}cy` }],
  })),
  'a cover image as text': withItems(({ slug }) => ({ image: `${home}${encodeURIComponent(slug)}.png` })),
  'a cover image as an object': withItems(() => ({
    image: { url: `${home}i.jpg`, type: 'image/jpeg', length: 12 },
  })),
  'an enclosure': withItems(() => ({
    enclosure: { url: `${home}a.zip`, type: 'application/zip', length: 12 },
  })),
  'a podcast': withItems(
    (_, index) => ({ audio: { url: `${home}${index}.mp3`, type: 'audio/mpeg', length: 5, duration: 3661 } }),
    {
      podcast: true,
      category: 'Technology',
      author: me,
      image: `${home}cover.jpg`,
    },
  ),
  'a video': withItems(() => ({ video: `${home}v.mp4` })),
  'dates of the first publication': withItems(() => ({ published: new Date('2025-01-01T12:30:00Z') })),
  'descriptions alone': withItems(({ html }) => ({
    description: html || 'None',
    content: undefined as never,
  })),
  'descriptions and contents': withItems(({ html }) => ({
    description: 'Short <em>text</em>',
    content: html || '<p>x</p>',
  })),
  'notes on one page': withItems((_, index) => ({ title: `Note ${index}`, link: `${home}notes` })),
  'a claim for a feed reader': (Feed) => {
    const feed = make(Feed, {}, posts.map(toItem));
    feed.addExtension({ name: 'follow_challenge', objects: { feedId: '41147805276726272', userId: '42' } });
    return feed;
  },
  'elements of podcast directories by hand': (Feed) => {
    const feed = make(
      Feed,
      { podcast: true, image: `${home}cover.jpg`, author: me },
      posts.map((post) => ({
        ...toItem(post),
        enclosure: { url: `${home}e.mp3`, type: 'audio/mpeg', length: 9 },
        extensions: [
          { name: 'itunes:episode', objects: { _text: '3' } },
          { name: 'itunes:image', objects: { _attributes: { href: `${home}e.jpg` } } },
        ],
      })),
    );
    feed.addExtension({ name: 'itunes:category', objects: { _attributes: { text: 'Arts' } } });
    feed.addExtension({ name: 'itunes:explicit', objects: { _text: 'false' } });
    return feed;
  },
  'a hub and a stylesheet': withItems(() => ({}), {
    hub: 'https://hub.example/',
    feed: `${home}rss.xml`,
    stylesheet: `${home}feed.xsl`,
    ttl: 60,
  }),
  'an image and a favicon of the site': withItems(() => ({ copyright: 'CC BY 4.0' }), {
    image: `${home}logo.png`,
    favicon: `${home}favicon.ico`,
    docs: `${home}about-feeds`,
    generator: false,
  }),
};
