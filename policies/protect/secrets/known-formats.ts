import { matchNumbers } from '../detector.js'
import { type Doc, HAS_DIGIT } from '../text/document.js'

type Stretch = { readonly start: number; readonly end: number }

/** Tokens whose issuers gave them a beginning to be found by; each pattern fits a whole token. */
const TOKENS: readonly RegExp[] = [
  // GitHub, GitLab, npm, PyPI, Docker Hub
  /^gh[pousr]_[A-Za-z0-9]{20,255}$/,
  /^github_pat_[A-Za-z0-9_]{22,255}$/,
  /^gl(?:pat|ptt|dt|rt|oas|cbt|ft|imt|agent|soat)-[A-Za-z0-9_.-]{20,300}$/,
  /^npm_[A-Za-z0-9]{36}$/,
  /^pypi-[A-Za-z0-9_-]{50,300}$/,
  /^dckr_pat_[A-Za-z0-9_-]{20,}$/,
  // Slack, Amazon, Google, SendGrid, Stripe, Twilio, Mailgun, Telegram, DigitalOcean, Shopify, Square
  /^xox[abeoprs]-[A-Za-z0-9-]{10,250}$/,
  /^xapp-\d-[A-Za-z0-9-]{20,250}$/,
  /^(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}$/,
  /^AIza[A-Za-z0-9_-]{35}$/,
  /^GOCSPX-[A-Za-z0-9_-]{20,}$/,
  /^ya29\.[A-Za-z0-9_-]{20,}$/,
  /^SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}$/,
  /^(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,120}$/,
  /^whsec_[A-Za-z0-9+/=]{20,}$/,
  /^key-[a-f0-9]{32}$/,
  /^\d{8,10}:AA[A-Za-z0-9_-]{33}$/,
  /^do[opr]_v1_[a-f0-9]{64}$/,
  /^shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}$/,
  // Makers of language models, Hugging Face, HashiCorp Vault, Databricks, Azure DevOps, Atlassian, age
  /^sk-(?:proj-|ant-|or-|svcacct-)?[A-Za-z0-9_-]{20,250}$/,
  /^hf_[A-Za-z0-9]{20,60}$/,
  /^hv[sb]\.[A-Za-z0-9_-]{20,200}$/,
  /^dapi[a-f0-9]{32}$/,
  /^ATATT3[A-Za-z0-9_=-]{50,}$/,
  /^AGE-SECRET-KEY-1[A-Z0-9]{50,}$/,
  // JSON Web Token (RFC 7519)
  /^eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{0,1000}$/,
]
const TOKEN_SIGN = /[A-Za-z0-9_.:+/=-]/
const SHORTEST_PIECE = 8
const LONGEST_TOKEN = 2_000
const LONGEST_KEY = 20_000

/** Tokens of known issuers, wherever they stand. */
export function* knownTokens(doc: Doc): Generator<Stretch> {
  let done = 0
  for (let word = 0; word < doc.count; word++) {
    const start = doc.start[word] ?? 0
    if ((doc.end[word] ?? 0) - start < SHORTEST_PIECE || start < done) continue
    if (((doc.shape[word] ?? 0) & HAS_DIGIT) === 0) continue
    const whole = tokenAround(doc.text, start, done)
    done = whole.end
    const token = TOKENS.some(pattern => pattern.test(doc.text.slice(whole.start, whole.end)))
      ? whole
      : behindAssignment(doc.text, whole)
    if (token) yield token
  }
}

/** The run of token signs around an offset; a full stop at its end belongs to the sentence. */
function tokenAround(text: string, at: number, least: number): Stretch {
  let start = at
  let end = at
  while (start > least && at - start < LONGEST_TOKEN && TOKEN_SIGN.test(text.charAt(start - 1))) start--
  while (end < text.length && end - at < LONGEST_TOKEN && TOKEN_SIGN.test(text.charAt(end))) end++
  while (end > start && /[.:=/+-]/.test(text.charAt(end - 1)) && text.charAt(end - 1) !== '=') end--
  return { start, end }
}

/** "KEY=ghp_…", "token:glpat-…": the token behind the sign. */
function behindAssignment(text: string, { start, end }: Stretch): Stretch | undefined {
  const run = text.slice(start, end)
  const sign = Math.max(run.indexOf('='), run.lastIndexOf(':'), run.lastIndexOf('/'))
  if (sign <= 0 || sign > run.length - SHORTEST_PIECE) return undefined
  return TOKENS.some(pattern => pattern.test(run.slice(sign + 1))) ? { start: start + sign + 1, end } : undefined
}

/** Hashes of passwords (crypt, bcrypt, Argon2, LDAP) and the 48 digits that open a BitLocker drive. */
const CRYPT = /\$(?:2[abxy]?|1|5|6|y|argon2(?:id|i|d)|pbkdf2[\w-]{0,12})\$[A-Za-z0-9./$=,+_-]{20,200}/y
const LDAP_HASH = /\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|PBKDF2[\w-]{0,8})\}[A-Za-z0-9+/=$.]{16,200}/y
const BITLOCKER = /(?<!\d)\d{6}(?:-\d{6}){7}(?!\d)/g

export function* hashes(doc: Doc): Generator<Stretch> {
  yield* allFrom(doc.text, '$', CRYPT)
  yield* allFrom(doc.text, '{', LDAP_HASH)
  for (const { start, end } of matchNumbers(doc, BITLOCKER, 'many')) yield { start, end }
}

function* allFrom(text: string, sign: string, pattern: RegExp): Generator<Stretch> {
  for (let start = text.indexOf(sign); start >= 0; start = text.indexOf(sign, start + 1)) {
    pattern.lastIndex = start
    if (!pattern.test(text)) continue
    yield { start, end: pattern.lastIndex }
    start = pattern.lastIndex - 1
  }
}

const KEY_START = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y

/** Private keys in PEM (RFC 7468), from the first line to the last; without a last line to the end of the block. */
export function* privateKeys(text: string): Generator<Stretch> {
  for (let start = text.indexOf('-----BEGIN '); start >= 0; start = text.indexOf('-----BEGIN ', start + 1)) {
    KEY_START.lastIndex = start
    if (!KEY_START.test(text)) continue
    const last = text.indexOf('-----END ', start)
    const line = last < 0 ? -1 : text.indexOf('-----', last + 9)
    const end = line < 0 ? text.length : line + 5
    yield { start, end: Math.min(end, start + LONGEST_KEY) }
  }
}
