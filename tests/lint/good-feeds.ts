/** Feeds without fault, one element a line, so that a fault is in the line that was changed. */

export const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Harbour news</title>
    <link>https://harbour.example/</link>
    <description>What happens in the harbour</description>
    <language>en-GB</language>
    <managingEditor>mail@harbour.example (Ada Pier)</managingEditor>
    <lastBuildDate>Tue, 04 Nov 2025 09:00:00 GMT</lastBuildDate>
    <ttl>60</ttl>
    <image>
      <url>https://harbour.example/logo.png</url>
      <title>Harbour news</title>
      <link>https://harbour.example/</link>
      <width>88</width>
    </image>
    <itunes:category text="News"/>
    <itunes:author>Ada Pier</itunes:author><itunes:explicit>false</itunes:explicit>
    <itunes:image href="https://harbour.example/cover.png"/>
    <atom:link rel="self" type="application/rss+xml" href="https://harbour.example/rss.xml"/>
    <item>
      <title>Ships &#x26; tides</title>
      <link>https://harbour.example/ships/</link>
      <description>&lt;p&gt;A ship came.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>A <a href="https://harbour.example/s/">ship</a> came.</p><img src="https://harbour.example/s.png" alt="">]]></content:encoded>
      <dc:creator>Ada Pier</dc:creator>
      <category>Ships</category>
      <guid isPermaLink="true">https://harbour.example/ships/</guid>
      <pubDate>Tue, 04 Nov 2025 09:00:00 GMT</pubDate>
      <enclosure url="https://harbour.example/s.mp3" length="12345678" type="audio/mpeg"/>
      <itunes:duration>754</itunes:duration>
    </item>
    <item>
      <title>Second</title>
      <link>https://harbour.example/second/</link>
      <guid isPermaLink="false">tag:harbour.example,2025:second</guid>
      <pubDate>Mon, 03 Nov 2025 10:00:00 +0100</pubDate>
    </item>
  </channel>
</rss>
`;

export const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title type="text">Harbour news</title>
  <id>https://harbour.example/</id>
  <updated>2025-11-04T09:00:00Z</updated>
  <author><name>Ada Pier</name></author>
  <link rel="alternate" type="text/html" href="https://harbour.example/"/>
  <link rel="self" type="application/atom+xml" href="https://harbour.example/atom.xml"/>
  <entry>
    <title type="text">Ships</title>
    <id>https://harbour.example/ships/</id>
    <published>2025-11-04T09:00:00Z</published>
    <updated>2025-11-04T10:00:00+01:00</updated>
    <link rel="alternate" type="text/html" href="https://harbour.example/ships/"/>
    <category term="Ships" label="Ships"/>
    <summary type="text">A ship came.</summary>
    <content type="html">&lt;p&gt;A ship came.&lt;/p&gt;</content>
  </entry>
  <entry>
    <title type="text">Second</title>
    <id>urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8</id>
    <updated>2025-11-03T09:00:00Z</updated>
    <link href="https://harbour.example/second/"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Second</p></div></content>
  </entry>
</feed>
`;

export const json = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour news",
  "home_page_url": "https://harbour.example/",
  "feed_url": "https://harbour.example/feed.json",
  "language": "en",
  "authors": [{ "name": "Ada Pier" }],
  "items": [
    {
      "id": "https://harbour.example/ships/",
      "url": "https://harbour.example/ships/",
      "title": "Ships & tides",
      "content_html": "<p>A ship came.</p>",
      "date_published": "2025-11-04T09:00:00Z",
      "tags": ["Ships"],
      "attachments": [{ "url": "https://harbour.example/s.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 123456 }]
    },
    {
      "id": "second",
      "content_text": "Second",
      "date_published": "2025-11-03T09:00:00Z",
      "_own": { "kept": true }
    }
  ]
}
`;

export const rdf = `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://harbour.example/rdf.xml">
    <title>Harbour news</title>
    <link>https://harbour.example/</link>
    <description>What happens in the harbour</description>
    <items><rdf:Seq><rdf:li rdf:resource="https://harbour.example/ships/"/></rdf:Seq></items>
  </channel>
  <item rdf:about="https://harbour.example/ships/">
    <title>Ships</title>
    <link>https://harbour.example/ships/</link>
    <dc:date>2025-11-04</dc:date>
  </item>
</rdf:RDF>
`;
