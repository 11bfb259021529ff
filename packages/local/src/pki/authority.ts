import { X509Certificate } from 'node:crypto';
import type { Settings } from '../store/settings.js';
import { type CertifiedKey, issueAuthority, issueServerCertificate } from './certificates.js';
import type { Validity } from './x509.js';

const dayMs = 24 * 3_600_000;
const authorityDays = 10 * 365;
/** The longest validity that Apple's platforms accept for a server certificate, whoever signed it. */
const serverDays = 825;
const renewBeforeDays = 30;

/** The CA of this KMS: created at the first start, then never changed. */
export async function openAuthority(settings: Settings, now: number): Promise<CertifiedKey> {
  const existing = await settings.getSealed('authority');
  if (existing !== undefined) return JSON.parse(existing);
  const made = issueAuthority(validity(now, authorityDays));
  await settings.setSealed('authority', JSON.stringify(made));
  return made;
}

/** The server's certificate; replaced if the names change or it is about to expire. */
export async function openServerCertificate(
  settings: Settings,
  authority: CertifiedKey,
  names: readonly string[],
  now: number,
): Promise<CertifiedKey> {
  const existing = await settings.getSealed('server-certificate');
  if (existing !== undefined) {
    const server: CertifiedKey & { names: string[] } = JSON.parse(existing);
    if (server.names.join() === names.join() && daysLeft(server, now) > renewBeforeDays) return server;
  }
  const made = issueServerCertificate(authority, names, validity(now, serverDays));
  await settings.setSealed('server-certificate', JSON.stringify({ ...made, names }));
  return made;
}

const daysLeft = ({ certificatePem }: CertifiedKey, now: number): number =>
  (Date.parse(new X509Certificate(certificatePem).validTo) - now) / dayMs;

/** Backdated, because other machines check it and their clocks may be behind. */
const validity = (now: number, days: number): Validity => ({
  notBefore: new Date(now - dayMs),
  notAfter: new Date(now + (days - 1) * dayMs),
});
