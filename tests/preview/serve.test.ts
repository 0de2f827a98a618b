import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, findChromium, launchChromium, type Page } from '../pages/chromium.ts';
import { makeSite } from '../run-cli.ts';
import { type Running, startCli } from '../start-cli.ts';

const chromium = findChromium();
const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

const HOSTILE = `<img src="x" onerror="top.document.title='owned'"><script>top.document.title='owned'</script><iframe srcdoc="<script>top.document.title='owned'</script>"></iframe><form action="https://else.example/"><input name="a"><button>Send</button></form><p onclick="alert(1)" style="position:fixed">All about ropes.</p>`;
const FILES = {
  'feedwright.yaml': 'site: https://you.example/\ntitle: Harbour <b>&\ntimeZone: Europe/Berlin\n',
  'articles/a.md':
    '---\ntitle: Ropes\ndate: 2025-11-04\nsummary: Ropes, briefly.\n---\nAll about **ropes**.\n\n{{ unknown }}\n',
  'articles/draft.md':
    '---\ntitle: Not yet\ndraft: true\nimage: /articles/lead.svg\n---\nSoon.\n\n![A](pic.svg) ![B](/articles/pic.svg) ![C](none.svg) ![D](../../etc/passwd.svg)\n',
  'articles/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>',
  'articles/lead.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
  'articles/later.md': '---\ntitle: Later\ndate: 2099-01-01\n---\nMuch later.\n',
  'articles/bad.md': '---\ntitle: Bad day\ndate: 2025-02-31\n---\nNever.\n',
  'articles/note.md': "---\ntitle: ''\ndate: 2025-11-03\n---\nJust a note.\n",
  'articles/rtl.md': '---\ntitle: حبال\ndate: 2025-11-02\nlang: ar\n---\nكل شيء عن الحبال.\n',
  'articles/<b>.md': `---\ntitle: "<script>document.title='owned'</script>"\ndate: 2025-11-01\n---\n${HOSTILE}\n`,
};
const ARTICLE = '/article?file=articles%2Fa.md';

let folder: string;
let running: Running;
let origin: string;

beforeAll(async () => {
  folder = makeSite(FILES);
  running = startCli(folder, ['serve', '--port', '0']);
  const [, url = ''] = await running.waitFor(
    /Preview: (http:\/\/127\.0\.0\.1:\d+)\/ \(press Ctrl\+C to stop\)/,
  );
  origin = url;
}, 60_000);

afterAll(async () => {
  await running?.stop();
});

/** What the server answers, whatever the headers say. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>(
    (resolve, reject) => {
      const sent = request(origin + path, { headers, method, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece) => {
          text += piece;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      sent.once('error', reject).end();
    },
  );
}

/** What pages say, without their markup. */
const MARKS: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };
const words = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(quot|lt|gt|amp);/g, (_, name: string) => MARKS[name] ?? '')
    .replace(/\s+/g, ' ');

describe('the preview', () => {
  test('lists every article with its state, date and problems', async () => {
    const text = words((await ask('/')).text);
    expect(text).toContain('Ropes articles/a.md in the feed 2025-11-04T00:00:00+01:00');
    expect(text).toContain('Not yet articles/draft.md draft');
    expect(text).toContain('Later articles/later.md held back 2099-01-01T00:00:00+01:00');
    expect(text).toMatch(/articles\/bad\.md refused +1 error/);
    expect(words((await ask('/?state=draft')).text)).not.toContain('articles/a.md');
  });

  test('shows an article as three kinds of readers do, beside its source and problems by line', async () => {
    const { text } = await ask(ARTICLE);
    expect(words(text)).toContain('Line 8 : Removed "{{ unknown }}"');
    expect(text).toContain('<li id="L8" class="marked">');
    const full = (await ask('/view?file=articles%2Fa.md&as=full')).text;
    expect(full).toContain('<p>All about <strong>ropes</strong>.</p>');
    expect(words((await ask('/view?file=articles%2Fa.md&as=summary')).text)).toContain('Ropes, briefly.');
    expect(words((await ask('/view?file=articles%2Fa.md&as=untitled')).text)).toContain(
      'Ropes Ropes, briefly. https://you.example/a/',
    );
    const note = words((await ask('/view?file=articles%2Fnote.md&as=full')).text);
    expect(note).toContain('Just a note.');
  });

  test('shows drafts, and what is held back, as they would be', async () => {
    expect((await ask('/view?file=articles%2Fdraft.md&as=full')).text).toContain('<p>Soon.</p>');
    expect((await ask('/view?file=articles%2Flater.md&as=full')).text).toContain('<p>Much later.</p>');
    expect(words((await ask('/article?file=articles%2Fbad.md')).text)).toContain(
      'Nothing to show until the errors are fixed.',
    );
  });

  test('shows the images that are on this machine, wherever they are published', async () => {
    const { text } = await ask('/view?file=articles%2Fdraft.md&as=full');
    const sources = [...text.matchAll(/<img src="([^"]*)"/g)].map(([, source = '']) =>
      source.replace(/^data:image\/svg\+xml;base64,(.*)$/, (_, data: string) =>
        String(/width="\d"/.exec(Buffer.from(data, 'base64').toString())),
      ),
    );
    expect(sources).toEqual([
      'width="4"',
      'width="3"',
      'width="3"',
      'https://you.example/draft/none.svg',
      expect.stringMatching(/^https:/),
    ]);
  });

  test('shows what subscribers would see, and the raw documents, and writes none of them into the output', async () => {
    expect(words((await ask('/changes')).text)).toContain('Nothing is published yet');
    expect((await ask('/documents')).text).toContain('/raw?path=rss.xml');
    const raw = await ask('/raw?path=feed.json');
    expect(raw.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(JSON.parse(raw.text).items.map(({ url }: { url: string }) => url)).toContain(
      'https://you.example/a/',
    );
    expect((await ask('/page')).text).toContain('<title>');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['articles', 'feedwright.yaml']);
  });

  test.each([
    '/raw?path=../feedwright.yaml',
    '/raw?path=/etc/passwd',
    '/article?file=feedwright.yaml',
    '/article?file=..%2F..%2Fetc%2Fpasswd',
    '/view?file=articles%2Fa.md&as=no',
    '/nothing',
  ])('%s is not there', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('answers no other host, no other origin and nothing but reading', async () => {
    const { host } = new URL(origin);
    expect((await ask('/', { host })).status).toBe(200);
    expect((await ask('/', { host: host.replace('127.0.0.1', 'localhost') })).status).toBe(200);
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { host: '127.0.0.1:1' })).status).toBe(403);
    expect((await ask('/events', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('/', { origin: 'null' })).status).toBe(403);
    expect(
      (
        await ask('/preview.js', {
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'no-cors',
          'sec-fetch-dest': 'script',
        })
      ).status,
    ).toBe(403);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    const { headers } = await ask('/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
    expect(
      String((await ask('/view?file=articles%2Fa.md&as=full')).headers['content-security-policy']),
    ).toContain('sandbox');
  });

  test('has an icon, which browsers ask for on their own', async () => {
    const { status, headers } = await ask('/favicon.ico');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  test('goes on after a request that is none', async () => {
    const { port } = new URL(origin);
    for (const target of ['//[x', 'http://[', '/%', '*']) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
        );
        let text = '';
        socket.on('data', (piece) => {
          text += piece;
        });
        socket.on('close', () => resolve(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    }
    expect((await ask('/')).status).toBe(200);
  });

  test('says in one line when its port is taken', async () => {
    const second = startCli(folder, ['serve', '--port', new URL(origin).port]);
    await second.waitFor(/The preview can't listen on port \d+/);
  });
});

// Skipped where there is no chromium: `apt-get install chromium`. A test in which chromium itself crashed or hung runs again.
describe.skipIf(chromium === undefined)('the preview in chromium', { retry: 2 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
  }, 60_000);

  afterAll(() => browser?.close());

  const until = async (page: Page, expression: string) => {
    for (;;) {
      if ((await page.evaluate(expression)) === true) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const paths = [
    '/',
    ARTICLE,
    '/article?file=articles%2Frtl.md',
    '/article?file=articles%2Fbad.md',
    '/changes',
    '/documents',
    '/phone',
  ];
  const matrix = paths.flatMap((path) => [
    { path, width: 360, dark: false },
    { path, width: 1280, dark: true },
  ]);

  test.each(
    matrix,
  )('$path at $width px, dark $dark: no axe violations, no sideways scrolling, no complaints', async ({
    path,
    width,
    dark,
  }) => {
    const page = await browser.open(origin + path, { width, dark });
    const complaints = page.complaints.filter((text) => !text.includes('favicon.ico'));
    await page.evaluate(`${axe}; undefined`);
    const violations = await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => html + failureSummary)]))",
    );
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    // No word is cut into letters to make a table fit.
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('td')].every((cell) => cell.clientWidth === 0 || cell.clientWidth > 40)",
      ),
    ).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('shows a change by itself: a problem comes, is fixed, and goes', async () => {
    const page = await browser.open(origin + ARTICLE);
    const problems = "document.querySelector('.problems')?.textContent ?? ''";
    writeFileSync(join(folder, 'articles/a.md'), FILES['articles/a.md'].replace('2025-11-04', '2025-02-31'));
    await until(page, `(${problems}).includes('has no day 31')`);
    writeFileSync(join(folder, 'articles/a.md'), FILES['articles/a.md'].replace('Ropes\n', 'Better ropes\n'));
    await until(page, "document.querySelector('h1').textContent === 'Better ropes'");
    expect(await page.evaluate(`(${problems}).includes('has no day 31')`)).toBe(false);
    expect(await page.evaluate("document.querySelector('[role=status]').textContent")).toMatch(/^Updated/);
    await page.close();
  }, 60_000);

  test('a change replaces what differs: rows of other articles and frames with the same text stay as they are', async () => {
    const name = 'articles/frames.md';
    const text = '---\ntitle: Frames\ndate: 2025-11-05\n---\nText 1.\n';
    writeFileSync(join(folder, name), text);
    const page = await browser.open(`${origin}/article?file=${encodeURIComponent(name)}`);
    await until(page, "document.querySelectorAll('iframe').length === 3");
    await page.evaluate(
      "window.loads = 0; window.first = document.querySelector('iframe'); for (const frame of document.querySelectorAll('iframe')) frame.addEventListener('load', () => { window.loads++; })",
    );
    const status = "document.querySelector('[role=status]').textContent";
    const before = await page.evaluate(status);
    writeFileSync(join(folder, 'articles/note.md'), FILES['articles/note.md'].replace('Just', 'Only'));
    await until(page, `${status} !== ${JSON.stringify(before)}`);
    writeFileSync(join(folder, name), text.replace('Text 1.', 'Text 2.'));
    await until(page, "document.querySelector('#source').textContent.includes('Text 2.')");
    // Three frames, once each: the other article loaded none of them.
    await until(page, 'window.loads >= 3');
    expect(await page.evaluate('[window.loads, history.length]')).toEqual([3, 2]);
    expect(await page.evaluate("window.first === document.querySelector('iframe')")).toBe(true);
    await page.close();

    const list = await browser.open(`${origin}/`);
    await list.evaluate('window.row = document.querySelector(\'a[href*="frames.md"]\'); undefined');
    writeFileSync(join(folder, 'articles/a.md'), FILES['articles/a.md'].replace('Ropes\n', 'Knots\n'));
    await until(list, "document.querySelector('main').textContent.includes('Knots')");
    expect(await list.evaluate('window.row.isConnected')).toBe(true);
    await list.close();
    rmSync(join(folder, name));
  }, 60_000);

  test('a hostile article reaches neither the page nor another host', async () => {
    for (const path of [
      '/',
      '/article?file=articles%2F%3Cb%3E.md',
      '/view?file=articles%2F%3Cb%3E.md&as=full',
    ]) {
      const page = await browser.open(origin + path);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await page.evaluate('document.title')).not.toBe('owned');
      await page.close();
    }
    const view = await browser.open(`${origin}/view?file=articles%2F%3Cb%3E.md&as=full`);
    expect(await view.evaluate('self.origin')).toBe('null');
    await view.close();
  });

  test('a page of another origin cannot read it', async () => {
    const other = await browser.open('data:text/html,<title>other</title>');
    const read = `fetch('${origin}/').then(() => 'read', () => 'refused')`;
    expect(await other.evaluate(read)).toBe('refused');
    await other.close();
  });

  test('the keyboard alone reaches the first article', async () => {
    const page = await browser.open(`${origin}/?state=draft`);
    const focused = "document.activeElement.textContent === 'Not yet'";
    for (let count = 0; count < 20 && (await page.evaluate(focused)) !== true; count++)
      await page.press('Tab');
    await page.press('Enter');
    await until(page, "document.querySelector('h1')?.textContent === 'Not yet'");
    await page.close();
  }, 60_000);
});

test('stops cleanly', async () => {
  const own = startCli(makeSite(FILES), ['serve', '--port', '0']);
  await own.waitFor(/Preview:/);
  expect(await own.stop()).toBe(0);
});
