import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Ports that guides write down; where they are tried, others may be using them. */
const writtenPorts = ['8443', '8080', '8081'];

/** Commands that need a package registry. */
const install = /^npm (install|ci|init)\b/;

export interface Guide {
  /** What the reader saves under a name: "```js orders.test.js". */
  files: { name: string; text: string }[];
  /** What the reader types and sees: "```console". */
  commands: { text: string; prints: string[] }[];
}

export function readGuide(name: string): Guide {
  const text = readFileSync(join(root, 'docs/guides', name), 'utf8');
  const guide: Guide = { files: [], commands: [] };
  for (const [, language, file, body = ''] of text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)) {
    if (file) guide.files.push({ name: file, text: body });
    else if (language === 'console') guide.commands.push(...readConsole(body));
  }
  return guide;
}

/** Lines with `$` are typed, `>` goes on with them; the others are printed. */
function readConsole(body: string): Guide['commands'] {
  const commands: Guide['commands'] = [];
  for (const line of body.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) commands.push({ text: line.slice(2), prints: [] });
    else if (line.startsWith('> ')) (commands.at(-1) as { text: string }).text += `\n${line.slice(2)}`;
    else commands.at(-1)?.prints.push(line);
  }
  return commands.filter(({ text }) => !install.test(text));
}

export interface Outcome {
  code: number;
  output: string;
  /** What the guide says is printed, in order; `…` stands for anything. */
  promised: string[];
}

/** Does what a guide says in an empty folder where its packages are installed. */
export async function followGuide(name: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kms-guide-'));
  try {
    let { files, commands } = readGuide(name);
    const ports = new Map<string, string>();
    for (const port of writtenPorts) ports.set(port, String(await freePort()));
    const here = (text: string) => text.replace(/\b(8443|8080|8081)\b/g, (port) => ports.get(port) as string);
    files = files.map((file) => ({ ...file, text: here(file.text) }));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    const script = ['set -e', 'trap "jobs -p | xargs -r kill" EXIT', ...commands.map(({ text }) => here(text))].join(
      '\n',
    );
    return { ...(await bash(script, folder)), promised: commands.flatMap(({ prints }) => prints.map(here)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As in a shell of the reader's: nothing of the test run around it. */
function bash(script: string, folder: string): Promise<{ code: number; output: string }> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_|TEST$|KMS_|npm_|ALIBABA)/.test(name),
  );
  const path = [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...Object.fromEntries(inherited), PATH: path, NO_COLOR: '1', NODE_OPTIONS: '--test-reporter=spec' };
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { cwd: folder, env, timeout: 15_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}

/** A pattern that output fits when it has all promised lines, in order. */
export function asPattern(promised: string[]): RegExp {
  const escaped = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(promised.map((line) => line.split('…').map(escaped).join('.*?')).join('[^]*?'));
}
