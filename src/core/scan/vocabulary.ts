/** The words that tell a creating handler from an action, and what neither says for certain. */

/** First words of a handler's name, or whole path segments, that mean a new resource. */
export const creatingWords: ReadonlySet<string> = new Set([
  'create',
  'new',
  'add',
  'register',
  'signup',
  'insert',
  'store',
  'duplicate',
  'clone',
  'make',
  'provision',
]);

/**
 * Words that name an action on something that exists, an exchange of credentials, or a task of which public APIs answer
 * 200, 201, 202 and 204 about equally: nothing is suggested for any of them.
 */
export const actionWords: ReadonlySet<string> = new Set(
  `accept access activate analyze approve archive ask assign auth authenticate authorize ban batch block broadcast bulk calculate callback cancel
  change charge chat check checkout classify clean clear close complete compute confirm connect convert count deactivate debug decline
  delete detect disable disconnect dislike download echo edit embed enable estimate evaluate exchange execute export favorite
  fetch filter finish follow forgot generate get handle hook import invoke join leave like list load lock log login
  logout lookup mark match merge move mute notify order parse patch pause pay ping poll predict preview process publish query
  receive recover refresh refund reject release remind remove render renew reorder replace request resend reset resolve restart restore
  resume resync retry revoke rotate run save scan schedule scrape search seed select send set share sign signin signout sort
  start stop submit subscribe summarize sync test toggle token track transfer translate triage trigger unarchive unassign unban unblock
  unfavorite unfollow uninvite unlike unlock unmute unpublish unsubscribe update upload upsert use validate verify vote webhook webhooks`.split(
    /\s+/,
  ),
);

/** Calls that check or hand out credentials: a handler that makes one exchanges them, whatever else it writes. */
export const credentialCall =
  /^(?:authenticate|authenticate_user|verify_password|check_password|compare_password|comparePassword|create_access_token|createAccessToken|generate_token|generateToken|sign_in|signIn)$/;

/** Calls that find or make, update or make: both answers are right. */
export const eitherCall =
  /(?:get|find|update)_?or_?(?:create|insert)|(?:create|insert)_?or_?update|upsert|findOneAndUpdate/i;

/** Calls that put something new into a store, by their last name. */
export const insertingCall =
  /^(?:create|insert|insert_one|insertOne|add_one|persist|createOne|create_new)$|^(?:create|insert|add|register)(?:_(?=[a-z])|(?=[A-Z]))/;

/** What is created by calls of such a name without being a resource of the API. */
export const notAResource =
  /(?:token|session|url|uri|hash|client|connection|engine|logger|response|error|exception|app|router|transport|context|server|stream|buffer|element|hook|timeout|middleware|header|cookie|field|query|filter|listener|option|transaction|interface|toast|breadcrumb|checkout|payload|signature|dto|millisecond|second|minute|hour|day|week|month|year|_id)s?$|(?:[a-z]|^create)Ids?$/i;

/** Records that accompany what a handler does, unless the route is about them: `auditLog.create` in `POST /orders`. */
export const accompanyingRecord =
  /^(?:tokens?|sessions?|otps?|codes?|logs?|audits?|events?|activity|activities|histor(?:y|ies)|notifications?|emails?|metrics?)$/;

/** Receivers whose `add` or `save` stores what they are given. */
export const storingReceiver =
  /(?:^|[._])(?:session|db|database|repo|repository|store|storage|uow|em|manager|crud|dao|collection)$|(?:Session|Repo|Repository|Store|Manager|Dao|Collection)$/i;

/** Methods that keep something in a collection in memory. */
export const collectingMethod = /^(?:append|push|set|add)$/;

/** Receivers whose `create` or `add` makes nothing of this API: the platform, other services, queues of work. */
export const elsewhereReceiver =
  /^(?:asyncio|loop|document|Object|Date|React|axios|http|https|crypto|jwt|stripe|openai|completions|queue|\w*[Bb]ackground\w*|tasks)$/;

/** Services of others, however deep in them a call is made: `stripe.checkout.sessions.create`. */
export const elsewhereService = /(?:^|\.)(?:stripe|openai|anthropic|axios|twilio|sendgrid|resend)(?=\.)/i;

/** Parts of a path below which things are done, not kept: `/cron/reports`, `/webhook/stripe`, `/import/notion`. */
export const actingSegments: ReadonlySet<string> = new Set('cron webhook callback hook import export rpc'.split(' '));

/**
 * First words of a handler's name, or whole path segments, that act on what exists and leave nothing new behind. What
 * some APIs answer 201 is not among them: upload, import, generate, submit, send, publish, follow, assign and the like.
 */
export const plainActionWords: ReadonlySet<string> = new Set(
  `activate approve archive authenticate calculate cancel change check compute confirm deactivate decline delete disable
  enable find forgot list lock login logout lookup mark pause ping refresh reject remove reorder reset resume revoke
  search signin signout unarchive unlink unlock unmark unsubscribe update validate verify`.split(/\s+/),
);

/** Words that leave open, wherever they stand in a name, what an action makes. */
export const openWords: ReadonlySet<string> = new Set(
  'bulk batch import upload export generate webhook webhooks'.split(' '),
);

/** A credential that is put in the place of another is a new one, or none: `update_api_key`. */
export const renewedCredential =
  /^(?:update|change|reset) (?:(?!with |by |from )\w+ )*(?:token|key|secret|session|credential)s?$/;

/** Words that are an action only where nothing follows them: a `query_type` is none. */
export const plainActionsAlone: ReadonlySet<string> = new Set('count estimate filter preview query'.split(' '));

/** First words of a name that only say that it is a handler. */
export const sayNothingWords: ReadonlySet<string> = new Set(['handle', 'post', 'do', 'on', 'async', 'api']);

/** Two words that are one action: `signIn`, `log_out`. */
export const plainActionPairs = /^(?:sign|log) (?:in|out|off)\b/;

/** Two words of which the first is an action on its own: `check_in` makes a check-in, `mark_down` a price. */
export const otherActionPairs = /^(?:check (?:in|out)|\w+ (?:or|and)|count (?:down|up)|list (?:new|for))\b/;

/** Calls that find or make, update or make, by their name alone. */
export const upsertCall =
  /^(?:(?:get|find|update)_?or_?(?:create|insert)|(?:create|insert)_?or_?(?:update|replace)|upsert(?:_one|One|_by_id|ById)?)(?:_|[A-Z]|$)/i;

/** Calls that update or make when an option says so: `updateOne(filter, change, { upsert: true })`. */
export const optionalUpsertCall = /^(?:find_?one_?and_?(?:update|replace)|(?:update|replace)_?one|findByIdAndUpdate)$/i;

/** What a variable is called that holds what was found. */
export const foundWords: ReadonlySet<string> = new Set(
  'existing exists found current obj instance record row entity stored previous old'.split(' '),
);

/** Calls that leave work to a queue or to a background task, by their last name. */
export const queueingCall = /^(?:delay|apply_async|send_task|enqueue|enqueue_(?:in|at|job|call)|kiq|add_task)$/;

/** Receivers whose `add` leaves work to a queue: `emailQueue.add("send", data)` of BullMQ. */
export const queueReceiver = /(?:^|_)queue$|Queue$/;

/** Tasks that only accompany what a handler does: they tell others about it. */
export const accompanyingTask =
  /mail|notif|sms|\blog|_log|audit|track|metric|analytic|webhook|event|broadcast|cache|clean/i;

/** Calls that look, check or convert, and do no work of their own. */
export const lookingCall =
  /^(?:get|find|fetch|load|read|is|has|can|check|validate|ensure|require|assert|parse|safeParse|info|debug|warn|warning|error|exception|log|str|int|len|bool|dict|list|set|tuple|isinstance|print|join|split|strip|lower|format|items|keys|values|map|filter|model_dump|model_dump_json|dict|json|dumps|stringify|toString|String|Number|uuid4|uuid1|randomUUID|uuid|nanoid|now|utcnow|isoformat|toISOString|status|code|jsonify|abort|next|select|where|scalar|scalars|scalar_one_or_none|first|one_or_none|execute|[A-Z]\w*)$|^(?:get|find|fetch|load|read|is|has|can|check|validate|ensure|require|assert|verify)(?:_|[A-Z])/;
