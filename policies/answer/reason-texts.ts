import type { Language } from '../language/language.js'
import type { DataClass } from '../pack/terms.js'

/** The sentences a reason is made of. Names of data and the reasons of cases are content of the pack and stay German. */
type ReasonTexts = {
  readonly ofCase: (reason: string) => string
  readonly material: (name: string | undefined, dataClass: DataClass) => string
  readonly toolAndMaterial: (tool: string, material: string) => string
  readonly needsProcedure: (tool: string | undefined, material: string) => string
  readonly nowhere: (sentence: string) => string
  readonly notEvenIn: (sentence: string, tool: string) => string
  readonly notInOpen: (sentence: string) => string
  readonly notApproved: (tool: string) => string
  readonly approved: (tools: readonly string[]) => string
  readonly askForApproved: string
  readonly notYours: (tool: string) => string
  readonly toLearn: (tool: string) => string
  readonly stateLaw: (sentence: string, contact: string) => string
}

const GERMAN_CLASS: Record<DataClass, string> = {
  D0: 'gilt als öffentlich',
  D1: 'ist nur für die Verwaltung bestimmt',
  D2: 'gilt als vertraulich',
  D3: 'gilt als streng vertraulich',
  VS: 'ist eine Verschlusssache',
  SECRET: 'gehört in kein Werkzeug',
}

const ENGLISH_CLASS: Record<DataClass, string> = {
  D0: 'counts as public',
  D1: 'is meant for the administration only',
  D2: 'counts as confidential',
  D3: 'counts as strictly confidential',
  VS: 'is classified',
  SECRET: 'belongs in no tool',
}

export const REASON_TEXTS: Record<Language, ReasonTexts> = {
  de: {
    ofCase: reason => reason,
    material: (name, dataClass) => `${name ? `„${name}“` : 'eine Angabe zu einer Person'} ${GERMAN_CLASS[dataClass]}`,
    toolAndMaterial: (tool, material) => `${tool} ist bei uns nicht freigegeben, und ${material}.`,
    needsProcedure: (tool, material) =>
      `${tool ?? 'Das Werkzeug'} ist freigegeben, aber ${material}: Es braucht ein freigegebenes Verfahren oder Platzhalter.`,
    nowhere: sentence => `${sentence}, auch nicht in ein freigegebenes.`,
    notEvenIn: (sentence, tool) => `${sentence}. Dafür ist auch ${tool} nicht freigegeben.`,
    notInOpen: sentence => `${sentence} und darf deshalb nicht in ein offenes Werkzeug.`,
    notApproved: tool => `${tool} ist bei uns nicht freigegeben.`,
    approved: tools => `Freigegeben sind: ${tools.join(', ')}.`,
    askForApproved: 'Welche Werkzeuge freigegeben sind, weiß Ihr KI-Team.',
    notYours: tool => `${tool} ist bei uns freigegeben, aber noch nicht für Sie; Ihr KI-Team hilft weiter.`,
    toLearn: tool => `Für ${tool} fehlt Ihnen noch eine kurze Lektion: Schreiben Sie „werkzeuge“, dort geht es los.`,
    stateLaw: (sentence, contact) => `${sentence} Landesrecht, bitte bei ${contact} klären.`,
  },
  en: {
    ofCase: reason => `In German: ${reason}`,
    material: (name, dataClass) => `${name ? `“${name}”` : 'information about a person'} ${ENGLISH_CLASS[dataClass]}`,
    toolAndMaterial: (tool, material) => `${tool} is not approved here, and ${material}.`,
    needsProcedure: (tool, material) =>
      `${tool ?? 'The tool'} is approved, but ${material}: it takes a released procedure or placeholders.`,
    nowhere: sentence => `${sentence}, not even an approved one.`,
    notEvenIn: (sentence, tool) => `${sentence}. Not even ${tool} is approved for it.`,
    notInOpen: sentence => `${sentence} and must not go into an open tool.`,
    notApproved: tool => `${tool} is not approved here.`,
    approved: tools => `Approved are: ${tools.join(', ')}.`,
    askForApproved: 'Your AI team (KI-Team) knows which tools are approved.',
    notYours: tool => `${tool} is approved here, but not for you yet; your AI team can help.`,
    toLearn: tool => `For ${tool} you still need a short lesson: type “werkzeuge” to begin it.`,
    stateLaw: (sentence, contact) => `Law of the Land, please clarify with ${contact}. In German: ${sentence}`,
  },
}
