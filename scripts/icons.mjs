// Draws assets/build/icon.png and icon.ico from icon.svg. Run by hand after changing the drawing; needs rsvg-convert
// (Debian: librsvg2-bin).
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { inProject } from './setup/paths.mjs';

const draw = (size) => execFileSync('rsvg-convert', ['-w', size, '-h', size, inProject('assets', 'build', 'icon.svg')]);

/** A Windows icon file: a directory of sizes, then the pictures as PNG. */
function windowsIcon(sizes) {
  const pictures = sizes.map((size) => ({ size, png: draw(size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry); // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

writeFileSync(inProject('assets', 'build', 'icon.png'), draw(1024));
writeFileSync(inProject('assets', 'build', 'icon.ico'), windowsIcon([16, 24, 32, 48, 64, 128, 256]));
