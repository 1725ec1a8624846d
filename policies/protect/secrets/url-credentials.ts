import { isValue } from './values.js'

const LONGEST_PART = 300
/** What may stand where the password of a link stands without being one. */
const NO_PASSWORD = /^(?:passwort|password|pass|pw|kennwort)$/i

/** Addresses of chat rooms that let in whoever knows them: the path is the secret. */
const WEBHOOK =
  /^[\w.-]{0,60}(?:webhook\.office\.\w{2,10}\/webhookb2|hooks\.slack\.\w{2,10}\/(?:services|workflows)|discord(?:app)?\.\w{2,10}\/api\/webhooks|webhooks?[\w.-]{0,40}(?:\/[a-z]{2,12}){0,2}|mattermost[\w.-]{0,40}\/hooks|[\w.-]{1,40}\/hooks)\/([^\s"'<>]{20,180})/

/** Passwords in links: "https://user:password@host" (RFC 3986, userinfo). */
export function* urlCredentials(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const rest = text.slice(at + 3, at + 3 + LONGEST_PART)
    const hook = WEBHOOK.exec(rest)
    if (hook?.[1]) {
      yield { start: at + 3 + hook[0].length - hook[1].length, end: at + 3 + hook[0].length }
      continue
    }
    const user = /^[^\s:/@?#"'<>]{0,80}:/.exec(rest)
    if (!user) continue
    const password = /^[^\s/@"'<>]{1,100}(?=@)/.exec(rest.slice(user[0].length))?.[0]
    if (password === undefined || NO_PASSWORD.test(password) || !isValue(password)) continue
    const start = at + 3 + user[0].length
    yield { start, end: start + password.length }
  }
}
