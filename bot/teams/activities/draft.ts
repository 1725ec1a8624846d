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
    const chosen = kindIn(plainWords(text), scene.pack)?.id
    return personally(scene, ABOUT_DRAFTS, async () => send(await formCard(chosen, scene)))
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
      return send(await formCard(letterOf(letter, scene.pack)?.id, scene))
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

async function formCard(chosen: string | undefined, scene: Scene) {
  const { pack } = scene
  return draftCard({
    letters: pack.letters.map(({ id, name }) => ({ id, name })),
    chosen,
    drafters: await draftersOf(scene),
    page: pageOf(scene),
    issuer: issuerOf(pack),
  })
}

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

const WrittenData = z.object({
  letter: z.string().max(80).optional(),
  points: z.string().max(LONGEST_POINTS).optional(),
})

/** The letter from building blocks, as a message; the form stays as it was filled in. */
export const writeButton: Button = {
  door: 'button write',
  verb: 'write',
  run: async (data, scene) => personally(scene, ABOUT_DRAFTS, async () => write(data, scene)),
}

async function write(data: unknown, scene: Scene): Promise<Outcome> {
  const { pack, person, today } = scene
  const given = readForm(WrittenData, data, scene)
  if ('outcome' in given) return given.outcome
  const { letter, points } = given
  const checked = await checkIncoming(points, scene)
  if (!checked) return send(heldCard(scene))
  if (!mayHelpWith(checked.found.findings).helps)
    return send(cardOf({ ...scene, checked }, { where: 'chat', answered: false, language: 'de' }))
  const context = { today, municipality: pack.manifest.name, author: person.name }
  const written = writeLetter(letter, { points, fields: {} }, context)
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

/** What a filled form says, or what is still missing in it. */
function readForm<Form extends { letter?: string | undefined; points?: string | undefined }>(
  form: z.ZodType<Form>,
  data: unknown,
  scene: Scene,
): { readonly form: Form; readonly letter: Letter; readonly points: string } | { readonly outcome: Outcome } {
  const parsed = form.safeParse(data)
  if (!parsed.success) return { outcome: say(TOO_MUCH, scene) }
  const letter = letterOf(parsed.data.letter, scene.pack)
  if (!letter) return { outcome: say(NO_KIND, scene) }
  const { points = '' } = parsed.data
  return points.trim() === '' ? { outcome: say(NO_POINTS, scene) } : { form: parsed.data, letter, points }
}

const NO_KIND: Notice = {
  title: 'Was soll es werden?',
  lines: ['Wählen Sie in der Karte bitte noch die Art des Textes. Ihre Stichworte stehen noch dort.'],
}
const NO_POINTS: Notice = {
  title: 'Ein paar Stichworte noch',
  lines: [
    'Nennen Sie in der Karte bitte, worum es geht, ein Stichwort je Zeile. Was Sie nicht wissen, bleibt als Lücke.',
  ],
}
const NO_SOURCE: Notice = {
  title: 'Woher kommt der Text?',
  lines: ['Wählen Sie das in der Karte bitte noch, auch „Weiß ich nicht“ geht. Ihre Stichworte stehen noch dort.'],
}
const TOO_MUCH: Notice = {
  title: 'Das schreiben Sie besser auf der Seite',
  lines: [
    `In die Karte passen ${LONGEST_POINTS.toLocaleString('de-DE')} Zeichen. Auf der Seite ist Platz für mehr, und dort bleibt alles in Ihrem Browser.`,
  ],
}

/** A notice beside the form, which stays as it is; always with the way to the page. */
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

const ComposeData = WrittenData.extend({
  tool: z.string().max(80),
  source: z.enum(SOURCES.map(({ value }) => value)).optional(),
})

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
  const given = readForm(ComposeData, data, scene)
  if ('outcome' in given) return given.outcome
  const { form, letter, points } = given
  const { pack, services } = scene
  const tool = pack.tools.find(({ id }) => id === form.tool)
  const prompt = pack.prompts.find(({ id }) => id === 'entwerfen')
  if (!tool || !prompt) return send(await formCard(letter.id, scene))
  if (form.source === undefined) return say(NO_SOURCE, scene)
  const signal = AbortSignal.timeout(patienceMs)
  const outcome = await services.guard(guarded({ points, letter, source: form.source }, tool, prompt, scene, signal))
  return shown(outcome, tool, letter, scene, signal)
}

type Wanted = { readonly points: string; readonly letter: Letter; readonly source: Source }

/** In chat nothing is replaced: what may not go is said, and the page can put placeholders in. */
function guarded(
  { points, letter, source }: Wanted,
  tool: Tool,
  prompt: Prompt,
  { person }: Scene,
  signal: AbortSignal,
): GuardedRequest {
  const boundary = randomUUID()
  return {
    principal: person,
    tool,
    purposes: ['entwerfen'],
    procedure: undefined,
    declared: classOf(source),
    texts: [points],
    fixed: new Set(),
    assemble: ([wish = '']) => ({
      ...assemble(prompt, { material: '', wish, answers: { textart: letter.name }, boundary }),
    }),
    onFound: 'block',
    signal,
  }
}

async function shown(
  outcome: GuardOutcome,
  tool: Tool,
  letter: Letter,
  scene: Scene,
  signal: AbortSignal,
): Promise<Outcome> {
  switch (outcome.kind) {
    case 'held':
      return send(heldCard(scene))
    case 'refused':
      return refused(outcome.permit, tool, scene)
    case 'failed':
      return failed(outcome.failure, tool, scene, signal)
    case 'running':
      return collected(outcome, tool, letter, scene, signal)
  }
}

async function collected(
  { conditions, mark, answer }: Extract<GuardOutcome, { kind: 'running' }>,
  tool: Tool,
  letter: Letter,
  scene: Scene,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const pieces: string[] = []
    let cut = false
    for await (const { text = '', refusal = '', finish } of answer) {
      pieces.push(text, refusal)
      if (finish === 'length' || finish === 'content_filter') cut = true
    }
    const written = pieces.join('').trim()
    if (signal.aborted) return say(TOO_SLOW, scene)
    if (written === '') return failed(new ModelFailure('malformed'), tool, scene, signal)
    const notes = [
      ...(cut ? ['Der Text ist am Ende nicht vollständig.'] : []),
      ...conditions.map(condition => conditionText(condition)),
      ...(mark.label === undefined ? [] : [`Wenn Sie ihn geprüft haben, gehört darunter: „${mark.label}“`]),
    ]
    const gaps = distinct(gapsIn(written).map(({ label }) => label))
    const origin = `Von KI entworfen, noch nicht geprüft (${mark.tool})`
    return sendDraft({ kind: letter.name, draft: written, gaps, notes, origin }, scene, true)
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    return failed(error, tool, scene, signal)
  }
}

const TOO_SLOW: Notice = {
  title: 'Das dauert länger als gedacht',
  lines: ['Auf der Seite sehen Sie den Text, während er entsteht. Ihre Stichworte stehen noch in der Karte.'],
}

function failed(failure: ModelFailure, { name }: Tool, scene: Scene, { aborted }: AbortSignal): Outcome {
  if (aborted) return say(TOO_SLOW, scene)
  return say({ title: `${name} hat gerade nicht geantwortet`, lines: [failureText(failure, name, 'de')] }, scene)
}

/** Why not, the lesson one press away, or the page, which can put placeholders in. */
function refused(given: Extract<Permit, { kind: 'refused' }>, { name }: Tool, scene: Scene): Outcome {
  const { pack } = scene
  const [lesson] = given.lacks
  const line = refusalText(given, { tool: name, tools: pack.tools, modules: pack.training.modules })
  const actions: Action[] = [
    ...(lesson === undefined ? [] : [execute('Lektion beginnen', 'lesson', { module: lesson, screen: 0 })]),
    ...(pack.rules.some(({ id }) => id === given.rule)
      ? [execute('Regel ansehen', 'rule', { rule: given.rule, language: 'de' })]
      : []),
  ]
  const lines = [line, 'Aus Textbausteinen geht es trotzdem: Ihre Stichworte stehen noch in der Karte.']
  return say({ title: 'So geht es weiter', lines: hasSecret(given) ? [line] : lines }, scene, actions)
}

/** Classified papers and passwords are held by the building blocks too. */
const hasSecret = ({ reason }: Extract<Permit, { kind: 'refused' }>): boolean =>
  reason === 'secret' || reason === 'classified'
