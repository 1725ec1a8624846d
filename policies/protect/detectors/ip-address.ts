import { type Candidate, type Detector, matchNumbers, type NumberMatch, saysNear } from '../detector.js'
import { isInvented, isNamedOtherwise } from '../numbers.js'
import { type Doc, wordAt, wordFrom } from '../text/document.js'

const V4 = /(?<![0-9A-Za-zÀ-ÿ]|\d[.,-])([1-9]\d{0,2})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![0-9A-Za-zÀ-ÿ]|[.,-]\d|\/\d)/g
const V6 =
  /(?<![0-9A-Za-zÀ-ÿ:.])(?:[0-9A-F]{1,4}:|:)(?::?[0-9A-F]{0,4}:){1,7}(?::?[0-9A-F]{1,4})?(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![0-9A-Za-zÀ-ÿ:]|\/\d)/gi
/** The computer itself, public name servers, broadcast and network masks say nothing about anybody. */
const NOBODY = /^(?:127\.|2(?:2[4-9]|[34]\d|5\d)\.|8\.8\.(?:8\.8|4\.4)$|1\.[01]\.[01]\.1$|9\.9\.9\.9$)/
/** Numbers of four parts that are something else: versions, chapters, norms, accounts. */
const COUNTED =
  /(?:version|vers\.|ver\.|release|firmware|build|update|patch|stand|kapitel|abschnitt|ziffer|ziff\.|punkt|nummer|nr\.|anlage|norm|din|iso|§|produkt|kostenstelle|top|position|pos\.|ab|v)[\s:.]{0,2}$|(?:version|update|upgrade|release|aktualisier|von \d)[^\n]{0,40} (?:auf|von) $|(?:update|upgrade) von $/i
const COUNTED_LENGTH = 48
/** Without a word near, small numbers are chapters; one part of three digits is a host. */
const LARGE = 100

/** Words about computers and who used them. */
const NETWORK = `
  ip ips ipv4 ipv6 ip-adresse* ipadresse* server* *server host* router* switch gateway* dns client* rechner*
  arbeitsplatzrechner* netzwerk* subnetz* firewall* vpn* login* logdatei* logfile* log zugriff* drucker* ping proxy*
  anmeldung* adresse address from ssh rdp http https management* mgmt snmp switche* accesspoint* webcam* kamera*
  datensicherung* backup* rechenzentrum* nas traceroute tracert nslookup telnet ftp sftp smb port ports wlan lan
  dhcp maske netzmaske* internet modbus telefonanlage* datenbank* sql adresa adresse adres адрес* عنوان quelle ziel
  herkunft
`

/** Internet addresses of both versions; connections are attributed to people (§ 3 TDDDG, EuGH C-582/14). */
export const ipAddress: Detector = {
  kind: 'IP_ADDRESS',
  class: 'D2',
  replaceable: 'identifier',
  source: 'RFC 791, RFC 4291 (Aufbau); EuGH C-582/14 (Personenbezug)',
  context: NETWORK.trim().split(/\s+/),
  stage: 'value',
  *find({ doc }) {
    for (const match of matchNumbers(doc, V4)) {
      const value = v4(doc, match)
      if (value) yield value
    }
    for (const { start, end, text } of matchNumbers(doc, V6)) {
      if (isV6(text)) yield { start, end, certainty: 'wahrscheinlich', reason: 'form' }
    }
  },
  examples: {
    found: [
      'Der Zugriff kam von [[84.131.22.207]] um 3:14 Uhr.',
      'IP-Adresse: [[192.0.2.45]]',
      'Arbeitsplatzrechner [[10.20.4.118]] ist nicht erreichbar.',
      'Drucker im Flur: [[192.168.178.31]]',
      'Login failed from [[203.0.113.9]] port 52114',
      'Received: from mail ([[198.51.100.23]])',
      'ssh root@[[172.16.5.4]]',
      'IPv6 [[2001:db8:85a3::8a2e:370:7334]] gesperrt',
      'Adresse des Routers: [[fe80::1ff:fe23:4567:890a]]',
      'http://[[192.168.10.20]]:8080/status',
      'Auffällig war [[91.64.200.17]] in der Nacht.',
      '[[2003:e5:1f0a:7c00:45d2:9b11:3c4e:77]] hat das Formular ausgefüllt.',
      '| 12.03.2026 08:15 | [[2a02:8109:9d40::4b2]] | Anmeldung |',
      'fritz.box ([[192.168.178.1]]) antwortet',
      'SNMP an, Management [[10.9.0.4]]',
      'Login;Herkunft\n07:58;[[10.14.2.31]]',
    ],
    ignored: [
      'Version 10.2.3.4 ist installiert.',
      'Firmware 192.168.1.1 klingt falsch, heißt aber so.',
      'Die Prüfung läuft auf 127.0.0.1.',
      'Subnetzmaske 255.255.255.0',
      'Server lauscht auf 0.0.0.0',
      'Netz 10.20.0.0/16 wird neu vergeben.',
      'Kapitel 3.2.1.4 regelt den Zugriff.',
      'Buchungsstelle 1.11.10.4 reicht nicht.',
      'Wert 300.1.2.4 ist keine Adresse.',
      'Nameserver 8.8.8.8 ist erreichbar.',
      'Treffen um 12:30:45 Uhr',
      'MAC 00:1A:2B:3C:4D:5E am Switch',
      'IP-Telefonie kommt 2026.',
      'Loopback ::1 ist erlaubt.',
      'Ziffer 120.3.2.1 der Verwaltungsvorschrift',
      'Server-Update von 10.1.2.3 auf 10.1.2.4',
      'Chrome 120.0.6099.109 verteilen: Version 120.0.6099.109',
    ],
  },
}

function v4(doc: Doc, { start, end, text, groups }: NumberMatch): Candidate | undefined {
  const parts = groups.map(Number)
  // "010" is no part of an address, but usual in accounts and file plans.
  if (parts.some(part => part > 255) || groups.some(part => part !== undefined && /^0\d/.test(part))) return undefined
  if (NOBODY.test(text) || COUNTED.test(doc.text.slice(Math.max(0, start - COUNTED_LENGTH), start))) return undefined
  if (saysNear(doc, 'IP_ADDRESS', start, end))
    return { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  if (PRIVATE.test(text) || isBesideOthers(doc, start))
    return { start, end, certainty: 'wahrscheinlich', reason: 'form' }
  const alone = parts.some(part => part >= LARGE) && !isNamedOtherwise(doc, 'IP_ADDRESS', start)
  return alone && !isInvented(doc, start, end) ? { start, end, certainty: 'wahrscheinlich', reason: 'form' } : undefined
}

/** Networks of houses and offices: nothing else is numbered so. */
const PRIVATE = /^192\.168\.\d{1,3}\.[1-9]\d{0,2}$/
/** So far may the talk of networks be. */
const TALK = 20

/** The ordinary net of an office looks like chapters and versions: computers must be spoken of. */
function isBesideOthers(doc: Doc, start: number): boolean {
  if (!/^(?:10|172)\.\d{1,3}\.\d{1,3}\.[1-9]/.test(doc.text.slice(start, start + 12))) return false
  const at = wordFrom(doc, start)
  for (let word = at - 1; word >= Math.max(0, at - TALK); word--) {
    if (CLEAR.test(wordAt(doc, word))) return true
  }
  return false
}
const CLEAR = /^(?:ips?|ipv4|ssh|dns|vpn|login|gateway|snmp|traceroute|firewall|router|ping|dhcp)$/i

/** Eight groups, or fewer with one "::"; not the computer itself, and more than a time of day. */
function isV6(text: string): boolean {
  const halves = text.split('::')
  const groups = text.split(':').filter(group => group !== '')
  const last = groups.at(-1) ?? ''
  const count = groups.length + (last.includes('.') ? 1 : 0)
  if (halves.length > 2 || text === '::' || groups.length < 3) return false
  // "1:2:3:4:5:6:7:8" is a row of numbers: an address in full has longer groups.
  return halves.length === 2 ? count <= 7 : count === 8 && /[0-9a-f]{3}/i.test(text)
}
