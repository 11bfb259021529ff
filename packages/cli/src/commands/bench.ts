import { type Command, Option } from 'commander';
import { type BenchFlag, moreFlags, officialFlags, reportFlags } from '../bench/flags.js';
import type { Flags } from '../bench/read-options.js';
import type { CliContext } from '../context.js';
import { catalog } from './catalog.js';

const example = `
Examples:
  $ kms bench --local --case=encrypt --duration=30
  $ kms bench --case=encrypt --endpoint=kst-….cryptoservice.kms.aliyuncs.com --client_key_path=key.json \\
      --ca_path=ca.pem --key_id=alias/app --concurrence_nums=64 --rate=2000 --json run.json --html run.html
  $ kms bench compare before.json after.json
  $ kms bench merge machine-1.json machine-2.json --html both.html

Flags may be written with underscores or dashes, and with one dash before them (-case=encrypt), as in the benchmark tools
of the KMS SDKs.
`;

/** `kms bench` and its subcommands for results. The engine loads when a benchmark starts. */
export function register(program: Command, context: CliContext): void {
  const bench = program
    .command('bench')
    .description(catalog.bench.summary)
    .addHelpText('after', example)
    .action(async (_options, command: Command) => {
      const { runBenchCommand } = await import('../bench/commands.js');
      await runBenchCommand(flagsOf(command), context);
    });
  addFlags(bench, [...officialFlags, ...moreFlags]);
  takeSingleDashes(bench);

  const compare = bench
    .command('compare')
    .description('what differs between two results, and whether it is more than noise')
    .argument('<first>', 'result of --json')
    .argument('<second>', 'result of --json')
    .option('--max-regression <percent>', 'exit with 1 if a figure got worse by more than this, and by more than noise')
    .option('--json', 'print the comparison as JSON')
    .action(async (first: string, second: string, _options, command: Command) => {
      const { compareCommand } = await import('../bench/commands.js');
      await compareCommand(first, second, flagsOf(command), context);
    });
  const merge = bench
    .command('merge')
    .description('one result of several that were measured at the same time')
    .argument('<results...>', 'results of --json')
    .action(async (files: string[], _options, command: Command) => {
      const { mergeCommand } = await import('../bench/commands.js');
      await mergeCommand(files, flagsOf(command), context);
    });
  addFlags(merge, reportFlags);
  for (const command of [bench, compare, merge]) command.allowExcessArguments(false);
}

function addFlags(command: Command, flags: readonly BenchFlag[]): void {
  const collect = (value: string, former: readonly string[] = []) => [...former, value];
  for (const { name, value = '', description, repeatable } of flags) {
    const names = name.includes('-') && !name.startsWith('no-') ? [name, name.replaceAll('-', '_')] : [name];
    for (const [index, written] of names.entries()) {
      const option = new Option(`--${written} ${value}`.trim(), description).hideHelp(index > 0);
      command.addOption(repeatable ? option.argParser(collect) : option);
    }
  }
}

/** Accepts `-case=encrypt` for `--case=encrypt`, like the tools for Go and Java; anything that is not a flag may be a value. */
function takeSingleDashes(command: Command): void {
  const names = new Set(command.options.map(({ long }) => long));
  const parseOptions = command.parseOptions.bind(command);
  command.parseOptions = (args) =>
    parseOptions(args.map((arg) => (names.has(`-${arg.replace(/=.*$/s, '')}`) ? `-${arg}` : arg)));
}

/** The given flags, by camel-case name; of the global options only the profile. */
function flagsOf(command: Command): Flags {
  const { profile } = command.optsWithGlobals<{ profile?: string }>();
  const named = Object.entries({ profile, ...command.opts() }).map(([name, value]) => [camelCase(name), value]);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
