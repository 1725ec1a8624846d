/** Lets one after the other, in the order they came. */
export type Turns = { readonly take: () => Promise<void>; readonly end: () => void }

export function createTurns(): Turns {
  let last = Promise.resolve()
  let end = (): void => {}
  return {
    async take() {
      const before = last
      let done = (): void => {}
      last = new Promise(resolve => {
        done = resolve
      })
      await before
      end = done
    },
    end: () => end(),
  }
}
