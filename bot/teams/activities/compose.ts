import { randomUUID } from 'node:crypto'
import { assemble } from '../../../policies/generation/assemble.js'
import { gapsIn } from '../../../policies/generation/result.js'
import type { Letter } from '../../../policies/pack/letter-schema.js'
import type { Prompt } from '../../../policies/pack/prompt-schema.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import type { Permit } from '../../../policies/tools/permit.js'
import { conditionText, refusalText } from '../../../policies/tools/permit-texts.js'
import type { GuardedRequest, GuardOutcome } from '../../generation/guard-contract.js'
import { failureText } from '../../generation/models/failure-texts.js'
import { ModelFailure } from '../../generation/models/model.js'
import { type Action, execute } from '../cards/card.js'
import { classOf, type Source } from '../cards/tool-texts.js'
import { heldCard } from '../check.js'
import { type Outcome, send } from '../turn.js'
import type { Button, Scene } from './activity.js'
import { ABOUT_DRAFTS, again } from './drafting/form.js'
import { type Form, readForm } from './drafting/read-form.js'
import { say, sendDraft } from './drafting/replies.js'
import { personally } from './tools.js'

/** Teams waits 15 s for the answer to a button. */
const PATIENCE_MS = 12_000

/** Through the guard to a model of this service; whoever answers a button must not wait longer than the chat does. */
export function composeWithin(patienceMs: number): Button {
  return {
    door: 'button compose',
    verb: 'compose',
    run: async (data, scene) => personally(scene, ABOUT_DRAFTS, async () => compose(data, scene, patienceMs)),
  }
}
export const composeButton = composeWithin(PATIENCE_MS)

async function compose(data: unknown, scene: Scene, patienceMs: number): Promise<Outcome> {
  const read = await readForm(data, scene)
  if (read.kind === 'not-yet') return read.outcome
  const { form, letter } = read
  const { pack, services } = scene
  const tool = pack.tools.find(({ id }) => id === form.tool)
  const prompt = pack.prompts.find(({ id }) => id === 'entwerfen')
  if (!tool || !prompt) return again(NO_TOOL, form, scene)
  if (form.source === undefined) return again(NO_SOURCE, form, scene)
  const signal = AbortSignal.timeout(patienceMs)
  const job: Job = { form, letter, tool, scene, signal }
  return shown(await services.guard(guarded(job, form.source, prompt)), job)
}

const NO_SOURCE = 'Wählen Sie bitte noch, woher der Text kommt. Auch „Weiß ich nicht“ geht.'
const NO_TOOL = 'Dieses Werkzeug steht gerade nicht bereit. Aus Textbausteinen geht es trotzdem.'

/** One draft by a model: what is wanted, of which tool, and until when. */
type Job = {
  readonly form: Form
  readonly letter: Letter
  readonly tool: Tool
  readonly scene: Scene
  readonly signal: AbortSignal
}

/** In chat nothing is replaced: what may not go is said, and the page can put placeholders in. */
function guarded({ form, letter, tool, scene, signal }: Job, source: Source, prompt: Prompt): GuardedRequest {
  const boundary = randomUUID()
  return {
    principal: scene.person,
    tool,
    purposes: ['entwerfen'],
    procedure: undefined,
    declared: classOf(source),
    texts: [form.points],
    fixed: new Set(),
    assemble: ([wish = '']) => ({
      ...assemble(prompt, { material: '', wish, answers: { textart: letter.name }, boundary }),
    }),
    onFound: 'block',
    signal,
  }
}

async function shown(outcome: GuardOutcome, job: Job): Promise<Outcome> {
  switch (outcome.kind) {
    case 'held':
      return send(heldCard(job.scene))
    case 'refused':
      return refused(outcome.permit, job)
    case 'failed':
      return failed(outcome.failure, job)
    case 'running':
      return collected(outcome, job)
  }
}

type Running = Extract<GuardOutcome, { kind: 'running' }>

async function collected({ conditions, mark, answer }: Running, job: Job): Promise<Outcome> {
  const read = await readAnswer(answer)
  if (read instanceof ModelFailure) return failed(read, job)
  const { written, cut } = read
  if (written === '' || job.signal.aborted) return failed(new ModelFailure('malformed'), job)
  const notes = [
    ...(cut ? ['Der Text ist am Ende nicht vollständig.'] : []),
    ...conditions.map(condition => conditionText(condition)),
    ...(mark.label === undefined ? [] : [`Wenn Sie ihn geprüft haben, gehört darunter: „${mark.label}“`]),
  ]
  const gaps = gapsIn(written).map(({ label }) => label)
  const origin = `Von KI entworfen, noch nicht geprüft (${mark.tool})`
  return sendDraft({ kind: job.letter.name, draft: written, gaps, notes, origin }, job.scene, true)
}

/** The whole answer; `cut`: the model or its provider ended it early. */
async function readAnswer(answer: Running['answer']): Promise<{ written: string; cut: boolean } | ModelFailure> {
  const pieces: string[] = []
  let cut = false
  try {
    for await (const { text = '', refusal = '', finish } of answer) {
      pieces.push(text, refusal)
      if (finish === 'length' || finish === 'content_filter') cut = true
    }
  } catch (error) {
    if (error instanceof ModelFailure) return error
    throw error
  }
  return { written: pieces.join('').trim(), cut }
}

const TOO_SLOW =
  'Das dauert länger als gedacht. Auf der Seite sehen Sie den Text, während er entsteht. Oder versuchen Sie es gleich noch einmal.'

/** What to do now, with everything filled in as it was. */
const failed = (failure: ModelFailure, { form, tool, scene, signal }: Job): Promise<Outcome> =>
  again(signal.aborted ? TOO_SLOW : failureText(failure, tool.name, 'de'), form, scene)

/** Why not, the lesson one press away, or the page, which can put placeholders in. */
function refused(given: Extract<Permit, { kind: 'refused' }>, { tool, scene }: Job): Outcome {
  const { pack } = scene
  const [lesson] = given.lacks
  const line = refusalText(given, { tool: tool.name, tools: pack.tools, modules: pack.training.modules })
  const actions: Action[] = [
    ...(lesson === undefined ? [] : [execute('Lektion beginnen', 'lesson', { module: lesson, screen: 0 })]),
    ...(pack.rules.some(({ id }) => id === given.rule)
      ? [execute('Regel ansehen', 'rule', { rule: given.rule, language: 'de' })]
      : []),
  ]
  const placeholders = given.reason === 'procedure' ? [' Platzhalter setzen Sie auf der Seite mit einem Klick.'] : []
  const lines = [line, ['Aus Textbausteinen geht es sofort.', ...placeholders].join('')]
  return say({ title: 'So geht es weiter', lines }, scene, actions)
}
