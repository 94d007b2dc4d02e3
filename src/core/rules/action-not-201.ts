/** A login, search or other action that its framework answers with 201 by itself is told to say 200. */

import { t } from '../../text';
import type { Finding, Fix, Route } from '../model';
import type { Rule } from '../rule';
import { leftAtDefault } from './routes';

export const actionNot201: Rule = {
  id: 'action-not-201',
  summary: 'An action such as login or search is not answered 201 Created by default.',
  why: 'RFC 9110 §15.3.2: 201 says that one or more resources have been created; §15.3.1: what a POST did or found is answered 200.',
  severity: 'warning',
  theme: 'method',
  example: {
    languageId: 'typescript',
    before:
      "import { Body, Controller, HttpCode, Post } from '@nestjs/common';\n\n@Controller('auth')\nexport class AuthController {\n  @Post('login')\n  login(@Body() credentials: Credentials) {\n    return this.auth.login(credentials);\n  }\n}\n",
    after:
      "import { Body, Controller, HttpCode, Post } from '@nestjs/common';\n\n@Controller('auth')\nexport class AuthController {\n  @HttpCode(200)\n  @Post('login')\n  login(@Body() credentials: Credentials) {\n    return this.auth.login(credentials);\n  }\n}\n",
  },
  check({ scan, text, framework, answerWith }) {
    return scan.routes.flatMap((route, index): Finding[] => {
      if (!route.acts || route.queues || !leftAtDefault(route, 201) || returnsMadeResponse(route, text)) return [];
      if (scan.uses.some((use) => use.route === index && use.code === 201) || isDocumented(route, text)) return [];
      const { name } = framework(route.framework);
      const message = t`${name} answers a POST with 201 Created unless told otherwise, and ${route.acts.what} creates nothing. 200 OK fits (RFC 9110 §15.3.1).`;
      const ok = answerWith(route, 200);
      const empty = route.returns === 'nothing' ? answerWith(route, 204) : null;
      const fixes: Fix[] = [...(ok ? [{ ...ok, preferred: true }] : []), ...(empty ? [empty] : [])];
      return [{ rule: this.id, span: route.head, message, severity: this.severity, suggest: 200, fixes }];
    });
  },
};

/** Whoever documents the 201, as `@ApiCreatedResponse()` does, has decided for it. */
function isDocumented({ span, anatomy }: Route, text: string): boolean {
  return /created/i.test(text.slice(span.start, anatomy.handler?.start ?? span.end));
}

/** Does it return a response that a call has made, and perhaps given a status of its own: `jwt_auth.login(...)`. */
function returnsMadeResponse({ anatomy }: Route, text: string): boolean {
  const type = anatomy.returnType ? text.slice(anatomy.returnType.start, anatomy.returnType.end) : '';
  return /\bResponse\b/.test(type) && anatomy.answers.some(({ body }) => body !== null && body.effects !== 'none');
}
