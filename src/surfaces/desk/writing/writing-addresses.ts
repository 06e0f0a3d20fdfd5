import { desk, link } from '#src/routes.ts'

/** Where the scripts of a page on which a text is written ask and send. */
export type WritingAddresses = { [place in 'text' | 'pen' | 'penDown' | 'signIn' | 'ownStories']: string }

export function addressesOf(edition: string): WritingAddresses {
  return {
    text: link(desk.editionText, { edition }),
    pen: link(desk.pen, { edition }),
    penDown: link(desk.penDown, { edition }),
    signIn: desk.signIn,
    ownStories: desk.ownStories,
  }
}
