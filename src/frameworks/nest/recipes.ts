/** How NestJS code is rewritten: `@HttpCode` says the status, and the injected response takes a Location. */

import { isSuccess, sendsContent } from '../../core/answers';
import { insert, lineIndent, newline, replace } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { addParameters, inFront, originalPath, parametersOf, quoted, semicolon, template } from '../locations';

export const recipes: Recipes = { answerWith, document, locate };

function answerWith({ route, code, spelled, text, importName }: AnswerRequest): readonly Edit[] | null {
  const { declaredAt, answers } = route.anatomy;
  // What a method returns is its body; without content it would be dropped, and callers of the method may need it.
  const returns = answers.filter(isSuccess).some((answer) => answer.kind !== 'nothing');
  // A response that the method sends itself is not this decorator's.
  const sends =
    route.anatomy.statusWrites.length > 0 ||
    answers.some((answer) => answer.kind === 'send' || answer.kind === 'response');
  const redirects = route.unsaid !== null && route.unsaid >= 300;
  if (route.decidedElsewhere || sends || redirects || (!sendsContent(code) && returns)) return null;
  if (declaredAt) return [replace(declaredAt, spelled)];
  const imported = importName('@nestjs/common', 'HttpCode');
  const line = `@HttpCode(${spelled})${newline(text)}${lineIndent(text, route.span.start)}`;
  return imported && [insert(route.span.start, line), ...imported];
}

/** One more `@ApiResponse`, above the route's first decorator. */
function document({ route, phrase, spelled, text, importName }: AnswerRequest): readonly Edit[] | null {
  const imported = importName('@nestjs/swagger', 'ApiResponse');
  const line = `@ApiResponse({ status: ${spelled}, description: '${phrase}' })`;
  return (
    imported && [insert(route.span.start, `${line}${newline(text)}${lineIndent(text, route.span.start)}`), ...imported]
  );
}

/** Types of the two platforms, of which a file shows by its imports which it runs on. */
const platforms = [
  { module: 'express', request: 'Request', response: 'Response' },
  { module: 'fastify', request: 'FastifyRequest', response: 'FastifyReply' },
] as const;

/** The response and the request of Express and Fastify both have `header` and `originalUrl`; a prefix may be set anywhere. */
function locate({ route, text, importName }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { answer } = created;
  const parameters = parametersOf(route, text);
  if (!parameters) return null;
  const injected = (decorators: RegExp) => parameters.all.find(({ written }) => decorators.test(written));
  const response = injected(/^@Res(?:ponse)?\(/);
  const request = injected(/^@Req(?:uest)?\(/);
  // Without passthrough the method has to send itself.
  if (answer.kind === 'value' && response && !/passthrough:\s*true/.test(response.written)) return null;
  if (answer.kind !== 'value' && !(answer.kind === 'send' && response)) return null;
  const names = { request: request?.name ?? 'request', response: response?.name ?? 'response' };
  const taken = [request ? '' : names.request, response ? '' : names.response];
  if (names.request === '' || names.response === '') return null;
  const handler = route.anatomy.handler ? text.slice(route.anatomy.handler.start, route.anatomy.handler.end) : '';
  if (taken.some((name) => name !== '' && new RegExp(`(?<!\\.)\\b${name}\\b`).test(handler))) return null;

  const added = request && response ? [] : injections(!request, !response, text, importName);
  if (!added) return null;
  const edits = added.flatMap((each) => each.imports);
  if (added.length > 0)
    edits.push(
      addParameters(
        parameters.start,
        added.map(({ parameter }) => parameter),
        text,
      ),
    );
  const call = `.header(${quoted('Location', text)}, ${template(originalPath(names.request), created)})`;
  if (answer.kind === 'send') return answer.call ? [insert(answer.call.span.start, call), ...edits] : null;
  const line = inFront(answer, `${names.response}${call}${semicolon(answer, text)}`, text);
  return line && [...line, ...edits];
}

/** Parameters that have the request and the response injected, with what has to be imported for them. */
function injections(
  request: boolean,
  response: boolean,
  text: string,
  importName: AnswerRequest['importName'],
): { readonly parameter: string; readonly imports: readonly Edit[] }[] | null {
  for (const { module, ...types } of platforms) {
    const wanted = [
      ...(request ? [{ decorator: 'Req', type: types.request, parameter: `@Req() request: ${types.request}` }] : []),
      ...(response
        ? [
            {
              decorator: 'Res',
              type: types.response,
              parameter: `@Res({ passthrough: true }) response: ${types.response}`,
            },
          ]
        : []),
    ];
    const found = wanted.map(({ decorator, type, parameter }) => {
      const imports = [
        importName(module, type) ?? besideTypes(module, type, text),
        importName('@nestjs/common', decorator),
      ];
      return imports.some((edits) => edits === null)
        ? null
        : { parameter, imports: imports.flatMap((edits) => edits ?? []) };
    });
    if (found.every((each) => each !== null)) return found;
  }
  return null;
}

/** One more name in an import of types only, where no value may be added. */
function besideTypes(module: string, type: string, text: string): readonly Edit[] | null {
  const found = new RegExp(`^import type \\{[^{}]*?(?=,?\\s*\\} from ['"]${module}['"])`, 'm').exec(text);
  return found && [insert(found.index + found[0].length, `, ${type}`)];
}
