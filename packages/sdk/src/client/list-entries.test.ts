import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOfPages, entriesOfTokens } from './list-entries.js';

interface Page {
  pageNumber?: number;
  pageSize?: number;
}

/** A list on a server; `change` happens after each page. */
function pagesOf(entries: number[], change: () => void = () => {}) {
  const asked: Page[] = [];
  const list = async (request: Page) => {
    asked.push(request);
    const { pageNumber = 1, pageSize = 10 } = request;
    const answer = {
      entries: entries.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
      pageSize,
      totalCount: entries.length,
    };
    change();
    return answer;
  };
  return { asked, walk: (request: Page = {}) => entriesOfPages(list, request, (answer) => answer.entries) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

describe('a list with numbered pages', () => {
  test('gives every entry once, in no more calls than it has pages', async () => {
    const sizes = { count: fc.nat(60), pageSize: fc.integer({ min: 1, max: 20 }) };
    await fc.assert(
      fc.asyncProperty(fc.record(sizes), async ({ count, pageSize }) => {
        const { walk, asked } = pagesOf(upTo(count));
        expect(await all(walk({ pageSize }))).toEqual(upTo(count));
        expect(asked).toHaveLength(Math.max(1, Math.ceil(count / pageSize)));
      }),
    );
  });

  test('is asked for with the largest pages, and from the page that was named', async () => {
    const { walk, asked } = pagesOf(upTo(250));
    expect(await all(walk({ pageNumber: 2 }))).toEqual(upTo(250).slice(100));
    expect(asked).toEqual([
      { pageNumber: 2, pageSize: 100 },
      { pageNumber: 3, pageSize: 100 },
    ]);
  });

  test('is not asked for more than the loop takes', async () => {
    const { walk, asked } = pagesOf(upTo(50));
    for await (const entry of walk({ pageSize: 10 })) if (entry === 10) break;
    expect(asked).toHaveLength(2);
  });

  test('ends although it grows with every page', async () => {
    const entries = upTo(25);
    const { walk, asked } = pagesOf(entries, () => entries.push(...upTo(10)));
    expect((await all(walk({ pageSize: 10 }))).slice(0, 25)).toEqual(upTo(25));
    expect(asked).toHaveLength(4);
  });

  test('is walked to its end when new entries come in front', async () => {
    const entries = upTo(20);
    const { walk } = pagesOf(entries, () => entries.unshift(-1));
    expect(await all(walk({ pageSize: 10 }))).toEqual(expect.arrayContaining(upTo(20)));
  });

  test('ends when it shrinks', async () => {
    const entries = upTo(35);
    const { walk } = pagesOf(entries, () => entries.splice(5));
    expect(await all(walk({ pageSize: 10 }))).toEqual(upTo(10));
  });
});

describe('a list with tokens', () => {
  const tokensOf = (answers: { entries: number[]; nextToken?: string }[]) => {
    const asked: (string | undefined)[] = [];
    const list = async ({ nextToken }: { nextToken?: string }) => {
      asked.push(nextToken);
      return answers[Number(nextToken ?? 0)] as (typeof answers)[number];
    };
    const walk = (request: { nextToken?: string } = {}) => entriesOfTokens(list, request, ({ entries }) => entries);
    return { asked, walk };
  };

  test.each([undefined, ''])('goes on until the token is %j', async (end) => {
    const { walk, asked } = tokensOf([
      { entries: [1, 2], nextToken: '1' },
      { entries: [], nextToken: '2' },
      { entries: [3], nextToken: end },
    ]);
    expect(await all(walk())).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, '1', '2']);
    expect(await all(walk({ nextToken: '2' }))).toEqual([3]);
  });

  test('fails when it goes in a circle', async () => {
    const { walk } = tokensOf([
      { entries: [1], nextToken: '1' },
      { entries: [2], nextToken: '2' },
      { entries: [3], nextToken: '1' },
    ]);
    await expect(all(walk())).rejects.toMatchObject({ code: 'Connection.InvalidResponse' });
    await expect(all(walk({ nextToken: '1' }))).rejects.toMatchObject({ code: 'Connection.InvalidResponse' });
  });
});
