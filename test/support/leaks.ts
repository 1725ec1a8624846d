import { createTextCheck } from '../../bot/check/check-text.js'
import { createGuard } from '../../bot/generation/guard.js'
import type { GuardedRequest } from '../../bot/generation/guard-contract.js'
import { createModels } from '../../bot/generation/models/models.js'
import { createRunning } from '../../bot/generation/running.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { engineOf } from '../../policies/protect/index.js'
import type { CorpusText } from './corpus.js'
import { modelServer, says } from './model-server.js'
import { NOW } from './musterstadt.js'
import { NO_METER } from './scripted-models.js'
import { byId } from './small-pack.js'

export type LeakText = Pick<CorpusText, 'text' | 'verdict'> & { readonly spans: readonly Stretch[] }
type Stretch = { readonly start: number; readonly end: number }

/** Values, and how many of them stood in the bytes that reached the model. */
export type Leaks = {
  readonly sent: number
  readonly texts: number
  readonly recognised: { readonly values: number; readonly arrived: number }
  /** Values marked by hand in texts that must be blocked. */
  readonly marked: { readonly values: number; readonly arrived: number }
}

/**
 * Sends every text through the guard to a model in our own computing centre (W3, no Verfahren, said to be internal) and
 * looks for values in what a fake upstream recorded.
 */
export async function leaksOf(
  texts: readonly LeakText[],
  pack: Pack,
  onFound: GuardedRequest['onFound'],
): Promise<Leaks> {
  const upstream = await modelServer(says('Gern.'))
  const tool = { ...byId(pack.tools, 'mucgpt'), endpoint: { ...upstream.endpoint, daily_tokens: 1_000_000_000 } }
  const guard = createGuard({
    running: createRunning(),
    pack: () => pack,
    now: () => NOW,
    houseFor: async () => ({
      municipality: pack.manifest.id,
      tools: [tool],
      pseudonymisedInto: ['W2', 'W3'],
      lacks: () => [],
    }),
    checkText: createTextCheck({ pause: async () => undefined, now: () => NOW }),
    models: createModels({
      keyOf: () => 'key',
      budget: () => ({ spent: async () => 0, spend: async () => undefined }),
      now: () => new Date(),
      random: () => 0,
      onUncounted: () => undefined,
    }),
    note: () => undefined,
    meter: NO_METER,
    seconds: () => 0,
  })
  const leaks = {
    sent: 0,
    texts: texts.length,
    recognised: { values: 0, arrived: 0 },
    marked: { values: 0, arrived: 0 },
  }
  try {
    for (const given of texts) {
      const before = upstream.received.length
      const outcome = await guard({
        principal: { kind: 'person', id: 'p', municipality: pack.manifest.id, roles: ['beschaeftigt'] },
        tool,
        purposes: ['entwerfen'],
        procedure: undefined,
        declared: 'D1',
        texts: [given.text],
        fixed: new Set(),
        assemble: ([content = '']) => ({ messages: [{ role: 'user', content }] }),
        onFound,
        signal: new AbortController().signal,
      })
      if (outcome.kind === 'running') for await (const _ of outcome.answer);
      const arrived = upstream.received.slice(before).map(({ body }) => contentOf(body))
      if (arrived.length > 0) leaks.sent++
      tally(protectedIn(given.text, pack, onFound), given.text, arrived, leaks.recognised)
      if (given.verdict === 'block') tally(given.spans, given.text, arrived, leaks.marked)
    }
  } finally {
    await upstream.close()
  }
  return leaks
}

const contentOf = (body: string): string => {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] }
  return messages.map(({ content }) => content).join('\n')
}

/** What was recognised and may not go: in a text that goes as it is, hints (an office holder) and internal stamps may. */
const protectedIn = (text: string, pack: Pack, onFound: GuardedRequest['onFound']): Stretch[] =>
  engineOf(pack)
    .scan(text)
    .filter(found => found.class !== 'D0' && found.class !== 'D1')
    .filter(found => onFound === 'replace' || found.certainty !== 'hinweis')

/** A value arrived if it stands there more often than the text has the same word elsewhere (Herr Koch, and the cook). */
function tally(
  stretches: readonly Stretch[],
  text: string,
  arrived: readonly string[],
  into: { values: number; arrived: number },
): void {
  const sorted = [...stretches].sort((a, b) => a.start - b.start)
  const rest = sorted.reduceRight((left, { start, end }) => `${left.slice(0, start)}\n${left.slice(end)}`, text)
  const times = (value: string, within: string): number => within.split(value).length - 1
  for (const { start, end } of sorted) {
    const value = text.slice(start, end).trim()
    if (value.length < 2) continue
    into.values++
    if (arrived.some(content => times(value, content) > times(value, rest))) into.arrived++
  }
}
