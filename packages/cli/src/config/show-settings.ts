import type { Profile } from './profiles.js';
import { type SettingName, type Settings, settings } from './settings.js';

/** A setting as `kms config show` lists it. */
export interface ShownSetting {
  setting: string;
  /** Secrets are hidden. */
  value: string;
  source: string;
}

/** Secrets have no flag, see {@link settings}; the id of an AccessKey is not one. */
const isSecret = (name: SettingName): boolean =>
  ['accessKeySecret', 'securityToken', 'clientKeyPassword'].includes(name);

/** The settings that are set, and where each came from. */
export const shownSettings = (found: Settings): ShownSetting[] =>
  settings.flatMap(({ name, flag }) => {
    const setting = found[name];
    return setting
      ? [{ setting: flag, value: isSecret(name) ? '********' : setting.value, source: setting.source }]
      : [];
  });

/** The profile that counts, or that there is none. */
export const profileInWords = ({ file, name, isExplicit }: Profile): string => {
  if (file === undefined) return 'no configuration file';
  return `profile ${name} of ${file}${isExplicit ? '; with --profile, the environment does not say which KMS to call' : ''}`;
};

/** Lines for people. */
export const settingsInWords = (found: Settings, profile: Profile): string[] => [
  `settings: ${profileInWords(profile)}`,
  ...shownSettings(found).map(({ setting, value, source }) => `  ${setting}: ${value} (${source})`),
];
