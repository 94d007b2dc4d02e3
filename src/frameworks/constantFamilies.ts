/** Families of named status constants: which names each has, which are old, and which one to write for a code. */

import type { ConstantFamily } from '../core/framework';

/** The phrases of the registry in capitals, as most families spell them. */
const standardNames: readonly (readonly [number, string])[] = [
  [100, 'CONTINUE'],
  [101, 'SWITCHING_PROTOCOLS'],
  [102, 'PROCESSING'],
  [103, 'EARLY_HINTS'],
  [200, 'OK'],
  [201, 'CREATED'],
  [202, 'ACCEPTED'],
  [203, 'NON_AUTHORITATIVE_INFORMATION'],
  [204, 'NO_CONTENT'],
  [205, 'RESET_CONTENT'],
  [206, 'PARTIAL_CONTENT'],
  [207, 'MULTI_STATUS'],
  [208, 'ALREADY_REPORTED'],
  [226, 'IM_USED'],
  [300, 'MULTIPLE_CHOICES'],
  [301, 'MOVED_PERMANENTLY'],
  [302, 'FOUND'],
  [303, 'SEE_OTHER'],
  [304, 'NOT_MODIFIED'],
  [305, 'USE_PROXY'],
  [307, 'TEMPORARY_REDIRECT'],
  [308, 'PERMANENT_REDIRECT'],
  [400, 'BAD_REQUEST'],
  [401, 'UNAUTHORIZED'],
  [402, 'PAYMENT_REQUIRED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [405, 'METHOD_NOT_ALLOWED'],
  [406, 'NOT_ACCEPTABLE'],
  [407, 'PROXY_AUTHENTICATION_REQUIRED'],
  [408, 'REQUEST_TIMEOUT'],
  [409, 'CONFLICT'],
  [410, 'GONE'],
  [411, 'LENGTH_REQUIRED'],
  [412, 'PRECONDITION_FAILED'],
  [413, 'CONTENT_TOO_LARGE'],
  [414, 'URI_TOO_LONG'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [416, 'RANGE_NOT_SATISFIABLE'],
  [417, 'EXPECTATION_FAILED'],
  [418, 'IM_A_TEAPOT'],
  [421, 'MISDIRECTED_REQUEST'],
  [422, 'UNPROCESSABLE_CONTENT'],
  [423, 'LOCKED'],
  [424, 'FAILED_DEPENDENCY'],
  [425, 'TOO_EARLY'],
  [426, 'UPGRADE_REQUIRED'],
  [428, 'PRECONDITION_REQUIRED'],
  [429, 'TOO_MANY_REQUESTS'],
  [431, 'REQUEST_HEADER_FIELDS_TOO_LARGE'],
  [451, 'UNAVAILABLE_FOR_LEGAL_REASONS'],
  [500, 'INTERNAL_SERVER_ERROR'],
  [501, 'NOT_IMPLEMENTED'],
  [502, 'BAD_GATEWAY'],
  [503, 'SERVICE_UNAVAILABLE'],
  [504, 'GATEWAY_TIMEOUT'],
  [505, 'HTTP_VERSION_NOT_SUPPORTED'],
  [506, 'VARIANT_ALSO_NEGOTIATES'],
  [507, 'INSUFFICIENT_STORAGE'],
  [508, 'LOOP_DETECTED'],
  [510, 'NOT_EXTENDED'],
  [511, 'NETWORK_AUTHENTICATION_REQUIRED'],
];

/** The module `starlette.status`, which FastAPI hands on as its own. */
export const starletteStatus = family({
  id: 'starlette-status',
  package: 'starlette',
  language: 'python',
  paths: ['fastapi.status', 'starlette.status'],
  members: {
    ...standardMembers((name, code) => `HTTP_${code}_${name}`),
    HTTP_306_RESERVED: 306,
    HTTP_413_REQUEST_ENTITY_TOO_LARGE: 413,
    HTTP_414_REQUEST_URI_TOO_LONG: 414,
    HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: 416,
    HTTP_422_UNPROCESSABLE_ENTITY: 422,
  },
  deprecated: {
    HTTP_413_REQUEST_ENTITY_TOO_LARGE: 'HTTP_413_CONTENT_TOO_LARGE',
    HTTP_414_REQUEST_URI_TOO_LONG: 'HTTP_414_URI_TOO_LONG',
    HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: 'HTTP_416_RANGE_NOT_SATISFIABLE',
    HTTP_422_UNPROCESSABLE_ENTITY: 'HTTP_422_UNPROCESSABLE_CONTENT',
  },
  deprecation: 'Starlette warns whenever a program reads the old name.',
  since: {
    HTTP_413_CONTENT_TOO_LARGE: '0.48.0',
    HTTP_414_URI_TOO_LONG: '0.48.0',
    HTTP_416_RANGE_NOT_SATISFIABLE: '0.48.0',
    HTTP_422_UNPROCESSABLE_CONTENT: '0.48.0',
  },
});

/** The spelling of Starlette, with the names from before RFC 9110 for the four codes it renamed. */
const underscoredOldNames = {
  ...standardMembers((name, code) => `HTTP_${code}_${name}`, [413, 414, 416, 422]),
  HTTP_306_RESERVED: 306,
  HTTP_413_REQUEST_ENTITY_TOO_LARGE: 413,
  HTTP_414_REQUEST_URI_TOO_LONG: 414,
  HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: 416,
  HTTP_422_UNPROCESSABLE_ENTITY: 422,
};

/** `rest_framework.status` of Django REST framework (rest_framework/status.py). */
export const djangoRestStatus = family({
  id: 'django-rest-status',
  package: 'djangorestframework',
  language: 'python',
  paths: ['rest_framework.status'],
  members: { ...underscoredOldNames, HTTP_509_BANDWIDTH_LIMIT_EXCEEDED: 509 },
});

/** `litestar.status_codes` (litestar/status_codes.py). */
export const litestarStatus = family({
  id: 'litestar-status',
  package: 'litestar',
  bare: true,
  language: 'python',
  paths: ['litestar.status_codes'],
  members: { ...underscoredOldNames, HTTP_499_CLIENT_CLOSED_REQUEST: 499 },
});

/** The enum of NestJS (@nestjs/common enums/http-status.enum): old names, two of its own, eleven codes missing. */
export const nestStatus = family({
  id: 'nest-status',
  package: '@nestjs/common',
  language: 'ecmascript',
  paths: ['@nestjs/common.HttpStatus'],
  members: {
    ...standardMembers(
      (name) => name,
      [103, 226, 300, 305, 306, 413, 414, 416, 418, 421, 422, 425, 426, 431, 451, 506, 510, 511],
    ),
    EARLYHINTS: 103,
    CONTENT_DIFFERENT: 210,
    AMBIGUOUS: 300,
    PAYLOAD_TOO_LARGE: 413,
    URI_TOO_LONG: 414,
    REQUESTED_RANGE_NOT_SATISFIABLE: 416,
    I_AM_A_TEAPOT: 418,
    MISDIRECTED: 421,
    UNPROCESSABLE_ENTITY: 422,
    UNRECOVERABLE_ERROR: 456,
  },
});

/** Python's own `http.HTTPStatus`; 3.13 added the names of RFC 9110 and keeps the old ones without deprecating them. */
export const httpStatus = family({
  id: 'python-http-status',
  package: 'python',
  plain: false,
  language: 'python',
  paths: ['http.HTTPStatus'],
  members: {
    ...standardMembers((name) => name),
    REQUEST_ENTITY_TOO_LARGE: 413,
    REQUEST_URI_TOO_LONG: 414,
    REQUESTED_RANGE_NOT_SATISFIABLE: 416,
    UNPROCESSABLE_ENTITY: 422,
  },
  since: {
    CONTENT_TOO_LARGE: '3.13',
    URI_TOO_LONG: '3.13',
    RANGE_NOT_SATISFIABLE: '3.13',
    UNPROCESSABLE_CONTENT: '3.13',
  },
});

/** The enum of the npm package http-status-codes, with its own names for five codes and none for six. */
export const httpStatusCodes = family({
  id: 'http-status-codes',
  package: 'http-status-codes',
  language: 'ecmascript',
  introduced: '2.0.0',
  // stoker hands the same names on as a module of its own.
  paths: ['http-status-codes.StatusCodes', 'stoker/http-status-codes'],
  members: {
    ...standardMembers((name) => name, [208, 226, 302, 413, 414, 416, 422, 425, 506, 508, 510]),
    MOVED_TEMPORARILY: 302,
    REQUEST_TOO_LONG: 413,
    REQUEST_URI_TOO_LONG: 414,
    REQUESTED_RANGE_NOT_SATISFIABLE: 416,
    INSUFFICIENT_SPACE_ON_RESOURCE: 419,
    METHOD_FAILURE: 420,
    UNPROCESSABLE_ENTITY: 422,
  },
});

const missingFromLegacy: readonly number[] = [103, 421, 424, 426, 451];

/**
 * The default export of the same package, also reached through its namespace and `require`. The package marks all of it
 * as deprecated in favour of `StatusCodes`; its names are the same, so there is no newer name inside this family.
 */
export const httpStatusCodesLegacy = family({
  id: 'http-status-codes-legacy',
  package: 'http-status-codes',
  language: 'ecmascript',
  paths: ['http-status-codes', 'http-status-codes.default'],
  members: Object.fromEntries(
    Object.entries(httpStatusCodes.members).filter(([, code]) => !missingFromLegacy.includes(code)),
  ),
  // The module has it beside its default export, and in version 1 the two were the same.
  elsewhere: ['FAILED_DEPENDENCY'],
});

/** The npm package http-status: its first version is the object of names, its second has it as `default` and `status`. */
export const npmHttpStatus = family({
  id: 'npm-http-status',
  package: 'http-status',
  language: 'ecmascript',
  paths: ['http-status'],
  importedPaths: ['http-status.status', 'http-status.default'],
  movedInto: { member: 'status', since: { package: 'http-status', version: '2.0.0' } },
  members: {
    ...standardMembers((name) => name, [413, 414, 416, 422]),
    SWITCH_PROXY: 306,
    REQUEST_ENTITY_TOO_LARGE: 413,
    REQUEST_URI_TOO_LONG: 414,
    REQUESTED_RANGE_NOT_SATISFIABLE: 416,
    UNPROCESSABLE_ENTITY: 422,
  },
});

/**
 * `HttpStatusCode` of axios (lib/helpers/HttpStatusCode.js), with which clients say what they were answered. Projects
 * have enums of their own under that name.
 */
export const axiosStatus = family({
  id: 'axios-http-status-code',
  package: 'axios',
  language: 'ecmascript',
  paths: [],
  importedPaths: ['axios.HttpStatusCode'],
  members: {
    ...standardMembers((name) =>
      name.replace(/(?:^|_)([A-Z])([A-Z]*)/g, (_, first: string, rest: string) => first + rest.toLowerCase()),
    ),
    Unused: 306,
    PayloadTooLarge: 413,
    UnprocessableEntity: 422,
    WebServerReturnsAnUnknownError: 520,
    WebServerIsDown: 521,
    ConnectionTimedOut: 522,
    OriginIsUnreachable: 523,
    TimeoutOccurred: 524,
    SslHandshakeFailed: 525,
    InvalidSslCertificate: 526,
  },
  deprecated: { PayloadTooLarge: 'ContentTooLarge', UnprocessableEntity: 'UnprocessableContent' },
});

function standardMembers(
  spell: (name: string, code: number) => string,
  except: readonly number[] = [],
): Record<string, number> {
  return Object.fromEntries(
    standardNames.filter(([code]) => !except.includes(code)).map(([code, name]) => [spell(name, code), code]),
  );
}

/** What a family has to say; the rest is as most have it. */
type FamilyData = Pick<ConstantFamily, 'id' | 'language' | 'paths' | 'members' | 'package'> & Partial<ConstantFamily>;

/**
 * Adds the choice of a name: never a deprecated one, and one that every version has before one that needs a newer
 * version, because a name the installed version lacks is an error when the program runs.
 */
function family(data: FamilyData): ConstantFamily {
  // Without a prototype, so that a look-up of `constructor` or `toString` finds nothing.
  const members: Record<string, number> = Object.assign(Object.create(null), data.members);
  const { deprecated = {}, since = {} } = data;
  return {
    deprecation: '',
    plain: true,
    bare: false,
    introduced: null,
    ...data,
    members,
    deprecated,
    since,
    preferred(code) {
      const names = Object.keys(members).filter((name) => members[name] === code && !(name in deprecated));
      return names.find((name) => !(name in since)) ?? names[0];
    },
  };
}
