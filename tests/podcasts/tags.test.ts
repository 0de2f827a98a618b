import { describe, expect, it, test } from 'vitest';
import { inspectFeed } from '../../src/lint/lint-feed.ts';
import { EPISODE_TAGS, SHOW_TAGS, TAGS } from '../../src/podcasts/tags.ts';
import { rows } from '../manual.ts';
import { publishSite } from './publish-site.ts';
import { expectValid, HAS_SCHEMA } from './schema.ts';

const NODE = '02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52';
const OTHER = '9b024349-ccf0-5f69-a609-6b82873eab3c';

const SHOW = `site: https://pod.example/
title: Harbour talk
language: en
podcast:
  category: Leisure
  explicit: false
  author: Ada Pier
  image: /a.jpg
  guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
  location: { name: Hamburg, rel: creator, geo: "geo:53.54,9.98", osm: R62782, country: DE }
  txt:
    - { purpose: applepodcastsverify, text: "05124" }
    - naj3eE
  value:
    suggested: 0.00000005
    recipients:
      - { name: Ada, address: ada@getalby.com, split: 90 }
      - { name: Host, address: ${NODE}, split: 10, fee: true }
  podroll:
    - ${OTHER}
    - { guid: ${OTHER}, url: 'https://x.example/f.xml', title: X & Y }
  publisher: { guid: ${OTHER}, url: 'https://x.example/p.xml' }
  socialInteract: https://social.example/@ada/1
  chat: { server: irc.example.com, protocol: irc, space: "#talk" }
`;

const EPISODE = `---
title: "#1: The crane"
date: 2025-11-01
audio: { url: one.mp3, duration: 1 }
location: Berlin
txt: { purpose: ai-content, text: false }
value: { recipients: [{ address: tom@getalby.com }] }
social_interact: { url: 'https://social.example/@ada/2', accountId: "@ada" }
chat: { server: irc.example.com, protocol: irc }
content_link: { url: 'https://video.example/1', text: Watch it }
alternate_enclosure:
  - { url: one.opus, title: Small, bitrate: 32000, integrity: sha384-abc }
  - { url: 'https://cdn.example/one.aac', bytes: 7 }
itunes_title: The crane
itunes_block: true
---
Notes.
`;

/** The lines of the RSS of a show of one episode, and what was said of it. */
function publish(show = SHOW, episode = EPISODE) {
  const files = { 'articles/one.mp3': 'sound'.repeat(300), 'articles/one.opus': 'opus' };
  const { problems, read } = publishSite({ 'feedwright.yaml': show, 'articles/one.md': episode, ...files });
  return { rss: read('rss.xml'), problems };
}

const WRITTEN = `
    <podcast:location rel="creator" geo="geo:53.54,9.98" osm="R62782" country="DE">Hamburg</podcast:location>
    <podcast:txt purpose="applepodcastsverify">05124</podcast:txt>
    <podcast:txt>naj3eE</podcast:txt>
    <podcast:value type="lightning" method="lnaddress" suggested="0.00000005">
      <podcast:valueRecipient name="Ada" type="lnaddress" address="ada@getalby.com" split="90"/>
      <podcast:valueRecipient name="Host" type="node" address="${NODE}" split="10" fee="true"/>
    </podcast:value>
    <podcast:podroll>
      <podcast:remoteItem feedGuid="${OTHER}"/>
      <podcast:remoteItem feedGuid="${OTHER}" feedUrl="https://x.example/f.xml" title="X &amp; Y"/>
    </podcast:podroll>
    <podcast:publisher>
      <podcast:remoteItem feedGuid="${OTHER}" feedUrl="https://x.example/p.xml" medium="publisher"/>
    </podcast:publisher>
    <podcast:socialInteract uri="https://social.example/@ada/1" protocol="activitypub"/>
    <podcast:chat server="irc.example.com" protocol="irc" space="#talk"/>
      <itunes:title>The crane</itunes:title>
      <itunes:block>Yes</itunes:block>
      <podcast:location>Berlin</podcast:location>
      <podcast:txt purpose="ai-content">false</podcast:txt>
      <podcast:value type="lightning" method="lnaddress">
        <podcast:valueRecipient type="lnaddress" address="tom@getalby.com" split="1"/>
      </podcast:value>
      <podcast:socialInteract uri="https://social.example/@ada/2" protocol="activitypub" accountId="@ada"/>
      <podcast:contentLink href="https://video.example/1">Watch it</podcast:contentLink>
      <podcast:alternateEnclosure type="audio/ogg" length="4" bitrate="32000" title="Small">
        <podcast:source uri="https://pod.example/one/one.opus"/>
        <podcast:integrity type="sri" value="sha384-abc"/>
      </podcast:alternateEnclosure>
      <podcast:alternateEnclosure type="audio/aac" length="7">
        <podcast:source uri="https://cdn.example/one.aac"/>
      </podcast:alternateEnclosure>
`;

describe('elements that need nothing but a table (P7, P11, P12)', () => {
  const built = publish();

  it('are written as their documents have them, in the configuration and in an article', () => {
    expect(built.problems).toEqual([]);
    const lines = new Set(built.rss.split('\n'));
    expect(WRITTEN.split('\n').filter((line) => !lines.has(line))).toEqual([]);
  });

  it('hold against the rules of every feed', () => {
    const found = inspectFeed(Buffer.from(built.rss), { file: 'rss', now: Date.parse('2026-01-01') });
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it('are all told in the manual', () => {
    const told = rows('docs/podcasts.md', 'Element').map(([, key = '']) => key.replaceAll('`', '').trim());
    const keys = new Set([...SHOW_TAGS, ...EPISODE_TAGS]);
    expect(told.toSorted()).toEqual([...keys].toSorted());
    expect(Object.keys(TAGS).toSorted()).toEqual([...keys].toSorted());
  });

  // The schema is older than "rel" and "country" of a location, and has nothing of the other elements.
  it.skipIf(!HAS_SCHEMA)('are valid by the schema of the namespace, as far as it goes', () => {
    const found =
      built.rss
        .replaceAll(/ (?:rel|country)="\w+"/g, '')
        .match(/<podcast:(value|location)\b[\s\S]*?<\/podcast:\1>/g) ?? [];
    expect(found.length).toBe(4);
    expectValid(found);
  });
});

/** Changes of one line, which must be said there. */
type Fault = readonly [from: string, to: string];

describe('a mistake in one of them is said at its line, and nothing else', () => {
  const inShow: readonly Fault[] = [
    ['geo:53.54,9.98', '53.54,9.98'],
    ['country: DE', 'country: Germany'],
    ['osm: R62782', 'osm: 62782'],
    ['name: Hamburg, ', ''],
    ['"05124"', '05124'],
    ['suggested: 0.00000005', 'suggested: few'],
    ['split: 90', 'split: 0'],
    ['address: ada@getalby.com, ', ''],
    [`- ${OTHER}`, '- Podcasting 2.0'],
    ['https://x.example/f.xml', 'ftp://x.example/f.xml'],
    ['server: irc.example.com, ', ''],
  ];
  test.each<Fault>(inShow)('in the configuration: %s → %s', (from, to) => {
    expect(SHOW.split(from).length).toBe(2);
    const { problems } = publish(SHOW.replace(from, to));
    const line = SHOW.slice(0, SHOW.indexOf(from)).split('\n').length;
    // A value with several lines is said where it begins.
    const start = line > 14 && line < 19 ? 15 : line;
    expect(problems.map(({ code, line: at }) => [code, at])).toEqual([['podcast-tag', start]]);
  });

  const inEpisode: readonly Fault[] = [
    ['{ purpose: ai-content, text: false }', '{ purpose: ai-content }'],
    ['recipients: [{ address: tom@getalby.com }]', 'type: lightning'],
    ["url: 'https://social.example/@ada/2'", "url: 'mailto:ada@social.example'"],
    ['title: Small', 'title: A small file for people who are on the way'],
    ['sha384-abc', '{ type: md5, value: abc }'],
    ["url: 'https://video.example/1', ", ''],
  ];
  test.each<Fault>(inEpisode)('in an article: %s → %s', (from, to) => {
    expect(EPISODE.split(from).length).toBe(2);
    const { problems } = publish(SHOW, EPISODE.replace(from, to));
    const line = EPISODE.slice(0, EPISODE.indexOf(from)).split('\n').length;
    const isInList = line === 12;
    expect(problems.map(({ code, line: at }) => [code, at])).toEqual([['podcast-tag', isInList ? 11 : line]]);
  });

  const inFeed: readonly (readonly [code: string, ...Fault])[] = [
    ['feed-value', 'geo="geo:53.54,9.98"', 'geo="53.54,9.98"'],
    ['feed-value-empty', '>Hamburg<', '> <'],
    ['feed-value-empty', '>naj3eE<', '><'],
    ['feed-attribute-missing', ' method="lnaddress" suggested', ' suggested'],
    ['feed-value', 'split="90"', 'split="0"'],
    ['feed-attribute-missing', ' address="ada@getalby.com"', ''],
    ['feed-value', `<podcast:remoteItem feedGuid="${OTHER}"/>`, '<podcast:remoteItem feedGuid="me"/>'],
    ['feed-attribute-missing', ' protocol="irc" space', ' space'],
    ['feed-attribute-missing', ' type="audio/aac" length="7"', ' length="7"'],
    ['feed-element-missing', '        <podcast:source uri="https://cdn.example/one.aac"/>\n', ''],
    ['feed-attribute-missing', ' href="https://video.example/1"', ''],
    ['feed-attribute-unknown', '<podcast:txt purpose="ai', '<podcast:txt for="ai'],
  ];
  test.each(inFeed)('in any feed: %s, %s', (code, from, to) => {
    const { rss } = publish();
    expect(rss.split(from).length).toBe(2);
    const found = inspectFeed(Buffer.from(rss.replace(from, to)), {
      file: 'rss',
      now: Date.parse('2026-01-01'),
    });
    const at = rss.slice(0, rss.indexOf(from)).split('\n').length;
    const line = code === 'feed-element-missing' ? at - 1 : at;
    expect(found.map((each) => [each.code, each.line])).toEqual([[code, line]]);
  });
});
