/** The words people have in mind when they look for a status code, by code; the names that codes bear are not repeated. */

import { t } from '../../text';

/**
 * In small letters, without punctuation. A phrase that stands here as a whole counts for more than one that begins with
 * it, so a word that fits several codes stands alone only at the one it fits best.
 */
const written: Readonly<Record<number, string>> = {
  100: 'go ahead, expect header, send the body, large upload',
  101: 'websocket, web socket, upgrade connection, change protocol, handshake',
  102: 'still working, in progress, webdav',
  103: 'preload, preconnect, link header',
  104: 'resumable upload, resume upload, interrupted upload',
  200: 'success, successful, fine, worked, done, list, read, empty list, no results, updated',
  201: 'new resource, made, added, inserted, saved, registered, signed up, sign up, post, upload done',
  202: `
    queue, queued, background job, background task, async, asynchronous, later, pending, long running, scheduled,
    started, job, task, not finished yet`,
  203: 'transforming proxy, changed by a proxy, modified content',
  204: `
    no body, without a body, nothing to send, nothing to say, empty, empty body, deleted, delete, removed,
    preflight, saved without a body, void`,
  205: 'clear the form, reset the form, empty form',
  206: `
    range, byte range, partial download, resume download, chunk of a file, part of a file, video streaming, seek`,
  207: 'batch, bulk, several results, mixed results, partial success, webdav',
  208: 'webdav, listed already',
  226: 'delta, diff, instance manipulation',
  300: 'several versions, choice, pick one',
  301: `
    redirect for good, permanent redirect to get, moved, new address, new domain, renamed, seo, url changed,
    redirect permanently`,
  302: 'redirect, temporary redirect to get, redirect to login, elsewhere for now',
  303: `
    redirect after post, post redirect get, prg, redirect to get, redirect to the result, form sent, job done,
    result elsewhere`,
  304: `
    unchanged, no change, not changed, cache, cached, etag, if none match, if modified since, conditional get, up to
    date, fresh`,
  305: 'proxy',
  306: 'proxy',
  307: `
    redirect and keep the method, redirect same method, redirect post, trailing slash, hsts, redirect keeping the
    method for now`,
  308: `
    redirect for good and keep the method, moved endpoint, permanent redirect of a post, new api address, redirect
    permanently same method`,
  400: `
    invalid, invalid request, invalid input, malformed, bad json, invalid json, syntax error, missing parameter,
    missing field, wrong parameter, bad input, cannot parse, parse error, client mistake, validation failed`,
  401: `
    not logged in, login, log in, login required, sign in, signed out, not signed in, logged out, unauthenticated,
    not authenticated, authentication, authenticate, token expired, expired token, invalid token, missing token, no
    token, bearer, jwt, wrong password, bad credentials, credentials, api key, session expired, who are you`,
  402: `
    pay, pay first, billing, subscription, plan expired, out of credits, quota used up, unpaid, card declined`,
  403: `
    not allowed, no permission, permission denied, permission, permissions, access denied, denied, no access, not
    authorized, authorization, missing role, role, admins only, admin only, csrf, blocked, banned, refused,
    insufficient rights, insufficient scope, not your own, ip blocked`,
  404: `
    missing, no such, no such item, does not exist, doesnt exist, unknown id, unknown, not there, nothing here,
    cannot find, no match, wrong url, wrong id, none, null, hide existence`,
  405: `
    wrong method, method, method not supported, read only, allow header, wrong verb, cannot post, cannot delete`,
  406: `
    accept header, accept, content negotiation, wrong format asked for, language not available, format not available`,
  407: 'proxy login, proxy sign in',
  408: 'client too slow, slow client, slow upload, idle connection, request took too long',
  409: `
    duplicate, duplicated, already exists, exists already, taken, already taken, name in use, in use, unique
    constraint, unique, uniqueness, edit conflict, clash, collision, concurrent edit, wrong state, state, already
    done, already paid, already registered, email taken, outdated version, still referenced`,
  410: `
    removed for good, deleted for good, deleted permanently, retired, sunset, discontinued, link expired, expired
    link, expired, no longer available, no longer exists, old api version, soft deleted`,
  411: 'content length, chunked upload',
  412: `
    if match, etag mismatch, etag does not match, optimistic locking, lost update, version mismatch, stale version,
    condition failed, if unmodified since, changed meanwhile`,
  413: `
    too large, too big, file too large, file too big, upload too large, body too large, size limit, upload limit,
    max size, too much data`,
  414: 'url too long, query too long, address too long',
  415: `
    content type, mime type, wrong content type, wrong format, wrong file type, file type, not json, json expected,
    media type, unsupported format, content encoding`,
  416: 'out of range, beyond the end, invalid range, wrong range, bad offset',
  417: 'expect header',
  418: 'tea, coffee, joke, april fool, april fools, i am a teapot, easter egg, brew',
  421: 'wrong server, wrong host, tls host, sni',
  422: `
    validation, validation error, validate, invalid value, invalid values, wrong value, semantic error, schema,
    pydantic, unprocessable, invalid field, invalid data, business rule, constraint, out of bounds, negative price,
    form errors`,
  423: 'lock, locked by someone, checked out, webdav, account locked, being edited',
  424: 'dependency, earlier step failed, previous step failed, webdav',
  425: 'replay, early data, 0 rtt, zero rtt',
  426: 'upgrade protocol, needs tls, needs https, websocket only',
  428: `
    if match missing, missing condition, if match required, etag required, conditional request, condition missing,
    send the version`,
  429: `
    rate limit, rate limited, rate limiting, throttle, throttled, throttling, too often, too fast, slow down, quota,
    quota exceeded, limit, limit reached, limit exceeded, spam, wait, flood, brute force, too many attempts, retry
    after, cooldown`,
  431: 'headers too large, cookie too large, cookies too large, cookie, header too long',
  451: `
    legal, law, censored, censorship, copyright, dmca, court order, gdpr, geo blocked, country blocked, takedown,
    embargo`,
  500: `
    crash, crashed, bug, exception, unexpected error, unhandled, broken, server error, our fault, something went
    wrong, panic, oops, failure, unknown error`,
  501: `
    not supported, unsupported, todo, to do, stub, not built yet, not ready, coming soon, unknown method`,
  502: `
    gateway, upstream error, upstream failed, upstream, backend failed, other service failed, third party failed,
    bad answer, invalid response, proxy error, external api failed`,
  503: `
    maintenance, down, overload, overloaded, busy, unavailable, offline, temporarily unavailable, try again later,
    database down, starting up, not ready yet, health check failed, readiness, capacity, outage, circuit breaker`,
  504: `
    timeout, time out, timed out, upstream timeout, upstream too slow, backend timeout, other service too slow, no
    answer in time, third party too slow`,
  505: 'http version, http2, old http',
  506: 'negotiation, configuration error',
  507: 'disk full, no space, out of space, storage full, out of disk, webdav, storage quota',
  508: 'loop, infinite loop, recursion, cycle, webdav',
  510: 'extension, missing extension',
  511: 'captive portal, wifi login, wifi, hotspot, hotel',
  419: 'csrf token, csrf mismatch',
  420: 'rate limit',
  440: 'session ended, session timeout',
  444: 'close the connection, hang up',
  498: 'token invalid',
  499: 'client gone, client disconnected, aborted, cancelled by the client',
  509: 'traffic used up',
  529: 'overloaded',
  599: 'network error',
};

/** The phrases of each code as one text, to be translated as such. */
export const everydayTexts: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(written).map(([code, phrases]) => [code, phrases.trim().replaceAll(/\s+/g, ' ')]),
);

/** The phrases of each code, one by one. */
export const everydayWords: Readonly<Record<number, readonly string[]>> = Object.fromEntries(
  Object.entries(everydayTexts).map(([code, phrases]) => [code, phrases.split(', ')]),
);

/** Those of the user's language; none where that is English. */
export function ownEverydayWords(code: number): readonly string[] {
  const english = everydayTexts[code];
  const own = english && t(english);
  return own && own !== english ? own.split(/\s*[,\uff0c\u3001]\s*/) : [];
}

/** The codes of daily work in about the order in which they are needed, to settle which of two alike comes first. */
export const everydayCodes: readonly number[] = [
  200, 404, 201, 400, 401, 403, 204, 422, 409, 500, 429, 202, 503, 405, 302, 301, 304, 303, 307, 308, 410, 415, 413,
  412, 502, 504, 501, 428, 206, 406, 402, 451, 418, 408, 416, 423, 507, 207, 431, 414, 511, 508,
];
