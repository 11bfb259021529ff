// The pages of the documentation site: those of its table, and those that are there.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pagePaths } from '../../docs/.vitepress/pages.js';
import { root } from '../setup.js';

/** Markdown files of the site that people wrote, from the root: `docs/zh/keys.md`. */
export function pageFiles() {
  return readdirSync(join(root, 'docs'), { recursive: true })
    .map((path) => path.split('\\').join('/'))
    .filter((path) => path.endsWith('.md') && !/^(api|test|node_modules|\.vitepress)\//.test(path))
    .map((path) => `docs/${path}`)
    .sort();
}

export const languageOf = (path) => (path.startsWith('docs/zh/') ? 'zh' : 'en');

/** Pairs of files, English and Chinese, that the table of pages promises. */
export const twinFiles = () => pagePaths.map((path) => ({ en: `docs/${path}.md`, zh: `docs/zh/${path}.md` }));
