import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const TEXT = /\.(js|css|html|svg|json)$/;

/** Writes FILE.br and FILE.gz beside every text asset, so that the server hands them out as they are. */
export function precompress() {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const name of fs.readdirSync(folder, { recursive: true })) {
        const file = path.join(folder, name);
        // index.html stays plain: the server writes the first data into it.
        if (!TEXT.test(name) || name === 'index.html' || name.startsWith('.vite')) continue;
        const bytes = fs.readFileSync(file);
        fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }));
        const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 };
        fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes, { params: quality }));
      }
    },
  };
}
