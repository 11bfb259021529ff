import type { DefaultTheme, MarkdownRenderer } from 'vitepress';

/** The theme's own words. */
export const chineseWords: DefaultTheme.Config = {
  docFooter: { prev: '上一页', next: '下一页' },
  outline: { level: [2, 3], label: '本页内容' },
  returnToTopLabel: '返回顶部',
  sidebarMenuLabel: '目录',
  darkModeSwitchLabel: '深浅色模式',
  lightModeSwitchTitle: '切换到浅色模式',
  darkModeSwitchTitle: '切换到深色模式',
  langMenuLabel: '切换语言',
  skipToContentLabel: '跳到正文',
  notFound: { title: '页面不存在', quote: '请检查链接是否正确。', linkLabel: '返回首页', linkText: '返回首页' },
};

export const chineseSearch = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详细列表',
    resetButtonTitle: '清除',
    backButtonTitle: '返回',
    noResultsText: '没有找到结果：',
    footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
  },
};

const chinese = '[\\p{Script=Han}，。、；：？！“”（）《》…]';
const endsChinese = new RegExp(`${chinese}$`, 'u');
const beginsChinese = new RegExp(`^${chinese}`, 'u');

/** Where a line ends is a space in English, and nothing in Chinese. */
export function joinChineseLines(md: MarkdownRenderer): void {
  md.core.ruler.after('inline', 'join-chinese-lines', ({ tokens }) => {
    for (const { children } of tokens) {
      children?.forEach((token, index) => {
        if (token.type !== 'softbreak') return;
        const before = children[index - 1]?.content ?? '';
        const after = children[index + 1]?.content ?? '';
        if (endsChinese.test(before) && beginsChinese.test(after)) Object.assign(token, { type: 'text', content: '' });
      });
    }
  });
}
