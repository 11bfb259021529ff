import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { acs3Request } from '../support/signed-requests.js';

/** The command as it is built: `tsc --build` comes before the tests. */
const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** An answer of which a test looks at some fields. */
// biome-ignore lint/suspicious/noExplicitAny: answers are checked by what tests expect of them
export type Answer = any;

/** What the KMS answered that was not 200. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** No answer came: nobody knows whether the call was carried out. */
export class NoAnswer extends Error {}

interface Facts {
  host: string;
  port: number;
  caFile: string;
  accessKeyId: string;
  accessKeySecret: string;
}

/** `kms-local` in a process of its own, and a client that never tries again. */
export class KmsProcess {
  readonly child: ChildProcess;
  readonly log: string[] = [];
  readonly #ended: Promise<unknown>;
  readonly #agent: Agent;
  #facts!: Facts;

  constructor(
    args: readonly string[],
    { env = {}, clients = 6 }: { env?: Record<string, string>; clients?: number } = {},
  ) {
    this.child = spawn(process.execPath, [command, ...args, '--json'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = once(this.child, 'close');
    this.#agent = new Agent({ keepAlive: true, maxSockets: clients });
    createInterface({ input: this.child.stderr as NodeJS.ReadableStream }).on('line', (line) => this.log.push(line));
  }

  static async start(...options: ConstructorParameters<typeof KmsProcess>): Promise<KmsProcess> {
    const started = new KmsProcess(...options);
    await started.ready();
    return started;
  }

  /** @throws when it ends instead, with what it said */
  async ready(): Promise<void> {
    const lines = createInterface({ input: this.child.stdout as NodeJS.ReadableStream });
    const facts = await Promise.race([once(lines, 'line').then(([line]) => line as string), this.#ended]);
    if (typeof facts !== 'string') throw new Error(`kms-local has ended: ${this.log.join('\n')}`);
    this.#facts = JSON.parse(facts);
    this.#agent.options.ca = readFileSync(this.#facts.caFile);
  }

  get pid(): number {
    return this.child.pid as number;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it and waits until it has. */
  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.#ended;
    this.#agent.destroy();
  }

  /**
   * Calls an API of the public gateway.
   *
   * @throws Refusal, NoAnswer
   */
  async call(api: string, parameters: Record<string, string> = {}): Promise<Answer> {
    const { host, port } = this.#facts;
    const { method, path, headers, body } = acs3Request(this.#facts, api, parameters, { signed: { host } });
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const lost = (cause: unknown) => reject(new NoAnswer(api, { cause }));
      const outgoing = request({ host, port, method, path, headers, agent: this.#agent }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', lost).on('end', () => resolve({ status: response.statusCode as number, text }));
      });
      outgoing.on('error', lost).end(body);
    });
    const answer = JSON.parse(text);
    if (status !== 200) throw new Refusal(status, answer.Code, `${api}: ${answer.Code}: ${answer.Message}`);
    return answer;
  }
}
