import type { CallMethod, Client, OperationOptions } from 'alibabacloud-kms-sdk';
import { callSettings, clientOptions } from './config/client-options.js';
import { type Profile, readProfile } from './config/profiles.js';
import { mergeSettings, type Settings } from './config/settings.js';
import type { CliContext } from './context.js';
import type { DescribedCall, DryRunCall } from './dry-run/dry-run.js';
import type { DryRunReport } from './dry-run/report.js';
import { refused, usageError } from './failures.js';
import { ask } from './io/ask.js';
import { type Encoding, encode } from './io/encodings.js';
import { writeGivenFile } from './io/files.js';
import { fieldOf, fieldPaths, plain, withoutSecrets } from './io/plain.js';
import { type Columns, details, table } from './io/table.js';
import { regionOf } from './key-arn.js';
import { printable, printableLines } from './printable.js';

/** Options of every command, in addition to the settings. */
export interface CommonOptions {
  profile?: string;
  field?: string;
  dryRun?: boolean;
  verbose?: boolean;
  yes?: boolean;
  show?: boolean;
}

/** How to show a response to people; JSON, YAML and `--field` always have all of it. */
export interface View<Row> {
  columns?: Columns<Row>;
  /** Replaces the table. */
  text?: string;
}

type Flags = CommonOptions & Readonly<Record<string, unknown>>;

/** One run of a command: its settings, its client, and its output. */
export class Session {
  readonly #flags: Flags;
  #profile?: Promise<Profile>;
  #client?: Client;
  /** By region; undefined for the region of the settings. */
  readonly #live = new Map<string | undefined, Client>();

  constructor(
    readonly context: CliContext,
    flags: object,
  ) {
    this.#flags = flags as Flags;
  }

  get isDryRun(): boolean {
    return this.#flags.dryRun === true;
  }

  /** Whether secrets may be shown on a terminal. */
  get mayShow(): boolean {
    return this.#flags.show === true;
  }

  profile(): Promise<Profile> {
    this.#profile ??= readProfile(this.context.env, this.#flags.profile).then((profile) => {
      if (profile.warning) this.note(profile.warning);
      return profile;
    });
    return this.#profile;
  }

  async settings(): Promise<Settings> {
    return mergeSettings(this.#flags, this.context.env, await this.profile());
  }

  /** The client. In a dry run, its methods show what they would send, and end the command. */
  async client(): Promise<Client> {
    if (this.#client) return this.#client;
    const { gateway } = callSettings(await this.settings());
    const client = await this.liveClient();
    this.#client = client;
    if (!this.isDryRun) return client;
    const { dryRunClient } = await import('./dry-run/dry-run.js');
    this.#client = dryRunClient(client, gateway, (calls) => this.#printCalls(calls));
    return this.#client;
  }

  /**
   * A client that calls KMS even in a dry run.
   *
   * @param region the region of its keys, if it may differ from the settings; uses the public gateway there
   */
  async liveClient(region?: string): Promise<Client> {
    const settings = await this.settings();
    const isElsewhere =
      region !== undefined &&
      settings.region !== undefined &&
      settings.endpoint === undefined &&
      region !== settings.region.value;
    const place = isElsewhere ? region : undefined;
    const known = this.#live.get(place);
    if (known) return known;
    const { Client } = await import('alibabacloud-kms-sdk');
    const there = {
      ...settings,
      region: { ...settings.region, value: region },
      instanceEndpoint: undefined,
    } as Settings;
    const client = new Client(await clientOptions(isElsewhere ? there : settings));
    if (this.#flags.verbose && this.#live.size === 0) {
      const { settingsInWords } = await import('./config/show-settings.js');
      for (const line of settingsInWords(settings, await this.profile())) this.note(line);
    }
    this.#live.set(place, client);
    return client;
  }

  /** Options for each call. */
  async callOptions(): Promise<OperationOptions> {
    return callSettings(await this.settings());
  }

  /** Whether calls use a client key if possible; otherwise they use an AccessKey. */
  async usesClientKey(): Promise<boolean> {
    const settings = await this.settings();
    const hasClientKey = settings.instanceEndpoint !== undefined && settings.clientKeyFile !== undefined;
    return hasClientKey && callSettings(settings).gateway !== 'public';
  }

  /**
   * Makes one call and prints its response; in a dry run, shows the call.
   *
   * @param text the output for people, instead of the response
   */
  async call<M extends CallMethod>(
    method: M,
    request: NonNullable<Parameters<Client[M]>[0]>,
    text?: (response: Awaited<ReturnType<Client[M]>>) => string,
  ): Promise<void> {
    const client = await this.client();
    const make = client[method] as (request: object, options: OperationOptions) => Promise<object>;
    const response = (await make.call(client, request, await this.callOptions())) as Awaited<ReturnType<Client[M]>>;
    await this.print(response, text && { text: text(response) });
  }

  /** For commands that make several calls: in a dry run, shows them all and returns true. */
  async showsCalls(...calls: DryRunCall[]): Promise<boolean> {
    if (!this.isDryRun) return false;
    await this.#printCalls(await this.#describe(calls));
    return true;
  }

  /** The permissions for these calls. */
  async permissionsFor(calls: readonly DryRunCall[]): Promise<Omit<DryRunReport, 'requests'>> {
    const { requests: _requests, ...permissions } = await this.#report(await this.#describe(calls));
    return permissions;
  }

  async #describe(calls: readonly DryRunCall[]): Promise<DescribedCall[]> {
    const { describeCalls } = await import('./dry-run/dry-run.js');
    const { gateway } = await this.callOptions();
    const described: DescribedCall[] = [];
    for (const call of calls) {
      const [, , keyArn] = call;
      const client = await this.liveClient(keyArn && regionOf(keyArn));
      described.push(...(await describeCalls(client, [call], gateway)));
    }
    return described;
  }

  async #report(calls: readonly DescribedCall[]): Promise<DryRunReport> {
    const { dryRunReport } = await import('./dry-run/report.js');
    return dryRunReport(calls, { region: (await this.settings()).region?.value, mayShow: this.mayShow });
  }

  async #printCalls(calls: readonly DescribedCall[]): Promise<void> {
    const { dryRunText } = await import('./dry-run/report.js');
    const report = await this.#report(calls);
    await this.print(report, { text: dryRunText(report) });
  }

  /** Prints a response in the requested format. */
  async print<Value>(value: Value, view: View<Value extends readonly (infer Row)[] ? Row : never> = {}): Promise<void> {
    const { field } = this.#flags;
    const shown = this.mayShow || !this.context.isTerminal.stdout ? plain(value) : withoutSecrets(plain(value));
    if (field !== undefined) return this.#printField(shown, field);
    const settings = await this.settings();
    callSettings(settings);
    const format = settings.output?.value ?? 'table';
    if (format === 'json') return this.line(JSON.stringify(shown, null, 2));
    if (format === 'yaml') {
      const { stringify } = await import('yaml');
      return this.line(stringify(shown).trimEnd());
    }
    if (view.text !== undefined) return view.text === '' ? undefined : this.line(view.text);
    if (Array.isArray(value) && view.columns) return this.line(table(value, view.columns as Columns<unknown>));
    this.line(details(this.context.isTerminal.stdout && !this.mayShow ? withoutSecrets(value) : value));
  }

  /** Whether the whole response was requested, or a field of it. */
  async isStructured(): Promise<boolean> {
    const format = (await this.settings()).output?.value ?? 'table';
    return this.#flags.field !== undefined || format !== 'table';
  }

  #printField(value: unknown, path: string): void {
    const found = fieldOf(value, path);
    if (found === undefined) {
      const there = fieldPaths(value);
      throw usageError(`the response has no field ${path}${there.length > 0 ? `; it has: ${there.join(', ')}` : ''}`);
    }
    for (const item of Array.isArray(found) ? found : [found]) {
      this.line(typeof item === 'object' ? JSON.stringify(item) : String(item));
    }
  }

  /**
   * Writes bytes to the file, otherwise to stdout: in the requested encoding, by default raw, and base64 on a terminal.
   *
   * @param secret on a terminal only with `--show`: see {@link mayGoOut}
   */
  async writeBytes(
    bytes: Uint8Array,
    { file, encoding, secret }: { file?: string; encoding?: Encoding; secret?: boolean },
  ) {
    if (file !== undefined && file !== '-') return writeGivenFile(file, encode(bytes, encoding ?? 'raw'), { secret });
    const onTerminal = this.context.isTerminal.stdout;
    const written = encode(bytes, encoding ?? (onTerminal && !isText(bytes) ? 'base64' : 'raw'));
    this.context.stdout.write(written);
    if (onTerminal && written.at(-1) !== 0x0a) this.context.stdout.write('\n');
  }

  /** Checked before the call, so that no secret is fetched that must not be shown. @throws CliError */
  mayGoOut(what: string, file?: string): void {
    if (this.mayShow || this.isDryRun || !this.context.isTerminal.stdout || (file !== undefined && file !== '-'))
      return;
    throw usageError(
      `${what} would be shown on this terminal: give --show, or send it to a file (-o FILE) or a program`,
    );
  }

  /** Continues an irreversible action only if the user types its name, or with `--yes`. */
  async confirm(act: string, name: string): Promise<void> {
    if (this.#flags.yes || this.isDryRun) return;
    const where = await this.#where();
    if (!this.context.isTerminal.stdin) {
      throw usageError(`this would ${act}, ${where}: give --yes, as there is no terminal to ask on`);
    }
    this.note(`This will ${act}.`);
    this.note(`Where: ${where}`);
    const typed = await ask(this.context, `Type ${printable(name)} to continue: `);
    if (typed.trim() !== name) throw refused('that is not the name: nothing was changed');
  }

  /** The KMS and the credential that calls go to, for people who decide about them. */
  async #where(): Promise<string> {
    const settings = await this.settings();
    const client = await this.liveClient();
    const { region, endpoint, instanceEndpoint, clientKeyFile } = settings;
    const hasPublic = region !== undefined || endpoint !== undefined;
    const accessKey = hasPublic ? await client.accessKey().catch(() => undefined) : undefined;
    return [
      region && `in region ${region.value}`,
      endpoint && `at ${endpoint.value} (${endpoint.source})`,
      instanceEndpoint && `instance ${instanceEndpoint.value} (${instanceEndpoint.source})`,
      accessKey && `with AccessKey ${accessKey.accessKeyId} (${settings.accessKeyId?.source ?? accessKey.source})`,
      !accessKey && clientKeyFile && `with client key ${clientKeyFile.value}`,
    ]
      .filter(Boolean)
      .join(', ');
  }

  /** Cleans data from a service, which must not act on a terminal. */
  line(text: string): void {
    this.context.stdout.write(`${this.context.isTerminal.stdout ? printableLines(text) : text}\n`);
  }

  /** A note for the user, not for programs that read the output. */
  note(text: string): void {
    this.context.stderr.write(`${printableLines(text)}\n`);
  }

  async close(): Promise<void> {
    for (const client of this.#live.values()) await client.close();
  }
}

/** Whether a terminal can show it as it is. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/[\n\r\t]/g, ' ');
    return printable(text) === text;
  } catch {
    return false;
  }
}
