import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { mayHelpWith, type WrittenLetter, writeLetter } from '../../../policies/assistant/index.js'
import { assemble } from '../../../policies/generation/assemble.js'
import { gapsIn } from '../../../policies/generation/result.js'
import { plainWords } from '../../../policies/language/fold.js'
import type { Letter } from '../../../policies/pack/letter-schema.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Prompt } from '../../../policies/pack/prompt-schema.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { type Permit, permit } from '../../../policies/tools/permit.js'
import { conditionText, refusalText } from '../../../policies/tools/permit-texts.js'
import type { GuardedRequest, GuardOutcome } from '../../generation/guard-contract.js'
import { failureText } from '../../generation/models/failure-texts.js'
import { ModelFailure } from '../../generation/models/model.js'
import { type Action, execute, openUrl } from '../cards/card.js'
import { type Drafter, draftCard, draftedCards, LONGEST_POINTS } from '../cards/draft-card.js'
import { issuerOf } from '../cards/frame.js'
import { type Notice, noticeCard } from '../cards/notice-card.js'
import { classOf, SOURCES, type Source } from '../cards/tool-texts.js'
import { cardOf, checkIncoming, heldCard } from '../check.js'
import { type Outcome, send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { personally } from './tools.js'

const COMMAND =
  /^(?:bitte )?(?:(?:neuer |einen )?(?:entwurf|brief)|(?:einen |mir einen )?(?:brief|text) (?:schreiben|entwerfen)|(?:schreibe?|entwirf|verfasse)(?: mir)?(?: bitte)? einen (?:brief|text|entwurf)|textbausteine?|aus textbausteinen(?: schreiben)?|schreibhilfe|schreiben|entwerfen|draft|(?:write|draft)(?: me)? a letter)$/
/** "entwurf absage", "schreib mir eine einladung": with a kind of letter behind. */
const WITH_KIND =
  /^(?:bitte )?(?:entwurf(?: fur| einer?| eines)?|brief|(?:schreibe?|entwirf|verfasse|draft|write)(?: mir| me)?(?: bitte)?)(?: eine?n?| an?)? (?<kind>[a-z]+(?: [a-z]+){0,3})$/

/** `entwurf`: the kind of letter, a few words, and it is written. */
export const draft: ChatCommand = {
  door: 'chat draft',
  match: (words, pack) => COMMAND.test(words) || kindIn(words, pack) !== undefined,
  run: async (text, scene) => {
    const letter = kindIn(plainWords(text), scene.pack)?.id
    return personally(scene, ABOUT_DRAFTS, async () => send(await formCard({ letter }, scene)))
  },
}

const LetterData = z.object({ letter: z.string().max(80).optional() })

/** The empty form again. */
export const draftButton: Button = {
  door: 'button draft',
  verb: 'draft',
  run: async (data, scene) =>
    personally(scene, ABOUT_DRAFTS, async () => {
      const { letter } = LetterData.safeParse(data).data ?? {}
      return send(await formCard({ letter }, scene))
    }),
}

const ABOUT_DRAFTS: Notice = {
  title: 'Entwürfe schreiben wir zu zweit',
  lines: ['Hier lesen alle mit. Schreiben Sie mir bitte „entwurf“ im Chat mit mir allein.'],
}

const letterOf = (id: string | undefined, { letters }: Pack): Letter | undefined => letters.find(one => one.id === id)

/** A kind of letter by a word of its name: "absage", "Einladung". Of several the first one in the order of the pack. */
function kindIn(words: string, { letters }: Pack): Letter | undefined {
  const kind = COMMAND.test(words) ? undefined : WITH_KIND.exec(words)?.groups?.kind
  if (kind === undefined) return undefined
  const namesOf = ({ id, name, name_en }: Letter): string[] => [id, name, name_en].map(plainWords)
  return (
    letters.find(letter => namesOf(letter).includes(kind)) ??
    letters.find(letter => namesOf(letter).some(name => name.startsWith(`${kind} `)))
  )
}

/** What is filled in already, and why the form is shown again. */
type Filled = {
  readonly letter?: string | undefined
  readonly points?: string | undefined
  readonly source?: Source | undefined
}

async function formCard({ letter, points, source }: Filled, scene: Scene, notice?: string) {
  const { pack } = scene
  return draftCard({
    letters: pack.letters.map(({ id, name }) => ({ id, name })),
    chosen: letterOf(letter, pack)?.id,
    drafters: await draftersOf(scene),
    ...(notice === undefined ? {} : { notice }),
    ...(points === undefined ? {} : { points }),
    ...(source === undefined ? {} : { source }),
    page: pageOf(scene),
    issuer: issuerOf(pack),
  })
}

/** The form in its own place, with what was filled in and what to do now. */
const again = async (notice: string, filled: Filled, scene: Scene): Promise<Outcome> => ({
  messages: [],
  replacement: await formCard(filled, scene, notice),
})

const pageOf = ({ services }: Scene): string => `${services.tab}#/schreiben`

/** Models of this service the person may draft with, at once or after a lesson. */
async function draftersOf({ person, pack, today, services }: Scene): Promise<Drafter[]> {
  const house = await services.house(person)
  const plain = { recognised: undefined, pseudonymised: false, replaceable: false, social: false } as const
  return pack.tools
    .filter(({ endpoint }) => endpoint !== undefined)
    .flatMap(tool => {
      const request = { principal: person, tool, purpose: 'entwerfen', declared: 'D0', ...plain, now: today } as const
      const given = permit(request, house)
      if (given.kind === 'refused' && given.reason !== 'training') return []
      const first = given.kind === 'refused' ? pack.training.modules.find(({ id }) => id === given.lacks[0]) : undefined
      return [{ id: tool.id, name: tool.name, lesson: first && { id: first.id, title: first.title } }]
    })
}

const FormData = z.object({
  letter: z.string().max(80).optional(),
  points: z.string().max(LONGEST_POINTS).default(''),
  source: z
    .enum(SOURCES.map(({ value }) => value))
    .optional()
    .catch(undefined),
  tool: z.string().max(80).optional(),
})
type Form = z.infer<typeof FormData>

/** The letter from building blocks, as a message; the form stays as it was filled in. */
export const writeButton: Button = {
  door: 'button write',
  verb: 'write',
  run: async (data, scene) => personally(scene, ABOUT_DRAFTS, async () => write(data, scene)),
}

async function write(data: unknown, scene: Scene): Promise<Outcome> {
  const read = await readForm(data, scene)
  if (read.kind === 'not-yet') return read.outcome
  const { letter, form } = read
  const { pack, person, today } = scene
  const context = { today, municipality: pack.manifest.name, author: person.name }
  const written = writeLetter(letter, { points: form.points, fields: {} }, context)
  return sendDraft(
    {
      kind: letter.name,
      draft: written.text,
      gaps: distinct(written.gaps.map(({ label }) => label)),
      notes: doubtsOf(written, letter),
      origin: 'Aus Textbausteinen, bitte prüfen',
    },
    scene,
  )
}

type Read =
  | { readonly kind: 'ready'; readonly form: Form; readonly letter: Letter }
  | { readonly kind: 'not-yet'; readonly outcome: Outcome }

/** A filled form once it has been checked: classified papers and passwords are held, whoever would write. */
async function readForm(data: unknown, scene: Scene): Promise<Read> {
  const notYet = (outcome: Outcome): Read => ({ kind: 'not-yet', outcome })
  const parsed = FormData.safeParse(data)
  if (!parsed.success) return notYet(say(TOO_MUCH, scene))
  const form = parsed.data
  if (form.points.trim() === '') return notYet(await again(NO_POINTS, form, scene))
  const checked = await checkIncoming(form.points, scene)
  if (!checked) return notYet(send(heldCard(scene)))
  if (!mayHelpWith(checked.found.findings).helps)
    return notYet(send(cardOf({ ...scene, checked }, { where: 'chat', answered: false, language: 'de' })))
  const letter = letterOf(form.letter, scene.pack)
  return letter ? { kind: 'ready', form, letter } : notYet(await again(NO_KIND, form, scene))
}

const NO_KIND = 'Wählen Sie bitte noch die Art des Textes.'
const NO_POINTS =
  'Nennen Sie bitte noch, worum es geht, ein Stichwort je Zeile. Was Sie nicht wissen, bleibt als Lücke.'
const NO_SOURCE = 'Wählen Sie bitte noch, woher der Text kommt. Auch „Weiß ich nicht“ geht.'
const TOO_MUCH: Notice = {
  title: 'Das schreiben Sie besser auf der Seite',
  lines: [
    `In die Karte passen ${LONGEST_POINTS.toLocaleString('de-DE')} Zeichen. Auf der Seite ist Platz für mehr, und dort bleibt alles in Ihrem Browser.`,
  ],
}

/** A notice beside the form; always with the way to the page. */
const say = (notice: Notice, scene: Scene, actions: readonly Action[] = []): Outcome =>
  send(
    noticeCard(
      { ...notice, actions: [...actions, openUrl('Auf der Seite öffnen', pageOf(scene))] },
      'de',
      issuerOf(scene.pack),
    ),
  )

const distinct = (labels: readonly string[]): string[] => [...new Set(labels.filter(label => label !== ''))]

const doubtsOf = ({ doubts }: WrittenLetter, { fields }: Letter): string[] =>
  doubts.flatMap(({ field }) => {
    const label = fields.find(({ id }) => id === field)?.label
    return label === undefined ? [] : [`Bitte sehen Sie bei „${label}“ noch einmal auf das Datum.`]
  })

type Drafted = Omit<Parameters<typeof draftedCards>[0], 'page' | 'issuer'>

function sendDraft(drafted: Drafted, scene: Scene, ai = false): Outcome {
  const cards = draftedCards({ ...drafted, page: pageOf(scene), issuer: issuerOf(scene.pack) })
  return { messages: cards.map(card => (ai ? { card, ai } : { card })) }
}

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
  const gaps = distinct(gapsIn(written).map(({ label }) => label))
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
