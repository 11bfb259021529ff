/** Generate a random password for a database. */
import { publicClient } from '../client.js';

const client = publicClient();
const { randomPassword } = await client.getRandomPassword({
  passwordLength: 24,
  excludeCharacters: '\'"\\`',
  requireEachIncludedType: true,
});
// Never print it in a real program.
console.log(`${randomPassword.length} characters`);
console.log(`With a digit: ${/\d/.test(randomPassword)}, with a quote: ${/['"\\`]/.test(randomPassword)}`);

await client.close();
