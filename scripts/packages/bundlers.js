// Applications that are bundled: what the SDK loads late must be found, whichever bundler and format it is.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { root } from '../setup.js';

/** What such a project installs beside the packages. */
export const bundlerPackages = ['esbuild@0.28.2', 'rolldown@1.3.3', 'webpack@5.113.0', 'vite@8.4.0'];

const entry = 'application.mjs';

export function addApplication(project) {
  cpSync(join(root, 'scripts', 'packages', 'bundled'), project, { recursive: true });
}

/** A package of that project, whose entries for `import` are those that its bundlers are used by. */
const load = (project, name) => import(pathToFileURL(createRequire(join(project, 'package.json')).resolve(name)).href);

const byEsbuild = (options) => async (project, outdir) => {
  const { build } = await load(project, 'esbuild');
  const outExtension = { '.js': options.format === 'cjs' ? '.cjs' : '.mjs' };
  const entryPoints = [join(project, entry)];
  const common = { bundle: true, platform: 'node', minify: true, logLevel: 'error' };
  await build({ ...common, entryPoints, outdir, outExtension, absWorkingDir: project, ...options });
  return join(outdir, `application${outExtension['.js']}`);
};

const byRolldown =
  ({ format, codeSplitting }) =>
  async (project, dir) => {
    const { rolldown } = await load(project, 'rolldown');
    const bundle = await rolldown({ input: join(project, entry), cwd: project, platform: 'node' });
    const ending = format === 'cjs' ? 'cjs' : 'mjs';
    const names = { entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` };
    await bundle.write({ dir, format, minify: true, codeSplitting, ...names });
    await bundle.close();
    return join(dir, `application.${ending}`);
  };

/** As most projects have it: what is written is CommonJS. */
async function byWebpack(project, path) {
  const { default: webpack } = await load(project, 'webpack');
  const output = { path, filename: 'application.cjs', chunkFilename: '[id].cjs' };
  const compiler = webpack({ mode: 'production', target: 'node20', context: project, entry: `./${entry}`, output });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, done) => compiler.close(() => (error ? reject(error) : resolve(done))));
  });
  if (stats.hasErrors() || stats.hasWarnings())
    throw new Error(stats.toString({ all: false, errors: true, warnings: true }));
  return join(path, output.filename);
}

/** Everything inside, as for a container without node_modules. */
async function byVite(project, outDir) {
  const { build } = await load(project, 'vite');
  const ssr = { noExternal: true };
  await build({
    root: project,
    logLevel: 'error',
    configFile: false,
    ssr,
    build: { ssr: entry, outDir, minify: true },
  });
  const [file] = ['application.mjs', 'application.js'].filter((name) => isFile(join(outDir, name)));
  return join(outDir, file);
}

function isFile(path) {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

export const bundlers = {
  'esbuild, one ES module': byEsbuild({ format: 'esm' }),
  'esbuild, ES modules with splitting': byEsbuild({ format: 'esm', splitting: true }),
  'esbuild, CommonJS': byEsbuild({ format: 'cjs' }),
  'rolldown, ES modules': byRolldown({ format: 'esm' }),
  'rolldown, one CommonJS file': byRolldown({ format: 'cjs', codeSplitting: false }),
  webpack: byWebpack,
  'Vite, SSR': byVite,
};

/** A local KMS of the project, a SOCKS proxy, and a file of credentials: what the bundled applications run with. */
export async function startSurroundings(project) {
  const { startLocalKms } = await load(project, 'alibabacloud-kms-local');
  const keys = [
    { id: 'aes' },
    { id: 'sm2', spec: 'EC_SM2', usage: 'SIGN/VERIFY' },
    { id: 'k1', spec: 'EC_P256K', usage: 'SIGN/VERIFY' },
  ];
  const secrets = [{ name: 'app/db', versions: [{ id: 'v1', data: '{"user":"app"}' }] }];
  const kms = await startLocalKms({ seed: { keys, secrets } });
  const socks = await startSocksProxy();
  const { instanceConfig, publicConfig } = kms.clientConfig();
  const credentials = join(project, 'credentials.ini');
  const { accessKeyId, accessKeySecret } = publicConfig;
  const profile = { type: 'access_key', access_key_id: accessKeyId, access_key_secret: accessKeySecret };
  const lines = Object.entries(profile).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(credentials, ['[default]', 'enable = true', ...lines, ''].join('\n'));
  const facts = { instanceConfig, publicConfig, socks5Proxy: `socks5://127.0.0.1:${socks.address().port}` };
  return {
    facts,
    env: { ALIBABA_CLOUD_CREDENTIALS_FILE: credentials, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' },
    /** How many connections went through the proxy. */
    proxied: () => socks.served,
    async close() {
      socks.close();
      await kms.close();
    },
  };
}

/** SOCKS 5 without a password (RFC 1928): CONNECT to a host of this machine. */
async function startSocksProxy() {
  const server = net.createServer((client) => {
    client.on('error', () => client.destroy());
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request) => {
        server.served += 1;
        const upstream = net.connect(request.readUInt16BE(request.length - 2), '127.0.0.1', () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          client.pipe(upstream).pipe(client);
        });
        upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
        client.on('close', () => upstream.destroy());
      });
    });
  });
  server.served = 0;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** Bundles the application, and runs it where no node_modules are. */
export async function runBundled(project, folder, bundle, { facts, env, proxied }) {
  const before = proxied();
  mkdirSync(folder, { recursive: true });
  const file = await bundle(project, folder);
  const child = spawn(process.execPath, [file], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  child.stdin.end(JSON.stringify(facts));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (stdout !== 'all is well\n') throw new Error(stderr || `it said ${JSON.stringify(stdout)}`);
  if (proxied() === before) throw new Error('it did not use the proxy');
}
