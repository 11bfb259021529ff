import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import type { Finding } from '../doctor/finding.js';
import { refused } from '../failures.js';
import { printable } from '../printable.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, option } from './command.js';

interface Options {
  key?: string;
  secret?: string;
}

const marks = { ok: '✓', warning: '!', failed: '✗' };

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.doctor,
      options: [
        option('-k, --key <KEY>', 'check whether this key can be used'),
        option('--secret <SECRET>', 'check whether this secret can be read'),
      ],
    },
    async (session, options) => {
      const { examine } = await import('../doctor/examine.js');
      const isLive = !(await session.isStructured());
      const findings: Finding[] = [];
      for await (const finding of examine(session, options)) {
        findings.push(finding);
        if (isLive) show(session, finding);
      }
      const failures = findings.filter(({ status }) => status === 'failed').length;
      if (!isLive) await session.print(findings);
      else session.line(failures === 0 ? 'All is well.' : `${failures} of ${findings.length} checks failed.`);
      if (failures > 0) throw refused();
    },
  );
}

function show(session: Session, { check, status, detail, remedy }: Finding): void {
  session.line(`${marks[status]} ${check.padEnd(24)}${printable(detail)}`);
  if (remedy !== undefined) session.line(`${' '.repeat(26)}${printable(remedy)}`);
}
