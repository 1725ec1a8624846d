import type { Prompt, PromptQuestion } from '../pack/prompt-schema.js'
import { commonRules } from './common-rules.js'
import { disarm } from './disarm.js'
import { marker, type Part } from './marker.js'
import { withLabels } from './slots.js'

/** What a person gave. `answers` by id of the question; others than the prompt asks are left out. */
export type Given = {
  readonly material: string
  readonly wish: string
  readonly answers: Readonly<Record<string, string>>
}

export type Message = { readonly role: 'system' | 'user'; readonly content: string }

/**
 * A request to a model. The system message is ours alone: the same for every text. All a person wrote stands in the user
 * message, in parts only someone who knows `boundary` could forge.
 * @param boundary random and new for each request, at least 16 characters; throws RangeError on a shorter one
 */
export function assemble(
  prompt: Prompt,
  { boundary, ...given }: Given & { readonly boundary: string },
): { readonly messages: readonly Message[] } {
  if (boundary.length < SHORTEST_BOUNDARY) throw new RangeError('the boundary is too short')
  return {
    messages: [
      { role: 'system', content: `${instructionsOf(prompt)}\n\n${commonRules(boundary)}` },
      { role: 'user', content: requestOf(prompt, given, boundary) },
    ],
  }
}

const SHORTEST_BOUNDARY = 16

const instructionsOf = ({ instructions, asks }: Prompt): string =>
  withLabels(instructions, id => asks.find(question => question.id === id)?.label)

function requestOf({ asks }: Prompt, { material, wish, answers }: Given, boundary: string): string {
  const parts: readonly (readonly [Part, string])[] = [
    ['ANGABEN', answersOf(asks, answers, boundary)],
    ['WUNSCH', disarm(wish.trim(), boundary)],
    ['MATERIAL', disarm(material, boundary)],
  ]
  return [
    ...parts.flatMap(([part, text]) => (text.trim() === '' ? [] : [marker(part, boundary), text])),
    marker('ENDE', boundary),
    LAST_WORD,
  ].join('\n')
}

/** The last thing read is what a model remembers best, so it is not the material. */
const LAST_WORD = 'Schreibe jetzt nur das Ergebnis.'

const answersOf = (
  asks: readonly PromptQuestion[],
  answers: Readonly<Record<string, string>>,
  boundary: string,
): string =>
  asks
    .flatMap(({ id, label, list }) => {
      const answer = Object.hasOwn(answers, id) ? disarm(answers[id] ?? '', boundary) : ''
      const lines = answer.split(LINES).flatMap(line => line.trim() || [])
      if (lines.length === 0) return []
      return list
        ? [`${label}:`, ...lines.map(line => `- ${line.replace(BULLET, '')}`)]
        : [`${label}: ${lines.join(' ')}`]
    })
    .join('\n')

const LINES = /[\n\r\v\f\u0085\u2028\u2029]/
/** What people put before the points of a list themselves. */
const BULLET = /^[-–*•]\s+/
