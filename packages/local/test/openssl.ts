export { openssl } from '../../sdk/test/support/openssl.js';
