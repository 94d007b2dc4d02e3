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
  `accept activate analyze approve archive ask assign auth authenticate authorize batch bulk calculate callback cancel
  change chat check classify clean clear close complete compute confirm connect convert count deactivate debug decline
  delete detect disable disconnect download echo edit embed enable estimate evaluate exchange execute export favorite
  fetch filter finish follow forgot generate get handle hook import invoke join leave like list load lock log login
  logout lookup mark match merge move notify order parse patch pause ping poll predict preview process publish query
  receive recover refresh reject release remove render reorder replace request resend reset resolve restart restore
  resume retry revoke rotate run save scan schedule scrape search seed select send set share sign signin signout sort
  start stop submit subscribe summarize sync test toggle token track transfer translate trigger unarchive unassign
  unfavorite unfollow unlock unpublish unsubscribe update upload upsert use validate verify vote webhook webhooks`.split(
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
  /(?:token|session|url|uri|hash|client|connection|engine|logger|response|error|exception|app|router|transport|context|server|stream|buffer|element|hook|timeout|middleware|header|cookie|field|query|filter|listener|option|transaction|interface)s?$/i;

/** Receivers whose `add` or `save` stores what they are given. */
export const storingReceiver =
  /(?:^|[._])(?:session|db|database|repo|repository|store|storage|uow|em|manager|crud|dao|collection)$|(?:Session|Repo|Repository|Store|Manager|Dao|Collection)$/i;

/** Methods that keep something in a collection in memory. */
export const collectingMethod = /^(?:append|push|set|add)$/;

/** Receivers whose `create` or `add` makes nothing of this API: the platform, other services, queues of work. */
export const elsewhereReceiver =
  /^(?:asyncio|loop|document|Object|Date|React|axios|http|https|crypto|jwt|stripe|openai|completions|queue|\w*[Bb]ackground\w*|tasks)$/;
