type Entry = { readonly href: string; readonly name: string; readonly short: string; readonly german: boolean }

/** Ways to go, each with what it is good for in one sentence. */
export function TaskList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="tasks">
      {entries.map(({ href, name, short, german }) => (
        <li key={href} {...(german ? { lang: 'de' } : {})}>
          <a href={href}>{name}</a>
          <p className="note">{short}</p>
        </li>
      ))}
    </ul>
  )
}
