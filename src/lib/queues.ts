/** Things that wait under names: of each name, whoever came first is taken first, and nobody twice. A thing without a name does not wait. */
export class Queues<T> {
  readonly #queues = new Map<string, { waiting: T[]; taken: number }>()

  constructor(things: Iterable<T>, nameOf: (thing: T) => string | undefined) {
    for (const thing of things) {
      const name = nameOf(thing)
      if (name === undefined) continue
      const queue = this.#queues.get(name)
      if (queue) queue.waiting.push(thing)
      else this.#queues.set(name, { waiting: [thing], taken: 0 })
    }
  }

  take(name: string): T | undefined {
    const queue = this.#queues.get(name)
    if (!queue || queue.taken >= queue.waiting.length) return undefined
    queue.taken += 1
    return queue.waiting[queue.taken - 1]
  }
}
