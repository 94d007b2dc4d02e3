/** Every word that the page itself says, in one place; the course and the codes bring their own. */

import { t } from '../../text';
// For what it does: all that follows is said as soon as this file is loaded.
import './translations';

/** To be said anew when another language is spoken, which is for tests. */
export const pageStrings = () => ({
  page: t('HTTP status demo'),
  waiting: t('Waiting for VS Code...'),
  tabs: { course: t('Course'), requests: t('Requests'), codes: t('Codes'), choose: t('Choose') },
  tabList: t('Parts of the panel'),

  server: {
    starting: t('Starting'),
    socket: t('Running'),
    'in-process': t('No port'),
    inProcess: (why: string) => t`${why} Requests are answered inside VS Code; other programs cannot reach the demo.`,
    copyUrl: t('Copy the address of the demo server'),
    url: t('the address'),
    reset: t('Put the data back to the start'),
  },

  level: { label: t('Level'), beginner: t('Beginner'), advanced: t('Advanced') },

  course: {
    progress: (solved: number, all: number) => t`${solved} of ${all} exercises solved`,
    solvedOf: (solved: number, all: number) => `${solved}/${all}`,
    resetProgress: t('Reset progress...'),
    chapters: t('Chapters'),
    back: t('All chapters'),
    next: (title: string) => t`Next: ${title}`,
    takeaway: t('Remember'),
    exercises: t('Exercises'),
    send: t('Send'),
    compose: t('Open in Requests'),
    expects: (status: number) => t`Gets ${status} from fresh data.`,
    got: (status: number, phrase: string) => `${status} ${phrase}`.trim(),
    notAsExpected: t('The data has changed since the start, so this answer is another one. Put it back and try again.'),
    seeExchange: t('See the exchange'),
    openApp: t('Open the whole FastAPI app'),
  },

  exercise: {
    start: t('Start'),
    stop: t('Put away'),
    open: t('Open exercise'),
    solved: t('Solved'),
    shown: t('Solution seen'),
    todo: t('Not solved yet'),
    hint: (open: number, all: number) => (open === 0 ? t('Give me a hint') : t`Next hint (${open} of ${all})`),
    hints: t('Hints'),
    showMe: t('Show me'),
    showMeTitle: t('Puts the data back and plays a solution. It does not count as solved.'),
    played: t('The solution was played on fresh data; look at it in the timeline. Now send it yourself.'),
    how: t('Every request you send from now on counts.'),
    compose: t('Compose a request'),
    backToChapter: t('Back to the chapter'),
    announceSolved: (lesson: string) => t`Solved. ${lesson}`,
  },

  composer: {
    title: t('Request'),
    endpoint: t('Endpoint'),
    ownRequest: t('Your own request'),
    examples: t('Examples'),
    method: t('Method'),
    path: t('Path'),
    parameters: t('Path parameters'),
    query: t('Query'),
    headers: t('Headers'),
    body: t('Body'),
    name: t('Name'),
    value: t('Value'),
    nameOf: (what: string, row: number) => t`${what} ${row}, name`,
    valueOf: (what: string, row: number) => t`${what} ${row}, value`,
    add: { query: t('Add a query parameter'), headers: t('Add a header'), body: t('Add a body') },
    remove: (what: string, row: number) => t`Remove ${what} ${row}`,
    removeBody: t('Remove the body'),
    send: t('Send'),
    sending: t('Sending...'),
    needsFirst: t('For this answer something has to be sent before:'),
    sendFirst: t('Send it now'),
    target: t('What will be sent'),
    copyAs: t('Copy as'),
    copiedAs: (format: string) => t`the request as ${format}`,
    formats: { curl: 'curl', http: '.http', python: 'Python', fetch: 'fetch' },
    problems: {
      path: t('A path begins with a slash.'),
      parameter: (name: string) => t`${name} is empty, so another path would be sent.`,
      headerName: (name: string) => t`A header cannot be called "${name}".`,
      headerValue: (name: string) => t`The value of ${name} has a character that no header can have.`,
      json: (line: number) => t`This is not valid JSON yet: see line ${line}.`,
      sendAnyway: t('It can be sent all the same, to see what the server says.'),
    },
  },

  mirror: {
    start: t('Mirror my routes'),
    startTitle: t(
      'Answers for the routes of your file or workspace, with the statuses that their code sends and sample bodies',
    ),
    title: (name: string) => t`Mirror of ${name}`,
    is: (count: number) =>
      count === 1
        ? t('1 route of your code, answered with samples at /mirror.')
        : t`${count} routes of your code, answered with samples at /mirror.`,
    again: t('Read the code again'),
    stop: t('Stop'),
    statuses: t('Answers that the code can send'),
  },

  answer: {
    title: t('Answer'),
    none: t('Nothing was sent yet. Choose an endpoint and send a request.'),
    earlier: t('An earlier exchange'),
    latest: t('Show the latest'),
    decidedBy: t('Why this status'),
    line: (line: number) => t`Line ${line}`,
    headers: t('Headers'),
    request: t('Request as sent'),
    response: t('Response as it came'),
    inProcess: t('Answered inside VS Code, so there is no status line and no connection.'),
    body: t('Body'),
    noBody: t('No body.'),
    underOne: t('under 1 ms'),
    milliseconds: (count: number) => t`${count} ms`,
    bytes: (count: number) => (count === 1 ? t('1 byte') : t`${count} bytes`),
    unknown: (status: number) => t`Nobody has registered ${status}. A client treats it like the x00 of its class.`,
    moreAbout: (code: number) => t`More about ${code}`,
  },

  timeline: {
    title: t('Timeline'),
    clear: t('Clear the timeline'),
    entry: (method: string, target: string, status: number, className: string) =>
      `${status} ${method} ${target}, ${className}`,
    count: (count: number) => `${count}`,
  },

  sources: {
    title: t('Source'),
    python: 'FastAPI',
    typescript: 'TypeScript',
    languages: t('Language of the source'),
    insert: t('Insert into my file'),
    copy: t('Copy'),
    copied: t('the source'),
    none: t('No endpoint of the demo has this path.'),
    decided: t('this line decided'),
  },

  codes: {
    filter: t('Find a code'),
    filterHint: t('Number, name or word'),
    none: (filter: string) => t`Nothing is called "${filter}".`,
    found: (count: number) => (count === 1 ? t('1 code') : t`${count} codes`),
    when: t('For'),
    confusedWith: t('Not to be taken for'),
    headers: t('Headers'),
    caching: t('Caching'),
    retry: t('Retry'),
    standing: t('Standing'),
    tryIt: t('Try it'),
    notSendable: t('The demo cannot send this one: it comes before the real answer.'),
    find: t('Find in my code'),
    chapter: (title: string) => t`Chapter: ${title}`,
    close: t('Close'),
    mdn: 'MDN',
  },

  choose: {
    title: t('Choose a code'),
    how: t('Answer the questions; the chart grows until it reaches a code.'),
    chart: t('Flow chart for choosing a status code'),
    restart: t('Start again'),
    step: (step: number, question: string) => t`Step ${step}: ${question}`,
    result: (code: number, phrase: string) => t`Answer with ${code} ${phrase}.`,
  },

  failed: t('That did not work.'),
  unknownClass: t('Unknown class'),
  classes: {
    1: t('Informational'),
    2: t('Success'),
    3: t('Redirection'),
    4: t('Client error'),
    5: t('Server error'),
  } as Readonly<Record<string, string>>,
});

export const strings = pageStrings();
