// What holds for pages and their twins: both languages have the same pages, headings and code, and links lead somewhere.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../setup.js';
import { anchorsOf, readPage } from './page.js';
import { languageOf, pageFiles, twinFiles } from './pages.js';

/** Everything that is wrong, one line each. */
export function twinProblems() {
  const twins = twinFiles();
  const promised = new Set(twins.flatMap(({ en, zh }) => [en, zh]));
  const there = pageFiles();
  const pages = new Map(there.map((path) => [path, readPage(readFileSync(join(root, path), 'utf8'))]));
  return [
    ...[...promised].filter((path) => !pages.has(path)).map((path) => `${path} is missing`),
    ...there.filter((path) => !promised.has(path)).map((path) => `${path} is not in docs/.vitepress/pages.js`),
    ...twins.flatMap(({ en, zh }) =>
      pages.has(en) && pages.has(zh) ? differences(pages.get(en), pages.get(zh)).map((what) => `${zh}: ${what}`) : [],
    ),
    ...there.flatMap((path) => linkProblems(path, pages)),
  ];
}

/** @param {ReturnType<typeof readPage>} en @param {ReturnType<typeof readPage>} zh */
export function differences(en, zh) {
  return [
    ...firstDifference(
      'heading',
      en.headings,
      zh.headings,
      ({ level }) => `level ${level}`,
      ({ text }) => text,
    ),
    ...firstDifference('block of code', en.blocks, zh.blocks, ({ language }) => language || 'plain', firstLine),
    ...firstDifference('block of code', en.blocks, zh.blocks, bareCode, firstLine),
  ].slice(0, 1);
}

const firstLine = ({ code }) => code.split('\n')[0];

function firstDifference(what, en, zh, essence, name) {
  const at = en.findIndex((entry, index) => !zh[index] || essence(entry) !== essence(zh[index]));
  if (at === -1 && zh.length <= en.length) return [];
  const index = at === -1 ? en.length : at;
  const tell = (entry) =>
    entry ? `"${name(entry)}" (${shorten(difference(entry, en[index], zh[index], essence))})` : 'nothing';
  return [`${what} ${index + 1}: English ${tell(en[index])}, Chinese ${tell(zh[index])}`];
}

/** The first line in which an entry's essence differs from its twin's. */
function difference(entry, en, zh, essence) {
  const mine = essence(entry).split('\n');
  const other = en && zh ? essence(entry === en ? zh : en).split('\n') : [];
  return mine.find((line, index) => line !== other[index]) ?? mine.at(-1);
}

const shorten = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const lineComments = { ts: '//', js: '//', go: '//', json: '//', diff: '//', sql: '--' };

/** Code without what may be said in another language: comments, prose in quotes, and what a program prints. */
export function bareCode({ language, code }) {
  if (language === '' || language === 'text') return '';
  const lines = language === 'console' ? commandsOf(code) : code.split('\n');
  const comment = lineComments[language] ?? '#';
  return lines
    .map((line) => withoutComment(line.replace(prose, '""'), comment).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !/^\/?\*/.test(line))
    .join('\n');
}

const commandsOf = (code) => code.split('\n').filter((line) => line.startsWith('$ '));

/** A quoted text with a space or a letter of another script in it. */
const prose = /(['"`])(?:(?!\1)[^\\]|\\.)*?(?:\s|\P{ASCII})(?:(?!\1)[^\\]|\\.)*?\1/gu;

function withoutComment(line, comment) {
  const at = line.search(comment === '#' ? /(^|\s)#/ : new RegExp(`(^|\\s)${comment}`));
  return at === -1 ? line : line.slice(0, at);
}

function linkProblems(path, pages) {
  return pages.get(path).links.flatMap((link) => {
    if (/^(https?|mailto):/.test(link)) return [];
    const [target, anchor] = link.split('#');
    if (target.startsWith('/')) return [`${path}: ${link} is no relative link`];
    const file = target === '' ? path : posix.normalize(posix.join(dirname(path), decodeURI(target)));
    if (!file.startsWith('docs/')) return [`${path}: ${link} leads out of docs/`];
    // Written by TypeDoc; the site's build looks at these.
    if (file.startsWith('docs/api/')) return [];
    if (!existsSync(join(root, file))) return [`${path}: ${link} leads nowhere`];
    if (languageOf(path) === 'zh' && file.endsWith('.md') && languageOf(file) === 'en' && !isTwin(path, file)) {
      return [`${path}: ${link} is the English page`];
    }
    if (anchor && pages.has(file) && !anchorsOf(pages.get(file)).includes(decodeURI(anchor))) {
      return [`${path}: ${link}: no heading has that anchor`];
    }
    return [];
  });
}

const isTwin = (zh, en) => zh === en.replace('docs/', 'docs/zh/');
