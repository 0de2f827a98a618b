import { strToU8, zipSync } from 'fflate';

/** Exports in the form that each tool writes, with texts of our own. */

interface WordPressPost {
  readonly id: number;
  readonly title?: string;
  readonly body?: string;
  readonly status?: string;
  readonly type?: string;
  /** More elements of the item. */
  readonly more?: string;
}

/** An item of a WordPress export, published on a May morning two hours east of Greenwich. */
export function wordPressItem({
  id,
  title = `Post ${id}`,
  body = '',
  status = 'publish',
  type = 'post',
  more = '',
}: WordPressPost) {
  const day = String((id % 28) + 1).padStart(2, '0');
  const isDraft = status === 'draft';
  const link = isDraft ? `https://harbour.example/?p=${id}` : `https://harbour.example/2024/05/post-${id}/`;
  return `<item>
<title><![CDATA[${title}]]></title>
<link>${link}</link>
<dc:creator><![CDATA[ada]]></dc:creator>
<guid isPermaLink="false">https://harbour.example/?p=${id}</guid>
<content:encoded><![CDATA[${body}]]></content:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[2024-05-${day} 10:00:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[${isDraft ? '0000-00-00 00:00:00' : `2024-05-${day} 08:00:00`}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${isDraft ? '' : `post-${id}`}]]></wp:post_name>
<wp:status><![CDATA[${status}]]></wp:status>
<wp:post_type><![CDATA[${type}]]></wp:post_type>
${more}</item>`;
}

/** A whole WordPress export (WXR 1.2). */
export function wordPressExport(items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" created="2024-05-30 10:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Harbour &amp; notes</title>
<link>https://harbour.example</link>
<description>News from the quay</description>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_email><![CDATA[ada@harbour.example]]></wp:author_email><wp:author_display_name><![CDATA[Ada Quay]]></wp:author_display_name></wp:author>
${items.join('\n')}
</channel>
</rss>
`;
}

/** The feed that WordPress made of the same post. */
export function wordPressFeed(posts: readonly { readonly id: number; readonly html: string }[]): string {
  const items = posts.map(
    ({ id, html }) => `<item><title>Post ${id}</title><link>https://harbour.example/2024/05/post-${id}/</link>
<dc:creator><![CDATA[Ada Quay]]></dc:creator><pubDate>${new Date(Date.UTC(2024, 4, (id % 28) + 1, 8)).toUTCString()}</pubDate>
<guid isPermaLink="false">https://harbour.example/?p=${id}</guid>
<content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Harbour &amp; notes</title><atom:link href="https://harbour.example/feed.xml" rel="self" type="application/rss+xml"/>
<link>https://harbour.example</link><description>News from the quay</description>${items.join('')}</channel></rss>`;
}

/** A Ghost export of version 5. */
export function ghostExport(): string {
  const post = (fields: object) => ({
    type: 'post',
    status: 'published',
    visibility: 'public',
    published_at: '2024-05-01T08:00:00.000Z',
    updated_at: '2024-05-02T08:00:00.000Z',
    ...fields,
  });
  const data = {
    posts: [
      post({
        id: '65a000000000000000000001',
        title: 'Ropes',
        slug: 'ropes',
        html: '<p>All about <strong>ropes</strong>. <img src="__GHOST_URL__/content/images/rope.jpg" alt="A rope"></p>',
        custom_excerpt: 'Ropes, briefly.',
        feature_image: '__GHOST_URL__/content/images/knot.jpg',
      }),
      post({
        id: '65a000000000000000000002',
        title: 'For members',
        slug: 'members',
        html: '<p>Paid.</p>',
        visibility: 'paid',
      }),
      post({
        id: '65a000000000000000000003',
        title: 'Not yet',
        slug: 'not-yet',
        html: '<p>Soon.</p>',
        status: 'draft',
        published_at: null,
        created_at: '2024-05-03T08:00:00.000Z',
      }),
      post({
        id: '65a000000000000000000004',
        title: 'About',
        slug: 'about',
        html: '<p>Us.</p>',
        type: 'page',
      }),
    ],
    posts_meta: [{ post_id: '65a000000000000000000001', feature_image_alt: 'A knot' }],
    users: [{ id: 'u1', name: 'Ada Quay', email: 'ada@harbour.example' }],
    tags: [
      { id: 't1', name: 'Sea' },
      { id: 't2', name: '#internal' },
    ],
    posts_authors: [{ post_id: '65a000000000000000000001', author_id: 'u1', sort_order: 0 }],
    posts_tags: [
      { post_id: '65a000000000000000000001', tag_id: 't2', sort_order: 1 },
      { post_id: '65a000000000000000000001', tag_id: 't1', sort_order: 0 },
    ],
    settings: [
      { key: 'title', value: 'Harbour' },
      { key: 'description', value: 'News from the quay' },
      { key: 'locale', value: 'en' },
      { key: 'timezone', value: 'Europe/Berlin' },
    ],
    members: [{ email: 'reader@else.example' }],
  };
  return JSON.stringify({ db: [{ meta: { version: '5.80.0' }, data }] });
}

/** A zip with these files. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const SUBSTACK = {
  'posts.csv':
    'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\r\n' +
    '101.ropes,2024-05-01T08:00:00.000Z,true,,,newsletter,everyone,"Ropes, and ""knots""",Briefly,\r\n' +
    '102.paid,2024-05-02T08:00:00.000Z,true,,,newsletter,only_paid,Paid,,\r\n' +
    '103.soon,,false,,,newsletter,everyone,Soon,,\r\n' +
    '104.talk,2024-05-04T08:00:00.000Z,true,,,podcast,everyone,Talk,,https://harbour.example/talk.mp3\r\n',
  'posts/101.ropes.html': '<p>All about <strong>ropes</strong>.</p>',
  'posts/102.paid.html': '<p>Paid.</p>',
  'posts/103.soon.html': '<p>Soon.</p>',
  'posts/104.talk.html': '<p>Listen.</p>',
};

export const MEDIUM = {
  'README.html': '<p>Your archive.</p>',
  'posts/2024-05-01_Ropes-0123456789ab.html': `<!DOCTYPE html><html><head><title>Ropes</title></head><body><article class="h-entry">
<header><h1 class="p-name">Ropes</h1></header>
<section data-field="subtitle" class="p-summary">Briefly.</section>
<section data-field="body" class="e-content"><section name="a1" class="section"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><div class="section-inner"><h3 name="b1" class="graf">Ropes</h3><p name="c1" class="graf">All about <strong class="markup--strong">ropes</strong>.</p></div></div></section></section>
<footer><p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Quay</a> on <a href="https://medium.com/p/0123456789ab"><time class="dt-published" datetime="2024-05-01T08:00:00.000Z">May 1, 2024</time></a>.</p><p><a href="https://medium.com/@ada/ropes-0123456789ab" class="p-canonical">Canonical link</a></p></footer></article></body></html>`,
  'posts/draft_Soon-ba9876543210.html': `<!DOCTYPE html><html><body><article class="h-entry"><h1 class="p-name">Soon</h1><section data-field="body" class="e-content"><p>Soon.</p></section></article></body></html>`,
};

export const TUMBLR = {
  'posts/html/150000000001.html':
    '<!DOCTYPE HTML><html><head><meta charset="utf-8"></head><body><h1>Ropes</h1><p>All about <strong>ropes</strong>.</p><div id="footer"><span id="timestamp"> May 1st, 2024 8:05am </span><span class="tag">sea</span><span class="tag">knots</span></div></body></html>',
};

export const BLOGGER = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'>
<id>tag:blogger.com,1999:blog-42.archive</id><title type='text'>Harbour</title>
<link rel='alternate' type='text/html' href='https://harbour.example/'/>
<entry><id>tag:blogger.com,1999:blog-42.settings.BLOG_NAME</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#settings'/><title>Name</title><content>Harbour</content></entry>
<entry><id>tag:blogger.com,1999:blog-42.post-7</id><published>2024-05-01T10:00:00.001+02:00</published><updated>2024-05-02T10:00:00.001+02:00</updated>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='Sea'/>
<title type='text'>Ropes</title><content type='html'>&lt;p&gt;All about &lt;b&gt;ropes&lt;/b&gt;.&lt;/p&gt;</content>
<link rel='alternate' type='text/html' href='https://harbour.example/2024/05/ropes.html'/><author><name>Ada Quay</name></author></entry>
<entry><id>tag:blogger.com,1999:blog-42.post-8</id><published>2024-05-03T10:00:00.000+02:00</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><title>Soon</title><content type='html'>Soon.</content><app:control><app:draft>yes</app:draft></app:control></entry>
<entry><id>tag:blogger.com,1999:blog-42.post-9</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title>Re</title><content type='html'>A comment.</content></entry>
</feed>`;

/** `outbox.json` of a Mastodon archive. */
export function mastodonOutbox(): string {
  const note = (fields: object) => ({
    type: 'Create',
    object: {
      type: 'Note',
      summary: null,
      inReplyTo: null,
      published: '2024-05-01T08:00:00Z',
      to: ['https://www.w3.org/ns/activitystreams#Public'],
      cc: ['https://social.example/users/ada/followers'],
      attachment: [],
      tag: [],
      ...fields,
    },
  });
  const orderedItems = [
    note({
      id: 'https://social.example/users/ada/statuses/1',
      url: 'https://social.example/@ada/1',
      content: '<p>Ropes!</p>',
      contentMap: { en: '<p>Ropes!</p>' },
      tag: [{ type: 'Hashtag', name: '#sea' }],
      attachment: [{ mediaType: 'image/png', url: 'https://social.example/rope.png', name: 'A "rope"' }],
    }),
    note({
      url: 'https://social.example/@ada/2',
      content: '<p>Psst.</p>',
      to: ['https://else.example/users/bob'],
      cc: [],
    }),
    note({
      url: 'https://social.example/@ada/3',
      content: '<p>@bob yes</p>',
      inReplyTo: 'https://else.example/1',
    }),
    note({
      url: 'https://social.example/@ada/4',
      content: '<p>Among us.</p>',
      to: ['https://social.example/users/ada/followers'],
      cc: [],
    }),
    { type: 'Announce', object: 'https://else.example/2' },
  ];
  return JSON.stringify({
    '@context': 'https://www.w3.org/ns/activitystreams',
    type: 'OrderedCollection',
    orderedItems,
  });
}
