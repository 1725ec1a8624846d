import { type Taken, take } from './reading.js'
import { isValue } from './values.js'

/** Programs that take a password on the command line, and where it stands behind their name. */
const COMMANDS: readonly { readonly names: RegExp; readonly pattern: RegExp }[] = [
  { names: /^curl$/, pattern: /^[^\n]{0,200}? (?:-u|--user)[ =]?["']?[^\s:"'-][^\s:"']{0,60}:([^\s"']{3,80})/d },
  { names: /^(?:mysql|mysqldump|mariadb|mysqladmin)$/, pattern: /^[^\n|]{0,120}? -p["']?([^\s"'-][^\s"']{2,80})/d },
  { names: /^sshpass$/, pattern: /^[^\n|]{0,40}? -p ?["']?([^\s"']{3,80})/d },
  { names: /^smbclient$/, pattern: /^[^\n|]{0,120}? -U ?["']?[^\s%"']{1,60}%([^\s"']{3,80})/d },
  { names: /^(?:ldapsearch|ldapmodify|ldapadd)$/, pattern: /^[^\n|]{0,200}? -w ?["']?([^\s"'-][^\s"']{2,80})/d },
  { names: /^docker$/, pattern: /^ login[^\n|]{0,120}? -p ?["']?([^\s"'-][^\s"']{2,80})/d },
  { names: /^redis$/, pattern: /^-cli[^\n|]{0,80}? -a ["']?([^\s"'-][^\s"']{2,80})/d },
  // net use Z: \\server\share /user:DOM\name Password; or the password first
  { names: /^net$/, pattern: /^ use [^\n]{1,120}?\/user:\S{1,60} ["']?([^\s"'/][^\s"']{2,80})/d },
  { names: /^net$/, pattern: /^ use [^\n]{1,80}? \\\\\S{2,80} ["']?([^\s"'/*][^\s"']{2,80})["']? \/user:/d },
  { names: /^net$/, pattern: /^ user \S{1,40} ["']?([^\s"'/*][^\s"']{3,80})/d },
  { names: /^(?:convertto)$/, pattern: /^-SecureString (?:-String )?["']?([^\s"'$-][^\s"']{3,80})/d },
  { names: /^sqlplus$/, pattern: /^[^\n]{0,20}? \w{1,40}\/([^\s@/"']{3,80})@/d },
  { names: /^(?:thin)$/, pattern: /^:\w{1,40}\/([^\s@/"']{3,80})@/d },
  { names: /^requirepass$/, pattern: /^ ["']?([^\s"']{3,80})/d },
  { names: /^htpasswd$/, pattern: /^[^\n|]{0,20}? -\w{0,4}b\w{0,4} \S{1,80} \S{1,60} ["']?([^\s"']{3,80})/d },
]

/** The words that begin such a line, for the context of the detector. */
export const COMMAND_WORDS =
  'curl mysql mysqldump mariadb mysqladmin sshpass smbclient ldapsearch ldapmodify ldapadd docker redis net convertto sqlplus thin requirepass htpasswd'.split(
    ' ',
  )

/** The password behind the name of a program: "mysql -u root -pX", "curl -u user:X". */
export function commandSecret(name: string, after: string): Taken | undefined {
  for (const { names, pattern } of COMMANDS) {
    const taken = names.test(name) ? take(after, pattern, true) : undefined
    if (taken && isValue(taken.value)) return taken
  }
  return undefined
}
