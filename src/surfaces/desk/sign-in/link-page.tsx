import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

export function LinkPage({ token, next, email }: { token: string; next: string; email: string }): ReactNode {
  const words = useWords().signIn
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <p>{words.openHelp(email)}</p>
      <form method="post" action={desk.signInLink}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <button>{words.open}</button>
      </form>
    </div>
  )
}
