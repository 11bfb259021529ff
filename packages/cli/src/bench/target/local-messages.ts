export interface LocalOrder {
  type: 'start-local';
  /** Length of the secret's value, in characters. */
  secretSize: number;
}

/** How to reach the started local KMS, and its keys and secret. */
export interface LocalFacts {
  type: 'local';
  endpoint: string;
  clientKeyContent: string;
  password: string;
  ca: string;
}

export interface LocalFailure {
  type: 'local-failed';
  message: string;
}

/** Keys and secret of the local KMS of `--local`. */
export const localSubjects = {
  keyId: 'key-bench',
  signingKeyId: 'key-bench-sign',
  secretName: 'bench',
} as const;
