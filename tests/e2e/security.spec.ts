import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contract } from '../../src-shared/ipc/contract';
import { expect, test } from './fixtures';
import { dialog, goTo } from './screens';

const somewhere = 'https://evil.example/';

/** Electron's checklist 2 to 12; a preference that is absent is off. */
const preferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
  navigateOnDragDrop: false,
};

test('the window has no Node, is isolated and sandboxed', async ({ start }) => {
  const { electron: app, page } = await start();
  const windows = await app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        // Not in Electron's types, but what its own documentation points tests to.
        const read: () => Record<string, unknown> = Reflect.get(webContents, 'getLastWebPreferences').bind(webContents);
        const actual = read();
        return Object.fromEntries(wanted.map((name) => [name, actual[name] ?? false]));
      }),
    Object.keys(preferences),
  );
  expect(windows).toEqual([preferences]);
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
          resolve({ inline, markup, frame, evaluated, compiled, hasRun: 'hasRun' in window });
        });
      }),
  );
  expect(ran.hasRun).toBe(false);
  expect(ran.evaluated).toBe('EvalError');
  expect(ran.compiled).toBe('EvalError');
  expect([ran.inline, ran.markup, ran.frame]).toEqual(['TypeError', 'TypeError', 'TypeError']);
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
    /** What the page gets of each kind of device, asked with a user gesture. */
    const devices = async () => {
      const ask = async (kind: string): Promise<number> => {
        const api: { requestDevice: (options: object) => Promise<unknown> } | undefined = Reflect.get(navigator, kind);
        const given = await api?.requestDevice({ filters: [], acceptAllDevices: true }).catch(() => []);
        return given === undefined || (Array.isArray(given) && given.length === 0) ? 0 : 1;
      };
      return { hid: await ask('hid'), usb: await ask('usb'), bluetooth: await ask('bluetooth') };
    };
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
      ...(await devices()),
      states: await Promise.all(
        ['camera', 'microphone', 'notifications', 'clipboard-read', 'midi', 'clipboard-write'].map(state),
      ),
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
    hid: 0,
    usb: 0,
    bluetooth: 0,
    states: ['denied', 'denied', 'denied', 'denied', 'denied', 'granted'],
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

test('the frame with the report has no bridge', async ({ demo }) => {
  const { page } = demo;
  await goTo(page, 'report');
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).first().waitFor();
  const frame = page.frames().find((each) => each.url().startsWith('app://print/'));
  expect(await frame?.evaluate(() => ['bridge', 'bridgeFiles', 'require'].filter((name) => name in window))).toEqual(
    [],
  );
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
});

test('a hostile name of a computer is text on the screen, in the preview and in the PDF', async ({ demo }) => {
  const { page, userData, answerDialogs, complaints } = demo;
  const name = '<script>alert(1)</script><img/src=x onerror=alert(2)>';
  const client = join(userData, 'client.txt');
  const status = readFileSync(resolve('assets/demo/contoso/clients/PC0447.txt'), 'utf8');
  writeFileSync(
    client,
    status
      .replace(/Device Name : .*/u, `Device Name : ${name}`)
      .replace(/(DeviceId : ).*/u, '$10b5c7ad2-6a50-4f0e-8b7e-3f7f6f0f3a11'),
  );
  await answerDialogs({ open: [client] });
  await goTo(page, 'sources');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.keyboard.press('F5');
  await dialog(page).getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('heading', { name: 'The run has ended' }).waitFor();

  await goTo(page, 'findings');
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('PRV-002');
  await page.locator('#finding-PRV-002').click();
  await expect(page.getByRole('region', { name: 'Finding detail' })).toContainText(name);
  await goTo(page, 'report');
  await page.getByRole('radio', { name: /^Technical/u }).check();
  const report = page.frameLocator('iframe').locator('body');
  await expect(report).toContainText(name);
  await expect(report.locator('script, img[src="x"]')).toHaveCount(0);
  const pdf = join(userData, 'report.pdf');
  await answerDialogs({ save: pdf });
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await page.getByText('Written', { exact: true }).waitFor({ timeout: 60_000 });
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
  expect(text).toContain(name.replace(/\s/gu, ''));
  expect(complaints).toEqual([]);
});
