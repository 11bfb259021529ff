import { describe, expect, test } from 'vitest';
import { checkVariable, childEnvironment } from './environment.js';

describe('variables that decide which code is run', () => {
  test.each([
    ...['LD_PRELOAD', 'LD_LIBRARY_PATH', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES', 'PATH', 'Path', 'BASH_ENV', 'ENV'],
    ...['NODE_OPTIONS', 'NODE_PATH', 'PYTHONPATH', 'PYTHONSTARTUP', 'PERL5OPT', 'RUBYOPT', 'JAVA_TOOL_OPTIONS'],
    ...['GIT_SSH_COMMAND', 'EDITOR', 'PROMPT_COMMAND', 'DOTNET_STARTUP_HOOKS', 'PHPRC', 'npm_config_script_shell'],
  ])('%s needs a word of consent', (variable) => {
    expect(() => checkVariable(variable, ['OTHER'])).toThrow(`add --allow-variable ${variable}`);
    checkVariable(variable, ['OTHER', variable]);
  });

  test.each([
    'DB_PASSWORD',
    'PGPASSWORD',
    'ENVIRONMENT',
    'PATHS',
    'NODE_ENV',
    'OLD_PRELOAD',
    'AWS_SECRET_ACCESS_KEY',
    'NPM_CONFIG__AUTH',
  ])('%s needs none', (variable) => {
    checkVariable(variable, []);
  });
});

describe('the environment of the command', () => {
  const own = {
    HOME: '/home/me',
    ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    KMS_CLIENT_KEY_FILE: '/etc/key.json',
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'id',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
    ALIBABA_CLOUD_SECURITY_TOKEN: 'token',
    ALIBABA_CLOUD_CREDENTIALS_URI: 'http://x/?token=y',
    KMS_CLIENT_KEY_PASSWORD: 'password',
    KMS_LOCAL_ADMIN_TOKEN: 'admin',
  };

  test('has none of the credentials of kms, and all else', () => {
    expect(childEnvironment(own, { DB: 'x' }, { passCredentials: false })).toEqual({
      HOME: '/home/me',
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
      KMS_CLIENT_KEY_FILE: '/etc/key.json',
      DB: 'x',
    });
  });

  test('has them when they are passed on', () => {
    expect(childEnvironment(own, { DB: 'x' }, { passCredentials: true })).toEqual({ ...own, DB: 'x' });
  });

  test('has a credential that is one of the secrets', () => {
    const secrets = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'of the secret' };
    expect(childEnvironment(own, secrets, { passCredentials: false })).toMatchObject(secrets);
  });
});
