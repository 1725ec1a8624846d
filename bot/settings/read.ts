/** What reading a part of the settings leads to; problems are German sentences that begin with the name of the setting. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly string[] }

export const problemsOf = (read: Read<unknown>): readonly string[] => (read.ok ? [] : read.problems)

/** Settings by name, as the environment gives them. */
export type Given = Readonly<Record<string, string>>

/** The text of a file a setting names; undefined: it cannot be read. */
export type ReadText = (path: string) => string | undefined
