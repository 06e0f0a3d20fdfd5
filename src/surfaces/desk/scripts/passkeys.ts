/** Shows the buttons of passkeys where the browser knows them, and offers those that it has in the e-mail field (Web Authentication Level 3). */
export function enhancePasskeys(root: ParentNode): void {
  waiting?.abort()
  if (!canUsePasskeys()) return
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-passkey-add]')) offer(button, () => addPasskey(button))
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-passkey-sign-in]')) {
    offer(button, () => signIn(button, 'optional'))
    void offerInField(root, button)
  }
}

/** The quiet question that waits for a choice in the field; a browser asks one question at a time. */
let waiting: AbortController | undefined

const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'

function offer(button: HTMLButtonElement, act: () => Promise<void>): void {
  button.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    void act()
      .catch((error: unknown) => tell(button, error))
      .finally(() => (button.disabled = false))
  })
}

async function offerInField(root: ParentNode, button: HTMLButtonElement): Promise<void> {
  const field = root.querySelector<HTMLInputElement>('[data-passkey-field]')
  if (!field || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return
  field.setAttribute('autocomplete', 'username webauthn')
  // Nobody has asked for this one: it speaks only where a chosen passkey was refused.
  await signIn(button, 'conditional').catch((error: unknown) => error instanceof Refusal && tell(button, error))
}

async function signIn(button: HTMLButtonElement, mediation: CredentialMediationRequirement): Promise<void> {
  const auth = button.dataset['passkeySignIn'] ?? ''
  waiting?.abort()
  const asked = (waiting = new AbortController())
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>(`${auth}/passkey/generate-authenticate-options`)
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'required' })
  const credential = await navigator.credentials.get({ publicKey, mediation, signal: asked.signal })
  if (!(credential instanceof PublicKeyCredential)) return
  await ask(`${auth}/passkey/verify-authentication`, { response: credential.toJSON() })
  location.assign(button.dataset['next'] ?? '/desk')
}

async function addPasskey(button: HTMLButtonElement): Promise<void> {
  const auth = button.dataset['passkeyAdd'] ?? ''
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>(`${auth}/passkey/generate-register-options`)
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  if (!(credential instanceof PublicKeyCredential)) return
  await ask(`${auth}/passkey/verify-registration`, { response: credential.toJSON() })
  location.assign(button.dataset['next'] ?? '/desk')
}

/** What the server refused, by its code. */
class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

async function ask<Answer>(address: string, body?: object): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const response = await fetch(address, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
  const answer = await response.json()
  if (!response.ok) throw new Refusal(String(answer?.code), String(answer?.message))
  return answer
}

/** Says beside the button what went wrong; that somebody has changed their mind is nothing to speak of. */
function tell(button: HTMLButtonElement, error: unknown): void {
  if (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'NotAllowedError')) return
  const code = error instanceof Refusal ? error.code : ''
  const note = document.createElement('p')
  note.className = 'failure'
  note.setAttribute('role', 'alert')
  note.textContent = (code === 'SESSION_NOT_FRESH' && button.dataset['old']) || (button.dataset['failed'] ?? '')
  if (code === 'too-many-tries' && error instanceof Refusal) note.textContent = error.message
  button.parentElement?.querySelector('p.failure')?.remove()
  button.after(note)
}
