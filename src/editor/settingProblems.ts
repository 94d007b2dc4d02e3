/** Says what is wrong with the value of a setting, judged by the setting's own description in package.json. Pure. */

import { t } from '../text';

/** What package.json says of a setting: the part of JSON schema that our settings use. */
export interface SettingSchema {
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
  readonly default: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The settings of package.json, by their full names. */
export type SettingSchemas = Readonly<Record<string, SettingSchema>>;

/** One sentence or two for the user, or null where the value is one that the setting takes. */
export function settingProblem(key: string, schema: SettingSchema, value: unknown): string | null {
  if (takes(schema, value)) return null;
  const used = JSON.stringify(schema.default);
  return t`The setting ${key} cannot be ${shown(value)}: it takes ${wanted(schema)}. Its default, ${used}, is used.`;
}

function takes(
  { type, enum: values, minimum = -Infinity, maximum = Infinity }: SettingSchema,
  value: unknown,
): boolean {
  if (values) return values.includes(value);
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
    case 'number':
      return typeof value === 'number' && value >= minimum && value <= maximum;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

function wanted({ type, enum: values, minimum, maximum }: SettingSchema): string {
  if (values) return listed(values.map((value) => JSON.stringify(value)));
  if (type === 'boolean') return t('true or false');
  if (type === 'string') return t('a text');
  if (type === 'array') return t('a list');
  if (type === 'object') return t('pairs of names and values');
  const number = type === 'integer' ? t('a whole number') : t('a number');
  if (minimum !== undefined && maximum !== undefined) return t`${number} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return t`${number} of at least ${minimum}`;
  return maximum === undefined ? number : t`${number} of at most ${maximum}`;
}

/** `a, b or c`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : t`${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** A value as settings.json has it, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}...`;
}
