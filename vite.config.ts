import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const out = resolve(import.meta.dirname, process.env.BANJIE_WORKBENCH_OUT ?? 'dist/browser');

/** Beside each file what is sent of it: squeezed once when it is built, not at every request. */
const squeezed = (): Plugin => ({
  name: 'squeezed',
  closeBundle() {
    const folder = join(out, 'assets');
    for (const name of readdirSync(folder).filter((file) => /\.(js|css)$/.test(file))) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});

/** The officers' workbench: one page, its script and styles from this server alone. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/workbench'),
  base: '/workbench/',
  cacheDir: resolve(import.meta.dirname, 'node_modules/.cache/vite'),
  plugins: [react(), squeezed()],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    // A strict policy takes neither data: scripts nor a script written into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
});
