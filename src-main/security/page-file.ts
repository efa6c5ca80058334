import { extname, isAbsolute, join, relative } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly file: string;
  readonly contentType: string;
}

/**
 * The file of the page's folder that a URL path names; undefined when it names anything outside or of an unknown type. Strict on purpose: the page only
 * asks for names the build made.
 */
export function pageFile(folder: string, urlPath: string): PageFile | undefined {
  const path = decode(urlPath);
  if (path === undefined || !/^\/[\w@./-]*$/u.test(path)) return undefined;
  const segments = path === '/' ? ['index.html'] : path.slice(1).split('/');
  if (segments.some((segment) => segment === '' || segment === '..' || segment === '.')) return undefined;
  const file = join(folder, ...segments);
  const inside = relative(folder, file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined;
  const contentType = contentTypes[extname(file).toLowerCase()];
  return contentType === undefined ? undefined : { file, contentType };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
