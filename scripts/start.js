// `npm start`: from a bare checkout to a local KMS that a program talks to.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, setUp } from './setup.js';

setUp();
const tour = spawnSync(process.execPath, [join(root, 'examples', 'dist', 'tour.js')], { cwd: root, stdio: 'inherit' });
process.exit(tour.status ?? 1);
