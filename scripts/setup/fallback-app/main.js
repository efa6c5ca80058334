// Does what Electron's own default app does for `electron <folder>`: the fallback runtime comes without one.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const appArgument = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (appArgument < 0) {
  process.stderr.write('Usage: electron [options] <folder with a package.json> [arguments]\n');
  process.exit(2);
}
const folder = resolve(process.argv[appArgument]);
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

process.defaultApp = true;
process.argv.splice(1, appArgument, folder);
app.setAppPath(folder);
app.setName(productName ?? name);
app.setVersion(version);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
await import(pathToFileURL(join(folder, main)).href);
