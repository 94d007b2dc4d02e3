/** Reads numbers from text as pydantic-core does. */

import { maxIntegerDigits } from './pythonJson';
import { strip } from './strip';

/** Rust's `str::parse::<f64>`, and once more without underscores: pydantic-core, src/input/shared.rs, str_as_float. */
export function floatFromText(text: string): number | undefined {
  return parseFloatText(trim(text)) ?? parseFloatText(withoutUnderscores(text) ?? '');
}

function parseFloatText(text: string): number | undefined {
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  const special = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text);
  if (!special) return undefined;
  const [, sign, name = ''] = special;
  const value = name.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
  return sign === '-' ? -value : value;
}

/** pydantic-core, src/input/shared.rs, str_as_int: as it stands first, so that only a plain number can be too long. */
export function integerFromText(text: string): bigint | 'too long' | undefined {
  const plain = plainInteger(text);
  if (plain !== undefined) return plain;
  const cleaned = cleanedInteger(text);
  const value = cleaned === undefined ? undefined : plainInteger(cleaned);
  return value === 'too long' ? undefined : value;
}

/** Counts the sign as a digit and gives up at the limit, whatever may follow, as the number parser of pydantic-core does. */
function plainInteger(text: string): bigint | 'too long' | undefined {
  const run = /^-?(?:0|[1-9]\d*)/.exec(text)?.[0];
  if (run === undefined) return undefined;
  if (run.length > maxIntegerDigits) return 'too long';
  return run === text ? BigInt(run) : undefined;
}

/** pydantic-core, src/input/shared.rs, clean_int_str: drops space, plus sign, leading zeros, `.000` and underscores. */
function cleanedInteger(text: string): string | undefined {
  let rest = trim(text);
  if (rest.startsWith('+')) {
    rest = rest.slice(1);
    if (rest.startsWith('-')) return undefined;
  }
  const sign = rest.startsWith('-') ? '-' : '';
  if (sign) {
    rest = rest.slice(1);
    if (/^[-+]/.test(rest)) return undefined;
  }
  const digits = withoutLeadingZeros(rest)?.replace(/^([^.]*)\.0+$/, '$1');
  return digits === undefined ? undefined : sign + (withoutUnderscores(digits) ?? digits);
}

function withoutLeadingZeros(text: string): string | undefined {
  if (/^[1-9]/.test(text)) return text;
  const zeros = /^0[0_]*/.exec(text)?.[0];
  if (zeros === undefined) return undefined;
  const next = text[zeros.length];
  if (next === undefined || next === '.') return text.slice(zeros.length - 1);
  return /[1-9-]/.test(next) ? text.slice(zeros.length) : undefined;
}

/** Undefined where there is none, or one in a place Python does not allow. */
function withoutUnderscores(text: string): string | undefined {
  if (text.startsWith('_') || text.endsWith('_') || text.includes('__') || !text.includes('_')) return undefined;
  return text.replaceAll('_', '');
}

/** Rust trims what Unicode calls white space, a slightly different set from JavaScript's. */
function trim(text: string): string {
  return strip(text, (char) => /\p{White_Space}/u.test(char));
}
