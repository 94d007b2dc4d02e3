/** Django with Django REST framework as a table. */

import type {
  AnswerRequest,
  ContentEffect,
  Created,
  Framework,
  InheritedHandlers,
  StatusPosition,
  StatusValidity,
} from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { djangoRestStatus, httpStatus } from '../constantFamilies';
import { at, plainAnswers, plainClasses, plainRouting } from '../defaults';

import { fString, hasParameters, pythonRequest } from '../locations';
import { keywordResponses } from '../responseRecipes';
import { lowerVerbs } from '../verbs';

/** Response classes with their own default status (django/http/response.py, rest_framework/response.py). */
const responseClasses = {
  Response: 200,
  HttpResponse: 200,
  JsonResponse: 200,
  StreamingHttpResponse: 200,
  FileResponse: 200,
  TemplateResponse: 200,
  render: 200,
  redirect: 302,
  render_to_response: 200,
  get_paginated_response: 200,
  HttpResponseRedirect: 302,
  HttpResponsePermanentRedirect: 301,
  HttpResponseNotModified: 304,
  HttpResponseBadRequest: 400,
  HttpResponseForbidden: 403,
  HttpResponseNotFound: 404,
  HttpResponseNotAllowed: 405,
  HttpResponseGone: 410,
  HttpResponseServerError: 500,
} as const;

const positions: readonly StatusPosition[] = [
  // `Response(data, status)` of REST framework; Django's own classes take the content type there.
  { name: 'Response', of: 'framework', at: { index: 1, keyword: 'status' }, role: 'returned' },
  { name: 'HttpResponse', of: 'framework', at: { index: 2, keyword: 'status' }, role: 'returned' },
  { name: 'render', of: 'framework', at: { index: 4, keyword: 'status' }, role: 'returned' },
  { name: 'status_code', of: 'response', at: { assigned: true }, role: 'returned' },
  ...Object.keys(responseClasses).map(
    (name): StatusPosition => ({ name, of: 'framework', at: { keyword: 'status' }, role: 'returned' }),
  ),
];

/** django/http, django/core/exceptions.py, rest_framework/exceptions.py; REST framework may turn the 401 into 403. */
const exceptions = {
  Http404: 404,
  PermissionDenied: 403,
  SuspiciousOperation: 400,
  BadRequest: 400,
  ValidationError: 400,
  ParseError: 400,
  AuthenticationFailed: 401,
  NotAuthenticated: 401,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  UnsupportedMediaType: 415,
  Throttled: 429,
  APIException: 500,
} as const;

/** rest_framework/generics.py, viewsets.py and mixins.py */
const inherited: InheritedHandlers = {
  classes: {
    CreateAPIView: ['create'],
    ListAPIView: ['list'],
    RetrieveAPIView: ['retrieve'],
    DestroyAPIView: ['destroy'],
    UpdateAPIView: ['update', 'partial_update'],
    ListCreateAPIView: ['list', 'create'],
    RetrieveUpdateAPIView: ['retrieve', 'update', 'partial_update'],
    RetrieveDestroyAPIView: ['retrieve', 'destroy'],
    RetrieveUpdateDestroyAPIView: ['retrieve', 'update', 'partial_update', 'destroy'],
    ReadOnlyModelViewSet: ['list', 'retrieve'],
    ModelViewSet: ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'],
  },
  mixins: {
    CreateModelMixin: ['create'],
    ListModelMixin: ['list'],
    RetrieveModelMixin: ['retrieve'],
    UpdateModelMixin: ['update', 'partial_update'],
    DestroyModelMixin: ['destroy'],
  },
  completes: /ViewSet$/,
  status: { create: 201, destroy: 204 },
  callsOn: { partial_update: 'update' },
  needs: ['queryset', 'get_queryset', 'serializer_class', 'get_serializer_class'],
  methodsAttribute: 'http_method_names',
};

const sent =
  'Django sends it, so that clients may take it for the start of the next answer; its test client hides that.';

/** REST framework's `Response` writes nothing for `None` alone (rest_framework/renderers.py); `JsonResponse` always writes. */
const withoutContent: readonly ContentEffect[] = [
  { codes: ['1xx', 204, 304], calls: ['Response'], counts: 'not null', severity: 'error', effect: sent },
  { codes: ['1xx', 204, 304], calls: ['JsonResponse'], counts: 'anything', severity: 'error', effect: sent },
  { codes: ['1xx', 204, 304], calls: ['HttpResponse'], counts: 'not empty', severity: 'error', effect: sent },
  {
    codes: [205],
    calls: ['Response', 'JsonResponse', 'HttpResponse'],
    counts: 'not empty',
    severity: 'warning',
    effect: 'Django sends it all the same.',
  },
];

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'HttpResponse',
    of: 'framework',
    index: 1,
    effect:
      'The second argument of HttpResponse is the content type: the client gets 200, with the number as its type.',
    anyway: 200,
    repair: { by: 'keyword', keyword: 'status' },
  },
  {
    name: 'HttpResponse',
    of: 'framework',
    index: 0,
    arity: 1,
    anyway: 200,
    effect: 'The first argument of HttpResponse is the content: the client gets 200, with the number as its text.',
    repair: { by: 'keyword', keyword: 'status' },
  },
  {
    name: 'JsonResponse',
    of: 'framework',
    index: 1,
    effect: 'The second argument of JsonResponse is the encoder: it raises TypeError, and the client gets 500.',
    repair: { by: 'keyword', keyword: 'status' },
  },
  {
    name: 'render',
    of: 'framework',
    index: 3,
    anyway: 200,
    effect: 'The fourth argument of render is the content type: the client gets 200, with the number as its type.',
    repair: { by: 'keyword', keyword: 'status' },
  },
  {
    name: 'Response',
    of: 'framework',
    index: 0,
    arity: 1,
    anyway: 200,
    effect: 'The first argument of Response is the data: the client gets 200, with the number as the body.',
    repair: { by: 'keyword', keyword: 'status' },
  },
  // rest_framework/exceptions.py: the second argument is called code, and is a word such as `invalid`.
  ...Object.entries({
    APIException: 500,
    ValidationError: 400,
    ParseError: 400,
    PermissionDenied: 403,
    NotFound: 404,
  }).map(
    ([name, status]): MisplacedStatus => ({
      name,
      of: 'framework',
      module: 'rest_framework',
      index: 1,
      keyword: 'code',
      anyway: status,
      effect: `This argument of ${name} is a word for the kind of error: the client gets ${status} all the same. The status is the attribute status_code of the class.`,
      repair: null,
    }),
  ),
];

/** django/http/response.py, HttpResponseBase. */
const validity: readonly StatusValidity[] = [
  {
    takes: [[100, 599]],
    otherwise: 'Django takes 100 to 599 only: it raises ValueError, and the client gets 500.',
    string: null,
  },
];

/** `request.path` has what the URLs are included under, and the slash that Django insists on. */
function locationOf(request: AnswerRequest, created: Created): string | null {
  const name = pythonRequest(request, null);
  return name && !hasParameters(request.route) ? fString(`${name}.path`, request.route, created, true) : null;
}

export const django: Framework = {
  id: 'django',
  name: 'Django',
  language: 'python',
  modules: ['django', 'rest_framework'],
  rivals: [],
  queries: [],
  routing: {
    ...plainRouting,
    shapes: ['decorators', 'class methods'],
    registration: 'bare-decorator',
    verbs: {
      ...lowerVerbs,
      list: 'GET',
      retrieve: 'GET',
      create: 'POST',
      update: 'PUT',
      partial_update: 'PATCH',
      destroy: 'DELETE',
    },
    generic: ['api_view', 'action', 'require_http_methods'],
    notRegistering: ['django.contrib.admin.action', 'django.contrib.admin.decorators.action'],
    methodsKeyword: 'methods',
    classes: { ...plainClasses, bases: /(?:View|ViewSet|Api|API)$/, adapter: 'as_view', inherited },
    apart: [
      // django/urls/conf.py: the view says its methods.
      { name: 'path', of: 'framework', path: at(0, 'route'), handler: at(1, 'view'), methods: 'handler' },
    ],
    plainDecorators: { require_POST: ['POST'], require_GET: ['GET'], require_safe: ['GET', 'HEAD'] },
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the view raises what nothing catches', scope: 'handler' },
    { code: 404, when: 'no pattern fits the address', scope: 'path' },
    { code: 405, when: 'the view does not take the method, with `Allow`', scope: 'path' },
    { code: 400, when: 'a serializer of REST framework refuses the data with `raise_exception=True`', scope: 'option' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    returnsResponse: true,
    responseClasses,
    statusProperty: 'status_code',
    contentKeywords: ['content', 'data'],
    withoutContent,
  },
  constants: [djangoRestStatus, httpStatus],
  exceptions,
  recipes: keywordResponses(
    'django.http',
    {
      Response: 'Response',
      HttpResponse: 'HttpResponse',
      JsonResponse: 'HttpResponse',
    },
    locationOf,
  ),
  // django/db/models: every model has a primary key, whatever it is called.
  made: { by: /^(?:await )?[\w.]+\.objects\.a?create\(/, field: 'pk' },
  ownHeaders: [
    // rest_framework/views.py: every answer has Allow, and failed authentication its challenge.
    { code: 401, calls: ['NotAuthenticated', 'AuthenticationFailed'] },
    { code: 405, calls: ['Response', 'MethodNotAllowed', 'HttpResponseNotAllowed'] },
    { code: 405, calls: ['HttpResponse', 'JsonResponse'], beside: 'rest_framework' },
  ],
};
