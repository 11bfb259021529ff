import { type DefaultTheme, defineConfig } from 'vitepress';
import { chineseSearch, chineseWords, joinChineseLines } from './chinese.js';
import { apiSidebar, apiTitle, type Language, linkIn, sidebarOf } from './sidebar.js';

const nav = (language: Language): DefaultTheme.NavItem[] => {
  const item = (en: string, zh: string, path: string) => ({
    text: language === 'en' ? en : zh,
    link: linkIn(language, path),
  });
  return [
    item('Quick start', '快速入门', 'quick-start'),
    item('Examples', '示例', 'examples'),
    item('Local KMS', '本地 KMS', 'local-kms'),
    item('Command line', '命令行', 'cli'),
    { text: apiTitle(language), link: '/api/' },
  ];
};

export default defineConfig({
  title: 'KMS for Node.js',
  description: 'Client, local KMS and command line for Alibaba Cloud KMS',
  srcExclude: ['test/**'],
  cleanUrls: true,
  ignoreDeadLinks: false,
  markdown: { config: joinChineseLines },
  themeConfig: {
    search: { provider: 'local', options: { locales: { zh: { translations: chineseSearch } } } },
    outline: [2, 3],
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en-US',
      themeConfig: { nav: nav('en'), sidebar: { '/api/': apiSidebar(), '/': sidebarOf('en') } },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      title: '阿里云 KMS for Node.js',
      description: '阿里云密钥管理服务 KMS 的 Node.js 客户端、本地 KMS 与命令行工具',
      themeConfig: { nav: nav('zh'), sidebar: { '/zh/': sidebarOf('zh') }, ...chineseWords },
    },
  },
});
