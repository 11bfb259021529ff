import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Seed, startLocalKms } from 'alibabacloud-kms-local';
import { localEnvironment } from '../../../examples/src/local-environment.js';
import { type Block, root } from './markdown.js';
import { bash, type Ended, run } from './run.js';

const seed = `${root}docs/test/kms.yaml`;
const reader = `${root}docs/test/support/reader.ts`;

const compilerOptions = {
  ...{ module: 'nodenext', target: 'es2022', lib: ['es2023', 'esnext.disposable'], types: ['node'] },
  ...{ strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, verbatimModuleSyntax: true },
  ...{ moduleDetection: 'force', removeComments: true },
};

/** All that pages say to run, each in the place of a reader: a folder with the packages, and a local KMS of its own. */
export class Programs {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kms-docs-'));
  /** Translations have the same code, which is run once. */
  readonly #ended = new Map<string, Promise<Ended>>();
  #complaints: string[] = [];

  constructor() {
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
    this.#write('package.json', '{ "private": true, "type": "module" }');
    this.#write('tsconfig.json', JSON.stringify({ compilerOptions }));
    copyFileSync(reader, join(this.#folder, 'reader.ts'));
    copyFileSync(seed, join(this.#folder, 'kms.yaml'));
  }

  /** Makes programs of blocks; line numbers of complaints are those of the page. */
  async compile(blocks: readonly { page: string; block: Block }[]): Promise<void> {
    for (const { page, block } of blocks) {
      this.#write(`${nameOf(page, block)}.ts`, '\n'.repeat(block.line - 1) + block.text);
    }
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [tsc, '--pretty', 'false'], { cwd: this.#folder }, (_, stdout) => resolve(stdout));
    });
    this.#complaints = output.trim().split('\n').filter(Boolean);
  }

  /** What the compiler says about a page. */
  complaints(page: string): string[] {
    const prefix = pageName(page);
    return this.#complaints.filter((line) => !/^[\w.-]+@\d+\.ts\(|^\s/.test(line) || line.startsWith(`${prefix}@`));
  }

  run(page: string, block: Block): Promise<Ended> {
    const file = join(this.#folder, `${nameOf(page, block)}.js`);
    return this.#once(readFileSync(file, 'utf8'), (env) => {
      return run(process.execPath, ['--import', join(this.#folder, 'reader.js'), file], this.#folder, env);
    });
  }

  /** Runs all commands of a page in one shell, in a folder with its files. */
  shell(files: readonly Block[], commands: readonly string[]): Promise<Ended> {
    // Comments are translated, and nothing depends on them.
    const script = commands.map((command) => command.replace(/ {2,}# .*$/gm, ''));
    return this.#once(JSON.stringify([files.map(({ text }) => text), script]), async (env) => {
      const folder = mkdtempSync(join(this.#folder, 'shell-'));
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      copyFileSync(seed, join(folder, 'kms.yaml'));
      for (const { file, text } of files) writeFileSync(join(folder, file as string), text);
      const stop = 'trap "kms local stop 2> stopped; jobs -p | xargs -r kill" EXIT';
      return bash([stop, ...script], folder, { ...env, HOME: folder, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder });
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text);
  }

  #once(code: string, start: (env: Record<string, string>) => Promise<Ended>): Promise<Ended> {
    const running = this.#ended.get(code) ?? withLocalKms(start);
    this.#ended.set(code, running);
    return running;
  }
}

/** With the keys that the first one has made: an RSA key takes longer than all the rest. */
let prepared: Promise<Seed> | undefined;

async function prepareSeed(): Promise<Seed> {
  const kms = await startLocalKms({ seed });
  try {
    return await kms.exportSeed();
  } finally {
    await kms.close();
  }
}

async function withLocalKms(start: (env: Record<string, string>) => Promise<Ended>): Promise<Ended> {
  prepared ??= prepareSeed();
  const kms = await startLocalKms({ seed: await prepared });
  try {
    return await start(localEnvironment(kms));
  } finally {
    await kms.close();
  }
}

const pageName = (page: string): string => page.replaceAll('/', '-');
const nameOf = (page: string, { line }: Block): string => `${pageName(page)}@${line}`;
