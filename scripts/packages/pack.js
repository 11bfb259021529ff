// The three packages as npm would publish them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.js';
import { runCommand } from './command.js';

const folders = ['sdk', 'local', 'cli'];

/** @returns `{ name, folder, manifest, tarball, files }` of each */
export async function pack(destination) {
  const workspaces = folders.flatMap((folder) => ['--workspace', `packages/${folder}`]);
  const text = await runCommand('npm', ['pack', '--json', '--pack-destination', destination, ...workspaces], {
    cwd: root,
  });
  // A list, or since npm 12 an object by name.
  const packed = Object.values(JSON.parse(text));
  return folders.map((folder) => {
    const path = join(root, 'packages', folder);
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const { filename, files } = packed.find(({ name }) => name === manifest.name);
    return {
      name: manifest.name,
      folder: path,
      manifest,
      tarball: join(destination, filename),
      files: files.map((file) => file.path),
    };
  });
}
