import type { Person, Role } from '../../policies/tools/principal.js'

/** The four people one can be in a demonstration without any sign-in. */
const PEOPLE: readonly { id: string; name: string; role: Role; department: string; description: string }[] = [
  {
    id: 'sachbearbeiterin',
    name: 'Aylin Demir',
    role: 'beschaeftigt',
    department: 'buergerdienste',
    description: 'Sachbearbeiterin im Bürgerbüro',
  },
  {
    id: 'digitallotse',
    name: 'Jonas Feldmann',
    role: 'digitallotse',
    department: 'soziales-und-jugend',
    description: 'Digitallotse im Fachbereich Soziales',
  },
  {
    id: 'ki-team',
    name: 'Miriam Okafor',
    role: 'ki-team',
    department: 'personal-und-organisation',
    description: 'KI-Team',
  },
  {
    id: 'datenschutz',
    name: 'Henning Brandt',
    role: 'datenschutz',
    department: 'personal-und-organisation',
    description: 'Datenschutzbeauftragter',
  },
]

export type DemoPerson = { readonly id: string; readonly description: string; readonly person: Person }

/** Who is asking on this one machine: nobody proves it, so this identity must never listen beyond loopback. */
export type LocalIdentity = {
  readonly people: readonly DemoPerson[]
  readonly current: () => DemoPerson
  /** False if there is no such person; then nothing changes. */
  readonly become: (id: string) => boolean
}

export function createLocalIdentity(municipality: string): LocalIdentity {
  const people = PEOPLE.map(({ id, name, role, department, description }): DemoPerson => {
    const roles: Role[] = role === 'beschaeftigt' ? ['beschaeftigt'] : ['beschaeftigt', role]
    return { id, description, person: { kind: 'person', id: `local:${id}`, municipality, roles, name, department } }
  })
  const [first] = people
  if (!first) throw new Error('no demo people')
  let current = first
  return {
    people,
    current: () => current,
    become(id) {
      const found = people.find(person => person.id === id)
      if (found) current = found
      return found !== undefined
    },
  }
}
