import { MOST_BYTES, TOO_BIG } from './limits.js'

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

/** The text of a GIFT file; anything but UTF-8 is refused, because a guess would spoil the umlauts unnoticed. */
export function decodeGift(bytes: Uint8Array): Decoded {
  const failed = (problem: string): Decoded => ({ ok: false, problem })
  if (bytes.length > MOST_BYTES) return failed(TOO_BIG)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return failed(UTF_16)
  if (bytes.includes(0)) return failed(NO_TEXT)
  const text = strictText(bytes)
  if (text === undefined) return failed(otherEncoding(bytes))
  if (/^\s*<(?:\?xml|quiz)\b/.test(text)) return failed(XML)
  return { ok: true, text }
}

/** Undefined where a byte cannot be UTF-8; a mark at the beginning is no part of the text. */
function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function otherEncoding(bytes: Uint8Array): string {
  const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? ''
  const line = before.split(/\r\n?|\n/).length
  return `In Zeile ${line} stehen Zeichen, die nicht UTF-8 sind (vielleicht Windows- oder Latin-1-Umlaute). ${SAVE}`
}

const SAVE = 'Bitte öffnen Sie die Datei im Editor und speichern Sie sie mit der Codierung UTF-8.'
const UTF_16 = `Die Datei ist in UTF-16 gespeichert. ${SAVE}`
const NO_TEXT = `Die Datei ist keine Textdatei in UTF-8 (vielleicht UTF-16, Word oder ein Archiv). ${SAVE}`
const XML = 'Die Datei ist Moodle-XML. Bitte exportieren Sie die Fragen in Moodle noch einmal und wählen Sie „GIFT“.'
