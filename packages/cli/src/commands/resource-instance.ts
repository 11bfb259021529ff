import type { Session } from '../session.js';

/** The instance for a new resource: the given one, otherwise the configured one, if any. */
export async function resourceInstance(
  session: Session,
  given: string | false | undefined,
): Promise<string | undefined> {
  if (given === false) return undefined;
  if (given !== undefined) return given;
  const { instanceId, instanceEndpoint } = await session.settings();
  return instanceId?.value ?? /^(?:https:\/\/)?(kst-[^.:/]+)/.exec(instanceEndpoint?.value ?? '')?.[1];
}
