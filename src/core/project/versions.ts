/** Compares version numbers, and reads the lowest version that a Python requirement allows. */

interface Version {
  readonly release: readonly number[];
  /** Is it one before the release itself: `1.0rc1`, `2.0.0-beta.3`. */
  readonly early: boolean;
}

/** Is a version of PyPI or npm the wanted one or a later one; false for what is no version. */
export function isAtLeast(version: string, wanted: string): boolean {
  return compareVersions(version, wanted) >= 0;
}

/** Below, at or above zero, as for sorting; what is no version comes before all others. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  if (!left || !right) return Number(left !== null) - Number(right !== null);
  for (let index = 0; index < Math.max(left.release.length, right.release.length); index++) {
    const difference = (left.release[index] ?? 0) - (right.release[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(right.early) - Number(left.early);
}

function parse(text: string): Version | null {
  const match = /^\s*v?(?:\d+!)?(\d+(?:\.\d+)*)(.*)$/i.exec(text);
  if (!match?.[1]) return null;
  return { release: match[1].split('.').map(Number), early: /^[-_.]?(?!post|rev|r\d)[a-z]/i.test(match[2] ?? '') };
}

/** The lowest version that clauses such as `>=0.40,<1` allow (PEP 440), or Poetry's `^0.40`; null where they set no limit. */
export function lowestAllowed(clauses: string): string | null {
  const alternatives = clauses.split('||').map((part) => {
    const limits = part.split(',').flatMap((clause) => lowerLimit(clause.trim()) ?? []);
    return limits.sort(compareVersions).at(-1) ?? null;
  });
  return alternatives.includes(null) ? null : lowestOf(alternatives);
}

function lowerLimit(clause: string): string | null {
  const match = /^(?:~=|={2,3}|>=?|\^|~)?\s*(v?\d[^\s*]*?)(?:\.\*)?$/.exec(clause);
  return match?.[1] ?? null;
}

/** The lowest of the versions that are known; null where none is. */
export function lowestOf(versions: readonly (string | null)[]): string | null {
  return versions.filter((version) => version !== null).sort(compareVersions)[0] ?? null;
}
