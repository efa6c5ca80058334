import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pagePolicy, printPolicy } from './content-security-policy';
import { ownAddress } from './own-address';
import { pageFile } from './page-file';
import { printDocument } from './print-documents';

export { registerPrintDocument } from './print-documents';

const noncePlaceholder = '__STYLE_NONCE__';

/** Before the app is ready. Electron's checklist 18: a scheme of our own instead of `file:`. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the page (`app://ui`) from its folder and reports (`app://print`) from memory; nothing else exists. */
export function serveApp(pageFolder: string): void {
  protocol.handle('app', (request) => answer(request.method, request.url, pageFolder));
}

async function answer(method: string, url: string, pageFolder: string): Promise<Response> {
  if (method !== 'GET') return new Response(null, { status: 405 });
  const address = ownAddress(url);
  if (address?.host === 'print') return printResponse(address.path);
  if (address?.host === 'ui') return await pageResponse(address.path, pageFolder);
  return notFound();
}

function printResponse(path: string): Response {
  const document = printDocument(path);
  if (document === undefined) return notFound();
  return respond(document.html, 'text/html; charset=utf-8', printPolicy(document.nonce));
}

async function pageResponse(path: string, pageFolder: string): Promise<Response> {
  const found = pageFile(pageFolder, path);
  if (found === undefined) return notFound();
  const bytes = await readFile(found.file).catch(() => undefined);
  if (bytes === undefined) return notFound();
  const nonce = randomBytes(16).toString('base64');
  const isHtml = found.contentType.startsWith('text/html');
  const body = isHtml ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes);
  return respond(body, found.contentType, pagePolicy(nonce));
}

const respond = (body: string | Uint8Array<ArrayBuffer>, contentType: string, policy: string): Response =>
  new Response(body, {
    headers: {
      'content-type': contentType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });

const notFound = (): Response =>
  new Response('Not found', {
    status: 404,
    headers: { 'content-type': 'text/plain', 'content-security-policy': "default-src 'none'" },
  });
