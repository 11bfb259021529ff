/** SM2, SM3 and SM4 come from one place on every Node.js: OpenSSL builds differ in what they have of them. Loaded with the first SM key. */
export const smLibrary = () => import('sm-crypto-v2');
