import { type ServiceErrorCode, serviceErrors } from 'alibabacloud-kms-sdk/internal';

/** Why a policy refused a call. */
export interface Denial {
  /** `kms:Encrypt` */
  action: string;
  noPermissionType: 'ImplicitDeny' | 'ExplicitDeny';
  /** Only for policies whose type has a name in RAM. */
  policyType?: 'SessionPolicy';
  /** The refused caller. */
  principal?: { type: 'Account' | 'AssumedRoleUser' | 'ClientKey'; displayName: string };
}

/** Error codes that only STS has. */
export type StsErrorCode =
  | 'NoPermission'
  | 'EntityNotExist.Role'
  | 'EntityNotExist.OIDCProvider'
  | 'AuthenticationFail.OIDCToken.Expired'
  | 'AuthenticationFail.OIDCToken.Invalid'
  | `InvalidParameter.${string}`;

/** An error for the client: a code of the service's table, with its status and message. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: number;
  /** For a refusal by a policy. */
  denial?: Denial;

  /**
   * @param subject replaces `{}` in the table's message
   * @param message replaces the table's message
   * @param denial details of a refusal by a policy
   */
  constructor(
    readonly code: ServiceErrorCode | StsErrorCode,
    {
      subject = '',
      message,
      status,
      denial,
    }: { subject?: string; message?: string; status?: number; denial?: Denial } = {},
  ) {
    const facts = serviceErrors[code as ServiceErrorCode] ?? { status: 400, message: code };
    super(message ?? facts.message.replace('{}', () => subject));
    this.status = status ?? facts.status;
    this.denial = denial;
  }
}

/** InvalidParameter that names the parameter and says what is wrong with it. */
export class InvalidParameter extends ServiceError {
  constructor(
    readonly parameter: string,
    readonly why: string,
  ) {
    super('InvalidParameter', { message: `The specified parameter is not valid. ${parameter}: ${why}` });
  }
}

export const invalidParameter = (name: string, why: string): InvalidParameter => new InvalidParameter(name, why);
