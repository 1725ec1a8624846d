import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import ts from 'typescript'
import { openBrowser } from '../../support/browser.js'

const SCRIPT = new URL('../../../addin/taskpane/public/old-word.js', import.meta.url)
const PAGE = new URL('../../../addin/taskpane/index.html', import.meta.url)

/** The same program in the words of 2009, or of today. */
const written = (code: string, target: ts.ScriptTarget) =>
  ts.transpileModule(code, { compilerOptions: { target, module: ts.ModuleKind.None, alwaysStrict: false } }).outputText

/** A program in ES5 stays as it is when it is compiled to ES5. A comma behind the last argument is newer, and lost in compiling. */
const isEs5 = (code: string) =>
  written(code, ts.ScriptTarget.ES5) === written(code, ts.ScriptTarget.ESNext) && !/,\s*\)/.test(code)

describe('the page for a Word that knows no modules', () => {
  test('is a script Internet Explorer can read', async () => {
    expect(isEs5(await readFile(SCRIPT, 'utf8'))).toBe(true)
  })

  test.each([
    ['an arrow', 'var f = () => 1'],
    ['a constant', 'const a = 1'],
    ['a template', 'var a = `b`'],
    ['a default', 'function f(a = 1) {}'],
    ['a short property', 'var a = { b }'],
    ['a chain', 'var a = b?.c'],
    ['a comma behind the last argument', 'f(a, )'],
  ])('and %s would be noticed', (_, code) => {
    expect(isEs5(code)).toBe(false)
  })

  test('calls nothing newer than the engine: no promise, no fetch, no query of new methods', async () => {
    const code = await readFile(SCRIPT, 'utf8')
    expect(code).not.toMatch(
      /Promise|fetch|\.(append|prepend|remove|replaceWith|includes|startsWith|padStart|assign|from)\(/,
    )
  })

  test('stands beside the module, and only old engines take it', async () => {
    const html = await readFile(PAGE, 'utf8')
    expect(html).toMatch(/<script nomodule defer (?:vite-ignore )?src="\.\/old-word\.js">/)
    expect(html).not.toContain('appsforoffice')
  })

  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test.each([
    [
      'de-DE',
      'Dieses Word zeigt den KI-Kompass nicht an. Bitte öffnen Sie ihn im Browser',
      'KI-Kompass im Browser öffnen',
    ],
    ['en-GB', 'This version of Word cannot show the KI-Kompass.', 'Open the KI-Kompass in your browser'],
  ])('says it in %s, with the way on', async (locale, text, link) => {
    const context = await browser.newContext({ locale })
    const page = await context.newPage()
    const html = (await readFile(PAGE, 'utf8')).replace('<script nomodule defer', '<script defer')
    await page.route('**/*', async route => {
      const { pathname } = new URL(route.request().url())
      if (pathname.endsWith('/old-word.js'))
        return route.fulfill({ contentType: 'text/javascript', body: await readFile(SCRIPT) })
      return pathname.endsWith('/') ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort()
    })
    await page.goto('https://kompass.musterstadt.example/taskpane/?_host_Info=Word$Win32$16.01')
    await page.getByText(text).waitFor()
    const address = await page.getByRole('link', { name: link }).getAttribute('href')
    expect(address).toBe('https://kompass.musterstadt.example/taskpane/')
    await context.close()
  })
})
