import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import {
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector'

/** Regions of the chat service have an address each; nobody has more of them than this. */
const MOST_KEPT = 20

/** The SDK builds its connection to the chat service anew for every activity, which takes longer than to use it. */
export class KeptConnectors extends ConnectorFactory {
  readonly #made = new Map<string, ConnectorClient>()
  readonly #factory: ConnectorFactory

  constructor(factory: ConnectorFactory) {
    super()
    this.#factory = factory
  }

  /** The connection is the same for all who answer to this address: what belongs to one turn must not be kept in it. */
  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const known = this.#made.get(serviceUrl)
    if (known) return known
    const client = await this.#factory.create(serviceUrl, audience)
    if (this.#made.size >= MOST_KEPT) this.#made.clear()
    this.#made.set(serviceUrl, client)
    return client
  }
}

/** Every turn is given a client for signing people in to other services. Nobody here does, so there is one for all. */
export class KeptAuthentication extends ConfigurationBotFrameworkAuthentication {
  #made: Promise<UserTokenClient> | undefined

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#made ??= super.createUserTokenClient(identity)
    return this.#made
  }
}
