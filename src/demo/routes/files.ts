/** The path operation on a file: parts of it, and nothing where it has not changed. */

import { type FastApi, HTTPException, header, respondText } from '../fastapi';
import { stripHeader } from '../strip';

/** Plain ASCII, so that a position in the text is one in the bytes. */
const sample = 'HTTP status codes say how a request went, before anybody reads the answer.\n';
const sampleEtag = '"sample-1"';

type RequestedRange = readonly [first: number, last: number] | 'everything' | 'not satisfiable';

export function addFiles(app: FastApi): void {
  app.get('/files/sample', (c) => {
    const headers = { ETag: sampleEtag, 'Accept-Ranges': 'bytes' };
    const ifNoneMatch = header(c, 'if-none-match');
    if (ifNoneMatch !== null && isListed(sampleEtag, ifNoneMatch)) return respondText(null, 304, headers);
    // If-Range: a part only of the version that the client has a part of already.
    const wantsPart = [null, sampleEtag].includes(header(c, 'if-range'));
    const part = wantsPart ? requestedRange(header(c, 'range'), sample.length) : 'everything';
    if (part === 'not satisfiable') {
      const contentRange = { 'Content-Range': `bytes */${sample.length}` };
      throw new HTTPException(416, 'The file ends before this range', { ...headers, ...contentRange });
    }
    if (part === 'everything') return respondText(sample, 200, headers);
    const [first, last] = part;
    const contentRange = { 'Content-Range': `bytes ${first}-${last}/${sample.length}` };
    return respondText(sample.slice(first, last + 1), 206, { ...headers, ...contentRange });
  });
}

/**
 * The bytes of `bytes=0-9`, `bytes=10-` or `bytes=-5`.
 * Everything where it is none of these: a server may ignore a range, and does where it cannot read it.
 */
function requestedRange(value: string | null, size: number): RequestedRange {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(value ?? '');
  const [, start = '', end = ''] = match ?? [];
  if (!match || start + end === '' || (start + end).length > 30) return 'everything';
  const first = start ? Number(start) : Math.max(size - Number(end), 0);
  const last = start && end ? Math.min(Number(end), size - 1) : size - 1;
  if (start && end && BigInt(end) < BigInt(start)) return 'everything';
  if (first >= size || (!start && Number(end) === 0)) return 'not satisfiable';
  return [first, last];
}

/** Whether a client has this version already; W/ makes no difference here (RFC 9110 13.1.2). */
function isListed(etag: string, ifNoneMatch: string): boolean {
  const tags = ifNoneMatch.split(',').map((tag) => stripHeader(tag).replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
