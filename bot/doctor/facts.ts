import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Problem } from '../../policies/pack/problem.js'
import type { Day } from '../../policies/pack/terms.js'
import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import type { DatabaseLook } from '../storage/look.js'

/** What there was to find out about an installation, at one moment. Checks judge it and touch nothing themselves. */
export type Facts = {
  readonly now: Date
  readonly today: Day
  /** As in `process.versions.node`. */
  readonly node: string
  readonly settingProblems: readonly string[]
  /** Undefined where the settings cannot be read: then there is nothing to look for. */
  readonly place: Place | undefined
}

export type Place = {
  readonly settings: Settings
  readonly packs: readonly PackFacts[]
  /** `foreign`: its folder belongs to another user, who would not get at the files this one leaves. */
  readonly database: DatabaseLook | { readonly kind: 'foreign' }
  readonly folder: FolderFacts
  /** Problems of the key files, in German. */
  readonly keyProblems: readonly string[]
  readonly ports: readonly PortFacts[]
  readonly pages: PageFacts
  readonly publicly: PublicFacts | undefined
  readonly signIns: readonly SignInFacts[]
  readonly botSecrets: readonly BotSecretFacts[]
  readonly models: readonly ModelFacts[]
  readonly officeJs: Answer | undefined
}

/** Settings that checks speak about. */
type Settings = {
  readonly publicUrl: string | undefined
  readonly databaseIs: 'sqlite' | 'postgres'
  /** Undefined: there is one municipality, and it stands in the environment. */
  readonly municipalitiesFile: string | undefined
  readonly municipalities: readonly MunicipalitySettings[]
  readonly officeJs: string | undefined
}

export type PackFacts = {
  /** As in the settings. */
  readonly name: string
  readonly problems: readonly Problem[]
  /** Undefined where it cannot be used. */
  readonly pack: Pack | undefined
}

/** The data folder. Bits of permission are undefined where the system knows none (Windows). */
export type FolderFacts =
  | { readonly kind: 'missing'; readonly path: string }
  /** Not even to be looked at; the system's code. */
  | { readonly kind: 'closed'; readonly path: string; readonly code: string }
  | {
      readonly kind: 'there'
      readonly path: string
      /** The system's code, e.g. `EACCES`; undefined: a file could be written and removed. */
      readonly writeProblem: string | undefined
      readonly freeBytes: number
      /** Whether whoever looks owns it; true where the system knows no owners. */
      readonly own: boolean
      readonly mode: number | undefined
      /** Files with secrets or data of people in it. */
      readonly files: readonly { readonly name: string; readonly mode: number | undefined }[]
    }

export type PortFacts = {
  readonly setting: string
  readonly host: string
  readonly port: number
  readonly state: 'ours' | 'free' | 'taken' | { readonly code: string }
}

/** Built pages that do not lie where the service looks for them. */
export type PageFacts = { readonly missing: readonly string[] }

export type PublicFacts = {
  readonly health: Answer
  readonly tab: Answer
  /** POST without a token, as anybody on the internet could do. */
  readonly messages: Answer
}

export type SignInFacts = {
  /** Its pack, as in the settings. */
  readonly municipality: string
  readonly purpose: 'people' | 'bot'
  readonly issuer: string | undefined
  readonly answer: Answer
}

/** Whether Entra takes the secret of a bot. Of its answer nobody sees more than numbers of errors. */
export type BotSecretFacts = { readonly municipality: string; readonly answer: Answer }

export type ModelFacts = {
  /** Its pack, as in the settings. */
  readonly municipality: string
  readonly tool: string
  /** The tool's part of the names of its settings. */
  readonly setting: string
  readonly model: string
  readonly address: string
  readonly answer: Answer
}

/** What an address answered. Bodies are read for what stands in them and never shown. */
export type Answer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly body: string
      readonly type: string
      /** Its clock minus ours, in seconds; HTTP tells whole seconds. Undefined: it did not say. */
      readonly ahead: number | undefined
      /** Last moment of the server's certificate; undefined: http, or behind a proxy. */
      readonly certificateUntil: Date | undefined
    }
  /** The code of Node or OpenSSL, e.g. `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  | { readonly kind: 'failed'; readonly code: string }
