// The library is put together by metadata of decorators, and wants this before it.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { kmsCrypto } from './kms-crypto.js';

x509.cryptoProvider.set(kmsCrypto);

export { x509 };
