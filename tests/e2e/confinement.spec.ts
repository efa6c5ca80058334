import { createServer } from 'node:http';
import type { RunningApp } from '../support/electron-app';
import { expect, test } from './fixtures';
import { goTo, openDemo } from './screens';

/** Addresses a page might be led to; none may be gone to. */
const elsewhere = ['https://evil.example/', 'file:///etc/passwd', 'app://evil/', 'data:text/html,x', 'app://print/x'];

/** Ways of a page to go to an address. Each is refused aloud: by the browser in the console of the page, or by us in the log. */
const ways: Readonly<Record<string, (url: string) => void>> = {
  'location.href': (url) => {
    location.href = url;
  },
  'location.replace': (url) => location.replace(url),
  link: (url) => {
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
  },
  'link to a new window': (url) => {
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    document.body.append(link);
    link.click();
  },
  'meta refresh': (url) => {
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = `0;url=${url}`;
    document.head.append(refresh);
  },
  form: (url) => {
    const form = document.createElement('form');
    form.action = url;
    document.body.append(form);
    form.submit();
  },
  'window.open': (url) => void window.open(url),
};

const refusals = ({ log, complaints }: RunningApp): number =>
  complaints.length + (log().match(/Stopped navigation|Refused a window/gu) ?? []).length;

/** Where the windows and their frames have gone since this was called. A navigation that is refused begins, but arrives nowhere. */
async function watchNavigations({ electron }: RunningApp, event: 'did-start-navigation' | 'did-frame-navigate') {
  await electron.evaluate(({ BrowserWindow }, name) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seenNavigations', seen);
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (name === 'did-start-navigation') webContents.on(name, ({ url }) => void seen.push(url));
      else webContents.on(name, (_event, url) => void seen.push(url));
    }
  }, event);
  return () => electron.evaluate((): string[] => Reflect.get(globalThis, 'seenNavigations'));
}

const isOurs = (url: string): boolean => /^app:\/\/(ui|print)\//u.test(url);

test('nothing leads away from the page', async ({ start }) => {
  const app = await start();
  const { page, electron } = app;
  const arrived = await watchNavigations(app, 'did-frame-navigate');
  for (const [name, way] of Object.entries(ways)) {
    for (const url of elsewhere) {
      const before = refusals(app);
      await page.evaluate(way, url);
      await expect.poll(() => refusals(app), `${name} ${url}`).toBeGreaterThan(before);
    }
  }
  expect(await arrived()).toEqual([]);
  expect(page.url()).toBe('app://ui/');
  expect(await page.evaluate(() => document.querySelector('main')?.dataset.ready)).toBe('library');
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('a middle click opens no window', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://evil.example/';
    link.textContent = 'away';
    link.style.cssText = 'position: fixed; inset: 0; z-index: 9999';
    document.body.append(link);
  });
  await page.getByText('away').click({ button: 'middle' });
  await expect.poll(() => app.log()).toContain('Refused a window for https://evil.example/');
  expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('dropped files and addresses do not replace the page', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await page.evaluate(() => {
    const prevented: boolean[] = [];
    Reflect.set(window, 'dropsPrevented', prevented);
    window.addEventListener('drop', (event) => queueMicrotask(() => prevented.push(event.defaultPrevented)));
  });
  const session = await page.context().newCDPSession(page);
  const drops = [
    { items: [], files: ['/etc/hosts'], dragOperationsMask: 1 },
    { items: [{ mimeType: 'text/uri-list', data: 'https://evil.example/' }], dragOperationsMask: 1 },
  ];
  for (const data of drops) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  expect(await page.evaluate((): boolean[] => Reflect.get(window, 'dropsPrevented'))).not.toContain(false);
  expect(page.url()).toBe('app://ui/');
  await expect(page.getByRole('button', { name: 'New engagement' })).toBeVisible();
});

test('ordinary use goes to addresses of the app only', async ({ app }) => {
  const begun = await watchNavigations(app, 'did-start-navigation');
  await openDemo(app.page);
  for (const place of ['findings', 'report', 'settings', 'library'] as const) await goTo(app.page, place);
  await app.page.reload();
  const addresses = await begun();
  expect(addresses).not.toEqual([]);
  expect(addresses.filter((url) => !isOurs(url))).toEqual([]);
});

test('a webview is an element like any other', async ({ start }) => {
  const { electron, page } = await start();
  const kind = await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://evil.example/');
    document.body.append(view);
    return { reload: typeof Reflect.get(view, 'reload'), inner: view.shadowRoot === null };
  });
  expect(kind).toEqual({ reload: 'undefined', inner: true });
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('the page reaches no server, by any way', async ({ start }) => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  try {
    const { electron, page, complaints } = await start();
    const outcomes = await page.evaluate(async (url) => {
      const outcome = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'reached',
          () => 'refused',
        );
      const loads = (element: HTMLElement, source: 'src' | 'href'): Promise<unknown> =>
        new Promise((resolve, reject) => {
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          element.setAttribute(source, `${url}/${element.localName}`);
          document.head.append(element);
        });
      const socket = new Promise((resolve, reject) => {
        const connection = new WebSocket(`${url.replace('http', 'ws')}/socket`);
        connection.onopen = resolve;
        connection.onerror = reject;
      });
      const stylesheet = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
      navigator.sendBeacon(`${url}/beacon`, 'x');
      return {
        fetch: await outcome(fetch(`${url}/fetch`)),
        own: await outcome(fetch('app://ui/index.html')),
        image: await outcome(loads(document.createElement('img'), 'src')),
        style: await outcome(loads(stylesheet, 'href')),
        socket: await outcome(socket),
        events: await outcome(
          new Promise((resolve, reject) => {
            const source = new EventSource(`${url}/events`);
            source.onopen = resolve;
            source.onerror = reject;
          }),
        ),
      };
    }, origin);
    for (const [way, outcome] of Object.entries(outcomes)) expect(outcome, way).toBe('refused');
    await expect.poll(() => complaints.some((text) => text.includes('/beacon'))).toBe(true);

    // Below the content policy, the browser session refuses as well.
    const below = await electron.evaluate(
      ({ net }, url) =>
        net.fetch(url).then(
          () => 'reached',
          (error: Error) => error.message,
        ),
      `${origin}/below`,
    );
    expect(below).toMatch(/ERR_BLOCKED_BY_CLIENT/u);
    expect(requests).toEqual([]);
    await fetch(`${origin}/control`);
    expect(requests).toEqual(['/control']);
  } finally {
    server.close();
  }
});

test('nothing is downloaded', async ({ start }) => {
  const { electron } = await start();
  const state = await electron.evaluate(
    ({ session }) =>
      new Promise<boolean>((resolve) => {
        session.defaultSession.on('will-download', (event) => resolve(event.defaultPrevented));
        session.defaultSession.downloadURL('app://ui/index.html');
      }),
  );
  expect(state).toBe(true);
});
