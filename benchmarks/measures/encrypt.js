// Encrypt with a client key, 32 bytes, compared with the signature that each such call needs.
import { availableParallelism } from 'node:os';
import { startClient } from '../lib/client-process.js';
import { withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { inRounds, medianOf } from '../lib/statistics.js';

export async function measureEncrypt({ rounds, calls }) {
  const kms = await startKms();
  const client = startClient('sdk.js', await withKeys(kms, 1));
  const encrypt = async () => {
    const before = await kms.usage();
    const figures = await client.run('encrypt', calls);
    return { ...figures, serverCpuMs: ((await kms.usage()).cpuMs - before.cpuMs) / calls };
  };
  try {
    const steps = {
      signature: () => client.run('signature', calls),
      encrypt,
      signatureInPlace: () => client.run('signatureInPlace', calls),
      oneSignature: () => client.run('signatureInPlace', calls / 2, 1),
      oneEncrypt: () => client.run('encrypt', calls / 2, 1),
    };
    const results = await inRounds(rounds, steps);
    return {
      encryptCpuOverSignature: medianOf(results, (round) => round.encrypt.cpuMs / round.signature.cpuMs),
      encryptThroughputOverSigning: medianOf(results, overSigning),
      encryptLatencyOverSignatureMs: medianOf(results, (round) => round.oneEncrypt.p50Ms - round.oneSignature.p50Ms),
      localCpuPerEncryptMs: medianOf(results, (round) => round.encrypt.serverCpuMs),
      encryptCpuMs: medianOf(results, (round) => round.encrypt.cpuMs),
      encryptPerSecond: medianOf(results, (round) => round.encrypt.perSecond),
      encryptLatencyMs: medianOf(results, (round) => round.oneEncrypt.p50Ms),
      signatureCpuMs: medianOf(results, (round) => round.signature.cpuMs),
      signaturesPerSecond: medianOf(results, (round) => round.signature.perSecond),
      signatureInPlaceCpuMs: medianOf(results, (round) => round.signatureInPlace.cpuMs),
      signaturesInPlacePerSecond: medianOf(results, (round) => round.signatureInPlace.perSecond),
    };
  } finally {
    await client.stop();
    await kms.stop();
  }
}

/** From the signatures per second of this machine, subtracts those that fit into the server's CPU time. */
function overSigning({ encrypt, signature }) {
  const serverShare = (encrypt.serverCpuMs * encrypt.perSecond) / 1_000 / availableParallelism();
  return encrypt.perSecond / (signature.perSecond * (1 - serverShare));
}
