/** What a mirror needs to know of the routes of a file, so that it can answer as their code says before anybody runs it. */

import type { Route, Scan } from '../model';
import { sampleOf } from './samples';
import { schemaSample } from './schemaSamples';

export interface MirroredRoute {
  readonly method: string;
  /** With parameters in braces; `{*rest}` takes what is left of the path. */
  readonly path: string;
  /** All that it may answer: what a success is first. */
  readonly statuses: readonly [number, ...number[]];
  /** JSON that a success has as its body; null where the code does not show what it looks like. */
  readonly sample: string | null;
  /** Handler, file and line. */
  readonly from: string;
}

/** `file` is how the file is called in front of people; `imported` the text of the modules that it has models from. */
export function mirroredRoutes(scan: Scan, text: string, file: string, imported = ''): readonly MirroredRoute[] {
  return scan.routes.flatMap((route, index) => {
    if (route.path === null) return [];
    const line = text.slice(0, route.head.start).split('\n').length;
    const statuses = statusesOf(route, scan, index);
    return {
      method: route.method,
      path: templateOf(route.path),
      statuses,
      sample: modelOf(route, scan, statuses[0], text, imported),
      from: `${route.handler ? `${route.handler}, ` : ''}${file}:${line}`,
    };
  });
}

/** What a client sees on success, then all else that the route names. */
function statusesOf({ effective, unsaid }: Route, { uses }: Scan, index: number): readonly [number, ...number[]] {
  const others = uses
    .filter(({ route, role }) => route === index && ['returned', 'raised', 'documented'].includes(role))
    .map(({ code }) => code)
    .sort((a, b) => a - b);
  const codes = [...new Set([...effective, ...others].filter((code) => code >= 200))];
  const isError = (code: number) => code >= 400;
  const [first = unsaid ?? 200, ...rest] = [...codes.filter((code) => !isError(code)), ...codes.filter(isError)];
  return [first, ...rest];
}

/** The path in one spelling: `{id}`, `<int:id>`, `:id` and `[id]` are the same. */
export function templateOf(path: string): string {
  const template = path
    .replace(/\[\[?\.\.\.(\w+)\]\]?/g, '{*$1}')
    .replace(/\[(\w+)\]/g, '{$1}')
    .replace(/<(?:path:)(\w+)>|\{(\w+):path\}/g, (_, flask?: string, starlette?: string) => `{*${flask ?? starlette}}`)
    .replace(/<(?:\w+(?:\([^)]*\))?:)?(\w+)>/g, '{$1}')
    .replace(/\{(\w+):[^{}]*\}/g, '{$1}')
    .replace(/:(\w+)(?:\([^)]*\))?[?+*]?/g, '{$1}')
    .replace(/\/\*(\w*)$/, (_, name: string) => `/{*${name || 'rest'}}`);
  return template.startsWith('/') ? template : `/${template}`;
}

/** The JSON of the model that a route says it answers: `response_model=`, a schema, else the return type. */
function modelOf(
  { anatomy, head }: Route,
  { language }: Scan,
  status: number,
  text: string,
  imported: string,
): string | null {
  const known = `${text}\n${imported}`;
  if (language === 'ecmascript') {
    const { start, end } = anatomy.registration?.span ?? head;
    const described = schemaSample(text.slice(start, end), status, known);
    if (described !== undefined) return JSON.stringify(described);
  }
  const declared = anatomy.registration?.arguments.find(({ name }) => name === 'response_model');
  const span = declared?.value ?? anatomy.returnType;
  if (!span) return null;
  const sample = sampleOf(text.slice(span.start, span.end), language, known);
  return sample === undefined ? null : JSON.stringify(sample);
}
