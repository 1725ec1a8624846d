let cards = 0

/**
 * The library says "expanded" of the part a button unfolds, where it means nothing, instead of the button; and two cards of one
 * kind on a page have parts of one name. Both is put right here, after rendering and after every press.
 */
export function mendToggles(card: HTMLElement): void {
  cards += 1
  const toggles = [...card.querySelectorAll<HTMLElement>('[aria-controls]')].map(button => {
    const names = (button.getAttribute('aria-controls') ?? '').split(' ').filter(name => name !== '')
    return { button, parts: names.flatMap(name => [...card.querySelectorAll<HTMLElement>(`#${CSS.escape(name)}`)]) }
  })
  for (const part of new Set(toggles.flatMap(({ parts }) => parts))) part.id = `card-${cards}-${part.id}`
  const say = (): void => {
    for (const { button, parts } of toggles) {
      button.setAttribute('aria-expanded', String(parts.some(({ style }) => style.display !== 'none')))
      for (const part of parts) part.removeAttribute('aria-expanded')
    }
  }
  for (const { button, parts } of toggles) {
    button.setAttribute('aria-controls', parts.map(({ id }) => id).join(' '))
    // On the button itself: the library lets no press reach the card.
    button.addEventListener('click', say)
  }
  say()
}
