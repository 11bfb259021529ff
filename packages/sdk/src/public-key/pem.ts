type PemLabel = 'PUBLIC KEY' | 'PRIVATE KEY';

/** PEM text (RFC 7468) around DER. */
export function toPem(label: PemLabel, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The DER inside of PEM text, or undefined for text that is no PEM of this label. */
export function fromPem(label: PemLabel, text: string): Uint8Array | undefined {
  const [, base64] =
    new RegExp(`^\\s*-----BEGIN ${label}-----([\\sA-Za-z0-9+/=]+)-----END ${label}-----\\s*$`).exec(text) ?? [];
  const compact = base64?.replace(/\s/g, '');
  const der = compact && Buffer.from(compact, 'base64');
  // Node.js does not mind missing padding, or what comes after it
  return der && der.toString('base64') === compact ? der : undefined;
}
