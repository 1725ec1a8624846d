import { slotsIn } from '../generation/slots.js'
import type { BuiltPack } from './build.js'
import type { Problem } from './problem.js'
import type { Prompt } from './prompt-schema.js'

/** What is wrong with the instructions for models, and which a tool with a model lacks. */
export function prompts({ pack, merged }: BuiltPack): Problem[] {
  const rules = new Set(pack.rules.map(({ id }) => id))
  return [
    ...pack.prompts.flatMap(prompt =>
      [...rule(prompt, rules), ...questions(prompt), ...instructions(prompt)].map(({ path, message }) => ({
        ...(merged.prompts.get(prompt.id)?.locate(path) ?? { file: `prompts/${prompt.id}.md`, line: 1 }),
        message,
      })),
    ),
    ...withoutPrompt({ pack, merged }),
  ]
}

type Found = { readonly path: readonly PropertyKey[]; readonly message: string }

const rule = ({ rule }: Prompt, rules: ReadonlySet<string>): Found[] =>
  rules.has(rule) ? [] : [{ path: ['rule'], message: `Regel „${rule}“ gibt es nicht` }]

/** Whoever answers a question expects that the model is told to mind it. */
function questions({ asks, instructions }: Prompt): Found[] {
  const used = slotsIn(instructions)
  const ids = asks.map(({ id }) => id)
  const doubled = (values: readonly string[], at: number): boolean => values.indexOf(values[at] ?? '') < at
  const labels = asks.map(({ label }) => label)
  return [
    ...used
      .filter(id => !ids.includes(id))
      .map(id => ({ path: ['instructions'], message: `Für {{${id}}} fehlt eine Frage unter asks` })),
    ...asks.flatMap(({ id, label }, at) => [
      ...(used.includes(id)
        ? []
        : [
            { path: ['asks', at], message: `Die Anweisung nutzt die Antwort auf „${label}“ nicht: {{${id}}} einfügen` },
          ]),
      ...(doubled(ids, at) ? [{ path: ['asks', at], message: `Kennung „${id}“ gibt es schon` }] : []),
      ...(doubled(labels, at)
        ? [{ path: ['asks', at], message: `Zwei Fragen heißen „${label}“: das Modell könnte sie nicht unterscheiden` }]
        : []),
    ]),
  ]
}

/** Small models lose long instructions. */
const LONGEST = 2_000
const GAP = '[ERGÄNZEN'

function instructions({ instructions: text, material }: Prompt): Found[] {
  const path = ['instructions']
  return [
    ...(text.length > LONGEST
      ? [
          {
            path,
            message: `Die Anweisung ist ${text.length} Zeichen lang, höchstens ${LONGEST} sind sinnvoll: bitte kürzen`,
          },
        ]
      : []),
    ...(text.includes(GAP)
      ? []
      : [
          {
            path,
            message:
              'Die Anweisung sagt nicht, was mit Lücken geschieht: [ERGÄNZEN: …] nennen, damit nichts erfunden wird',
          },
        ]),
    ...(material === 'optional' || /Material|MATERIAL/.test(text)
      ? []
      : [{ path, message: 'Die Anweisung sagt nicht, was mit dem Material geschehen soll: „Material“ nennen' }]),
  ]
}

/**
 * A purpose a tool with a model is approved for cannot be chosen without instructions. A pack without any serves other
 * programs only, which bring their own.
 */
const withoutPrompt = ({ pack, merged }: BuiltPack): Problem[] =>
  pack.tools.flatMap(({ name, endpoint, purposes }, i) =>
    purposes.flatMap((purpose, at) =>
      endpoint === undefined || pack.prompts.length === 0 || pack.prompts.some(({ id }) => id === purpose)
        ? []
        : [
            {
              ...merged.tools.locate(['tools', i, 'purposes', at]),
              message: `„${name}“ hat ein Modell für „${purpose}“, aber die Anweisung prompts/${purpose}.md fehlt`,
            },
          ],
    ),
  )
