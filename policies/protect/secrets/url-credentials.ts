import { isValue } from './values.js'

const LONGEST_PART = 200
/** What may stand where the password of a link stands without being one. */
const NO_PASSWORD = /^(?:passwort|password|pass|pw|kennwort|\d{1,5})$/i

/** Passwords in links: "https://user:password@host" (RFC 3986, userinfo). */
export function* urlCredentials(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const rest = text.slice(at + 3, at + 3 + LONGEST_PART)
    const user = /^[^\s:/@?#"'<>]{0,80}:/.exec(rest)
    if (!user) continue
    const password = /^[^\s/@"'<>]{1,100}(?=@)/.exec(rest.slice(user[0].length))?.[0]
    if (password === undefined || NO_PASSWORD.test(password) || !isValue(password)) continue
    const start = at + 3 + user[0].length
    yield { start, end: start + password.length }
  }
}
