import type { Command } from 'commander';
import { agentDefaults } from '../agent/defaults.js';
import type { AgentFlags } from '../agent/serve.js';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { ttlText } from '../secrets/cache.js';
import { catalog } from './catalog.js';
import { addCommand, option, repeated, required } from './command.js';

const help = `  kms agent --token-file /run/kms-agent/token
  curl -H "Authorization: Bearer $(cat /run/kms-agent/token)" http://127.0.0.1:2774/v1/secrets/app/db

/v1/secrets/NAME answers as GetSecretValue, with ?field=FIELD one field of a JSON object, with ?output=value the value;
?stage=, ?versionId= and ?refreshNow=true say which. /healthz needs no token, /metrics is for Prometheus.
SIGHUP reads the token anew and refreshes all secrets; SIGTERM ends it when what was asked is answered.`;

export function register(program: Command, context: CliContext): void {
  addCommand<AgentFlags>(
    context,
    program,
    {
      ...catalog.agent,
      options: [
        required('--token-file <FILE>', 'file with the token that programs send; created if it does not exist'),
        option('--port <PORT>', `port on 127.0.0.1 (default ${agentDefaults.port}); 0: a free port`),
        option('--ttl <SECONDS>', ttlText),
        option(
          '--stale-if-error <SECONDS>',
          `how long a value is given out after that while KMS is away (default ${agentDefaults.staleIfErrorSeconds})`,
        ),
        repeated('--preload <SECRET>', 'secret to read at the start'),
        option('--max-connections <N>', `connections at a time (default ${agentDefaults.maxConnections})`),
        option('--max-waiting <N>', `requests at a time that wait for KMS (default ${agentDefaults.maxWaiting})`),
      ],
      help,
    },
    async (session, flags) => {
      if (session.isDryRun)
        throw usageError('kms agent has no dry run: what it asks KMS for is what programs ask it for');
      const { serveAgent } = await import('../agent/serve.js');
      await serveAgent(session, flags);
    },
  );
}
