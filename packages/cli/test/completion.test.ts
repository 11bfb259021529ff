import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothGateways, command, Workplace } from './support/kms.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [{ id: 'key-app', aliases: ['alias/app', 'alias/archive'] }],
      secrets: [{ name: 'app/db', encryptionKey: 'key-app', versions: [{ id: 'v1', data: 'x' }] }],
    },
  });
  place.use(bothGateways(kms));
  mkdirSync(place.path('bin'));
  writeFileSync(place.path('bin/kms'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
  chmodSync(place.path('bin/kms'), 0o755);
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** What a shell says that has `kms` in its PATH. */
async function shell(program: string, script: string): Promise<string[]> {
  const env = place.env({ PATH: `${place.path('bin')}:${process.env.PATH}` });
  const { stdout } = await promisify(execFile)(program, ['-c', script], { cwd: place.folder, env });
  return stdout.trim().split('\n');
}

const complete = async (...words: string[]): Promise<string[]> => {
  const { stdout } = await place.ok(['__complete', '--', ...words]);
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] as string]));
};

describe.concurrent('completion', () => {
  test('names commands, their commands, options and values', async () => {
    expect(await complete('enc')).toEqual(['encrypt']);
    expect(await complete('key', 'dis')).toEqual(['disable']);
    expect(await complete('')).toEqual(expect.arrayContaining(['encrypt', 'key', 'secret', 'bench', 'local']));
    expect(await complete('')).not.toContain('__complete');
    expect(await complete('key', 'create', '--al')).toEqual(['--alias']);
    expect(await complete('key', 'list', '--output', '')).toEqual(['table', 'json', 'yaml']);
    expect(await complete('encrypt', '--encoding', 'b')).toEqual(['base64']);
    expect(await complete('api', 'ScheduleK')).toEqual(['ScheduleKeyDeletion']);
    expect(await complete('completion', 'z')).toEqual(['zsh']);
  });

  test('names the aliases and secrets that there are, and none when they cannot be had', async () => {
    expect(await complete('encrypt', '-k', '')).toEqual(['alias/app', 'alias/archive']);
    expect(await complete('key', 'describe', 'alias/ar')).toEqual(['alias/archive']);
    expect(await complete('secret', 'get', '')).toEqual(['app/db']);
    const ended = await place.run(['__complete', '--', 'secret', 'get', ''], { env: { KMS_ENDPOINT: '127.0.0.1:1' } });
    expect(ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('bash completes with its script', async () => {
    const script = `
      source <(kms completion bash)
      COMP_WORDS=(kms key dis); COMP_CWORD=2; COMP_LINE="kms key dis"; COMP_POINT=\${#COMP_LINE}
      _kms_complete; printf '%s\\n' "\${COMPREPLY[@]}"
      COMP_WORDS=(kms encrypt -k alias/a); COMP_CWORD=3; _kms_complete; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(await shell('bash', script)).toEqual(['disable', 'alias/app', 'alias/archive']);
  });

  test.skipIf(!has('fish'))('fish completes with its script', async () => {
    expect(await shell('fish', 'kms completion fish | source; complete -C "kms key dis"')).toContainEqual(
      expect.stringMatching(/^disable\b/),
    );
  });

  test.skipIf(!has('zsh'))('zsh takes its script', async () => {
    const script = 'autoload -U compinit && compinit -D -u && source <(kms completion zsh) && echo "$_comps[kms]"';
    expect(await shell('zsh', script)).toEqual(['_kms']);
  });

  test('another shell is refused', async () => {
    const { code, stderr } = await place.run(['completion', 'tcsh']);
    expect([code, stderr]).toEqual([2, 'kms: there is completion for bash, zsh, fish, not for tcsh\n']);
  });
});
