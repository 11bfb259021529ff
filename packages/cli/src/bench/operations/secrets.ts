import { type Operation, operation } from './operation.js';

export const secrets = {
  get_secret_value: operation('secretName', ({ client, secretName }) => ({
    call: (options) => client.getSecretValue({ secretName }, options),
    isRight: (answer) => answer.secretName === secretName && answer.versionId !== '',
  })),
} satisfies Record<string, Operation>;
