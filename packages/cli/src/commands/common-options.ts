import { Option } from 'commander';
import { settings } from '../config/settings.js';

/** The options of every command. */
export const commonOptions = (): Option[] => [
  new Option('--profile <NAME>', 'profile of the configuration file; default: KMS_PROFILE, else default'),
  ...settings.flatMap((setting) => {
    if (!('value' in setting)) return [];
    const option = new Option(`--${setting.flag} <${setting.value}>`, `${setting.description} [${setting.env[0]}]`);
    option.attributeName = () => setting.name;
    return [option];
  }),
  new Option('--field <PATH>', 'print only this field of the response, e.g. keyState'),
  new Option('--dry-run', 'show the request and the permissions that it needs; send nothing'),
  new Option('--verbose', 'say on stderr where the settings come from'),
  new Option('--yes', 'do not ask before what cannot be undone'),
  new Option('--show', 'show secrets on a terminal'),
];
