import type { Language } from '../language/language.js'
import type { DataClass } from '../pack/terms.js'
import type { Condition, Permit, Refusal } from './permit.js'

type Refused = Extract<Permit, { kind: 'refused' }>

/** What the words of a refusal name: tools and modules by what people call them. */
export type Named = {
  /** The tool that was asked for. */
  readonly tool: string
  readonly tools: readonly { readonly id: string; readonly name: string }[]
  readonly modules: readonly { readonly id: string; readonly title: string }[]
}

/** Why not, and the way on, in one or two sentences; used by chat, page and API alike. */
export function refusalText(permit: Refused, named: Named, language: Language = 'de'): string {
  const why = WHY[language][permit.reason](named.tool, permit.data, lessons(permit, named, language))
  const way = wayOn(permit, named, language)
  return way === undefined ? why : `${way} ${why}`
}

export const conditionText = (condition: Condition, language: Language = 'de'): string => CONDITION[language][condition]

/** The way on comes first: another tool, or the same with placeholders. */
function wayOn({ alternative }: Refused, { tool, tools }: Named, language: Language): string | undefined {
  if (!alternative) return undefined
  const name = tools.find(({ id }) => id === alternative.tool)?.name ?? alternative.tool
  const same = name === tool
  if (language === 'en') {
    if (!alternative.replacing) return `You can use ${name} for it.`
    return same
      ? 'Replace names and numbers with placeholders, then it may go in.'
      : `With placeholders it may go into ${name}.`
  }
  if (!alternative.replacing) return `Dafür können Sie ${name} nehmen.`
  return same
    ? 'Ersetzen Sie Namen und Nummern durch Platzhalter, dann darf der Text hinein.'
    : `Mit Platzhaltern statt Namen und Nummern darf der Text in ${name}.`
}

function lessons({ lacks }: Refused, { modules }: Named, language: Language): string {
  const titles = lacks.map(id => modules.find(module => module.id === id)?.title ?? id)
  const quoted = titles.map(title => (language === 'en' ? `“${title}”` : `„${title}“`))
  if (quoted.length <= 3) return quoted.join(', ')
  return language === 'en'
    ? `${quoted[0]} and ${quoted.length - 1} more`
    : `${quoted[0]} und ${quoted.length - 1} weitere`
}

type Why = Readonly<Record<Refusal, (tool: string, data: DataClass, lessons: string) => string>>

const MATERIAL: Readonly<Record<Language, Readonly<Record<DataClass, string>>>> = {
  de: {
    D0: 'öffentliches Material',
    D1: 'internes Material',
    D2: 'Angaben über Menschen und anderes Vertrauliches',
    D3: 'besonders geschützte Angaben',
    VS: 'Verschlusssachen',
    SECRET: 'Passwörter und Schlüssel',
  },
  en: {
    D0: 'public material',
    D1: 'internal material',
    D2: 'details about people and other confidential material',
    D3: 'specially protected details',
    VS: 'classified papers',
    SECRET: 'passwords and keys',
  },
}

const WHY: Readonly<Record<Language, Why>> = {
  de: {
    foreign: () => 'Dieses Werkzeug gehört zu einer anderen Verwaltung. Ihre eigenen finden Sie unter „Werkzeuge“.',
    secret: () => 'Bitte nehmen Sie Passwörter und Schlüssel heraus: Sie gehören in kein Werkzeug.',
    classified: () =>
      'Verschlusssachen bearbeiten Sie bitte nur auf dem dafür freigegebenen Weg, nicht mit KI. Ihre Geheimschutzbeauftragten helfen weiter.',
    'not-approved': tool => `${tool} ist bei uns nicht freigegeben. Ihr KI-Team nimmt Wünsche gern entgegen.`,
    incomplete: tool => `Die Freigabe von ${tool} ist noch nicht vollständig. Ihr KI-Team weiß, was fehlt.`,
    expired: tool => `Die Freigabe von ${tool} ist abgelaufen. Ihr KI-Team kann sie erneuern.`,
    'not-yours': tool => `${tool} ist freigegeben, aber noch nicht für Sie. Ihr KI-Team hilft weiter.`,
    purpose: tool => `Für diese Aufgabe ist ${tool} nicht freigegeben.`,
    training: (tool, _, lessons) => `Vor ${tool} kommt eine kurze Lektion: ${lessons}.`,
    'too-sensitive': (tool, data) =>
      `Für ${MATERIAL.de[data]} ist ${tool} nicht freigegeben. Schildern Sie den Fall allgemein, oder nehmen Sie die Textbausteine.`,
    procedure: tool =>
      `Für Angaben über Menschen braucht ${tool} ein freigegebenes Verfahren. Ihre Digitallotsin oder Ihr Digitallotse kennt es.`,
  },
  en: {
    foreign: () => 'This tool belongs to another administration. Yours are listed under “Tools”.',
    secret: () => 'Please take out passwords and keys: they belong in no tool.',
    classified: () =>
      'Please handle classified papers only in the way approved for them, not with AI. Your security officer can help.',
    'not-approved': tool => `${tool} is not approved here. Your AI team is glad to hear what you need.`,
    incomplete: tool => `The approval of ${tool} is not complete yet. Your AI team knows what is missing.`,
    expired: tool => `The approval of ${tool} has ended. Your AI team can renew it.`,
    'not-yours': tool => `${tool} is approved, but not for you yet. Your AI team can help.`,
    purpose: tool => `${tool} is not approved for this task.`,
    training: (tool, _, lessons) => `Before ${tool} comes a short lesson: ${lessons}.`,
    'too-sensitive': (tool, data) =>
      `${tool} is not approved for ${MATERIAL.en[data]}. Describe the case in general terms, or use the building blocks.`,
    procedure: tool => `For details about people ${tool} needs a released procedure. Your digital guide knows it.`,
  },
}

const CONDITION: Readonly<Record<Language, Readonly<Record<Condition, string>>>> = {
  de: {
    procedure: 'Nur für das freigegebene Verfahren, zu dem der Text gehört.',
    opinion: 'Nur für das Verfahren, über das die Leitung nach schriftlicher Stellungnahme entschieden hat.',
    pseudonymised:
      'Mit Platzhaltern: pseudonymisiert, nicht anonym. Bitte lesen Sie, ob man die Person trotzdem erkennt.',
    pilot: 'Das Werkzeug wird gerade erprobt. Sagen Sie gern, was auffällt.',
  },
  en: {
    procedure: 'Only for the released procedure the text belongs to.',
    opinion: 'Only for the procedure the head of the administration decided on after a written opinion.',
    pseudonymised:
      'With placeholders: pseudonymised, not anonymous. Please check whether the person can still be recognised.',
    pilot: 'This tool is being tried out. Do say what you notice.',
  },
}
