import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';
import { groups } from './pages.js';

export type Language = 'en' | 'zh';

const docs = fileURLToPath(new URL('..', import.meta.url));
const link = (path: string) => `/${path.replace(/(^|\/)index$/, '$1')}`;

export const linkIn = (language: Language, path: string): string =>
  language === 'en' ? link(path) : link(`zh/${path}`);

export const sidebarOf = (language: Language): DefaultTheme.SidebarItem[] => [
  ...groups.map((group) => ({
    text: group[language],
    items: group.pages.map((page) => ({ text: page[language], link: linkIn(language, page.path) })),
  })),
  { text: language === 'en' ? 'Reference' : '参考', items: [{ text: apiTitle(language), link: '/api/' }] },
];

export const apiTitle = (language: Language): string => (language === 'en' ? 'API reference' : 'API 参考（英文）');

const modules = [
  'alibabacloud-kms-sdk',
  'alibabacloud-kms-local',
  'alibabacloud-kms-local/vitest',
  'alibabacloud-kms-local/node-test',
];
// The page of each package lists its interfaces and types: three hundred entries in every page's sidebar are too many.
const kinds = { classes: 'Classes', functions: 'Functions', variables: 'Variables' };

/** What TypeDoc wrote: a list for each package and kind. */
export const apiSidebar = (): DefaultTheme.SidebarItem[] =>
  modules.map((name) => ({
    text: name,
    link: `/api/${name}/`,
    items: Object.entries(kinds).flatMap(([folder, text]) => {
      const path = `api/${name}/${folder}`;
      if (!existsSync(`${docs}${path}`)) return [];
      const names = readdirSync(`${docs}${path}`).map((file) => file.replace(/\.md$/, ''));
      const items = names.sort().map((page) => ({ text: page, link: `/${path}/${page}` }));
      return [{ text, items }];
    }),
  }));
