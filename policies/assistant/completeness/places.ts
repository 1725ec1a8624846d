import { blocksOf } from '../text/blocks.js'
import { sentencesOf } from '../text/sentences.js'
import { isBlank, isDeniedBefore, isNo, leadsOn, type Sign, signOf } from './signs.js'

/** What a text says of a thing at one place. `listed`: it stands there as a point, a line or a filled field of its own. */
export type Said = Sign | 'listed' | 'left-empty'

type Line = { readonly start: number; readonly end: number; readonly text: string; readonly head: Sign }
type Piece = { readonly start: number; readonly end: number; readonly sign: Sign }
type Place = { readonly start: number; readonly end: number }

/** The lines and clauses of a text, read once for all items. */
export type Places = { readonly text: string; readonly lines: readonly Line[]; readonly pieces: readonly Piece[] }

export function readPlaces(text: string): Places {
  return { text, lines: linesOf(text), pieces: piecesOf(text) }
}

/** From the surest to the vaguest: a box, a field, the clause, the heading above. */
export function saidAt(places: Places, hit: Place): Said {
  const { text } = places
  const number = numberAt(places.lines, hit.start)
  const line = places.lines[number]
  if (!line) return 'none'
  const before = text.slice(line.start, hit.start)
  const behind = text.slice(hit.end, line.end)
  const box = boxBefore(before)
  if (box !== undefined) return box ? 'listed' : 'left-empty'
  const field = fieldAt(before, behind, places.lines, number)
  if (field !== undefined) return field
  if (isDeniedBefore(before.slice(-LOOK))) return 'absent'
  const piece = places.pieces[numberAt(places.pieces, hit.start)]
  if (piece && piece.sign !== 'none') return piece.sign
  if (line.head !== 'none') return line.head
  return standsAlone(line.text) ? 'listed' : 'none'
}

const LOOK = 60

/** Ticked or not, if a box stands in front, the nearest one. */
function boxBefore(before: string): boolean | undefined {
  const found = [...before.slice(-LOOK).matchAll(/[☐□☒☑✓✔✗]|\[(?<mark>[ xX])\]/g)].at(-1)
  if (!found) return undefined
  return found.groups?.mark === undefined ? !/[☐□]/.test(found[0]) : found.groups.mark !== ' '
}

const MOST_BEFORE = 40

/** "Unterschrift: ____", "Mietvertrag | ja", and the line to sign on with its name below. */
function fieldAt(before: string, behind: string, lines: readonly Line[], number: number): Said | undefined {
  if (/[:|\t]/.test(before) || before.length > MOST_BEFORE) return undefined
  if (/^ ?[_.…]{3,}\s*$/.test(behind)) return 'left-empty'
  const above = lines[number - 1]?.text.trim() ?? ''
  if (before.trim() === '' && /^[_.…]{5,}$/.test(above)) return 'left-empty'
  const sign = /^[^:|\t.!?]{0,40}[:|\t]/.exec(behind)
  if (!sign) return undefined
  const value = behind.slice(sign[0].length).trim()
  if (isNo(value)) return 'absent'
  if (!isBlank(value)) {
    const said = signOf(value)
    return said === 'none' ? 'listed' : said
  }
  // What belongs to the field may stand on the next line, unless that is the next field.
  const next = lines[number + 1]?.text.trim() ?? ''
  const filled = value === '' && !isBlank(next) && !/[:|\t]/.test(next)
  return filled ? undefined : 'left-empty'
}

const MOST_ALONE = 8
const standsAlone = (line: string): boolean => !/[.!?]\s*$/.test(line) && line.trim().split(/\s+/).length <= MOST_ALONE

/** Lines with what the heading above them says: it holds until a blank line or a sentence. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let head: Sign = 'none'
  let from = 0
  for (const raw of text.split('\n')) {
    const bare = raw.trim()
    const isHead = bare.endsWith(':') || /^(?:anlagen?|anhang|beigefügt|unterlagen)$/iu.test(bare)
    if (isHead) head = headSign(bare)
    else if (
      bare === ''
        ? lines.at(-1)?.text.trim().endsWith(':') !== true
        : /[.!?]$/.test(bare) && !standsAlone(bare.slice(0, -1))
    )
      head = 'none'
    lines.push({ start: from, end: from + raw.length, text: raw, head: isHead ? 'none' : head })
    from += raw.length + 1
  }
  return lines
}

function headSign(head: string): Sign {
  const sign = signOf(head)
  return sign === 'none' && /(?<!\p{L})(?:anlagen?|anhang|anhänge)(?!\p{L})/iu.test(head) ? 'present' : sign
}

/** Clauses with what is said in them; a clause that says nothing takes it from its neighbour ("A, B und C fehlen"). */
function piecesOf(text: string): Piece[] {
  const blocks = blocksOf(text)
  return sentencesOf(text).flatMap(sentence => {
    const asks = text.charAt(sentence.end - 1) === '?'
    const cuts = asks ? [] : cutsIn(text, sentence)
    const edges = [sentence.start, ...cuts, sentence.end]
    const own = edges.slice(0, -1).map((start, at) => {
      const end = edges[at + 1] ?? sentence.end
      const words = text.slice(start, end)
      return { start, end, sign: asks ? ('question' satisfies Sign) : signOf(words), leads: leadsOn(words) }
    })
    // A point or heading of its own is judged by the line it stands on.
    const single = blocks[sentence.block]?.kind === 'heading'
    return own.map(({ start, end, sign }, at): Piece => {
      if (sign !== 'none' || single) return { start, end, sign }
      const left = own.slice(0, at).findLast(piece => piece.sign !== 'none')
      if (left?.leads) return { start, end, sign: left.sign }
      const right = own.slice(at + 1).find(piece => piece.sign !== 'none')
      return { start, end, sign: right && !right.leads ? right.sign : 'none' }
    })
  })
}

/** At most so many clauses of a sentence are told apart; the rest is one. */
const MOST_CUTS = 60

function cutsIn(text: string, { start, end }: Place): number[] {
  const cuts: number[] = []
  for (let at = start; at < end && cuts.length < MOST_CUTS; at++)
    if (',;–'.includes(text.charAt(at)) && !/\d/.test(text.charAt(at + 1))) cuts.push(at + 1)
    else if (text.startsWith(' aber ', at) || text.startsWith(' nur ', at)) cuts.push(at + 1)
  return cuts
}

/** The last entry that starts at or before a place, by halving. */
function numberAt(sorted: readonly { readonly start: number }[], place: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
