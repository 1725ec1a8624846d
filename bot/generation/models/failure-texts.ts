import type { Language } from '../../../policies/language/language.js'
import type { FailureKind, ModelFailure } from './model.js'

type Words = (tool: string, when: string) => string

/**
 * What happened and what to do, in one to three sentences for the person who asked.
 * @param tool name as people know it
 */
export function failureText(
  { kind, retryAfter }: Pick<ModelFailure, 'kind' | 'retryAfter'>,
  tool: string,
  language: Language,
): string {
  return language === 'en'
    ? ENGLISH[kind](`“${tool}”`, englishTime(retryAfter))
    : GERMAN[kind](`„${tool}“`, germanTime(retryAfter))
}

const again = (when: string): string =>
  `Ihr Text ist noch da: Versuchen Sie es ${when} noch einmal oder nehmen Sie die Textbausteine.`
const KI_TEAM = 'Bis dahin helfen die Textbausteine. Bitte geben Sie dem KI-Team Bescheid, es kann das beheben.'

const GERMAN: Readonly<Record<FailureKind, Words>> = {
  unreachable: (tool, when) => `${tool} ist gerade nicht erreichbar. ${again(when)}`,
  slow: (tool, when) => `${tool} antwortet gerade zu langsam. ${again(when)}`,
  stalled: (tool, when) =>
    `${tool} ist mitten in der Antwort stehen geblieben, sie ist nicht vollständig. ${again(when)}`,
  'cut-off': (tool, when) => `Die Antwort von ${tool} ist abgebrochen, sie ist nicht vollständig. ${again(when)}`,
  malformed: (tool, when) =>
    `Was ${tool} geantwortet hat, war nicht lesbar. ${again(when)} Kommt das wieder vor, sagen Sie es bitte dem KI-Team.`,
  denied: tool => `${tool} lässt uns gerade nicht hinein: Zugangsschlüssel oder Guthaben stimmen nicht. ${KI_TEAM}`,
  'unknown-model': tool => `Das Sprachmodell, das für ${tool} eingetragen ist, gibt es dort nicht. ${KI_TEAM}`,
  busy: (tool, when) => `${tool} ist gerade stark gefragt. ${again(when)}`,
  'too-long': tool =>
    `Teilen Sie Ihren Text bitte in kleinere Stücke: Am Stück ist er für ${tool} zu lang. Er ist noch da.`,
  refused: tool =>
    `Formulieren Sie Ihren Auftrag bitte anders: So hat ${tool} ihn nicht angenommen. Ihr Text ist noch da. Kommt das wieder vor, sagen Sie es bitte dem KI-Team.`,
  broken: (tool, when) => `Bei ${tool} gibt es gerade eine Störung. ${again(when)}`,
  resting: (tool, when) =>
    `${tool} hat mehrmals hintereinander nicht geantwortet und macht eine kurze Pause. ${again(when)}`,
  budget: tool =>
    `Morgen geht es mit ${tool} weiter: Für heute ist verbraucht, was Ihrer Verwaltung am Tag zur Verfügung steht. Ihr Text ist noch da, und die Textbausteine helfen auch heute.`,
  crowded: (tool, when) => `Gerade warten viele auf ${tool}. ${again(when)}`,
  'no-key': tool => `${tool} ist noch nicht fertig eingerichtet: Der Zugangsschlüssel fehlt. ${KI_TEAM}`,
  aborted: () => 'Abgebrochen. Ihr Text ist noch da, Sie können jederzeit neu beginnen.',
}

const tryAgain = (when: string): string =>
  `Your text is still here: please try again ${when} or use the building blocks.`
const TELL = 'Until then the building blocks help. Please tell the AI team (KI-Team), they can fix it.'

const ENGLISH: Readonly<Record<FailureKind, Words>> = {
  unreachable: (tool, when) => `${tool} cannot be reached right now. ${tryAgain(when)}`,
  slow: (tool, when) => `${tool} is too slow right now. ${tryAgain(when)}`,
  stalled: (tool, when) => `${tool} stopped in the middle of its answer, which is incomplete. ${tryAgain(when)}`,
  'cut-off': (tool, when) => `The answer of ${tool} broke off, it is incomplete. ${tryAgain(when)}`,
  malformed: (tool, when) =>
    `What ${tool} answered could not be read. ${tryAgain(when)} If it happens again, please tell the AI team (KI-Team).`,
  denied: tool => `${tool} does not let us in: its access key or its credit needs a look. ${TELL}`,
  'unknown-model': tool => `The language model entered for ${tool} does not exist there. ${TELL}`,
  busy: (tool, when) => `${tool} is in great demand right now. ${tryAgain(when)}`,
  'too-long': tool =>
    `Please split your text into smaller parts: as a whole it is too long for ${tool}. It is still here.`,
  refused: tool =>
    `Please put your request differently: ${tool} did not accept it like this. Your text is still here. If it happens again, please tell the AI team (KI-Team).`,
  broken: (tool, when) => `${tool} has a problem right now. ${tryAgain(when)}`,
  resting: (tool, when) => `${tool} failed to answer several times in a row and takes a short break. ${tryAgain(when)}`,
  budget: tool =>
    `${tool} goes on tomorrow: what your administration has for one day is used up. Your text is still here, and the building blocks help today, too.`,
  crowded: (tool, when) => `Many people are waiting for ${tool} right now. ${tryAgain(when)}`,
  'no-key': tool => `${tool} is not set up completely: its access key is missing. ${TELL}`,
  aborted: () => 'Stopped. Your text is still here, you can start again at any time.',
}

/** Rounded up: whoever comes too early is refused once more. A minute where nobody knows. */
const germanTime = (seconds = 60): string =>
  inSteps(seconds, {
    seconds: n => `in etwa ${n} Sekunden`,
    minute: 'in einer Minute',
    minutes: n => `in etwa ${n} Minuten`,
    hour: 'in einer Stunde',
  })

const englishTime = (seconds = 60): string =>
  inSteps(seconds, {
    seconds: n => `in about ${n} seconds`,
    minute: 'in a minute',
    minutes: n => `in about ${n} minutes`,
    hour: 'in an hour',
  })

type Steps = {
  readonly seconds: (n: number) => string
  readonly minute: string
  readonly minutes: (n: number) => string
  readonly hour: string
}

function inSteps(seconds: number, words: Steps): string {
  if (seconds <= 45) return words.seconds(Math.max(5, Math.ceil(seconds / 5) * 5))
  if (seconds <= 60) return words.minute
  const minutes = Math.ceil(seconds / 60)
  return minutes < 55 ? words.minutes(minutes) : words.hour
}
