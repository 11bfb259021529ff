import { describe, expect, test } from 'vitest';
import { languages } from './docs/chinese.js';
import { translatedDiagrams } from './docs/diagrams.js';
import { anchorsOf, readPage } from './docs/page.js';
import { bareCode, differences, twinProblems } from './docs/twins.js';

const page = (text: string) => readPage(text);
const block = (code: string, language = 'ts') => page(`# T\n\n\`\`\`${language}\n${code}\n\`\`\`\n`);

test('every page is there in both languages, with the same headings and code, and its links lead somewhere', () => {
  expect(twinProblems()).toEqual([]);
});

describe('a translation differs when', () => {
  test.each([
    ['a heading is missing', page('# T\n\n## A\n\n## B\n'), page('# 题\n\n## 甲\n'), 'heading 3: English "B"'],
    ['a heading is of another level', page('# T\n\n## A\n'), page('# 题\n\n### 甲\n'), 'heading 2'],
    ['there is one more block of code', page('# T\n'), block('a()'), 'block of code 1: English nothing'],
    ['a block is of another language', block('a', 'sh'), block('a', 'console'), 'block of code 1'],
    ['code is other code', block('await client.close();'), block('await client.open();'), 'await client.open();'],
  ])('%s', (_, english, chinese, problem) => {
    expect(differences(english, chinese)).toEqual([expect.stringContaining(problem)]);
  });
});

test.each([
  ['ts', "log('two words'); // a comment", "log('两个 词'); // 注释"],
  ['ts', '/** What it is. */\nconst a = 1;', '/** 说明。 */\nconst a = 1;'],
  ['sh', 'kms key list   # all of them', 'kms key list # 全部'],
  ['console', '$ kms key list\nKEY  ALIASES', '$ kms key list\n密钥  别名'],
  ['text', 'anything', '任何内容'],
])('in %s, comments, prose and output may be translated', (language, english, chinese) => {
  expect(bareCode({ language, code: chinese })).toBe(bareCode({ language, code: english }));
});

test('an address is no comment', () => {
  expect(bareCode({ language: 'ts', code: "open('https://kms.example')" })).toBe("open('https://kms.example')");
});

test('anchors are those of the site', () => {
  const text = '# `kms bench`: how fast?\n\n## Options\n\n## Options\n\n## 1. Start\n\n## 测试用例\n';
  expect(anchorsOf(page(text))).toEqual(['kms-bench-how-fast', 'options', 'options-1', '_1-start', '测试用例']);
});

test('what is in code is neither heading nor link', () => {
  const { headings, links } = page('# T\n\n```md\n## A [b](c.md)\n```\n\nSee `[d](e.md)` and [f](g.md#h).\n');
  expect(headings).toHaveLength(1);
  expect(links).toEqual(['g.md#h']);
});

test('a text without Chinese is told, and Chinese that nobody needs', () => {
  const { zh, problems } = languages({ yes: '是', old: '旧' });
  expect([zh('yes'), zh('new')]).toEqual(['是', 'new']);
  expect(problems()).toEqual([expect.stringContaining('new'), expect.stringContaining('old')]);
});

test('a Chinese diagram has other words; code in it stays', () => {
  const files = translatedDiagrams((text: string) => text.toUpperCase());
  const svg = files['docs/public/diagram-architecture.zh.svg'];
  expect(svg).toContain('>YOUR APPLICATION</text>');
  expect(svg).toContain('>alibabacloud-kms-sdk</text>');
});
