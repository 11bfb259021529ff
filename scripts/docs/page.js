// One page of Markdown: its headings, its blocks of code, its links.

/** @typedef {{ level: number, text: string }} Heading @typedef {{ language: string, code: string }} Block */

/** @returns {{ headings: Heading[], blocks: Block[], links: string[] }} */
export function readPage(text) {
  const page = { headings: [], blocks: [], links: [] };
  const lines = withoutFrontMatter(text).split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent, fence, language] = /^( *)(`{3,})(\S*)/.exec(lines[at]) ?? [];
    if (fence) {
      const begin = at + 1;
      do at += 1;
      while (at < lines.length && !lines[at].trimStart().startsWith(fence));
      const code = lines.slice(begin, at).map((line) => line.slice(Math.min(indent.length, line.search(/\S|$/))));
      page.blocks.push({ language, code: code.join('\n') });
      continue;
    }
    const [, marks, heading] = /^(#{1,6}) +(.+)$/.exec(lines[at]) ?? [];
    if (marks) page.headings.push({ level: marks.length, text: heading });
    for (const [, target] of lines[at].replace(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)) page.links.push(target);
  }
  return page;
}

const withoutFrontMatter = (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '');

/** Names of the headings' anchors, as the site makes them: the second of a name ends in `-1`. */
export function anchorsOf({ headings }) {
  const seen = new Map();
  return headings.map(({ text }) => {
    const [, own] = /\{#([^}]+)\}\s*$/.exec(text) ?? [];
    const name = own ?? slug(text);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
}

const slug = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\(.)/g, '$1')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
