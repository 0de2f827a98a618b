import { describe, expect, it } from 'vitest';
import { writeOpml } from '../../src/formats/opml.ts';
import { writeFeedPage } from '../../src/pages/feed-page.ts';
import { fillFeedPage } from '../../src/pages/own-page.ts';
import { readTemplate } from '../../src/pages/template.ts';
import { feed, show, site } from './sample.ts';

describe('the page of a show', () => {
  const page = writeFeedPage(site, show);

  it('plays each episode without script, and loads nothing before that', () => {
    expect(page).toContain(
      '<audio controls="controls" preload="none" src="https://cdn.example/crane.mp3" title="The crane"></audio>',
    );
    expect(page).toContain('<video controls="controls" preload="none" src="http://cdn.example/film.mp4"');
  });

  it('shows artwork, duration, people, chapters and transcripts', () => {
    expect(page).toContain('<img class="artwork" src="https://img.example/art.jpg"');
    expect(page).toContain('<time datetime="PT3723S">1:02:03</time>');
    expect(page).toContain('<a href="https://ada.example/">Ada Pier</a>, Tom &lt;Gull&gt;');
    expect(page).toContain('<li><time datetime="PT250S">4:10</time> The &amp; crane</li>');
    expect(page).toContain('<a href="https://cdn.example/crane.vtt">Transcript (VTT)</a>');
    expect(page).toContain('<h2 id="latest">Latest episodes</h2>');
  });

  it('has links that subscribe in apps, by the URL of the RSS document', () => {
    const rss = encodeURIComponent('https://newsroom.example/rss.xml');
    expect(page).toContain(`https://antennapod.org/deeplink/subscribe?url=${rss}`);
    expect(page).toContain(`https://gpodder.net/subscribe?url=${rss}`);
    expect(page).toContain('https://www.subscribeonandroid.com/newsroom.example/rss.xml');
  });

  it('may load its artwork from there alone, and sounds from hosts that redirect (R70)', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toContain('img-src https://img.example; media-src https: http:;');
    const secure = writeFeedPage(site, { ...show, items: show.items.slice(0, 1) });
    expect(secure).toContain('media-src https:;');
  });

  it('speaks the language of the show', () => {
    const german = writeFeedPage(site, { ...show, language: 'de' });
    expect(german).toContain('<h2 id="latest">Neueste Folgen</h2>');
    expect(german).toContain('<summary>Kapitel</summary>');
    expect(german).toContain('In einer Podcast-App hören');
  });

  it('is nothing for other feeds', () => {
    expect(writeFeedPage(site, feed)).not.toMatch(/<audio|<img|media-src|AntennaPod/);
  });
});

it('a template of one’s own has artwork, audio and duration, where there is some', () => {
  const template = readTemplate(
    '<img src="{{image}}"/>{{#items}}<a href="{{audio}}">{{duration}}</a>{{/items}}',
  );
  expect(template.mistakes).toEqual([]);
  expect(fillFeedPage(template, site, show)).toBe(
    '<img src="https://img.example/art.jpg"/><a href="https://cdn.example/crane.mp3">1:02:03</a><a href="http://cdn.example/film.mp4"></a>',
  );
  expect(fillFeedPage(template, site, feed)).toBe('<img src=""/><a href=""></a>');
});

it('OPML marks shows', () => {
  const listed = { title: 'Low Tide', documents: show.documents, url: 'https://newsroom.example/' };
  expect(writeOpml('All', [{ ...listed, isShow: true }, listed]).match(/category="podcast"/g)?.length).toBe(
    1,
  );
});
