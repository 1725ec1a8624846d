/** Text of the service with `**words**` set off, as its cards have it. */
export function Bold({ text }: { text: string }) {
  return text.split('**').map((part, at) => {
    // Between the first and the second mark, the third and the fourth …
    const key = `${at} ${part}`
    return at % 2 === 1 ? <strong key={key}>{part}</strong> : part
  })
}
