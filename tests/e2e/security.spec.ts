import { expect } from 'playwright/test';
import { contract } from '../../src-shared/ipc/contract';
import { test } from './fixtures';

const somewhere = 'https://evil.example/';

test('the window has no Node, is isolated and sandboxed', async ({ start }) => {
  const { electron: app, page } = await start();
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Not in Electron's types, but what its own documentation points tests to.
      const read: () => Record<string, unknown> = Reflect.get(webContents, 'getLastWebPreferences').bind(webContents);
      const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, webviewTag } =
        read();
      return { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, webviewTag };
    }),
  );
  expect(windows).toHaveLength(1);
  expect(windows[0]).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(globals).toEqual([]);
});

test('the bridge is exactly the contract, frozen, functions only', async ({ start }) => {
  const { page } = await start();
  const bridge = await page.evaluate(() => {
    const entries = Object.entries(Reflect.get(window, 'bridge') as Record<string, Record<string, unknown>>);
    return entries.map(([domain, methods]) => ({
      domain,
      methods: Object.keys(methods),
      onlyFunctions: Object.values(methods).every((method) => typeof method === 'function'),
      frozen: Object.isFrozen(methods) && Object.isFrozen(Reflect.get(window, 'bridge')),
    }));
  });
  expect(bridge).toEqual(
    Object.entries(contract).map(([domain, methods]) => ({
      domain,
      methods: Object.keys(methods),
      onlyFunctions: true,
      frozen: true,
    })),
  );
  const files = await page.evaluate(() => Object.keys(Reflect.get(window, 'bridgeFiles') as object));
  expect(files).toEqual(['pathOf']);
});

test('an event listener of the page gets the payload and no event object', async ({ start }) => {
  const { electron: app, page } = await start();
  await page.evaluate(() => {
    const received: unknown[][] = [];
    Reflect.set(window, 'received', received);
    window.bridge.app.systemThemeChanged((...values: unknown[]) => void received.push(values));
  });
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = nativeTheme.shouldUseDarkColors ? 'light' : 'dark';
  });
  const received = () => page.evaluate((): unknown => Reflect.get(window, 'received'));
  await expect.poll(received).toContainEqual([{ dark: expect.any(Boolean), highContrast: expect.any(Boolean) }]);
});

test('scripts in the page, eval and handlers are stopped by the content policy, and ordinary use breaks no rule', async ({
  start,
}) => {
  const { page } = await start();
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted/iu.test(message.text())) broken.push(message.text());
  });
  await page.reload();
  await page.getByRole('button').first().waitFor();
  expect(broken).toEqual([]);

  const ran = await page.evaluate(
    () =>
      new Promise<Record<string, string | boolean>>((resolve) => {
        const attempt = (work: () => unknown): string => {
          try {
            return String(work());
          } catch (error) {
            return error instanceof Error ? error.name : 'thrown';
          }
        };
        // Later, because the policy is lifted while a test evaluates something.
        setTimeout(() => {
          const inline = attempt(() => {
            const script = document.createElement('script');
            script.textContent = 'window.hasRun = true';
            document.head.append(script);
          });
          const markup = attempt(() => {
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hasRun = true">');
          });
          const frame = attempt(() => {
            document.createElement('iframe').srcdoc = '<p>x</p>';
          });
          const evaluated = attempt(() => Reflect.get(globalThis, 'eval')('1 + 1'));
          const compiled = attempt(() => Reflect.construct(Function, ['return 2'])());
          setTimeout(() => resolve({ inline, markup, frame, evaluated, compiled, hasRun: 'hasRun' in window }), 200);
        });
      }),
  );
  expect(ran.hasRun).toBe(false);
  expect(ran.evaluated).toBe('EvalError');
  expect(ran.compiled).toBe('EvalError');
  expect([ran.inline, ran.markup, ran.frame]).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('nothing leads away from the page', async ({ start }) => {
  const { electron: app, page } = await start();
  const attempts: ((url: string) => void)[] = [
    (url) => {
      location.href = url;
    },
    (url) => location.assign(url),
    (url) => location.replace(url),
    (url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
    },
    (url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
    },
    (url) => {
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = `0;url=${url}`;
      document.head.append(refresh);
    },
    (url) => {
      const form = document.createElement('form');
      form.action = url;
      document.body.append(form);
      form.submit();
    },
    (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    },
    (url) => void window.open(url),
  ];
  for (const attempt of attempts) {
    for (const url of [somewhere, 'file:///etc/passwd', 'app://evil/', 'data:text/html,x', 'app://print/x']) {
      await page.evaluate(attempt, url).catch(() => undefined);
    }
  }
  await page.waitForTimeout(500);
  expect(page.url()).toBe('app://ui/');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const frames = page.frames().map((frame) => frame.url());
  expect(frames.filter((url) => /evil|file:|passwd/u.test(url))).toEqual([]);
  expect(await page.evaluate(() => window.open('https://evil.example/') === null)).toBe(true);
});

test('a webview stays empty', async ({ start }) => {
  const { electron: app, page } = await start();
  await page.evaluate((url) => {
    const view = document.createElement('webview');
    view.setAttribute('src', url);
    document.body.append(view);
  }, somewhere);
  await page.waitForTimeout(300);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('the page reaches no network, by any way', async ({ start }) => {
  const { electron: app, page } = await start();
  await app.evaluate(({ session }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seenRequests', seen);
    session.defaultSession.webRequest.onSendHeaders((details) => void seen.push(details.url));
  });
  const results = await page.evaluate(async () => {
    const fails = async (work: () => Promise<unknown>): Promise<boolean> =>
      work().then(
        () => false,
        () => true,
      );
    const image = new Promise((resolve, reject) => {
      const element = new Image();
      element.onload = resolve;
      element.onerror = reject;
      element.src = 'https://evil.example/x.png';
    });
    const socket = new Promise((resolve, reject) => {
      const connection = new WebSocket('wss://evil.example/');
      connection.onopen = resolve;
      connection.onerror = reject;
    });
    return {
      fetch: await fails(() => fetch('https://evil.example/')),
      local: await fails(() => fetch('http://127.0.0.1:1/')),
      own: await fails(() => fetch('app://ui/index.html')),
      image: await fails(() => image),
      socket: await fails(() => socket),
      beacon: !navigator.sendBeacon('https://evil.example/', 'x') || 'queued',
    };
  });
  expect(results).toMatchObject({ fetch: true, local: true, own: true, image: true, socket: true });
  await page.waitForTimeout(300);
  const sent = await app.evaluate(() => Reflect.get(globalThis, 'seenRequests') as string[]);
  expect(sent.filter((url) => !url.startsWith('app://'))).toEqual([]);
});

test('the guard below the content policy refuses requests and downloads as well', async ({ start }) => {
  const { electron: app, userData: folder } = await start();
  const outcomes = await app.evaluate(async ({ session, net }) => {
    const attempt = (url: string): Promise<string> =>
      net.fetch(url).then(
        (response) => `${response.status}`,
        (error: Error) => error.message,
      );
    const downloaded = new Promise<string>((resolve) => {
      session.defaultSession.on('will-download', (event) => resolve(event.defaultPrevented ? 'prevented' : 'allowed'));
      setTimeout(() => resolve('never began'), 1000);
    });
    session.defaultSession.downloadURL('app://ui/index.html');
    return {
      web: await attempt('https://evil.example/'),
      local: await attempt('http://127.0.0.1:9/'),
      download: await downloaded,
    };
  });
  expect(outcomes.web).toMatch(/ERR_BLOCKED_BY_CLIENT/u);
  expect(outcomes.local).toMatch(/ERR_BLOCKED_BY_CLIENT/u);
  expect(outcomes.download).not.toBe('allowed');
  expect(folder).not.toBe('');
});

test('the scheme serves the page’s files, for GET, and nothing else', async ({ start }) => {
  const { electron: app } = await start();
  const ask = (url: string, method = 'GET') =>
    app.evaluate(
      async ({ net }, request) => {
        const response = await net.fetch(request.url, { method: request.method });
        return { status: response.status, headers: Object.fromEntries(response.headers) };
      },
      { url, method },
    );
  const page = await ask('app://ui/');
  expect(page.status).toBe(200);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{24}'; /u,
  );
  const again = await ask('app://ui/');
  expect(again.headers['content-security-policy']).not.toBe(page.headers['content-security-policy']);
  for (const url of [
    'app://ui/../main/main.js',
    'app://ui/%2e%2e/main/main.js',
    'app://ui/..%5c..%5cpackage.json',
    'app://ui/nothing.js',
    'app://other/',
    'app://print/x',
  ]) {
    expect((await ask(url)).status, url).toBe(404);
  }
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('app://ui/', method)).status).toBe(405);
});

test('permissions are refused, but for copying', async ({ start }) => {
  const { page } = await start();
  const answers = await page.evaluate(async () => {
    const fails = async (work: () => Promise<unknown>): Promise<boolean> =>
      work().then(
        () => false,
        () => true,
      );
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      location: await fails(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notifications: await Notification.requestPermission(),
      readClipboard: await fails(() => navigator.clipboard.readText()),
      camera: await fails(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await fails(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      geolocationState: await state('geolocation'),
      midi: await fails(() => navigator.requestMIDIAccess({ sysex: true })),
    };
  });
  expect(answers).toEqual({
    location: true,
    notifications: 'denied',
    readClipboard: true,
    camera: true,
    screen: true,
    geolocationState: 'denied',
    midi: true,
  });
});

test('only addresses of the catalogue go to the system browser, and only after something was pressed', async ({
  start,
}) => {
  const { electron: app, page } = await start();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'openedAddresses', opened);
    shell.openExternal = async (url: string) => void opened.push(url);
  });
  const open = (url: string) => page.evaluate((address) => window.bridge.app.openLink({ url: address }), url);
  const reference = await page.evaluate(async () => {
    const answer = await window.bridge.app.catalogue({});
    return answer.ok ? (answer.value.checks.find((check) => check.sources.length > 0)?.sources[0] ?? '') : '';
  });
  expect(await open(reference)).toMatchObject({ value: { opened: false } });
  await page.mouse.click(5, 5);
  for (const url of [somewhere, 'file:///etc/passwd', 'ms-settings:', `${reference}?x`]) {
    expect(await open(url)).not.toMatchObject({ value: { opened: true } });
  }
  expect(await open(reference)).toMatchObject({ ok: true, value: { opened: true } });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'openedAddresses'))).toEqual([new URL(reference).href]);
});

test('a frame inside the page is not heard by the main process', async ({ start }) => {
  const { electron: app, page } = await start();
  // A frame of our own page, made from main because the content policy keeps the page from making one.
  const heard = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [window] = BrowserWindow.getAllWindows();
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
      string,
      (event: unknown, message: unknown) => Promise<unknown>
    >;
    const handler = handlers.get('bridge:call');
    const message = { domain: 'app', method: 'info', input: {} };
    const top = window?.webContents.mainFrame;
    const frame = { url: 'app://ui/', parent: top };
    const foreign = { url: 'https://evil.example/', parent: null };
    return {
      own: await handler?.({ senderFrame: top, sender: window?.webContents }, message),
      frame: await handler?.({ senderFrame: frame, sender: window?.webContents }, message),
      foreign: await handler?.({ senderFrame: foreign, sender: window?.webContents }, message),
      gone: await handler?.({ senderFrame: null, sender: window?.webContents }, message),
    };
  });
  expect(heard.own).toMatchObject({ ok: true });
  for (const refused of [heard.frame, heard.foreign, heard.gone])
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(page.url()).toBe('app://ui/');
});
