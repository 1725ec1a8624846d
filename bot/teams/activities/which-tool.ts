import { z } from 'zod'
import { indexOf } from '../../../policies/answer/index.js'
import { createFinder } from '../../../policies/answer/mentions.js'
import { type Language, languageOf } from '../../../policies/language/language.js'
import { tokenise } from '../../../policies/language/tokens.js'
import type { DataKind } from '../../../policies/pack/lexicon-schema.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { isMeantApproved } from '../../../policies/tools/approval.js'
import { strictest } from '../../../policies/tools/matrix.js'
import { type House, type Permit, permit } from '../../../policies/tools/permit.js'
import { conditionText, refusalText } from '../../../policies/tools/permit-texts.js'
import { PURPOSES, type Purpose } from '../../../policies/tools/purposes.js'
import type { Card } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import type { Notice } from '../cards/notice-card.js'
import { takesWords } from '../cards/tool-texts.js'
import { type Suggested, tasksCard, whichToolCard } from '../cards/which-tool-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { personally, takesOf } from './tools.js'

/** Asks for the tool itself ("welches Werkzeug für", "which tool to"): an unknown task gets all tasks to choose from. */
const ASKS =
  /^(?:(?:mit )?welche[smnr]? (?:ki )?(?:werkzeuge?|tools?|programme?|anwendung|ki)|which (?:ai )?tools?|what (?:ai )?tools?)(?: \S+){0,3}? (?:fur|zum|zur|um|for|to)(?: \S+)+$/
/** Asks by what means; only counts with a task that is known. */
const BY_WHAT =
  /^(?:womit|mit welche[mnr] (?:ki )?(?:werkzeuge?|tools?|programme?|ki)|welche[sr]? (?:ki )?(?:werkzeuge?|tools?|programme?) (?:kann|nehme|nutze|brauche|ubersetzt|hilft)|with (?:which|what) tools?|(?:which|what) (?:ai )?tools? (?:can|do|should)) \S/
/** Asks what is allowed, or about the tool itself: the rules answer that. */
const POLICY =
  /(?:^| )(?:darf|muss|mussen|must|durfen|durfte|erlaubt\S*|verboten\S*|freigegeben\S*|freigabe\S*|zugelassen\S*|genehmigt\S*|zulassig\S*|gesperrt\S*|sicher\S*|datenschutz\S*|dsgvo|kost\S*|lizenz\S*|zustandig\S*|verantwortlich\S*|beantrag\S*|beschaff\S*|allowed|may|permitted|approved|forbidden|safe|cost\S*|licen[cs]e\S*)(?: |$)/

/** `welches Werkzeug für …?`: the tools of this person for a task, and for the material named. */
export const whichTool: ChatCommand = {
  door: 'chat which-tool',
  match: (words, pack) =>
    !POLICY.test(words) && (ASKS.test(words) || (BY_WHAT.test(words) && understood(words, pack).purpose !== undefined)),
  run: async (text, scene) =>
    personally(scene, ABOUT_TOOLS, async () => send(await cardFor(understood(text, scene.pack), scene))),
}

const WhichData = z.object({ purpose: z.enum(PURPOSES).optional(), language: z.enum(['de', 'en']).catch('de') })

/** A task chosen from all there are. */
export const whichButton: Button = {
  door: 'button which',
  verb: 'which',
  run: async (data, scene) =>
    personally(scene, ABOUT_TOOLS, async () => {
      const { purpose, language = 'de' } = WhichData.safeParse(data).data ?? {}
      return { messages: [], replacement: await cardFor({ purpose, data: [], language }, scene) }
    }),
}

const ABOUT_TOOLS: Notice = {
  title: 'Ihre Werkzeuge nenne ich Ihnen allein',
  lines: [
    'Was Sie nutzen können, hängt auch davon ab, was Sie gelernt haben. Fragen Sie mich bitte im Chat mit mir allein.',
  ],
}

type Wanted = { readonly purpose: Purpose | undefined; readonly data: readonly DataKind[]; readonly language: Language }

function understood(text: string, pack: Pack): Wanted {
  const { vocabulary, find } = indexOf(pack)
  const tokens = tokenise(text)
  const words = vocabulary.expand(tokens)
  const [task] = taskFinder(pack)(words)
  const [known] = find.purposes(words).flatMap(({ value }) => FROM_LEXICON[value.id] ?? [])
  const data = find.data(words).map(({ value }) => value)
  return {
    purpose: task?.value ?? known,
    // A letter or an application says nothing about what is in it.
    data: [...new Set(data)].filter(({ generic }) => !generic).slice(0, 3),
    language: languageOf(tokens),
  }
}

/** The names of the tasks, and what people call them besides. */
const taskFinder = ({ prompts }: Pack) =>
  createFinder(prompts.map(({ id, name, name_en }) => ({ value: id, words: [name, name_en, ...ALSO[id]] })))

/** Without words of the lexicon of questions, which knows the frequent tasks. */
const ALSO: Readonly<Record<Purpose, readonly string[]>> = {
  entwerfen: ['Brief schreiben', 'E-Mail schreiben', 'Entwurf'],
  kuerzen: ['kürzen', 'kürzer', 'shorten'],
  freundlicher: ['freundlicher', 'freundlich', 'friendlier', 'friendly'],
  einfacher: ['verständlicher', 'verständlich', 'bürgernah', 'clearer'],
  zusammenfassen: ['zusammenfassen', 'Zusammenfassung', 'summarise', 'summarize', 'summary'],
  uebersetzen: ['übersetzen', 'Übersetzung', 'translate', 'translating', 'translation'],
  'einfache-sprache': ['Einfache Sprache', 'Leichte Sprache', 'plain language', 'easy language'],
  vollstaendigkeit: ['Vollständigkeit', 'vollständig', 'completeness', 'missing documents'],
  protokoll: ['Protokoll', 'Protokolle', 'Niederschrift', 'minutes'],
  buergeranfrage: ['Anfrage', 'Bürgeranfrage', 'Beschwerde beantworten', 'enquiry', 'Antwort schreiben'],
  schulungsunterlage: ['Schulung', 'Schulungsunterlagen', 'Fortbildung', 'handout'],
  'angaben-herausziehen': ['Tabelle', 'Angaben herausziehen', 'herausziehen', 'extrahieren', 'extract', 'table'],
  einordnen: ['einordnen', 'sortieren', 'kategorisieren', 'Kategorien', 'sort', 'categorise'],
}

const FROM_LEXICON: Readonly<Partial<Record<string, Purpose>>> = {
  entwerfen: 'entwerfen',
  zusammenfassen: 'zusammenfassen',
  uebersetzen: 'uebersetzen',
  vereinfachen: 'einfache-sprache',
  transkribieren: 'protokoll',
  'vollstaendigkeit-pruefen': 'vollstaendigkeit',
}

/** What building blocks do as well, without any model. */
const BUILT_IN: ReadonlySet<Purpose> = new Set([
  'entwerfen',
  'zusammenfassen',
  'einfacher',
  'vollstaendigkeit',
  'buergeranfrage',
])

async function cardFor({ purpose, data, language }: Wanted, scene: Scene): Promise<Card> {
  const { pack, person, services } = scene
  const issuer = issuerOf(pack)
  const nameOf = (prompt: Pack['prompts'][number]): string => (language === 'en' ? prompt.name_en : prompt.name)
  const prompt = pack.prompts.find(({ id }) => id === purpose)
  if (!prompt)
    return tasksCard(
      pack.prompts.map(one => ({ id: one.id, name: nameOf(one) })),
      language,
      issuer,
    )
  const house = await services.house(person)
  const rule = pack.rules.find(({ id }) => id === prompt.rule)
  return whichToolCard({
    task: nameOf(prompt),
    data: data.map(({ name }) => name),
    builtIn: BUILT_IN.has(prompt.id),
    suggested: suggestions(prompt.id, data, language, house, scene),
    rule: rule && { id: rule.id, title: language === 'en' ? rule.en.title : rule.title },
    page: services.tab,
    language,
    issuer,
  })
}

type Asked = { readonly tool: Tool; readonly given: Permit }

/** Every approved tool that is made for the task; where one may be used now, the others need not point to it. */
function suggestions(
  purpose: Purpose,
  data: readonly DataKind[],
  language: Language,
  house: House,
  scene: Scene,
): Suggested[] {
  const { pack, person, today } = scene
  const declared = strictest(data.map(kind => kind.class)) ?? 'D0'
  const request = { principal: person, purpose, declared, recognised: undefined, social: false, now: today }
  const asked = pack.tools.filter(isMeantApproved).map((tool): Asked => {
    const given = permit({ ...request, tool, pseudonymised: false, replaceable: true }, house)
    return { tool, given }
  })
  const usable = asked.some(({ given }) => given.kind !== 'refused')
  return asked
    .filter(({ given }) => !(given.kind === 'refused' && given.reason === 'purpose'))
    .map(one => suggestion(one, usable, language, house, scene))
}

function suggestion(
  { tool, given }: Asked,
  usable: boolean,
  language: Language,
  house: House,
  scene: Scene,
): Suggested {
  const { person, today, pack } = scene
  const { name } = tool
  if (given.kind === 'refused') {
    const standing = given.reason === 'training' ? 'lesson' : 'no'
    const shown = usable || standing === 'lesson' ? { ...given, alternative: undefined } : given
    const words = refusalText(shown, { tool: name, tools: pack.tools, modules: pack.training.modules }, language)
    return { name, standing, lines: [words], lesson: given.lacks[0], link: undefined }
  }
  const lines = [`${takesWords(takesOf(tool, house, person, today), language)}.`, ...conditionsOf(given, language)]
  return { name, standing: 'now', lines, lesson: undefined, link: tool.link }
}

const conditionsOf = (given: Permit, language: Language): string[] =>
  given.kind === 'conditions' ? given.conditions.map(condition => conditionText(condition, language)) : []
