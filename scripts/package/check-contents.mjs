import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';

const allowed = [
  /^\/package\.json$/,
  /^\/out\/app\/(main|preload|renderer)\//,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
  /^\/node_modules\/better-sqlite3\/lib\//,
];
const addon = `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;

/** Only the built app and the SQLite addon of this system may be in the package, the addon outside the archive. */
export function checkContents({ resources }) {
  const slashes = (name) => name.replaceAll('\\', '/');
  const packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map(slashes);
  const files = packed.filter((name) => !packed.some((other) => other.startsWith(`${name}/`)));
  const unexpected = files.filter((name) => name !== addon && !allowed.some((pattern) => pattern.test(name)));
  const missing = [addon, '/out/app/main/main.js', '/out/app/main/host.js', '/out/app/renderer/index.html'].filter(
    (name) => !files.includes(name),
  );
  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  return [
    ...unexpected.map((name) => `app.asar holds ${name}, which should not ship`),
    ...missing.map((name) => `app.asar lacks ${name}`),
    ...unpacked.filter((name) => !addon.endsWith(`/${name}`)).map((name) => `${name} should be inside the archive`),
    ...(unpacked.length === 1 ? [] : [`${unpacked.length} files are outside the archive, expected the addon alone`]),
  ];
}
