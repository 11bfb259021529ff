import type { Need } from './operation.js';

/**
 * Names of the cases and what each needs. The command reads its arguments with this table, without loading the SDK; a test
 * compares it with the operations.
 */
export const cases: Readonly<Record<string, Need | undefined>> = {
  encrypt: 'keyId',
  decrypt: 'keyId',
  sign: 'signingKeyId',
  verify: 'signingKeyId',
  get_secret_value: 'secretName',
  get_public_key: 'signingKeyId',
  generate_random: undefined,
  generate_data_key: 'keyId',
  advance_encrypt: 'keyId',
  advance_decrypt: 'keyId',
  advance_generate_data_key: 'keyId',
  generate_data_key_pair: 'keyId',
  generate_data_key_pair_without_plaintext: 'keyId',
  advance_generate_data_key_pair: 'keyId',
  advance_generate_data_key_pair_without_plaintext: 'keyId',
};
