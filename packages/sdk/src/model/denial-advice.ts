/** What a refusal by a policy says of itself. */
export interface Denial {
  readonly AuthAction?: unknown;
  readonly NoPermissionType?: unknown;
  readonly PolicyType?: unknown;
  readonly AuthPrincipalType?: unknown;
  readonly AuthPrincipalDisplayName?: unknown;
  readonly EncodedDiagnosticMessage?: unknown;
}

/** Names as RAM has them; whatever else stands in an answer is not repeated in a message. */
const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w:.@*/+=-]{1,200}$/.test(value) ? value : undefined;

/** Why the call was refused, in words: which action, of whom, by what kind of policy. */
export function denialAdvice(denial: Denial, api: string): string {
  const action = nameIn(denial.AuthAction) ?? `kms:${api}`;
  const who = [nameIn(denial.AuthPrincipalType), nameIn(denial.AuthPrincipalDisplayName)].filter(Boolean).join(' ');
  const policy = nameIn(denial.PolicyType);
  const to = who && ` to ${who}`;
  const why =
    denial.NoPermissionType === 'ExplicitDeny'
      ? `A Deny in ${policy ?? 'a policy'} forbids ${action}${to}, whatever other policies allow.`
      : `No Allow${policy ? ` in ${policy}` : ''} covers ${action}${to}.`;
  const decode = 'DecodeDiagnosticMessage of RAM tells more: give it accessDeniedDetail.EncodedDiagnosticMessage.';
  return denial.EncodedDiagnosticMessage ? `${why} ${decode}` : why;
}
