import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asPattern, followGuide } from './guide.js';

/** Tried elsewhere: they need what only a registry or a service has. */
const notHere = ['jest.md', 'python.md', 'go.md', 'github-actions.md', 'terraform.md', 'containers.md'];
const here = ['README.md', 'node-test.md', 'vitest.md'];

describe('a guide works as it is written', () => {
  test.concurrent.each(here)('%s', async (name) => {
    const { code, output, promised } = await followGuide(name);
    expect(output).toMatch(asPattern(promised));
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(promised).not.toEqual([]);
  });

  test('every guide is either tried here or listed as not', () => {
    const folder = fileURLToPath(new URL('../../../../docs/guides', import.meta.url));
    expect(readdirSync(folder).sort()).toEqual([...here, ...notHere].sort());
  });
});
