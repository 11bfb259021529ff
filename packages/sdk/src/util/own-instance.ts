/**
 * Key of an instance's reference to itself. Private members are those of the instance only: behind a Proxy, and in what
 * inherits from it by Object.create, a method finds them through this.
 */
export const self = Symbol('self');

/** Neither listed nor copied: a copy is no instance. */
export function rememberSelf<T extends object>(instance: T): void {
  Object.defineProperty(instance, self, { value: instance });
}
