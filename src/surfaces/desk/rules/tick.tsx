import type { ReactNode } from 'react'

/** One of several that may be chosen together. */
export function Tick({ name, value, label, isTicked }: { name: string; value: string; label: string; isTicked: boolean }): ReactNode {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={isTicked} /> <span>{label}</span>
    </label>
  )
}
