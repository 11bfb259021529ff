export interface LocalOrder {
  type: 'start-local';
  /** Value of the secret, in characters. */
  secretSize: number;
}

/** How to reach the local KMS that was started, and what is in it. */
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

/** What is in the local KMS of `--local`. */
export const localSubjects = {
  keyId: 'key-bench',
  signingKeyId: 'key-bench-sign',
  secretName: 'bench',
} as const;
