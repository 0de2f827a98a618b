import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFeedPage } from '../../src/pages/feed-page.ts';
import { writeIndexPage } from '../../src/pages/index-page.ts';
import { startServer } from '../local-server.ts';
import { type Browser, findChromium, launchChromium, type Surroundings } from './chromium.ts';
import { arabicFeed, arabicSite, documents, feed, item, show, site } from './sample.ts';

const chromium = findChromium();
const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const distribution = join(import.meta.dirname, '../../dist');

const hostile = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
const endless = 'https://newsroom.example/'.padEnd(400, 'x');
const longFeed = {
  ...feed,
  title: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4),
  description: endless,
  documents: documents(`${'very-long-folder/'.repeat(8)}`),
  items: [{ ...item, title: endless, summary: endless }],
};
const hostileFeed = {
  ...feed,
  title: hostile,
  description: hostile,
  items: [{ ...item, title: hostile, summary: hostile }],
};

const FILES: Readonly<Record<string, { readonly type: string; readonly text: () => string }>> = {
  '/en.html': { type: 'text/html', text: () => writeFeedPage(site, feed) },
  '/show.html': { type: 'text/html', text: () => writeFeedPage(site, { ...show, show: {} }) },
  '/de.html': {
    type: 'text/html',
    text: () => writeFeedPage({ ...site, language: 'de', colour: '#ffee00' }, feed),
  },
  '/ar.html': { type: 'text/html', text: () => writeFeedPage(arabicSite, arabicFeed) },
  '/long.html': { type: 'text/html', text: () => writeFeedPage(site, longFeed) },
  '/hostile.html': { type: 'text/html', text: () => writeFeedPage({ ...site, title: hostile }, hostileFeed) },
  '/index.html': {
    type: 'text/html',
    text: () => writeIndexPage(site, [feed, longFeed, { ...feed, isTopic: true }]),
  },
  '/index-ar.html': { type: 'text/html', text: () => writeIndexPage(arabicSite, [arabicFeed]) },
  '/rss.xml': { type: 'application/xml', text: () => readFileSync(join(distribution, 'rss.xml'), 'utf8') },
  '/atom.xml': { type: 'application/xml', text: () => readFileSync(join(distribution, 'atom.xml'), 'utf8') },
  '/broken.xml': { type: 'application/xml', text: () => '<rss><channel></rss>' },
};

const pages = Object.keys(FILES).filter((path) => path.endsWith('.html'));
const surroundings: readonly Surroundings[] = [
  { width: 360, height: 740 },
  { width: 360, height: 740, dark: true },
  { width: 1280 },
  { width: 1280, dark: true },
];
const matrix = pages.flatMap((path) =>
  surroundings.map((how) => ({ path, ...how, dark: how.dark ?? false })),
);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

// Skipped where there is no chromium: `apt-get install chromium`. A test in which chromium itself crashed or hung runs again.
describe.skipIf(chromium === undefined)('pages in chromium', { retry: 2 }, () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    ({ url: origin, server } = await startServer((request, response) => {
      const file = FILES[request.url ?? ''];
      response.writeHead(file ? 200 : 404, {
        'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      });
      response.end(file?.text() ?? '');
    }));
    browser = await launchChromium(chromium ?? '');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it.each(
    matrix,
  )('$path at $width px, dark $dark: no axe violations, no sideways scrolling, no complaints', async ({
    path,
    ...how
  }) => {
    const page = await browser.open(origin + path, how);
    const complaints = [...page.complaints];
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    await page.evaluate(`${axe}; undefined`);
    const violations = await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
    );
    const seen = (violations as Violation[]).map(({ id, nodes }) => [
      id,
      nodes.map(({ html, failureSummary }) => html + failureSummary),
    ]);
    expect(seen).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(how.width ?? 0);
    expect(complaints.filter((text) => !text.includes('favicon.ico'))).toEqual([]);
    await page.close();
  });

  it('shows light and dark as the person prefers, and Arabic from the right', async () => {
    const look =
      'JSON.stringify([getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).direction])';
    const lookOf = async (path: string, dark: boolean) => {
      const page = await browser.open(origin + path, { dark });
      const seen = JSON.parse(String(await page.evaluate(look)));
      await page.close();
      return seen;
    };
    expect(await lookOf('/en.html', false)).toEqual(['rgb(255, 255, 255)', 'ltr']);
    expect(await lookOf('/en.html', true)).toEqual(['rgb(23, 23, 27)', 'ltr']);
    expect(await lookOf('/ar.html', false)).toEqual(['rgb(255, 255, 255)', 'rtl']);
  });

  it.each([
    ['', 'the clipboard of the page'],
    ['delete Navigator.prototype.clipboard', 'a browser that has no other way than a command'],
  ])('copies the address with the keyboard alone, and says so %j (%s)', async (before) => {
    await browser.allowClipboard(origin);
    const page = await browser.open(`${origin}/en.html`);
    expect(await page.evaluate("document.querySelectorAll('button[hidden]').length")).toBe(0);
    await page.evaluate(`window.clipboard = navigator.clipboard; clipboard.writeText('nothing'); ${before}`);
    const focused = 'document.activeElement.id';
    for (let count = 0; count < 5 && (await page.evaluate(focused)) !== 'copy-rss'; count++)
      await page.press('Tab');
    expect(await page.evaluate(focused)).toBe('copy-rss');
    await page.press('Enter');
    const said = "document.querySelector('[role=status]').textContent !== ''";
    await page.evaluate(`new Promise((resolve) => setInterval(() => ${said} && resolve(), 20))`);
    expect(await page.evaluate('clipboard.readText()')).toBe('https://newsroom.example/rss.xml');
    expect(await page.evaluate("document.querySelector('[role=status]').textContent")).toBe('Copied');
    expect(page.complaints.filter((text) => !text.includes('favicon.ico'))).toEqual([]);
    await page.close();
  });

  it('without script has no dead button, and the address can be reached and selected', async () => {
    const page = await browser.open(`${origin}/en.html`, { script: false });
    await page.press('Tab');
    await page.press('Tab');
    const state = await page.evaluate(`JSON.stringify({
      focused: document.activeElement.id,
      selected: document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd),
      buttons: [...document.querySelectorAll('button')].filter((each) => each.offsetParent !== null).length,
    })`);
    expect(JSON.parse(String(state))).toEqual({
      focused: 'address-rss',
      selected: 'https://newsroom.example/rss.xml',
      buttons: 0,
    });
    await page.close();
  });

  it('shows a hostile title and summary as text, and runs nothing', async () => {
    const page = await browser.open(`${origin}/hostile.html`);
    expect(await page.evaluate("document.querySelector('h1').textContent")).toBe(hostile);
    expect(await page.evaluate("document.querySelector('.items h3').textContent")).toBe(hostile);
    expect(await page.evaluate("document.querySelector('.items p:last-child').textContent")).toBe(hostile);
    expect(
      await page.evaluate(
        "document.querySelectorAll('img').length + document.querySelectorAll('script').length",
      ),
    ).toBe(1);
    expect(await page.evaluate('document.title')).not.toBe('owned');
    await page.close();
  });

  it('refuses scripts and styles that are not its own, should any ever get in (R70)', async () => {
    const page = await browser.open(`${origin}/en.html`);
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.body.append(script);
      document.body.style = 'display: none';
      document.body.setAttribute('style', 'color: red');
    }`);
    expect(await page.evaluate('document.title')).not.toBe('owned');
    expect(page.complaints.join()).toContain('Content Security Policy');
    await page.close();
  });

  it.each([
    ['/rss.xml', false],
    ['/atom.xml', false],
    ['/broken.xml', true],
  ])('%s opened as it is: an error is %j', async (path, isWrong) => {
    const page = await browser.open(origin + path);
    const html = String(await page.evaluate('document.documentElement.outerHTML'));
    expect(html.includes('parsererror')).toBe(isWrong);
    expect(html.includes('Town votes for a market hall')).toBe(!isWrong);
    await page.close();
  });
});
