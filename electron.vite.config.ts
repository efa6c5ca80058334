import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const fromRoot = (...parts: string[]) => resolve(import.meta.dirname, ...parts);

// Everything but the native SQLite addon (the only entry of `dependencies`) is bundled. Output stays readable:
// it is what people see in a stack trace.
export default defineConfig({
  main: {
    // React renders the report here; without this its slower development version is bundled and chosen.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'out/app/main',
      target: 'node20',
      minify: false,
      sourcemap: true,
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: fromRoot('src-main/main.ts'),
          host: fromRoot('src-main/host/host.ts'),
          'report-worker': fromRoot('src-main/features/report/report-worker.ts'),
          'whole-file-worker': fromRoot('src-main/store/whole-file/whole-file-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/app/preload',
      target: 'node20',
      minify: false,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: fromRoot('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: 'out/app/renderer',
      target: 'chrome130',
      rollupOptions: { input: fromRoot('src-renderer/index.html') },
    },
  },
});
