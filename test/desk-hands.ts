import type { Page } from 'playwright-core'

/** Invites somebody from the page of the people; without a project everything is given. */
export async function invite(page: Page, to: { email: string; name: string; role: string; project?: string }): Promise<void> {
  const folded = page.locator('details', { has: page.locator('summary', { hasText: 'Invite somebody' }) })
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').click()
  const form = folded.locator('form')
  await form.getByLabel('E-mail').fill(to.email)
  await form.getByLabel('Name', { exact: true }).fill(to.name)
  await form.getByRole('radio', { name: new RegExp(`${to.role}:`) }).check()
  if (to.project !== undefined) {
    const projects = form.getByRole('group', { name: 'Projects' }).first()
    await projects.getByLabel('Only these').check()
    await projects.getByRole('combobox').fill(to.project)
    await projects.getByRole('option', { name: to.project }).click()
  }
  await form.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText(`is on its way to ${to.email}`).waitFor()
}

/** Saves the form of one's own account. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await page.getByText('Saved.').waitFor()
}

/** Keys of lists come with a list, a moment after its page. */
export const untilKeysOfLists = (page: Page): Promise<void> => page.waitForLoadState('networkidle')

/** The state of the story that is open, in words. */
export const state = (page: Page): Promise<string> => page.locator('.panel-state').innerText()

/** Signs in with the passkey and goes where that leads. The browser offers it by itself as well, and may be faster than the button. */
export async function signInWithPasskey(page: Page, there: string): Promise<void> {
  const isThere = page.waitForURL(there)
  await Promise.any([page.getByRole('button', { name: 'Sign in with a passkey' }).click(), isThere])
  await isThere
}
