/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './tools/precompress.mjs';

const endOf = (file: string) => createHash('sha256').update(path.relative(new URL('.', import.meta.url).pathname, file)).digest('base64url').slice(0, 4);

const server = process.env.LOTSE_URL ?? 'http://127.0.0.1:8080';
// The cookie is bound to the origin the server sees, so the proxy speaks with the server's own host name.
const toServer = { target: server, changeOrigin: true, headers: { origin: server } };
const proxy = { '/api': toServer, '/sign-in/link': toServer };

export default defineConfig({
  plugins: [react(), precompress()],
  // Short names of classes: they stand in scripts and styles of the first page.
  // A file's classes end alike, which packs better than an end of its own for each.
  css: { modules: { generateScopedName: (name, file) => `_${name}_${endOf(file)}` } },
  server: { proxy },
  preview: { proxy },
  build: {
    outDir: '../build/web/dist',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test_setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
