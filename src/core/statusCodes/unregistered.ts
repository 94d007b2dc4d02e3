/** Well-known codes outside the IANA registry, each by the meaning its owner gives it. */

import type { Reference, StatusCode } from '../model';
import { unregistered } from './entry';

const aws: Reference = {
  label: 'AWS, Application Load Balancer',
  url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
};
const shopify: Reference = {
  label: 'Shopify, response codes',
  url: 'https://shopify.dev/docs/api/usage/response-codes',
};
const nginxTls: Reference = {
  label: 'nginx, TLS errors',
  url: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors',
};
const cloudflare: Reference = {
  label: 'Cloudflare, 5xx errors',
  url: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
};

export const unregisteredCodes: readonly StatusCode[] = [
  unregistered(210, 'Content Different', 'NestJS', null, {
    beginner: 'The request worked; what exactly 210 adds to that is not defined anywhere.',
    instead: 200,
    advanced:
      'Only a name in the `HttpStatus` enum of NestJS. Clients treat it like 200, so send 200 or a registered code that says more.',
  }),
  unregistered(218, 'This Is Fine', 'Apache', null, {
    beginner: 'A catch-all that passes an error off as a success.',
    advanced:
      'Known from Apache setups in which the proxy would replace the error page of an application. Clients, caches and monitoring count it as success; send the real error instead.',
  }),
  unregistered(419, 'Page Expired', 'Laravel', null, {
    beginner: 'The page was open for too long; reload it and try again.',
    instead: 403,
    advanced:
      'Laravel sends it when the CSRF token of a form does not match; other libraries know the number under other names. In your own API, 401 and 403 cover it.',
    formerPhrases: ['Authentication Timeout', 'Insufficient Space on Resource'],
    retry: 'after reloading the page',
  }),
  unregistered(420, 'Enhance Your Calm', 'Twitter', null, {
    beginner: 'You sent too many requests in a short time; slow down.',
    instead: 429,
    advanced:
      'From the old Twitter API, and still a name in some frameworks; in others 420 is Method Failure. The registered code for a rate limit is 429.',
    formerPhrases: ['Method Failure'],
    retry: 'after a pause',
  }),
  unregistered(430, 'Shopify Security Rejection', 'Shopify', shopify, {
    beginner: 'Shopify refused the request because it looks like an attack.',
    instead: 403,
    advanced:
      'Meant to protect shops from malicious traffic. In your own API, a refusal is 403, a rate limit 429, and too large headers, another use of this number, 431.',
    formerPhrases: ['Request Header Fields Too Large'],
  }),
  unregistered(440, 'Login Time-out', 'Microsoft IIS', null, {
    beginner: 'Your session has ended; sign in again.',
    instead: 401,
    advanced:
      'Known from Microsoft servers. In your own API, send 401 with `WWW-Authenticate`, which every client knows.',
    retry: 'after signing in again',
  }),
  unregistered(
    444,
    'No Response',
    'nginx',
    {
      label: 'nginx, return',
      url: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
    },
    {
      beginner: 'The server hung up without answering.',
      advanced:
        'Exists in nginx configuration and logs only: `return 444` closes the connection, so no client ever receives the number. Used to shake off unwanted traffic.',
    },
  ),
  unregistered(449, 'Retry With', 'Microsoft IIS', null, {
    beginner: 'Something is missing; send the request again with it.',
    instead: 400,
    advanced:
      'An extension of Microsoft servers. In your own API, a missing value is 400 or 422, a missing condition 428, missing credentials 401.',
    retry: 'with the missing information',
  }),
  unregistered(450, 'Blocked by Windows Parental Controls', 'Microsoft', null, {
    beginner: 'Parental controls on a Windows computer block this page.',
    instead: 403,
    advanced:
      'Comes from the filter on that computer, not from the web server. A server that refuses sends 403, on legal demand 451.',
  }),
  unregistered(456, 'Unrecoverable Error', 'NestJS', null, {
    beginner: 'The request failed; what exactly 456 adds to that is not defined anywhere.',
    instead: 400,
    advanced:
      'Only a name in the `HttpStatus` enum of NestJS. Clients treat it like 400, so send a registered code that says what went wrong.',
  }),
  unregistered(460, 'Client Closed Connection', 'AWS', aws, {
    beginner: 'The client hung up before the load balancer could answer.',
    advanced:
      'Seen in logs and metrics of an AWS load balancer, never by the client. A sign that the time-out of the client is shorter than the work takes.',
  }),
  unregistered(463, 'Too Many X-Forwarded-For', 'AWS', aws, {
    beginner: 'The load balancer refused the request: it was passed on too many times.',
    advanced:
      'AWS: more than 30 addresses in `X-Forwarded-For`. Alibaba Cloud uses the number for a request that goes in circles between load balancers.',
    formerPhrases: ['Request Loop Detected'],
  }),
  unregistered(464, 'Incompatible Protocol Versions', 'AWS', aws, {
    beginner: 'The load balancer cannot pass this version of HTTP on to the servers behind it.',
    advanced:
      'AWS: the protocol of the request does not fit the protocol version of the target group, for example HTTP/1.1 sent to a group that is set to gRPC.',
  }),
  unregistered(494, 'Request Header Too Large', 'nginx', null, {
    beginner: 'The headers of the request are too large for nginx.',
    instead: 431,
    advanced:
      'Internal to nginx, for use in `error_page`; unless that says otherwise, the client receives 400. The registered code is 431.',
    retry: 'with smaller headers',
  }),
  unregistered(495, 'SSL Certificate Error', 'nginx', nginxTls, {
    beginner: 'The certificate that the client showed was not accepted.',
    advanced:
      'Internal to nginx, for use in `error_page`; unless that says otherwise, the client receives 400. Only where client certificates are verified.',
  }),
  unregistered(496, 'SSL Certificate Required', 'nginx', nginxTls, {
    beginner: 'The client has to show a certificate and did not.',
    advanced:
      'Internal to nginx, for use in `error_page`; unless that says otherwise, the client receives 400. Only where client certificates are demanded.',
    retry: 'with a client certificate',
  }),
  unregistered(497, 'HTTP Request Sent to HTTPS Port', 'nginx', nginxTls, {
    beginner: 'The client spoke plain HTTP where HTTPS is expected.',
    advanced:
      'Internal to nginx; unless `error_page` says otherwise, the client receives 400. Often used there to redirect to the `https` address.',
    retry: 'over HTTPS',
  }),
  unregistered(498, 'Invalid Token', 'Esri ArcGIS', null, {
    beginner: 'The access token has expired or is not valid.',
    instead: 401,
    advanced:
      'Sent by Esri ArcGIS servers. In your own API, send 401 with `WWW-Authenticate`; for bearer tokens it can carry `error="invalid_token"`.',
    retry: 'with a new token',
  }),
  unregistered(499, 'Client Closed Request', 'nginx', null, {
    beginner: 'The client hung up before the server could answer.',
    advanced:
      'Written to logs by nginx and others; no client receives it, because nobody is left to read it. Esri ArcGIS uses the number for a missing token.',
    formerPhrases: ['Token Required'],
  }),
  unregistered(509, 'Bandwidth Limit Exceeded', 'Apache and cPanel', null, {
    beginner: 'The site has used up the traffic its host allows.',
    instead: 503,
    advanced:
      'From web hosting; several libraries list it, but in the registry the number is unassigned. A limit per client is 429, a server that cannot serve anyone 503.',
  }),
  unregistered(520, 'Web Server Returned an Unknown Error', 'Cloudflare', cloudflare, {
    beginner: 'Cloudflare got an answer from the web server that it cannot use.',
    instead: 502,
    advanced:
      'For example an empty or malformed response, or a connection cut while answering. Look into the logs of your server; the registered counterpart is 502.',
    retry: 'only idempotent requests, such as GET, PUT or DELETE',
  }),
  unregistered(521, 'Web Server Is Down', 'Cloudflare', cloudflare, {
    beginner: 'The web server refused the connection from Cloudflare.',
    advanced: 'Either it is not running, or a firewall turns Cloudflare away. The request never reached your code.',
    retry: 'yes, after a pause',
  }),
  unregistered(522, 'Connection Timed Out', 'Cloudflare', cloudflare, {
    beginner: 'Cloudflare could not get through to the web server in time.',
    advanced:
      'The connection between Cloudflare and the server timed out: overload, a firewall, a wrong address. When the connection stands and only the answer is late, that is 524.',
    retry: 'only idempotent requests, such as GET, PUT or DELETE',
  }),
  unregistered(523, 'Origin Is Unreachable', 'Cloudflare', cloudflare, {
    beginner: 'Cloudflare found no way to the web server.',
    advanced:
      'A routing problem, or a DNS record that points to the wrong address. The request never reached your code.',
    retry: 'yes, after a pause',
  }),
  unregistered(524, 'A Timeout Occurred', 'Cloudflare', cloudflare, {
    beginner: 'The web server took the request from Cloudflare but did not answer in time.',
    instead: 504,
    advanced:
      'The work may still finish, so repeating a POST can do it twice. For long work, answer 202 at once and offer a place to ask how far it is.',
    retry: 'only idempotent requests, such as GET, PUT or DELETE',
  }),
  unregistered(525, 'SSL Handshake Failed', 'Cloudflare', cloudflare, {
    beginner: 'Cloudflare and the web server could not set up a secure connection.',
    advanced:
      'The TLS handshake failed, for example because port 443 is closed, the certificate is missing, or no cipher is shared. The request never reached your code.',
  }),
  unregistered(526, 'Invalid SSL Certificate', 'Cloudflare', cloudflare, {
    beginner: 'Cloudflare does not trust the certificate of the web server.',
    advanced:
      'Only where Cloudflare is set to verify it: the certificate is expired, self-signed or made out for another name. The request never reached your code.',
  }),
  unregistered(527, 'Railgun Error', 'Cloudflare', null, {
    beginner: 'The link between Cloudflare and its accelerator at the web server broke.',
    advanced: 'Railgun, the accelerator, has been retired, so the number only turns up in old logs.',
  }),
  unregistered(529, 'Site Is Overloaded', 'Anthropic', null, {
    beginner: 'The service has more to do than it can take on; try again later.',
    instead: 503,
    advanced:
      'The Anthropic API sends it with the error type `overloaded_error`; a limit of your own is 429 there. In your own API, send 503 with `Retry-After`.',
    retry: 'with growing pauses',
  }),
  unregistered(530, 'Site Is Frozen', 'Pantheon and Cloudflare', null, {
    beginner: 'The site cannot be shown: it is frozen, or its address leads nowhere.',
    advanced:
      'Pantheon sends it for a site frozen for inactivity. Cloudflare sends it around an error of its 1xxx series, whose number stands in the body.',
    formerPhrases: ['Origin DNS Error'],
  }),
  unregistered(540, 'Temporarily Disabled', 'Shopify', shopify, {
    beginner: 'Shopify has switched this endpoint off for a while.',
    instead: 503,
    advanced: 'A promise that it will come back. In your own API, send 503, with `Retry-After` if you know when.',
    retry: 'later',
  }),
  unregistered(561, 'Unauthorized', 'AWS', aws, {
    beginner: 'The service that signs people in reported an error.',
    advanced:
      'AWS: the load balancer signs users in itself, and the identity provider answered with an error code. The servers behind it never saw the request.',
  }),
  unregistered(598, 'Network Read Timeout Error', 'some proxies', null, {
    beginner: 'A proxy waited too long for data from the server behind it.',
    instead: 504,
    advanced: 'An informal convention of some proxies. The registered code is 504.',
    retry: 'only idempotent requests, such as GET, PUT or DELETE',
  }),
  unregistered(599, 'Network Connect Timeout Error', 'some proxies and clients', null, {
    beginner: 'No connection to the server came about in time.',
    instead: 504,
    advanced:
      'An informal convention of some proxies, with 504 as the registered code. Some client libraries report it by themselves when no response arrived at all.',
    retry: 'only idempotent requests, such as GET, PUT or DELETE',
  }),
  unregistered(783, 'Unexpected Token', 'Shopify', shopify, {
    beginner: 'Shopify could not read the JSON it was sent.',
    instead: 400,
    advanced:
      'Outside 100 to 599 and therefore not valid in HTTP: a client SHOULD treat it like a 5xx, and some servers refuse to send it. In your own API, send 400.',
    retry: 'with correct JSON',
  }),
  unregistered(999, 'Request Denied', 'LinkedIn', null, {
    beginner: 'The site takes you for a robot and will not answer.',
    instead: 403,
    advanced:
      'Outside 100 to 599 and therefore not valid in HTTP: a client SHOULD treat it like a 5xx, although the refusal is meant for the client. In your own API, send 403 or 429.',
  }),
];
