import { Feed } from '../../src/formats/feed.ts';

const at = (day: string) => new Date(`${day}T03:04:05Z`);

/** A feed whose every text holds signs that break feeds, in the three formats. */
export function writeHostileFeed(): { readonly rss: string; readonly atom: string; readonly json: string } {
  const feed = new Feed({
    id: 'https://hostile.example/',
    title: 'Signs & <b>names</b>',
    link: 'https://hostile.example/',
    description: 'Everything that breaks a feed ]]>',
    language: 'de-AT',
    feedLinks: {
      rss: 'https://hostile.example/rss.xml',
      atom: 'https://hostile.example/atom.xml',
      json: 'https://hostile.example/feed.json',
    },
    author: { name: 'Editors & Sons' },
  });
  feed.addItem({
    id: 'urn:uuid:2b8e2c5e-4a1f-4b7e-9a53-1a6f1f4a2a11',
    link: 'https://hostile.example/1/?a=1&b=2',
    title: 'Two & three <i>x</i> &lt; 4 ]]>',
    published: at('2025-01-03'),
    date: at('2025-02-02'),
    author: [{ name: 'Ann & Co' }, { name: 'Bö <b>', email: 'b@hostile.example' }, { name: '李' }],
    category: [
      { name: 'C++ <T>', term: 'C++ <T>' },
      { name: 'R&D', term: 'R&D' },
    ],
    summary: 'A <b> & "c" &amp; ]]> d',
    content: '<p>x ]]&gt; y ]]> z &amp;amp;</p>',
    attachments: [
      { url: 'https://hostile.example/1.mp3?a=1&b=2', type: 'audio/mpeg', length: 123, title: 'T & <1>' },
      { url: 'https://hostile.example/1.pdf', type: 'application/pdf', length: 99 },
    ],
    image: { url: 'https://hostile.example/1.png', type: 'image/png', width: 3, height: 4, alt: '"a" & <b>' },
  });
  feed.addItem({
    id: 'https://hostile.example/2/',
    link: 'https://hostile.example/2/',
    title: 'Nothing but <content> and “quotes”',
    published: at('2025-01-02'),
    date: at('2025-01-02'),
    content: '<p>only &lt;content&gt;</p>',
    language: 'fr',
  });
  feed.addItem({
    id: 'tag:hostile.example,2025:3',
    link: 'https://hostile.example/3/',
    title: 'AT&T and C++ & "quotes" 🏗️',
    published: at('2025-01-01'),
    date: at('2025-01-01'),
    summary: 'only a summary',
    author: [{ name: 'Solo' }],
  });
  return { rss: feed.rss2(), atom: feed.atom1(), json: feed.json1() };
}
