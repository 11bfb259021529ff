import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, codeBlocks, readConsole, root } from '../../../../docs/test/support/markdown.js';
import { bash, type Ended } from '../../../../docs/test/support/run.js';
import { freePort } from './free-port.js';

/** Ports that guides write down; where they are tried, others may be using them. */
const writtenPorts = ['8443', '8080', '8081'];

interface Guide {
  /** What the reader saves under a name: "```js orders.test.js". */
  files: { name: string; text: string }[];
  /** What the reader types and sees: "```console". */
  commands: Command[];
  /** What else stands in code blocks. */
  others: string[];
}

/** @param page path in the repository: `docs/guides/vitest.md` */
export function readGuide(page: string): Guide {
  const guide: Guide = { files: [], commands: [], others: [] };
  for (const { language, file, text } of codeBlocks(page)) {
    if (file) guide.files.push({ name: file, text });
    else if (language === 'console') guide.commands.push(...readConsole(text));
    else guide.others.push(text);
  }
  return guide;
}

/** Comments are translated. */
export function withoutComments({ files, commands, others }: Guide): Guide {
  const strip = (text: string) => text.replace(/(?<=^|\s)(#|\/\/) .*$/gm, '');
  return {
    files: files.map(({ name, text }) => ({ name, text: strip(text) })),
    commands: commands.map(({ text, prints }) => ({ text: strip(text), prints })),
    others: others.map(strip),
  };
}

export interface Outcome extends Ended {
  /** What the guide says is printed, in order; `…` stands for anything. */
  promised: string[];
}

/** Does what a guide of docs/guides says in an empty folder where its packages are installed. */
export async function followGuide(name: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kms-guide-'));
  try {
    let { files, commands } = readGuide(`docs/guides/${name}`);
    const ports = new Map<string, string>();
    for (const port of writtenPorts) ports.set(port, String(await freePort()));
    const here = (text: string) => text.replace(/\b(8443|8080|8081)\b/g, (port) => ports.get(port) as string);
    files = files.map((file) => ({ ...file, text: here(file.text) }));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    const script = commands.map(({ text }) => here(text));
    const outcome = await bash(script, folder, { NODE_OPTIONS: '--test-reporter=spec' });
    return { ...outcome, promised: commands.flatMap(({ prints }) => prints.map(here)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
