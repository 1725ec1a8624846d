import type { Contact } from '../../../policies/pack/pack-schema.js'

/** One line to call or write; phone first, because it is what helps at once. */
export function contactLine(label: string, { name, phone, email, deputy }: Contact, deputyWord: string): string {
  const mail = email === undefined ? '' : ` · ${email}`
  const second = deputy === undefined ? '' : ` · ${deputyWord}: ${deputy.name}, ${deputy.phone}`
  return `**${label}**: ${name}, Tel. ${phone}${mail}${second}`
}
