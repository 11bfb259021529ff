// Methods of `Client` come from classes that nobody else sees: pages do not say so.
import { Converter } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const reflection of Object.values(project.reflections)) {
      if ('inheritedFrom' in reflection) delete reflection.inheritedFrom;
      if ('overwrites' in reflection) delete reflection.overwrites;
    }
  });
}
