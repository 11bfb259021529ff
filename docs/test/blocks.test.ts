import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeBlocks, firstMissing, readConsole } from './support/markdown.js';
import { Programs } from './support/programs.js';

const inBothLanguages = [
  ...['index', 'quick-start', 'client', 'keys', 'secrets', 'envelope', 'secret-cache', 'errors', 'security'],
  ...['local-kms', 'cli', 'agent'],
];

const pages = [
  'README.md',
  'README.zh-cn.md',
  'packages/sdk/README.md',
  'packages/local/README.md',
  'packages/cli/README.md',
  ...inBothLanguages.flatMap((name) => [`docs/${name}.md`, `docs/zh/${name}.md`]),
].map((page) => ({ page, blocks: codeBlocks(page) }));

/** What a program says that it prints: `console.log(total); // prints 17`. */
const promisedBy = (program: string): string[] =>
  [...program.matchAll(/\/\/ (?:prints|输出) (.+)$/gm)].map(([, text = '']) => text);

/** Processes take their time on a machine that has much else to do. */
const timeout = 90_000;

const programs = new Programs();

beforeAll(async () => {
  const all = pages.flatMap(({ page, blocks }) => blocks.map((block) => ({ page, block })));
  await programs.compile(all.filter(({ block }) => block.language === 'ts'));
});
afterAll(() => programs.remove());

describe.concurrent.each(pages)('$page', ({ page, blocks }) => {
  const tried = blocks.filter(({ notRun }) => !notRun);
  const withoutName = tried.filter(({ file }) => !file);

  test('the compiler has no complaint about its TypeScript', () => {
    expect(programs.complaints(page)).toEqual([]);
  });

  test('every block is tried, or says why not', () => {
    const untried = withoutName.filter(({ language }) => !['ts', 'console', 'json'].includes(language));
    expect(untried.map(({ language, line }) => `${language} in line ${line}`)).toEqual([]);
  });

  test.each(withoutName.filter(({ language }) => language === 'ts'))(
    'the program in line $line runs',
    { timeout },
    async (block) => {
      const { code, output } = await programs.run(page, block);
      expect(code, output).toBe(0);
      expect(firstMissing(output, promisedBy(block.text)), output).toBeUndefined();
    },
  );

  test.each(withoutName.filter(({ language }) => language === 'json'))('the JSON in line $line is JSON', ({ text }) => {
    expect(JSON.parse(text)).toBeTypeOf('object');
  });

  const commands = tried.flatMap(({ language, text }) => (language === 'console' ? readConsole(text) : []));
  if (commands.length === 0) return;
  test('its commands print what it says', { timeout }, async () => {
    const typed = commands.map(({ text }) => text);
    const { code, output } = await programs.shell(
      tried.filter(({ file }) => file),
      typed,
    );
    expect(code, output).toBe(0);
    const promised = commands.flatMap(({ prints }) => prints);
    expect(firstMissing(output, promised), output).toBeUndefined();
  });
});
