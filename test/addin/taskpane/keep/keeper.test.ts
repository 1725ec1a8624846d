import { describe, expect, test } from '@jest/globals'
import { createKeeper } from '../../../../addin/taskpane/keep/keeper.js'

/** A seal whose every closing ends when the test says so. */
function slowSeal() {
  const open: (() => void)[] = []
  const closed: string[] = []
  const close = (text: string) =>
    new Promise<string>((done, failed) => {
      closed.push(text)
      open.push(() => (text === 'breaks' ? failed(new Error('broken')) : done(`sealed ${text}`)))
    })
  const finish = async (): Promise<void> => {
    open.shift()?.()
    await new Promise(done => setTimeout(done))
  }
  return { close, closed, finish }
}

describe('the newest text', () => {
  test('is put away once it is sealed, and what came meanwhile right after it; nothing between', async () => {
    const { close, closed, finish } = slowSeal()
    const put: (string | undefined)[] = []
    const keep = createKeeper({ close }, sealed => put.push(sealed))
    keep('a')
    keep('b')
    keep('c')
    await finish()
    await finish()
    expect(closed).toEqual(['a', 'c'])
    expect(put).toEqual(['sealed a', 'sealed c'])
  })

  test('cleared while it is being sealed it does not come back', async () => {
    const { close, finish } = slowSeal()
    const put: (string | undefined)[] = []
    const keep = createKeeper({ close }, sealed => put.push(sealed))
    keep('a')
    keep(undefined)
    await finish()
    expect(put.at(-1)).toBeUndefined()
    expect(put).not.toContain('sealed a')
  })

  test('a sealing that fails leaves nothing behind, and the next one works', async () => {
    const { close, finish } = slowSeal()
    const put: (string | undefined)[] = []
    const keep = createKeeper({ close }, sealed => put.push(sealed))
    keep('breaks')
    await finish()
    expect(put).toEqual([undefined])
    keep('a')
    await finish()
    expect(put.at(-1)).toBe('sealed a')
  })
})
