test('a CommonJS test file imports every entry of the packages', async () => {
  const sdk = ['', '/envelope', '/public-key', '/secrets', '/transfer'].map((entry) => `alibabacloud-kms-sdk${entry}`);
  const entries = {};
  // One after the other: jest 30.5 cannot link two imports at the same time whose modules are shared.
  for (const name of ['alibabacloud-kms-local', ...sdk]) Object.assign(entries, await import(name));
  const { expected, useEverything } = await import('./everything.mjs');
  expect(await useEverything(entries)).toEqual(expected);
});
