import type { ModelBody, Usage } from './model.js'

/** Counts the tokens of one call over all its tries: as the model says, else estimated. */
export type Meter = {
  /** A try has reached the model, which begins to count. */
  readonly asked: () => void
  readonly generated: (characters: number) => void
  /** The model's own count for this try; the last one is right. */
  readonly reported: (usage: Usage) => void
  readonly total: () => number
}

/** Four characters make a token, more or less, in all models of today; German words need rather more of them. */
const CHARACTERS_PER_TOKEN = 4

export function createMeter(body: ModelBody): Meter {
  let before = 0
  let characters: number | undefined
  let usage: Usage | undefined

  const ofThisTry = (): number => {
    if (usage !== undefined) return usage.prompt + usage.completion
    if (characters === undefined) return 0
    return Math.ceil((JSON.stringify(body).length + characters) / CHARACTERS_PER_TOKEN)
  }
  return {
    asked() {
      before += ofThisTry()
      characters = 0
      usage = undefined
    },
    generated(more) {
      characters = (characters ?? 0) + more
    },
    reported(counted) {
      usage = counted
    },
    total: () => before + ofThisTry(),
  }
}
