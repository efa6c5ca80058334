import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listPackage } from '@electron/asar';
import { inProject } from '../setup/paths.mjs';

const allowed = [
  /^\/package\.json$/,
  /^\/out\/app\/(main|preload|renderer)\//,
  /^\/node_modules\/(better-sqlite3|kerberos)\/(package\.json|LICENSE)$/,
  /^\/node_modules\/(better-sqlite3|kerberos)\/lib\//,
];
const sqliteAddon = `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
const kerberosAddon = '/node_modules/kerberos/build/Release/kerberos.node';

/** Only the built app and the addons of this system may be in the package, the addons outside the archive; that for Kerberos is there when set-up could build it. */
export function checkContents({ resources }) {
  const slashes = (name) => name.replaceAll('\\', '/');
  const addons = [sqliteAddon, ...(existsSync(inProject(kerberosAddon)) ? [kerberosAddon] : [])];
  const packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map(slashes);
  const files = packed.filter((name) => !packed.some((other) => other.startsWith(`${name}/`)));
  const unexpected = files.filter((name) => !addons.includes(name) && !allowed.some((pattern) => pattern.test(name)));
  const needed = [...addons, '/out/app/main/main.js', '/out/app/main/host.js', '/out/app/renderer/index.html'];
  const unpackedFolder = join(resources, 'app.asar.unpacked');
  const unpacked = readdirSync(unpackedFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashes(`/${relative(unpackedFolder, join(entry.parentPath, entry.name))}`));
  return [
    ...unexpected.map((name) => `app.asar holds ${name}, which should not ship`),
    ...needed.filter((name) => !files.includes(name)).map((name) => `app.asar lacks ${name}`),
    ...unpacked.filter((name) => !addons.includes(name)).map((name) => `${name} should be inside the archive`),
    ...addons.filter((name) => !unpacked.includes(name)).map((name) => `${name} should be outside the archive`),
  ];
}
