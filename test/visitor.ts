import type { Hono } from 'hono'

import type { DeskEnv } from '#surfaces/desk/desk.ts'

type Where = { origin: string; remoteAddress: string }
export type Visited = { status: number; location: string | null; text: string; headers: Headers; setCookies: string[] }

/** A browser without a screen: it keeps cookies, and says where a form comes from. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: Hono<DeskEnv>
  readonly #where: Where

  constructor(app: Hono<DeskEnv>, where: Where) {
    this.#app = app
    this.#where = where
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Visited> {
    return this.#ask(path, { headers })
  }

  async post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Visited> {
    const body = new URLSearchParams(fields)
    return this.#ask(path, { method: 'POST', body, headers: { origin: this.#where.origin, ...headers } })
  }

  async postJson(path: string, value: unknown, headers: Record<string, string> = {}): Promise<Visited> {
    const json = { 'content-type': 'application/json', accept: 'application/json' }
    return this.#ask(path, { method: 'POST', body: JSON.stringify(value), headers: { origin: this.#where.origin, ...json, ...headers } })
  }

  /** Who the desk takes this browser for: 'Name, role', or undefined. */
  async isWho(): Promise<string | undefined> {
    const { status, text } = await this.get('/desk')
    return status === 200 ? text : undefined
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Visited> {
    const { origin, remoteAddress } = this.#where
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: new URL(origin).host, ...(cookie && { cookie }), ...init.headers }
    const response = await this.#app.request(new URL(path, origin).href, { ...init, headers }, { remoteAddress })
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) this.#keep(line)
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
      setCookies,
    }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const at = pair.indexOf('=')
    const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
    if (isGone) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}
