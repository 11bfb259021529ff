import { randomBytes } from 'node:crypto';
import { Client } from 'alibabacloud-kms-sdk';
import type { AnyPrepared } from '../operations/operation.js';
import { operations } from '../operations/operations.js';
import type { CallSettings } from '../settings.js';
import { failureOf } from './failures.js';
import type { Order, Report } from './messages.js';
import { Run } from './run.js';
import { SampledAnswers } from './sampled-answers.js';

/** A load process: executes orders from its parent, and ends with it. */
export class Worker {
  readonly #report: (report: Report) => void;
  #settings?: CallSettings;
  #client?: Client;
  #prepared: ReadonlyMap<string, AnyPrepared> = new Map();
  #samples = new SampledAnswers(0);
  #run?: Run;

  constructor(report: (report: Report) => void) {
    this.#report = report;
  }

  async obey(order: Order): Promise<void> {
    try {
      if (order.type === 'prepare') await this.#prepare(order.settings);
      else if (order.type === 'run') await this.#perform(order);
      else if (order.type === 'prove') {
        this.#report({ type: 'proved', proofs: await this.#samples.prove(this.#prepared) });
      } else if (order.type === 'stop') this.#run?.stop();
      else this.#run?.abort();
    } catch (error) {
      this.#report({ type: 'failed', failure: failureOf(error) });
    }
  }

  async close(): Promise<void> {
    this.#run?.abort();
    await this.#client?.close();
  }

  async #prepare(settings: CallSettings): Promise<void> {
    const { keyId = '', signingKeyId = '', secretName = '', dataSize, keyPairSpec, mix } = settings;
    const client = new Client(settings.client);
    this.#settings = settings;
    this.#client = client;
    this.#samples = new SampledAnswers(settings.proofs);
    const data = randomBytes(dataSize);
    const subject = { client, keyId, signingKeyId, secretName, dataSize, keyPairSpec, data };
    const prepared = new Map<string, AnyPrepared>();
    for (const { operation } of mix) {
      const found = operations[operation];
      if (found) prepared.set(operation, await found.prepare(subject));
    }
    this.#prepared = prepared;
    this.#report({ type: 'ready' });
  }

  async #perform({ plan }: Extract<Order, { type: 'run' }>): Promise<void> {
    this.#run = new Run();
    await this.#run.perform(plan, {
      settings: this.#settings as CallSettings,
      prepared: this.#prepared,
      samples: this.#samples,
      report: this.#report,
    });
  }
}
