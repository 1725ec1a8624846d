import { describe, expect, test } from '@jest/globals'
import { textOfHtml } from '../../../../bot/teams/sdk/html-text.js'

describe('a message as a reader sees it', () => {
  test.each([
    { why: 'plain', html: 'Hallo', text: 'Hallo' },
    { why: 'a word in pieces stays one word, or a name would hide', html: '<b>Bir</b><i>git</i>', text: 'Birgit' },
    { why: 'paragraphs', html: '<p>Frau</p><p>Krüger</p>', text: 'Frau\nKrüger' },
    { why: 'breaks of every kind', html: 'a<br>b<br/>c<BR />d', text: 'a\nb\nc\nd' },
    { why: 'a table', html: '<table><tr><td>Name</td><td>IBAN</td></tr></table>', text: 'Name\tIBAN' },
    { why: 'a list', html: '<ul><li>eins</li><li>zwei</li></ul>', text: 'eins\nzwei' },
    { why: 'letters as entities', html: 'Kr&uuml;ger &amp; S&ouml;hne', text: 'Krüger & Söhne' },
    { why: 'numbers as entities', html: '&#66;&#x69;rgit&nbsp;K', text: 'Birgit K' },
    { why: 'a mention', html: '<at id="0">Aylin Demir</at> fragt', text: 'Aylin Demir fragt' },
    { why: 'a link', html: '<a href="https://example.org/?a=1&amp;b=2">hier</a>', text: 'hier' },
    { why: 'an entity nobody knows stays', html: '&foobar; &', text: '&foobar; &' },
    { why: 'a number no character has', html: '&#9999999;', text: '\ufffd' },
    { why: 'smaller than', html: 'a < b und c > d', text: 'a < b und c > d' },
    { why: 'only a picture', html: '<img src="https://example.org/a.png" alt="">', text: '' },
    { why: 'an entity made of entities is not read twice', html: '&amp;lt;b&amp;gt;', text: '&lt;b&gt;' },
  ])('$why', ({ html, text }) => {
    expect(textOfHtml(html)).toBe(text)
  })

  test.each([
    { why: 'tags that are never closed', html: '<a '.repeat(50_000) },
    { why: 'brackets alone', html: '<'.repeat(200_000) },
    { why: 'ampersands alone', html: '&'.repeat(200_000) },
    { why: 'one tag without end', html: `<a ${'x'.repeat(200_000)}` },
    { why: 'entities without end', html: '&#'.repeat(100_000) },
  ])('takes no longer for $why', ({ html }) => {
    const begun = performance.now()
    textOfHtml(html)
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
