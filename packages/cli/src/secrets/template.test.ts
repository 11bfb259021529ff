import { Secret } from 'alibabacloud-kms-sdk/secrets';
import { describe, expect, test } from 'vitest';
import { Template } from './template.js';

const values: Record<string, string | Uint8Array> = {
  'app/db': '{"user":"app","password":"p\\"w","port":5432,"options":{"ssl":true},"none":null}',
  'app/text': 'text {{ secret "app/db" }}',
  'app/number': '20261201',
  'app/bytes': Uint8Array.of(0, 255),
};

const read = async (name: string) => new Secret({ name, versionId: 'v1', value: values[name] ?? '' });
const render = (text: string) => new Template(text, 'a.tmpl').render(read);

describe('a template', () => {
  test.each([
    ['no secret } at { all', 'no secret } at { all'],
    ['user={{ secret "app/db" "user" }}!', 'user=app!'],
    ['{{secret "app/db" "port"}}{{secret "app/db" "options"}}', '5432{"ssl":true}'],
    ['{{ secret "app/db" "password" | json }}', '"p\\"w"'],
    ['{{ secret "app/db" "password" | shell | json }}', '"\'p\\"w\'"'],
    ['{{ secret "app/bytes" | base64 }}', 'AP8='],
    ['{{ secret "app/number" }}', '20261201'],
    ['{{ "{{" }} and {{ "\\"\\\\" }} }}', '{{ and "\\ }}'],
    ['{{\n  secret\n  "app/number"\n}}\r\n', '20261201\r\n'],
    ['', ''],
  ])('%j', async (text, expected) => {
    expect(await render(text)).toBe(expected);
  });

  test('does not run what is in a secret', async () => {
    expect(await render('{{ secret "app/text" }}')).toBe('text {{ secret "app/db" }}');
  });

  test('names the secrets that it needs, each once', () => {
    const text = '{{ secret "b" }}{{ secret "a" "x" }}{{ secret "b" "y" }}{{ "c" }}';
    expect(new Template(text, 'a.tmpl').secretNames).toEqual(['b', 'a']);
  });

  test.each([
    ['x\n  {{ secret "app/db"', 'a.tmpl:2:3: {{ has no }}'],
    ['{{ secret app/db }}', 'a.tmpl:1:1: app stands where the name of a secret in double quotes belongs'],
    ['{{ secret "app/db }}', 'a.tmpl:1:1: something else stands where the name of a secret in double quotes belongs'],
    ['{{ secret "a" "b" "c" }}', 'a.tmpl:1:1: something else stands where | and an escape, or }} belongs'],
    ['{{ secret "a" | html }}', 'a.tmpl:1:1: html stands where an escape: json, dotenv, shell, url, base64 belongs'],
    ['{{ secret "a" | toString }}', 'a.tmpl:1:1: toString stands where an escape'],
    ['{{ secret "a" | constructor }}', 'a.tmpl:1:1: constructor stands where an escape'],
    ['{{ secret "a" } }', 'a.tmpl:1:1: something else stands where }} belongs'],
    ['{{ env "HOME" }}', 'a.tmpl:1:1: env stands where secret "NAME" or a text in double quotes belongs'],
    ['{{ "a" | json }}', 'a.tmpl:1:1: something else stands where }} belongs'],
    ['{{}}', 'a.tmpl:1:1: something else stands where secret "NAME"'],
  ])('%j is refused with its place', (text, message) => {
    expect(() => new Template(text, 'a.tmpl')).toThrow(message);
  });

  test.each([
    ['{{ secret "app/db" "none" }}', 'secret app/db has no field none'],
    ['{{ secret "app/db" "toString" }}', 'secret app/db has no field toString'],
    ['{{ secret "app/text" "user" }}', 'secret app/text is no JSON, so it has no field user'],
    ['{{ secret "app/bytes" "user" }}', 'secret app/bytes is binary, so it has no field user'],
    ['a {{ secret "app/bytes" }}', 'a.tmpl:1:3: secret app/bytes is binary: write | base64'],
    ['{{ secret "app/bytes" | json }}', 'a.tmpl:1:1: secret app/bytes is binary: write | base64'],
  ])('%j fails with a reason that quotes no secret', async (text, message) => {
    await expect(render(text)).rejects.toThrow(message);
  });
});
