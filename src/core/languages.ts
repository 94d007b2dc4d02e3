/** Which editor languages and file endings we read, and with which grammar. */

import type { Grammar, Language } from './model';

export interface ServedLanguage {
  readonly id: string;
  readonly language: Language;
  readonly grammar: Grammar;
  readonly endings: readonly string[];
}

/** JavaScript is read with the TSX grammar, which accepts all of it and JSX too: one grammar less to load and to ship. */
export const servedLanguages: readonly ServedLanguage[] = [
  { id: 'python', language: 'python', grammar: 'python', endings: ['.py', '.pyi'] },
  { id: 'typescript', language: 'ecmascript', grammar: 'typescript', endings: ['.ts', '.mts', '.cts'] },
  { id: 'typescriptreact', language: 'ecmascript', grammar: 'tsx', endings: ['.tsx'] },
  { id: 'javascript', language: 'ecmascript', grammar: 'tsx', endings: ['.js', '.mjs', '.cjs'] },
  { id: 'javascriptreact', language: 'ecmascript', grammar: 'tsx', endings: ['.jsx'] },
];

export function servedLanguage(languageId: string): ServedLanguage | undefined {
  return servedLanguages.find((served) => served.id === languageId);
}

/** The language of a file by its ending; undefined for a file we do not read. */
export function languageOfPath(path: string): ServedLanguage | undefined {
  return servedLanguages.find((served) => served.endings.some((ending) => path.endsWith(ending)));
}
