/** A place a model left open; offsets are UTF-16 units of the text, `end` is exclusive. `label` is '' if it names nothing. */
export type OpenGap = { readonly start: number; readonly end: number; readonly label: string }

/**
 * Every gap of a finished answer, in its order: `[ERGÄNZEN: Datum]` and the ways models spell it. One that was never
 * closed counts up to the end of its line, because text that looks finished is what must not happen.
 */
export function gapsIn(text: string): OpenGap[] {
  return [...text.matchAll(GAP)].map(({ 0: whole, index, groups }) => ({
    start: index,
    end: index + whole.trimEnd().length,
    label: labelOf(groups?.label ?? ''),
  }))
}

/** "[Bitte ergänzen: …]", "\[ERGAENZEN – …\]", "[ERGÄNZEN]", "{{ERGÄNZEN}}"; inside, a placeholder with its own brackets. */
const GAP =
  /\\?[[{【]{1,2} {0,2}\*{0,2}(?:(?:bitte|zu|noch) ){0,2}erg(?:ä|a\u0308|ae|a)nzen(?![\p{L}\p{N}])(?<label>(?:[^\][{}【】\n]|\[[^\][\n]{1,60}\]){0,300})(?:[\]}】]{1,2}|(?=\n|$))/giu

const labelOf = (raw: string): string => raw.replace(BEFORE, '').replace(AFTER, '')
const BEFORE = /^[\s:–—*-]+/
const AFTER = /[\s\\*]{1,20}$/
