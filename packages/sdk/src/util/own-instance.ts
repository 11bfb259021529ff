/**
 * Key of an instance's reference to itself. Private members belong to the instance only: methods that are called through a
 * Proxy, or on an object made by Object.create, find them through this.
 */
export const self = Symbol('self');

/** Neither enumerable nor copied: a copy is not an instance. */
export function rememberSelf<T extends object>(instance: T): void {
  Object.defineProperty(instance, self, { value: instance });
}
