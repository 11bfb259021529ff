import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { firstMissing } from '../../../../docs/test/support/markdown.js';
import { followGuide, readGuide, withoutComments } from './guide.js';

/** Tried elsewhere: they need what only a registry or a service has. */
const notHere = ['jest.md', 'python.md', 'go.md', 'java.md', 'github-actions.md', 'terraform.md', 'containers.md'];
const here = ['index.md', 'node-test.md', 'vitest.md'];

describe('a guide works as it is written', () => {
  test.concurrent.each(here)('%s', async (name) => {
    const { code, output, promised } = await followGuide(name);
    expect(firstMissing(output, promised), output).toBeUndefined();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(promised).not.toEqual([]);
  });

  test.each(['guides', 'zh/guides'])('every guide of docs/%s is either tried here or listed as not', (folder) => {
    const guides = readdirSync(fileURLToPath(new URL(`../../../../docs/${folder}`, import.meta.url)));
    expect(guides.sort()).toEqual([...here, ...notHere].sort());
  });

  test.each([...here, ...notHere])('%s in Chinese has the same files and the same commands', (name) => {
    const guide = withoutComments(readGuide(`docs/zh/guides/${name}`));
    expect(guide).toEqual(withoutComments(readGuide(`docs/guides/${name}`)));
    expect([...guide.files, ...guide.commands, ...guide.others]).not.toEqual([]);
  });
});
