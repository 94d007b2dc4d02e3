/** Decides from a request's first lines whether it is for the demo at all; only then is it routed. */

export const maxBodyBytes = 1024 * 1024;

export interface Refusal {
  readonly status: 400 | 403 | 413;
  readonly detail: string;
}

export const bodyTooLarge: Refusal = { status: 413, detail: 'A request body may have at most 1 MB here.' };
const foreignHost: Refusal = {
  status: 403,
  detail: 'This demo server only answers requests addressed to 127.0.0.1 or localhost.',
};
const foreignOrigin: Refusal = {
  status: 403,
  detail: 'This demo server does not answer web pages of other origins.',
};
const invalid: Refusal = { status: 400, detail: 'Invalid HTTP request received.' };

export interface FirstLines {
  readonly target: string;
  readonly httpVersion: string;
  /** The values of all headers of a name in lower case. */
  readonly headers: (name: string) => readonly string[];
}

/**
 * Why a request is not for the app. A name that was rebound to 127.0.0.1 shows in Host, a page of another site in Origin;
 * Host and Origin may name any port, as long as it is the same, because remote windows forward ours to another.
 */
export function refusalOf({ target, httpVersion, headers }: FirstLines): Refusal | undefined {
  const hosts = headers('host');
  const [host = ''] = hosts;
  const [origin] = headers('origin');
  const [contentLength] = headers('content-length');
  // HTTP/1.1 asks for exactly one.
  if (hosts.length > 1 || (hosts.length === 0 && httpVersion !== '1.0')) return invalid;
  // Node knows more codings than h11, which reads for uvicorn.
  const codings = headers('transfer-encoding');
  if (codings.length > 1 || codings.some((coding) => coding.toLowerCase() !== 'chunked')) return invalid;
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/i.test(host)) return foreignHost;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return foreignOrigin;
  // A page that embeds an address of ours sends no Origin with GET, but browsers say so here. Following a link is fine.
  const [site] = headers('sec-fetch-site');
  const [mode] = headers('sec-fetch-mode');
  if ((site === 'cross-site' || site === 'same-site') && mode !== 'navigate') return foreignOrigin;
  if (contentLength !== undefined && Number(contentLength) > maxBodyBytes) return bodyTooLarge;
  // Node lets a target have bytes that are no ASCII, and h11 does not.
  return /^[\x21-\x7e]+$/.test(target) ? undefined : invalid;
}
