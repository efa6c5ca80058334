import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript entry for plain Node, the way the app is built, into `folder`; gives the file. The folder must lie inside the project, where the native addons are found. */
export async function bundleInto(folder: string, entry: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: resolve(entry),
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es' } },
    },
  });
  return join(folder, `${basename(entry, '.ts')}.js`);
}
